"""The page of an office."""

import re

from fastapi.testclient import TestClient
from tests.web.conftest import hrefs, words

from memcon.record import Record
from memcon.web import links
from memcon.web.pages.office import SHOWN


def test_holders_by_documents_and_by_rosters_with_their_engagements(browser: TestClient, record: Record) -> None:
    page = browser.get(links.office("US", "Secretary of State")).text
    said = words(page)
    assert "Dana K. Whitlow" in said
    assert "roster: us-historian" in said
    assert "Hillary Rodham Clinton" in said
    assert [h for h in hrefs(page) if "#c" in h], "the words that show it"
    office = record.in_office("Secretary of State", "US")
    assert {links.engagement(e.id) for e in record.engagements_in(office, SHOWN)[1]} <= set(hrefs(page))
    assert {links.person(t.person.id) for t in office.tenures} <= set(hrefs(page))


def test_a_difference_is_shown(browser: TestClient) -> None:
    said = words(browser.get(links.office("US", "Secretary of State")).text)
    assert re.search(r"differs seen in office [\w ]+, when the roster has Antony John Blinken \(us-historian\)", said)


def test_it_is_linked_from_persons_and_engagements(browser: TestClient, record: Record) -> None:
    person = next(p for p in record.persons("Whitlow") if p.party == "US")
    assert links.office("US", "Secretary of State") in hrefs(browser.get(links.person(person.id)).text)
    engagement = record.newest_with(person, 1)[0]
    assert [h for h in hrefs(browser.get(links.engagement(engagement.id)).text) if h.startswith("/office/")]


def test_its_engagements_are_handed_on_as_feeds_and_files(browser: TestClient) -> None:
    page = browser.get(links.office("US", "Secretary of State")).text
    asked = "party=US&office=Secretary+of+State&told=all"
    files = [h for h in hrefs(page) if h.startswith(("/feed.", "/export."))]
    assert {h.partition("?")[0] for h in files} == {
        *("/feed.atom", "/feed.json", "/export.csv", "/export.json", "/export.jsonl", "/export.txt")
    }
    table = browser.get(f"/export.csv?{asked}")
    assert "Dana K. Whitlow" in table.text
    for href in files:
        if asked in href:
            assert browser.get(href).status_code == 200, href
    assert [h for h in files if asked in h], files


def test_any_form_and_any_name_leads_to_it(browser: TestClient) -> None:
    assert browser.get("/office/United%20States/Secretary%20of%20State").headers["location"] == links.office(
        "US", "Secretary of State"
    )
    asked = words(browser.get(links.office("US", "foreign minister")).text)
    assert "Secretary of State asked for as “foreign minister”" in asked
    for address in (links.office("US", "Astronomer Royal"), links.office("Atlantis", "King")):
        answer = browser.get(address)
        assert answer.status_code == 404
        assert "nor the roster" in words(answer.text)
