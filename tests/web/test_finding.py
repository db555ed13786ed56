"""Facets, feeds, exports, saved searches, and hits in a document."""

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import hrefs, words

from memcon.exporting.noted import note_of
from memcon.exporting.rows import COLUMNS, row_of
from memcon.model import EngagementKind
from memcon.reading.reader import read_document
from memcon.record import Filters, Record
from memcon.sources import document_from_text
from memcon.web import create_app, links

ATOM = "{http://www.w3.org/2005/Atom}"
WHO = "R. Meyer"


@pytest.fixture
def own(path: Path, tmp_path: Path) -> Path:
    """A record of one test's own."""
    return Path(shutil.copy(path, tmp_path / "own.memcon"))


@pytest.fixture
def editor(own: Path) -> Iterator[TestClient]:
    with TestClient(create_app(own), base_url="http://127.0.0.1:8460", follow_redirects=False) as client:
        yield client


def feed_of(browser: TestClient, address: str) -> ElementTree.Element:
    answer = browser.get(address)
    assert answer.headers["content-type"] == "application/atom+xml"
    return ElementTree.fromstring(answer.text)


def test_the_feed_is_atom(browser: TestClient, record: Record) -> None:
    feed = feed_of(browser, "/feed.atom?party=US")
    assert feed.findtext(f"{ATOM}title") == "memcon: United States"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(record.engagements(Filters(parties=("US",))))
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"{ATOM}{name}")
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(browser.get(urlsplit(one).path).status_code == 200 for one in ids)


def test_the_json_feed_tells_what_the_atom_feed_tells(browser: TestClient) -> None:
    answer = browser.get("/feed.json?party=US")
    assert answer.headers["content-type"] == "application/feed+json"
    told = answer.json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == "http://127.0.0.1:8460/feed.json?party=US"
    assert told["home_page_url"] == "http://127.0.0.1:8460/search?party=US"
    entries = feed_of(browser, "/feed.atom?party=US").findall(f"{ATOM}entry")
    assert [i["id"] for i in told["items"]] == [e.findtext(f"{ATOM}id") for e in entries]
    assert [i["title"] for i in told["items"]] == [e.findtext(f"{ATOM}title") for e in entries]
    assert [i["date_modified"] for i in told["items"]] == [e.findtext(f"{ATOM}updated") for e in entries]
    assert all(i["url"] and i["content_text"] for i in told["items"])


def test_a_feed_has_first_what_changed_last(own: Path, editor: TestClient) -> None:
    with Record.open(own) as record:
        oldest = record.engagements(Filters())[0]

        with sqlite3.connect(own) as base:
            base.execute("UPDATE engagements SET changed = '2020-05-06T07:08:09+00:00'")
        assert editor.get("/feed.json").json()["items"][0]["date_modified"] == "2020-05-06T07:08:09Z"
        record.accept(oldest.id, author=WHO)
    first = editor.get("/feed.json").json()["items"][0]
    assert first["id"].endswith(links.engagement(oldest.id))
    assert first["date_modified"] > "2020-05-07"


@pytest.mark.parametrize("page", ["/", "/party/KZ", "/pair/KZ/US", "/search?q=fisheries", "person", "forum", "saved"])
def test_every_view_leads_to_its_feeds_and_exports(browser: TestClient, record: Record, page: str) -> None:
    person = record.persons("Blinken")[0]
    slug, series = record.series_page(1)[0]
    address = {
        "person": links.person(person.id),
        "forum": links.forum(slug),
        "saved": "/saved/Calls%20of%20the%20US",
    }.get(page, page)
    html = browser.get(address).text
    leads = hrefs(html)
    for start in ("/feed.atom", "/feed.json", "/export.csv", "/export.json", "/export.jsonl", "/export.txt"):
        found = [href for href in leads if href.split("?")[0] == start]
        assert found, start
        assert browser.get(found[0]).status_code == 200
    head = html.split("</head>")[0]
    assert head.count('rel="alternate"') == 2
    feed = next(h for h in hrefs(head) if h.startswith("/feed.json"))
    ids = {item["id"].split("/")[-1] for item in browser.get(feed).json()["items"]}
    if page == "forum":
        assert ids == set(series.engagements)
    if page == "person":
        assert ids == {e.id for e in record.newest_with(person, 30)}


def test_an_export_holds_the_whole_result(browser: TestClient, record: Record) -> None:
    wanted = record.engagements(Filters(main_only=False))
    assert len(wanted) > 30, "more than a page"
    answer = browser.get("/export.csv?told=all")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == [e.id for e in wanted]
    assert browser.get("/export.json?told=all").json() == [json.loads(json.dumps(row_of(e))) for e in wanted]
    lines = browser.get("/export.jsonl?told=all").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [e.id for e in wanted]
    some = record.engagements(Filters(parties=("KZ",)))
    notes = browser.get("/export.txt?party=KZ").text
    assert all(note_of(record, e) in notes for e in some)
    assert browser.get("/export.json?q=zzzzz").json() == []


def test_an_export_is_called_what_it_is(browser: TestClient, record: Record) -> None:
    name = browser.get("/export.csv?party=KZ&kind=meeting&since=2023").headers["content-disposition"]
    assert name == 'attachment; filename="memcon-engagements-kazakhstan-meeting-from-2023.csv"'
    call = record.engagements()[0]
    answer = browser.get(f"/engagement/{call.id}.csv")
    assert f'filename="memcon-engagement-{call.id.casefold()}.csv"' in answer.headers["content-disposition"]
    assert [row["id"] for row in csv.DictReader(io.StringIO(answer.text))] == [call.id]
    document = record.document("03-call-washington")
    rows = browser.get(f"/document/{document.id}.jsonl").text.splitlines()
    assert {json.loads(row)["id"] for row in rows} == {e.id for e in record.engagements_of(document.id)}
    coded = browser.get(f"/document/{document.id}.json").json()
    assert coded["doc"] == document.name
    assert len(coded["engagements"]) == len(record.reading(document.id).accounts)


@pytest.mark.parametrize("address", ["/export.csv?kind=party", "/export.txt?since=2022-13", "/feed.json?topic=x"])
def test_what_makes_no_sense_is_not_handed_on(browser: TestClient, address: str) -> None:
    assert browser.get(address).status_code == 400
    assert browser.get("/export.pdf").status_code in (404, 422)
    assert browser.get("/document/none.csv").status_code == 404


def save(editor: TestClient, name: str, query: str = "party=US", author: str = WHO) -> int:
    return editor.post("/saved", data={"name": name, "query": query, "author": author}).status_code


def test_a_search_is_saved_renamed_and_removed(own: Path, editor: TestClient) -> None:
    answer = editor.post(
        "/saved", data={"name": " Calls  of Norway ", "query": "?kind=call&x=1&party=NO", "author": WHO}
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/saved/Calls%20of%20Norway")
    page = editor.get("/saved/Calls%20of%20Norway").text
    with Record.open(own) as record:
        saved = record.saved_search("calls of norway")
        number = record.count(Filters(parties=("NO",), kind=EngagementKind.CALL))
    assert (saved.query, saved.author) == ("party=NO&kind=call", WHO)
    assert f"{number} engagement" in words(page)
    assert f"Saved by {WHO}" in words(page)
    for address in ("/", "/search"):
        assert f"Calls of Norway {number}" in words(editor.get(address).text)
    assert editor.post("/saved/rename", data={"name": saved.name, "to": "Norway/US: calls"}).status_code == 303
    assert editor.get(links.saved("norway/us: calls")).headers["location"] == links.saved("Norway/US: calls")
    assert editor.get("/saved/Calls%20of%20Norway").status_code == 404
    assert editor.post("/saved/remove", data={"name": "Norway/US: calls"}).headers["location"].startswith("/search?")
    assert editor.get(links.saved("Norway/US: calls")).status_code == 404


def test_names_of_saved_searches_are_there_once(editor: TestClient) -> None:
    assert save(editor, "Ports") == 303
    for name in ("ports", "  ", "x" * 81):
        assert save(editor, name) == 400, name
    assert save(editor, "Rivers") == 303
    assert editor.post("/saved/rename", data={"name": "Rivers", "to": "PORTS"}).status_code == 400
    assert editor.post("/saved/rename", data={"name": "Rivers", "to": "rivers"}).status_code == 303
    assert editor.post("/saved/remove", data={"name": "Lakes"}).status_code == 404


def test_who_saves_is_asked_once(editor: TestClient) -> None:
    assert 'name="author"' in editor.get("/search?party=US").text
    assert save(editor, "Nobody", author=" ") == 400
    assert save(editor, "Ports") == 303
    assert 'name="author"' not in editor.get("/search?kind=call").text
    assert save(editor, "Rivers", author="") == 303
    assert f"Saved by {WHO}" in words(editor.get("/saved/Rivers").text)


def test_what_is_new_since_a_saved_search_was_looked_at_is_marked(own: Path, editor: TestClient) -> None:

    with sqlite3.connect(own) as base:
        base.execute("UPDATE engagements SET changed = '2020-01-01T00:00:00+00:00'")
        base.execute("UPDATE saved_searches SET at = '2020-01-01T00:00:00+00:00'")
    address = "/saved/Calls%20of%20the%20US"
    assert "Nothing new since 1 January 2020" in words(editor.get(address).text)
    with Record.open(own) as record:
        call = record.engagements(Filters(parties=("US",), kind=EngagementKind.CALL))[0]
        with sqlite3.connect(own) as base:
            base.execute("UPDATE engagements SET changed = '2999-01-01T00:00:00+00:00' WHERE id = ?", (call.id,))
    assert "1 new" in words(editor.get("/").text)
    page = editor.get(address).text
    assert "1 new or changed since" in words(page)
    rows = page.split('<li class="row">')[1:]
    assert [call.id in row for row in rows] == ['tag-new">new<' in row for row in rows]


def test_what_changes_in_the_second_of_a_look_is_new(own: Path, editor: TestClient) -> None:
    address = "/saved/Calls%20of%20the%20US"
    editor.get(address)
    document = document_from_text(
        "Call\n\nSecretary of State Dana K. Whitlow spoke today by phone with Foreign Minister Aino Virta of Finland.",
        name="later",
        published="2026-02-03",
    )
    with Record.open(own) as record:
        record.add(document, read_document(document))
        record.link([document.id])
    assert "1 new or changed since" in words(editor.get(address).text)
    assert "Nothing new since" in words(editor.get(address).text)


def test_a_saved_search_that_makes_no_sense_any_more_can_be_removed(own: Path, editor: TestClient) -> None:
    with Record.open(own) as record:
        record.save_search("Old", "topic=x", author=WHO)
    assert "Old ?" in words(editor.get("/search").text)
    assert editor.get("/saved/Old").status_code == 400
    assert editor.post("/saved/remove", data={"name": "Old"}).status_code == 303


def test_a_hit_leads_to_its_words_in_the_document(browser: TestClient, record: Record) -> None:
    page = browser.get("/search?q=fisheries&told=all").text
    hit = next(h for h in hrefs(page) if "/hit?" in h)
    answer = browser.get(hit)
    address, _, anchor = answer.headers["location"].partition("#")
    html = browser.get(address).text
    document = record.document(urlsplit(address).path.split("/")[-1])
    start, end = map(int, anchor.removeprefix("c").split("-"))
    assert document.text[start:end].casefold() == "fisheries"
    assert f'id="{anchor}"' in html
    count = document.text.casefold().count("fisheries")
    assert html.count("k-hit") >= count > 0
    assert "“fisheries” stands here" in words(html)
    assert browser.get(f"/document/{document.id}?q=zzz").text.count("k-hit") == 0


def test_chosen_values_are_shown_and_can_be_taken_out(browser: TestClient) -> None:
    page = browser.get("/search?party=US&since=2022&topic=fisheries&told=all").text
    chips = page.split('<ul class="chips chosen-of"')[1].split("</ul>")[0]
    said = words("<ul" + chips)
    assert all(one in said for one in ("United States", "from 2022"))
    assert "/search?party=US&topic=fisheries&told=all" in hrefs(chips)
    assert "/search?topic=fisheries&since=2022&told=all" in hrefs(chips)


@pytest.mark.parametrize("number", ["-1", "0", "abc", "²", "9" * 30, "9" * 5000, "1000000000"])
@pytest.mark.parametrize("listing", ["/search?page=", "/forums?page="])
def test_any_number_of_a_page_leads_to_one_that_is_there(browser: TestClient, listing: str, number: str) -> None:
    answer = browser.get(f"{listing}{number}")
    assert answer.status_code == 200
    assert '<li class="row">' in answer.text or "Forums" in answer.text


def test_a_search_says_how_many_more_are_told_of_in_passing(browser: TestClient, record: Record) -> None:
    main, everything = (record.count(Filters(main_only=only)) for only in (True, False))
    assert everything > main
    assert f"{everything - main} more are told of only in passing" in words(browser.get("/search?page=99999").text)
    assert "only in passing" not in words(browser.get("/search?told=all").text)


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("a\x00b", "party=US", "characters that are not seen"),
        ("a\u202eb", "party=US", "characters that are not seen"),
        ("Odd", "kind=dinner", "is no kind"),
        ("Odd", "year=²²²²", "is no year"),
    ],
)
def test_a_search_that_makes_no_sense_is_not_saved(
    own: Path, editor: TestClient, name: str, query: str, said: str
) -> None:
    answer = editor.post("/saved", data={"name": name, "query": query, "author": WHO})
    assert answer.status_code == 400
    assert said in words(answer.text)
    with Record.open(own) as record:
        assert name not in {saved.name for saved in record.saved_searches()}
