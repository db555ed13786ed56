"""What the commands do, over HTTP: reasons, the queue, offices, rosters, reprints, texts and exports."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from memcon.exporting.coded import coded
from memcon.exporting.explaining import EXPLAINED, explained, explanation_value
from memcon.exporting.joins import joins_of, joins_value
from memcon.exporting.noted import note_of
from memcon.exporting.queue import queue_rows
from memcon.exporting.rows import row_of
from memcon.record import Filters, Record
from memcon.web.api import description

CALL = "E-293a27ea"
ROUND, SEARCH = "Pilot", "Calls"


def everything(api: TestClient, what: str, limit: int = 3, **asked: Any) -> list[dict[str, Any]]:
    """The rows of all pages."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        answer = api.get(f"/api/v1/{what}", params={**asked, "limit": limit, **cursor})
        assert answer.status_code == 200, answer.text
        page = answer.json()
        found += page["items"]
        assert len(page["items"]) <= limit
        if page["next"] is None:
            return found
        cursor = {"cursor": page["next"]}


def finished_round(api: TestClient) -> None:
    """A round that both its reviewers have answered."""
    given = {"name": ROUND, "reviewers": ["Ann Lee", "Bo Ek"], "items": 2, "author": "R. Meyer"}
    assert api.post("/api/v1/rounds", json=given).status_code == 201
    for name, verdict in (("Ann Lee", "accept"), ("Bo Ek", "unknown")):
        for number in (1, 2):
            body = {"verdict": verdict, "reviewer": name}
            assert api.put(f"/api/v1/rounds/{ROUND}/answers/{number}", json=body).status_code == 200


@pytest.mark.parametrize("field", EXPLAINED)
def test_a_field_is_explained(api: TestClient, path: Path, field: str) -> None:
    with Record.open(path) as record:
        wanted = [explanation_value(one) for one in explained(record, record.engagement(CALL), field)]
        texts = {d.id: d.text for d in record.documents()}
    told = api.get(f"/api/v1/engagements/{CALL}/fields/{field}").json()["items"]
    assert told == wanted
    spans = [span for one in told for account in one["accounts"] for v in account["values"] for span in v["words"]]
    for span in spans:
        text = texts[span["document"]]
        assert text[span["start"] : span["end"]] == span["text"]
        assert text[: span["start"]].endswith(span["before"])
        assert text[span["end"] :].startswith(span["after"])


def test_the_reasons_of_a_join_and_the_note_are_those_of_the_commands(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        engagement = record.engagement(CALL)
        wanted, note = joins_value(joins_of(record, engagement)), note_of(record, engagement)
    told = api.get(f"/api/v1/engagements/{CALL}/why").json()
    assert told == wanted
    for join in told["joins"]:
        assert join["bits"] == pytest.approx(sum(reason["bits"] for reason in join["reasons"]), abs=0.02)
    answer = api.get(f"/api/v1/engagements/{CALL}/note")
    assert (answer.text, answer.headers["content-type"]) == (note, "text/plain; charset=utf-8")


def test_the_queue_is_that_of_the_command_and_the_page_page_by_page(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        wanted = list(queue_rows(record))
        order = [str(one.reference) for one in record.waiting(limit=1000)]
    rows = everything(api, "queue", 9)
    assert rows == wanted != []
    assert [row["reference"] for row in rows] == order
    unsure = everything(api, "queue", 7, below=0.8)
    assert unsure == [row for row in rows if row["doubt"] > 0.2] != []
    assert everything(api, "queue", 200, about="date") == [row for row in rows if row["field"] == "date"] != []
    assert api.get("/api/v1/queue", params={"about": "weather"}).status_code == 422
    cursor = api.get("/api/v1/queue", params={"limit": 1}).json()["next"]
    api.post("/api/v1/decisions/accept", json={"engagement": rows[0]["engagement"], "author": "R. Meyer"})
    assert api.get("/api/v1/queue", params={"cursor": cursor}).status_code == 422
    left = everything(api, "queue", 50)
    assert (rows[0]["engagement"], "value") not in [(row["engagement"], row["kind"]) for row in left]


def test_what_a_reviewer_put_off_comes_last_for_them_alone(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        (first,) = record.waiting()
        record.put_off(first.reference, "Ann Lee")
    ann, bo = (everything(api, "queue", 50, reviewer=name) for name in ("Ann Lee", "Bo Ek"))
    assert (ann[-1]["reference"], ann[-1]["put_off"]) == (str(first.reference), True)
    assert bo[0]["reference"] == str(first.reference)
    assert sorted(row["reference"] for row in ann) == sorted(row["reference"] for row in bo)


def test_the_history_of_an_engagement(api: TestClient) -> None:
    made = api.post("/api/v1/decisions/accept", json={"engagement": CALL, "field": "date", "author": "R. Meyer"}).json()
    told = api.get(f"/api/v1/engagements/{CALL}/history").json()
    assert [bool(event["document"]) for event in told["items"]] == [True, True, True, False]
    last = told["items"][-1]
    assert (last["decision"], last["author"], last["words"]) == (made["id"], "R. Meyer", "accepted date")


@pytest.mark.parametrize("what", ["parties", "forums", "reprints", "decisions", "commitments", "silence"])
def test_pages_give_each_row_once(api: TestClient, what: str) -> None:
    if what == "decisions":
        for row in api.get("/api/v1/engagements", params={"limit": 5}).json()["items"]:
            api.post("/api/v1/decisions/accept", json={"engagement": row["id"], "author": "R. Meyer"})
    whole = everything(api, what, 200)
    assert len(whole) > 1
    assert everything(api, what, max(1, len(whole) // 4)) == whole


def test_pages_of_phrases_drift_hits_and_a_persons_engagements(api: TestClient) -> None:
    person = max(
        everything(api, "people", 200), key=lambda p: len(everything(api, f"people/{p['id']}/engagements", 200))
    )
    for what, asked in (
        ("phrases", {"who": ["US", "NO"]}),
        ("drift", {"party": ["US", "NO"]}),
        (f"people/{person['id']}/engagements", {}),
        ("roster", {"party": "KZ"}),
    ):
        whole = everything(api, what, 200, **asked)
        assert everything(api, what, 1, **asked) == whole != []
    hits: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        found = api.get("/api/v1/search", params={"words": "minister", "limit": 4, **cursor}).json()
        hits += [hit["document"] for hit in found["documents"]]
        if found["next"] is None:
            break
        cursor = {"cursor": found["next"]}
    wanted = api.get("/api/v1/search", params={"words": "minister", "limit": 200}).json()["documents"]
    assert hits == [hit["document"] for hit in wanted]
    assert len(hits) > 4


def test_a_cursor_of_what_is_gone_is_told(api: TestClient) -> None:
    cursor = api.get("/api/v1/reprints", params={"limit": 1}).json()["next"]
    for copy in ("05-call-reprint", "02-reprinted-transcript"):
        assert api.delete(f"/api/v1/documents/{copy}").status_code == 200
    problem = api.get("/api/v1/reprints", params={"cursor": cursor})
    assert (problem.status_code, "begin without one" in problem.json()["detail"]) == (422, True)


def test_who_held_an_office_on_a_day(api: TestClient) -> None:
    asked = {"office": "secretary of state", "party": "US", "at": "2024-12-30"}
    told = api.get("/api/v1/offices", params=asked).json()
    assert "Dana K. Whitlow" in [holder["name"] for holder in told["items"]]
    assert any(holder["sightings"] for holder in told["items"])
    for wrong, status in (({"office": "archivist"}, 404), ({"party": "Ruritania"}, 422), ({"at": "2024-13"}, 422)):
        assert api.get("/api/v1/offices", params=asked | wrong).status_code == status


def test_a_roster_of_ones_own_comes_and_goes(api: TestClient) -> None:
    table = b"name,office,party,start\nAino Kari,President,Finland,2050-05-09\n"
    put = api.put("/api/v1/roster/mine.csv", content=table, headers={"Content-Type": "text/csv"})
    assert put.json() == {"source": "mine.csv", "entries": 1}
    assert [row["source"] for row in everything(api, "roster", name="Aino Kari")] == ["mine.csv"]
    wrong = api.put("/api/v1/roster/mine.csv", content=b"name,party\nA\n")
    assert (wrong.status_code, wrong.json()["detail"]) == (422, "mine.csv:2: 1 cells where 2 are due")
    assert api.delete("/api/v1/roster/mine.csv").json()["entries"] == 1
    assert api.delete("/api/v1/roster/mine.csv").status_code == 404
    assert everything(api, "roster", name="Aino Kari") == []


def test_the_bytes_of_a_document_are_given_to_be_saved(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        document = record.documents()[0]
    answer = api.get(f"/api/v1/documents/{document.id}/original")
    assert answer.content == document.raw
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment"


def test_texts_are_looked_at_and_not_kept(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        document = record.document("03-call-washington")
        wanted = coded(record.reading(document.id), "given")
    before = path.read_bytes()
    given = {"text": document.text, "name": "given", "published": document.published, "publisher": document.publisher}
    (coding,) = api.post("/api/v1/texts/codings", json={"documents": [given]}).json()["items"]
    assert coding["engagements"] == wanted["engagements"]
    other = {"text": "Olav Berg, Foreign Minister of Norway, met Anna Virta of Finland in Turku.", "name": "other"}
    linked = api.post("/api/v1/texts/occasions", json={"documents": [given, other]}).json()
    assert {row["doc"] for row in linked["accounts"]} == {"given", "other"}
    told = api.post("/api/v1/texts/attributions", json={"documents": [{"text": "“We won,” the captain said."}]}).json()
    assert told["items"][0]["source"]["text"] == "the captain"
    both = {"documents": [given, {**given, "name": "again"}], "by_words": True}
    assert api.post("/api/v1/texts/comparison", json=both).json()["rows"]
    assert api.post("/api/v1/texts/comparison", json={"documents": [given]}).status_code == 422
    assert path.read_bytes() == before


def test_exports_hold_the_rows_of_the_commands(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        rows = [row_of(e) for e in record.engagements(Filters(main_only=False))]
        codings = [coded(record.reading(d.id), d.name) for d in record.documents()]
    told = api.get("/api/v1/exports/engagements", params={"mentioned": True})
    assert told.headers["content-type"].startswith("application/x-ndjson")
    assert [json.loads(line) for line in told.text.splitlines()] == rows
    table = api.get("/api/v1/exports/engagements", params={"mentioned": True, "form": "csv"}).text
    assert [row["id"] for row in csv.DictReader(io.StringIO(table))] == [row["id"] for row in rows]
    topic = api.get("/api/v1/exports/engagements", params={"topic": "trade"}).text.splitlines()
    assert [json.loads(line)["id"] for line in topic] == [
        row["id"] for row in everything(api, "engagements", 200, topic="trade")
    ]
    assert [json.loads(line) for line in api.get("/api/v1/exports/codings").text.splitlines()] == codings


def test_an_export_is_not_made_again_where_nothing_has_changed(api: TestClient) -> None:
    tag = api.get("/api/v1/exports/decisions").headers["ETag"]
    again = api.get("/api/v1/exports/decisions", headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    api.post("/api/v1/decisions/accept", json={"engagement": CALL, "author": "R. Meyer"})
    changed = api.get("/api/v1/exports/decisions", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    body = changed.content
    assert api.post("/api/v1/decisions", content=body).json() == {"new": 0, "known": 1, "looks": 0}
    wrong = api.post("/api/v1/decisions", content=b'{"id": 1}\n')
    assert (wrong.status_code, wrong.json()["detail"].startswith("line:1: is no decision")) == (422, True)


def test_decisions_move_from_one_record_to_another(api: TestClient, samples: Path, tmp_path: Path) -> None:
    from shutil import copy

    from tests.web.api.conftest import application

    made = api.post("/api/v1/decisions/dismiss", json={"engagement": CALL, "author": "R. Meyer"}).json()
    assert made["verb"] == "dismiss"
    assert CALL not in [row["id"] for row in everything(api, "engagements", 200)]
    assert [row["id"] for row in everything(api, "engagements", 200, dismissed=True)] == made["engagements"]
    lines = api.get("/api/v1/exports/decisions").content
    other = TestClient(application(Path(copy(samples, tmp_path / "other.memcon"))))
    assert other.post("/api/v1/decisions", content=lines).json() == {"new": 1, "known": 0, "looks": 0}
    assert everything(other, "decisions") == everything(api, "decisions")


def test_head_has_the_headers_of_get_and_no_content(api: TestClient) -> None:
    person = everything(api, "people")[0]["id"]
    forum = everything(api, "forums")[0]["id"]
    values = {"document": "04-call-oslo", "engagement": CALL, "field": "start", "person": person, "forum": forum}
    values |= {"round": ROUND, "name": SEARCH, "number": "1"}
    finished_round(api)
    api.post("/api/v1/searches", json={"name": SEARCH, "query": "party=US", "author": "R. Meyer"})
    asked = {"words": "minister", "office": "secretary of state", "party": "US", "who": "US"}
    for path, operations in description()["paths"].items():
        if "get" not in operations:
            assert api.head(path.format(**values, source="x")).status_code == 405
            continue
        known = {p["name"] for p in operations["get"].get("parameters", ()) if p.get("required") or p["name"] == "who"}
        params: dict[str, Any] = {name: value for name, value in asked.items() if name in known}
        params |= {"engagement": CALL} if path.endswith(("/compare", "/figures")) else {}
        params |= {"party": ["US", "NO"]} if path.endswith("/drift") else {}
        params |= {"reviewer": "Ann Lee"} if path.endswith("/next") else {}
        get, head = (api.request(by, path.format(**values), params=params) for by in ("GET", "HEAD"))
        assert (get.status_code, head.status_code) == (200, 200), (path, get.text)
        assert head.content == b""
        assert dict(head.headers) == dict(get.headers), path


def test_options_tell_what_is_done(api: TestClient) -> None:
    answer = api.options("/api/v1/documents")
    assert (answer.status_code, answer.headers["Allow"]) == (204, "GET, HEAD, OPTIONS, POST")
    assert api.options("/api/v1/nothing").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "media"),
    [
        ("POST", "/documents", "text/plain"),
        ("POST", "/files?name=a.txt", "application/x-www-form-urlencoded"),
        ("POST", "/files?name=a.txt", "multipart/form-data; boundary=x"),
        ("POST", "/decisions/accept", "application/xml"),
        ("POST", "/decisions", "application/pdf"),
        ("PUT", "/roster/a.csv", "application/json"),
        ("POST", "/texts/codings", "text/html"),
    ],
)
def test_a_body_of_another_type_is_refused(api: TestClient, method: str, path: str, media: str) -> None:
    answer = api.request(method, f"/api/v1{path}", content=b"Hello.", headers={"Content-Type": media})
    assert (answer.status_code, answer.headers["content-type"]) == (415, "application/problem+json")
    assert media.split(";")[0] in answer.json()["detail"]
    assert answer.headers["Accept-Post"]


@pytest.mark.parametrize("media", ["text/plain", "application/octet-stream", "TEXT/PLAIN; charset=utf-8"])
def test_a_file_comes_as_what_it_is(api: TestClient, media: str) -> None:
    text = b"Foreign Minister Anna Virta of Finland met Olav Berg of Norway in Turku on 9 May 2022."
    answer = api.post("/api/v1/files", params={"name": "a.txt"}, content=text, headers={"Content-Type": media})
    assert answer.status_code == 200
    assert len(answer.json()["documents"]) == 1
