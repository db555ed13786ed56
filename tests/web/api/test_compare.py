"""Accounts side by side over HTTP."""

from pathlib import Path

from fastapi.testclient import TestClient

from memcon.comparing.recorded import sides_of_engagement
from memcon.comparing.sides import compare
from memcon.exporting.sides import as_objects
from memcon.record import Record


def test_a_comparison_is_that_of_the_command(api: TestClient, path: Path) -> None:
    with Record.open(path) as record:
        wanted = as_objects(compare(sides_of_engagement(record, "E-293a27ea"), by_words=True))
    told = api.get("/api/v1/compare", params={"engagement": "E-293a27ea", "by_words": True})
    assert (told.status_code, told.json()) == (200, wanted)
    assert any(all(row["points"]) for row in told.json()["rows"])


def test_documents_are_compared_in_the_order_given(api: TestClient) -> None:
    asked: dict[str, list[str] | bool] = {"document": ["04-call-oslo", "03-call-washington"], "by_words": True}
    told = api.get("/api/v1/compare", params=asked).json()
    assert (told["a"], told["b"]) == ("04-call-oslo", "03-call-washington")
    points = sum(len(told[key]) for key in ("both", "only_a", "only_b", "contradict"))
    assert points == len(told["rows"])


def test_what_cannot_be_compared_is_told(api: TestClient) -> None:
    one = next(e for e in api.get("/api/v1/engagements").json()["items"] if e["documents"] == 1)["id"]
    for asked, status in (
        ({}, 422),
        ({"document": "03-call-washington"}, 422),
        ({"engagement": "E-none"}, 404),
        ({"document": ["none", "03-call-washington"]}, 404),
        ({"engagement": one}, 409),
    ):
        answer = api.get("/api/v1/compare", params=asked)
        assert (answer.status_code, answer.json()["status"]) == (status, status), asked
