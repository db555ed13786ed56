"""The page of two accounts side by side, and what it is handed on as."""

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import hrefs, words

from memcon.comparing.recorded import sides_of_engagement
from memcon.comparing.sides import Comparison, compare
from memcon.model import EngagementKind
from memcon.record import Filters, Record
from memcon.web import create_app, links
from memcon.web.comparing import chosen


@pytest.fixture(scope="module")
def call(record: Record) -> str:
    return record.engagements(Filters(parties=("US", "NO"), kind=EngagementKind.CALL))[0].id


@pytest.fixture(scope="module")
def compared(record: Record, call: str) -> Comparison:
    return compare(chosen(sides_of_engagement(record, call), "", ""))


@pytest.fixture(scope="module")
def page(browser: TestClient, call: str) -> str:
    return browser.get(links.compare(call)).text


def columns(page: str) -> list[str]:
    return re.findall(r'<div class="text"[^>]*>(.*?)</div>', page, re.DOTALL)


def test_every_point_stands_in_the_matrix_and_in_its_text(page: str, compared: Comparison) -> None:
    said, texts = words(page), columns(page)
    for number, row in enumerate(compared.rows, start=1):
        for column, point in enumerate(row.points):
            if point is not None:
                assert " ".join(point.span.text.split()) in said
                anchor = f'id="{"ab"[column]}-{number}"'
                passage = re.search(rf"<a class=\"passage[^>]*{anchor}[^>]*>(.*?)</a>", texts[column], re.DOTALL)
                assert passage is not None
                assert unescape(passage[1]) == point.span.text
    assert "2 in both" in said
    assert "2 only in A" in said


def test_both_texts_are_whole(page: str, compared: Comparison) -> None:
    shown = [unescape(re.sub(r"<[^>]*>", "", text)) for text in columns(page)]
    assert shown == [side.document.text for side in compared.sides]


def test_a_passage_leads_to_its_counterpart_and_one_alone_to_its_line(page: str, compared: Comparison) -> None:
    for number, row in enumerate(compared.rows, start=1):
        for column, point in enumerate(row.points):
            if point is None:
                continue
            other = row.points[1 - column]
            own, to = f"{'ab'[column]}-{number}", f"{'ba'[column]}-{number}" if other else f"row-{number}"
            assert f'id="{own}" href="#{to}"' in page
    anchors = set(re.findall(r' id="([^"]*)"', page))
    assert {href[1:] for href in hrefs(page) if href.startswith("#")} <= anchors


def test_the_two_sides_are_of_two_states_and_can_be_chosen(browser: TestClient, record: Record, call: str) -> None:
    sides = sides_of_engagement(record, call)
    first, second = chosen(sides, "", "")
    assert {first.document.name, second.document.name} == {"03-call-washington", "04-call-oslo"}
    turned = browser.get(links.compare(call, a=second.document.id, b=first.document.id)).text
    assert words(turned).index("Solberg-Lie’s telephone") < words(turned).index(
        "Secretary Whitlow’s Call with Norwegian"
    )
    for a, b in (("none", ""), (first.document.id, first.document.id)):
        assert browser.get(links.compare(call, a=a, b=b)).status_code == 404


def test_what_cannot_be_compared_says_so(browser: TestClient, record: Record) -> None:
    alone = next(e for e in record.engagements() if len(e.accounts) == 1)
    answer = browser.get(links.compare(alone.id))
    assert answer.status_code == 404
    assert "one account only" in words(answer.text)
    assert links.compare(alone.id) not in hrefs(browser.get(links.engagement(alone.id)).text)
    assert browser.get(links.compare("E-00000000")).status_code == 404


def test_it_is_linked_and_old_ids_lead_to_it(browser: TestClient, call: str) -> None:
    assert links.compare(call) in hrefs(browser.get(links.engagement(call)).text)
    assert browser.get(links.compare(call[:6])).headers["location"] == links.compare(call)


def test_csv_and_json_have_what_the_page_has(browser: TestClient, call: str, compared: Comparison, page: str) -> None:
    exports = [href for href in hrefs(page) if href.startswith((f"/compare/{call}.csv", f"/compare/{call}.json"))]
    table, whole = (browser.get(href) for href in exports)
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [row["a_words"] for row in rows] == [
        " ".join(row.points[0].span.text.split()) if row.points[0] else "" for row in compared.rows
    ]
    assert {row["standing"] for row in rows} == {"shared", "only in A", "only in B"}
    assert len(whole.json()["rows"]) == len(compared.rows)


def test_without_the_encoder_points_are_matched_by_words(
    path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memcon.comparing.sides.comparison.encoder", lambda: None)
    with TestClient(create_app(path), base_url="http://localhost") as browser:
        said = words(browser.get(links.compare(call)).text)
    assert 'points were matched by words only; for meaning: pip install "memcon[compare]"' in said
    assert "by words, names and subjects only" in said


def test_it_is_made_once(path: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def counting(sides: object) -> Comparison:
        made.append(sides)
        return compare(sides, by_words=True)  # type: ignore[arg-type]

    monkeypatch.setattr("memcon.web.pages.compare.compare", counting)
    with TestClient(create_app(path), base_url="http://localhost") as browser:
        for ending in ("", ".csv", ".json", ""):
            assert browser.get(links.compare(call, ending)).status_code == 200
    assert len(made) == 1
