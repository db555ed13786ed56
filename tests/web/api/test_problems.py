"""Errors, ETags, methods: what is the same for every endpoint."""

import threading
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.web.api.conftest import application

from memcon.web.records import RecordFile


def test_what_has_not_changed_is_not_sent_again(api: TestClient) -> None:
    first = api.get("/api/v1/parties")
    tag = first.headers["ETag"]
    again = api.get("/api/v1/parties", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    api.post("/api/v1/documents", json={"text": "Prime Minister Ola Nord of Norway visited Estonia on 3 May 2024."})
    changed = api.get("/api/v1/parties", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/", 404),
        ("GET", "/engagements/E-none", 404),
        ("GET", "/documents/none", 404),
        ("GET", "/people/none", 404),
        ("GET", "/forums/none", 404),
        ("GET", "/decisions?of=E-none", 404),
        ("GET", "/engagements?limit=0", 422),
        ("GET", "/engagements?since=May", 422),
        ("GET", "/engagements?kind=picnic", 422),
        ("GET", "/engagements?topic=picnics", 422),
        ("GET", "/engagements?cursor=*", 422),
        ("GET", "/engagements?cursor=WzFd", 422),
        ("GET", "/documents?cursor=WyJhIl0=", 422),
        ("POST", "/documents", 422),
        ("DELETE", "/engagements", 405),
        ("PUT", "/documents/none", 405),
    ],
)
def test_every_error_is_a_problem(api: TestClient, method: str, address: str, status: int) -> None:
    answer = api.request(method, f"/api/v1{address}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    problem = answer.json()
    assert (problem["type"], problem["status"]) == ("about:blank", status)
    assert problem["title"]
    assert "\n" not in problem["detail"]
    assert "memcon list" not in problem["detail"]


def test_what_is_wrong_is_told_one_by_one(api: TestClient) -> None:
    errors = api.get("/api/v1/engagements", params={"limit": 0, "sure": 2}).json()["errors"]
    assert [e["at"] for e in errors] == ["query sure", "query limit"]


def test_a_method_that_is_not_done_tells_which_are(api: TestClient) -> None:
    assert api.put("/api/v1/documents").headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert api.delete("/api/v1/decisions/merge").headers["Allow"] == "OPTIONS, POST"


@pytest.mark.parametrize(
    ("origin", "status"), [("https://evil.example", 403), ("null", 403), ("http://[", 403), ("http://testserver", 422)]
)
def test_pages_of_other_sites_change_nothing(api: TestClient, origin: str, status: int) -> None:
    answer = api.post("/api/v1/files", params={"name": "a.txt"}, content=b" ", headers={"Origin": origin})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert api.get("/api/v1/parties", headers={"Origin": origin}).status_code == 200


def test_what_nobody_foresaw_shows_nothing_of_the_inside(
    api: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: RecordFile) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(RecordFile, "record", fail)
    answer = api.get("/api/v1/parties")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "secret" in caplog.text


def test_a_file_that_is_no_record_is_told_without_its_folder(tmp_path: Path) -> None:
    (tmp_path / "notes.memcon").write_text("this is no record, but long enough to be looked at by SQLite" * 20)
    answer = TestClient(application(tmp_path / "notes.memcon")).get("/api/v1/parties")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "not an SQLite file" in answer.json()["detail"]
    assert str(tmp_path) not in answer.text


def test_many_can_write_at_once(path: Path) -> None:
    api = TestClient(application(path))
    first = api.get("/api/v1/engagements", params={"limit": 8}).json()["items"]
    answers: list[Any] = []

    def accept(engagement: str) -> None:
        body = {"engagement": engagement, "author": "R. Meyer"}
        answers.append(api.post("/api/v1/decisions/accept", json=body).status_code)

    threads = [threading.Thread(target=accept, args=[row["id"]]) for row in first]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [201] * 8
    assert len(api.get("/api/v1/decisions").json()["items"]) == 8
