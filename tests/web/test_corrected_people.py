"""Who took part, corrected by hand: every page, feed, export and endpoint tells the same of it."""

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import call, hrefs, words

from memcon.decisions.changes import change
from memcon.linking.people import Person
from memcon.record import Filters, Record
from memcon.web import links

WHO = "R. Meyer"
WHY = "was in the room"


def person(record: Record, name: str) -> Person:
    (found,) = record.persons(name)
    return found


@pytest.fixture
def hale(own: Record) -> Person:
    """Somebody whom no document names, added by hand to the call of the samples."""
    made = change("participants", "Thomas Hale", office="Deputy Spokesperson", party="US")
    own.correct(call(own), made, author=WHO, because=WHY)
    return person(own, "Thomas Hale")


def test_who_is_added_is_a_person_everywhere(hale: Person, own: Record, desk: TestClient) -> None:
    engagement = call(own)
    page = desk.get(links.person(hale.id)).text
    assert f"by {WHO}" in words(page)
    assert WHY in words(page)
    assert links.engagement(engagement) in hrefs(page)
    assert links.history(engagement) in hrefs(page)
    assert links.office("US", "Deputy Spokesperson") in hrefs(page)

    office = desk.get(links.office("US", "Deputy Spokesperson")).text
    assert links.person(hale.id) in hrefs(office)
    assert f"by {WHO}" in words(office)
    assert links.engagement(engagement) in hrefs(office)

    note = desk.get(links.engagement(engagement)).text
    assert links.person(hale.id) in hrefs(note)
    assert "Thomas Hale person Thomas Hale Deputy Spokesperson" in words(note)
    assert note.count(">by hand<") == 1, "whom the documents name is not marked"
    assert "Thomas Hale" in words(desk.get(links.party("US")).text)
    assert links.engagement(engagement) in hrefs(desk.get(links.pair("US", "NO")).text)


def test_searches_feeds_and_files_find_who_is_added(hale: Person, own: Record, desk: TestClient) -> None:
    engagement = call(own)
    for asked in (f"who={hale.id}", "person=hale", "office=Deputy+Spokesperson"):
        query = f"{asked}&told=all"
        page = desk.get(f"/search?{query}").text
        assert links.engagement(engagement) in hrefs(page), asked
        assert "Thomas Hale" in words(page), "among the people that the search can be narrowed to"
        assert engagement in desk.get(f"/feed.atom?{query}").text
        for ending in ("csv", "json", "jsonl", "txt"):
            assert "Thomas Hale" in desk.get(f"/export.{ending}?{query}").text


def test_programs_are_told_who_decided(hale: Person, own: Record, desk: TestClient) -> None:
    rows = desk.get("/api/v1/people", params={"name": "Hale"}).json()["items"]
    assert [(row["id"], row["name"], row["party"]) for row in rows] == [(hale.id, "Thomas Hale", "US")]
    (tenure,) = desk.get(f"/api/v1/people/{hale.id}").json()["tenures"]
    (sighting,) = tenure["sightings"]
    assert (tenure["office"], sighting["name"], sighting["office"]) == ("Deputy Spokesperson", None, None)
    (by,) = sighting["by_hand"]
    (entry,) = own.log(call(own))
    assert by == {"decision": entry.decision.id, "author": WHO, "at": entry.decision.at, "because": WHY}
    held = desk.get("/api/v1/offices", params={"office": "Deputy Spokesperson", "party": "US"}).json()["items"]
    assert [one["name"] for one in held] == ["Thomas Hale"]
    with_them = desk.get(f"/api/v1/people/{hale.id}/engagements").json()["items"]
    assert [row["id"] for row in with_them] == [call(own)]


def test_an_undo_takes_the_person_back(hale: Person, own: Record, desk: TestClient) -> None:
    before = links.person(hale.id)
    own.undo(own.log(call(own))[0].decision.id, author=WHO)
    assert desk.get(before).status_code == 404
    assert own.persons("Thomas Hale") == []
    assert desk.get(links.office("US", "Deputy Spokesperson")).status_code == 404


def test_who_is_taken_out_has_the_engagement_no_more(own: Record, desk: TestClient) -> None:
    engagement = call(own)
    solberg = person(own, "Solberg-Lie")
    assert links.engagement(engagement) in hrefs(desk.get(links.person(solberg.id)).text)
    own.correct(engagement, change("participants", "Solberg-Lie", remove=True), author=WHO)
    others = own.persons("Solberg-Lie")
    assert all(links.engagement(engagement) not in hrefs(desk.get(links.person(p.id)).text) for p in others)
    assert links.engagement(engagement) not in hrefs(desk.get("/search?person=solberg&told=all").text)


def test_another_office_and_another_spelling_reach_the_person(own: Record, desk: TestClient) -> None:
    engagement = call(own)
    own.correct(
        engagement,
        change("participants", "Solberg-Lie", name="Ingrid Solberg-Lye", office="Minister of Fisheries"),
        author=WHO,
        because=WHY,
    )
    now = own.people_in(own.engagement(engagement).accounts)["Ingrid Solberg-Lye"]
    assert links.person(now.id) in hrefs(desk.get(links.engagement(engagement)).text)
    said = words(desk.get(links.person(now.id)).text)
    assert "Minister of Fisheries" in said
    assert f"by {WHO}" in said
    assert links.engagement(engagement) in hrefs(desk.get(links.office("NO", "Minister of Fisheries")).text)


def test_a_day_by_hand_moves_a_tenure(own: Record, desk: TestClient) -> None:
    engagement = call(own)
    own.correct(engagement, change("date", "2024-11-30"), author=WHO)
    found = person(own, "Solberg-Lie")
    assert "30 November 2024" in words(desk.get(links.person(found.id)).text)


def test_what_is_dismissed_is_no_sighting(own: Record, desk: TestClient) -> None:
    before = {p.name for p in own.persons()}
    for engagement in own.engagements(Filters(main_only=False)):
        if "Ingrid Solberg-Lie" in {p.name.value for p in engagement.participants if p.name}:
            own.dismiss(engagement.id, author=WHO)
    assert before - {p.name for p in own.persons()} >= {"Ingrid Solberg-Lie"}
    for entry in own.log():
        own.undo(entry.decision.id, author=WHO)
    assert {p.name for p in own.persons()} == before
