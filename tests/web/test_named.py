"""What the words of a search name, and all values of a facet."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from memcon.record import Facet, Filters, Record
from memcon.web import links
from memcon.web.asking import Asked
from memcon.web.named import named
from memcon.web.records import RecordFile


@pytest.fixture(scope="module")
def records(record: Record) -> RecordFile:
    return RecordFile(record.path)


@pytest.mark.parametrize(
    "words",
    [
        "Norway United States",
        "NO–US",
        "Norway and the United States",
        "no us",
        '"Norway", US',
        "united states / norway",
    ],
)
def test_two_parties_lead_to_their_pair(records: RecordFile, words: str) -> None:
    first, *others = named(records, Asked(q=words))
    assert first.href in (links.pair("NO", "US"), links.pair("US", "NO"))
    assert {one.href for one in others} == {links.party("NO"), links.party("US")}


def test_a_party_a_person_an_office(records: RecordFile, record: Record) -> None:
    (whitlow,) = [p for p in record.persons("Whitlow") if p.party == "US"]
    assert links.party("NO") in {one.href for one in named(records, Asked(q="norway"))}
    assert links.person(whitlow.id) in {one.href for one in named(records, Asked(q="whitlow dana"))}
    for office in ("Secretary of State", "minister of foreign affairs"):
        (found,) = [one for one in named(records, Asked(q=office)) if one.kind == "In office"]
        assert found.href == links.search(office=office)


@pytest.mark.parametrize(
    "words", ["trawlers", "", '"', "the", "norway atlantis", "whitlow fisheries", "a" * 500, "- –"]
)
def test_what_names_nothing_leads_nowhere(records: RecordFile, record: Record, words: str) -> None:
    record.series()  # their names are known once they were asked for
    assert named(records, Asked(q=words)) == []


def test_what_was_chosen_has_pages(records: RecordFile, record: Record) -> None:
    (whitlow,) = [p for p in record.persons("Whitlow") if p.party == "US"]
    asked = Asked(party=("US", "Norway"), who=whitlow.id)
    assert {one.href for one in named(records, asked)} == {
        links.pair("US", "NO"),
        links.party("US"),
        links.party("NO"),
        links.person(whitlow.id),
    }
    (_, office) = named(records, Asked(party=("US",), office="Secretary of State"))
    assert office.href == links.office("US", "Secretary of State")
    assert named(records, Asked(who="P-none", forum="none")) == []


def test_the_pages_stand_above_the_list(browser: TestClient, records: RecordFile) -> None:
    text = browser.get("/search?q=norway").text
    for one in named(records, Asked(q="norway")):
        assert f'<a href="{one.href}">' in text.partition("<h2")[0]


@pytest.mark.parametrize("facet", ["party", "who", "office", "topic", "year", "kind"])
def test_all_values_of_a_facet(browser: TestClient, record: Record, facet: str) -> None:
    text = browser.get(f"/search/by/{facet}?told=all").text
    told = re.findall(r'<li><a href="([^"]+)">([^<]*)</a> <span class="n">(\d+)</span>', text)
    wanted = record.counts(Filters(main_only=False), {Facet(facet): None}).by[Facet(facet)]
    assert sorted(int(number) for _, _, number in told) == sorted(number for _, number in wanted)
    for href, _, number in told[:3]:
        listed = browser.get(unescape(href)).text
        assert re.search(rf'id="found">{number} engagements?', listed), (href, number)


def test_a_facet_that_is_none(browser: TestClient) -> None:
    assert browser.get("/search/by/colour").status_code == 404
    assert browser.get("/search/by/party?since=May").status_code == 400
