"""People, parties and forums over HTTP."""

from pathlib import Path

from fastapi.testclient import TestClient

from memcon.record import Filters, Record


def test_each_page_after_the_other_gives_all_people_once(api: TestClient, path: Path) -> None:
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = api.get("/api/v1/people", params={"limit": 3, **cursor}).json()
        found += [row["id"] for row in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    with Record.open(path) as record:
        assert sorted(found) == sorted(p.id for p in record.persons())
    assert len(found) == len(set(found))


def test_people_are_found_by_any_spelling_and_in_pages(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        person = next(p for p in record.persons() if " " in p.name)
    surname = person.name.split()[-1]
    wanted = [row["id"] for row in api.get("/api/v1/people", params={"name": surname}).json()["items"]]
    assert person.id in wanted
    assert api.get("/api/v1/people", params={"name": surname, "limit": 1}).json()["items"][0]["id"] == wanted[0]
    assert api.get("/api/v1/people", params={"name": "Nobody Atall"}).json() == {"items": [], "next": None}


def test_a_person_has_tenures_with_the_words_that_say_so(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        tenure = next(t for t in record.tenures() if t.office)
        texts = {d.id: d.text for d in record.documents()}
    told = api.get(f"/api/v1/people/{tenure.person.id}").json()
    assert (told["name"], told["party"]) == (tenure.person.name, tenure.person.party)
    assert tenure.office in [t["office"] for t in told["tenures"]]
    words = [s["office"] for t in told["tenures"] for s in t["sightings"] if s["office"]]
    assert words
    assert all(texts[w["document"]][w["start"] : w["end"]] == w["text"] for w in words)
    with_them = api.get(f"/api/v1/people/{tenure.person.id}/engagements", params={"limit": 1}).json()
    assert len(with_them["items"]) == 1


def test_parties_are_counted(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        everything = record.engagements(Filters(main_only=False))
    parties = api.get("/api/v1/parties").json()["items"]
    for row in parties:
        with_it = [e for e in everything if row["party"] in [p.value for p in e.parties]]
        assert (row["engagements"], row["main"]) == (len(with_it), sum(e.main for e in with_it))
        starts = [e.start.preferred.value for e in with_it if e.start.preferred]
        assert (row["first"], row["last"]) == (min(starts, default=None), max(starts, default=None))
    assert {"party": "NO", "name": "Norway"}.items() <= next(p for p in parties if p["party"] == "NO").items()
    assert {p["party"] for p in parties} == {p.value for e in everything for p in e.parties}


def test_a_forum_has_its_sessions_and_what_is_said_of_their_numbers(api: TestClient, path: Path) -> None:
    (row,) = api.get("/api/v1/forums", params={"name": "ports dialogue", "party": ["Finland"]}).json()["items"]
    forum = api.get(f"/api/v1/forums/{row['id']}").json()
    assert (forum["parties"], forum["sessions"]) == (["FI", "LV"], row["sessions"])
    assert [s["start"] for s in forum["dated"]] == sorted(s["start"] for s in forum["dated"])
    with Record.open(path) as record:
        texts = {d.id: d.text for d in record.documents()}
    claims = [claim for session in forum["dated"] for claim in session["claims"]]
    assert claims
    for claim in claims:
        words = claim["words"]
        assert texts[words["document"]][words["start"] : words["end"]] == words["text"]
        assert claim["reason"]


def test_forums_are_listed_for_a_party(api: TestClient) -> None:
    everything = api.get("/api/v1/forums").json()["items"]
    ours = api.get("/api/v1/forums", params={"party": "LV"}).json()["items"]
    assert 0 < len(ours) < len(everything)
    assert len({row["id"] for row in everything}) == len(everything)
