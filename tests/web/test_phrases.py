"""Topics, phrases and wording of a pair over time."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import hrefs, words

from memcon.comparing.phrases import histories, scope_of_parties
from memcon.comparing.recorded import material_of, material_on
from memcon.exporting.topics import topics_of_accounts
from memcon.record import Filters, Record
from memcon.web import create_app, links


@pytest.fixture(scope="module")
def page(browser: TestClient) -> str:
    return browser.get(links.phrases("US", "NO")).text


def test_every_use_is_linked_to_its_words(page: str, record: Record) -> None:
    material = material_of(record)
    told = histories(material, scope_of_parties(material, ("US", "NO")), found=0)
    leads = hrefs(page)
    shown = [h for h in told if h.documents > 1]
    assert [h.phrase for h in shown] == ["freedom of navigation"]
    for history in shown:
        assert history.phrase in words(page)
        for use in history.uses:
            assert links.words(use.words) in leads
    assert "⟦" not in page
    assert "<mark>freedom of navigation</mark>" in page


def test_a_bar_leads_to_the_first_use_of_its_year(page: str) -> None:
    anchors = set(re.findall(r' id="([^"]*)"', page))
    bars = re.findall(r'href="#(phrase-1-\d{4})"', page)
    assert bars
    assert set(bars) <= anchors


def test_the_wording_of_readouts_from_one_to_the_next(page: str) -> None:
    said = words(page)
    assert "30 December 2024 → 18 February 2025" in said
    assert "came: ironclad" in said
    assert re.search(r"<del>steady</del>\s*<ins>strong</ins>", page)


def test_one_phrase_is_followed_in_its_variants(browser: TestClient) -> None:
    one = browser.get(links.phrases("US", "NO", phrase=" ironclad ")).text
    assert "“ironclad” by year" in words(one)
    assert "<mark>ironclad</mark>" in one
    none = browser.get(links.phrases("US", "NO", phrase='"><script>alert(1)</script>'))
    assert none.status_code == 200
    assert "was not found in these documents" in words(none.text)
    assert "<script>alert" not in none.text


def test_counting_through_the_whole_record_is_asked_for_and_refused_where_it_is_long(
    browser: TestClient, path: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert links.phrases("US", "NO", counted="1") in hrefs(page)
    assert browser.get(links.phrases("US", "NO", counted="1")).status_code == 200
    monkeypatch.setattr("memcon.web.pages.phrases.COUNTABLE", 3)
    monkeypatch.setattr("memcon.web.pages.phrases.material_of", lambda record: pytest.fail("the whole record is read"))
    with TestClient(create_app(path), base_url="http://localhost") as other:
        for counted in ("", "1"):
            said = words(other.get(links.phrases("US", "NO", counted=counted)).text)
            assert "Others are found by counting through the whole record: memcon phrases US NO" in said


def test_the_plot_is_one_svg(browser: TestClient, page: str) -> None:
    address = next(h for h in hrefs(page) if "phrases.svg" in h)
    answer = browser.get(address)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "freedom of navigation" in "".join(ElementTree.fromstring(answer.text).itertext())
    assert browser.get(links.phrases("US", "NO", ".svg", phrase="no such words")).status_code == 404


def test_what_is_not_there(browser: TestClient) -> None:
    assert browser.get(links.phrases("US", "AQ")).status_code == 404
    assert browser.get(links.phrases("US", "US")).status_code == 404
    asked = browser.get(links.phrases("United States", "Norway", phrase="ironclad"))
    assert asked.headers["location"] == links.phrases("US", "NO", phrase="ironclad")


def test_part_of_a_record_tells_of_a_pair_what_the_whole_tells(record: Record) -> None:
    whole, part = material_of(record), material_on(record, ("US", "NO"), 100)
    scopes = [scope_of_parties(material, ("US", "NO")) for material in (whole, part)]
    assert scopes[0] == scopes[1]
    told = [histories(material, scope, found=0) for material, scope in zip((whole, part), scopes, strict=True)]
    uses = [[(h.phrase, u.words) for h in some for u in h.uses] for some in told]
    assert uses[0] == uses[1]
    few = material_on(record, ("US", "NO"), 1)
    assert len(few.engagements) == 1
    assert set(few.documents) == {key.document for key in few.engagements[0].accounts}


def test_topics_of_a_pair_are_counted_by_year(browser: TestClient, record: Record) -> None:
    page = browser.get(links.pair("US", "NO")).text
    found: dict[tuple[str, str], int] = {}
    for engagement in record.engagements(Filters(parties=("US", "NO"), main_only=False)):
        if engagement.start.preferred:
            year = engagement.start.preferred.value[:4]
            for topic in topics_of_accounts([account for _, account in record.accounts_of(engagement)]):
                found[topic.name, year] = found.get((topic.name, year), 0) + 1
    told = re.findall(r'aria-label="([^"]*), (\d{4}): (\d+) engagement', page)
    assert len(told) > 5
    assert all(found[name, year] == int(number) for name, year, number in told)
    assert links.phrases("US", "NO") in hrefs(page)


def test_the_latest_engagements_are_looked_at_and_more_where_asked(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memcon.web.pages.phrases.LATEST", 1)
    few = browser.get(links.phrases("US", "NO")).text
    assert "Only the latest 1 engagements are looked at" in words(few)
    more = links.phrases("US", "NO", more="1")
    assert more in hrefs(few)
    whole = browser.get(more).text
    assert "Only the latest" not in words(whole)
    assert "on 1 engagement," in words(few)
    assert "on 1 engagement," not in words(whole)


def test_a_phrase_without_a_word_is_found_nowhere(browser: TestClient) -> None:
    for asked in ("%22", "...", "%00", "*"):
        assert browser.get(f"/pair/NO/US/phrases?phrase={asked}").status_code == 200
