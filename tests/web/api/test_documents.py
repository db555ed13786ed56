"""Documents over HTTP: lists, single ones, and new ones."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from memcon.record import Record
from memcon.web.api import bodies

TEXT = "Foreign Minister Anna Virta of Finland met today with Foreign Minister Olav Berg of Norway in Helsinki."


def spans_in(value: Any) -> list[dict[str, Any]]:
    """All spans in an answer."""
    if isinstance(value, list):
        return [span for each in value for span in spans_in(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"document", "start", "end", "text"} == set(value) else []
    return own + [span for each in value.values() for span in spans_in(each)]


def test_each_page_after_the_other_gives_all_documents_once(api: TestClient, path: Path) -> None:
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = api.get("/api/v1/documents", params={"limit": 4, **cursor}).json()
        found += [row["id"] for row in page["items"]]
        assert len(page["items"]) <= 4
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    with Record.open(path) as record:
        assert found == [d.id for d in record.documents()]


def test_a_document_has_its_text_and_every_span_stands_in_it(api: TestClient) -> None:
    told = 0
    for row in api.get("/api/v1/documents").json()["items"]:
        document = api.get(f"/api/v1/documents/{row['id']}").json()
        assert document["kind"]["value"] == row["kind"]
        for span in spans_in(document):
            assert span["document"] == row["id"]
            assert document["text"][span["start"] : span["end"]] == span["text"]
            told += 1
    assert told > 500


def test_a_transcript_has_its_turns(api: TestClient) -> None:
    turns = api.get("/api/v1/documents/02-reprinted-transcript").json()["turns"]
    assert turns[0]["label"]["text"].isupper()
    assert turns[0]["speaker"]["value"]
    assert turns[0]["words"]["start"] > turns[0]["label"]["end"]


def test_a_copy_says_of_what(api: TestClient) -> None:
    (words,) = api.get("/api/v1/documents/05-call-reprint").json()["reprints"]
    assert "reprint" in words


def test_a_text_is_read_and_linked(api: TestClient) -> None:
    answer = api.post("/api/v1/documents", json={"text": TEXT, "published": "2022-05-09", "publisher": "Ministry"})
    assert answer.status_code == 201
    added = answer.json()
    (engagement,) = added["engagements"]
    assert (engagement["parties"], engagement["start"]) == (["FI", "NO"], "2022-05-09")
    document = api.get(answer.headers["Location"]).json()
    assert (document["publisher"], document["text"]) == ("Ministry", TEXT)
    assert api.get(f"/api/v1/engagements/{engagement['id']}").status_code == 200


def test_a_text_that_is_known_is_not_read_again(api: TestClient) -> None:
    first = api.post("/api/v1/documents", json={"text": TEXT})
    again = api.post("/api/v1/documents", json={"text": TEXT})
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json() | {"new": False}


def test_a_file_is_known_by_its_suffix(api: TestClient) -> None:
    page = f"<html><head><title>Ministers meet</title></head><body><article><p>{TEXT}</p></article></body></html>"
    answer = api.post("/api/v1/files", params={"name": "page.html"}, content=page.encode())
    (added,) = answer.json()["documents"]
    assert answer.json()["failures"] == []
    assert "<p>" not in api.get(f"/api/v1/documents/{added['document']}").json()["text"]


def test_lines_that_cannot_be_read_are_told_beside_those_that_can(api: TestClient) -> None:
    lines = json.dumps({"doc": "a", "text": TEXT}) + "\n{broken\n"
    answer = api.post("/api/v1/files", params={"name": "two.jsonl"}, content=lines.encode()).json()
    assert [d["name"] for d in answer["documents"]] == ["a"]
    assert [f["origin"] for f in answer["failures"]] == ["two.jsonl:2"]


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("picture.png", b"\x89PNG\r\n\x1a\n", 422),
        ("empty.txt", b"", 422),
        ("many.jsonl", b'{"text": "Hello."}\n' * 101, 413),
    ],
)
def test_what_cannot_be_read_is_told(api: TestClient, name: str, data: bytes, status: int) -> None:
    answer = api.post("/api/v1/files", params={"name": name}, content=data)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert name in answer.json()["detail"]


def test_no_more_is_read_than_may_be(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies.Uploading, "largest", 50)
    told = api.post("/api/v1/files", params={"name": "a.txt"}, content=b"x" * 51)
    untold = api.post("/api/v1/files", params={"name": "a.txt"}, content=iter([b"x" * 30, b"x" * 30]))
    assert (told.status_code, untold.status_code) == (413, 413)
    assert "50 bytes" in untold.json()["detail"]


def test_the_first_document_makes_the_record(tmp_path: Path) -> None:
    from tests.web.api.conftest import application

    api = TestClient(application(tmp_path / "new.memcon"), raise_server_exceptions=False)
    assert api.get("/api/v1/documents").status_code == 503
    assert api.post("/api/v1/documents", json={"text": TEXT}).status_code == 201
    assert len(api.get("/api/v1/documents").json()["items"]) == 1
