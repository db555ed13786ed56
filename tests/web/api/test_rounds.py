"""Blind rounds over HTTP: who answers is whoever is logged in, and nobody's answers are told before all have finished."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.web.team import NAMES, Team

from memcon.record import Record
from memcon.users import Role

A, B = "Ann Lee", "Bo Ek"
AT = "/api/v1/rounds"
SECRET = "faint print in the margin"
MADE = {"name": "Pilot", "reviewers": [A, B], "items": 3, "draw": "random", "seed": 3, "author": A}


@pytest.fixture
def pilot(api: TestClient) -> str:
    """The address of a round of three items."""
    answer = api.post(AT, json=MADE)
    assert answer.status_code == 201, answer.text
    return f"{AT}/{answer.json()['id']}"


def answer_all(api: TestClient, root: str, reviewer: str, verdict: str = "accept", **more: str) -> None:
    for number in (1, 2, 3):
        body = {"verdict": verdict, "reviewer": reviewer, **more}
        assert api.put(f"{root}/answers/{number}", json=body).status_code == 200


def test_a_round_is_made_and_told(api: TestClient, pilot: str) -> None:
    told = api.get(pilot).json()
    assert (told["name"], told["author"], told["items"], told["blind"]) == ("Pilot", A, 3, True)
    assert told["answered"] == {A: 0, B: 0}
    assert api.get(AT).json() == {"items": [told], "next": None}
    assert api.get(f"{AT}/Pilot").json() == told
    again = api.post(AT, json=MADE)
    assert (again.status_code, again.json()["title"]) == (409, "Conflict")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"name": " "}, "give the round a name"),
        ({"reviewers": [A]}, "body reviewers"),
        ({"reviewers": [A, "ann lee"]}, "two reviewers"),
        ({"items": 0}, "body items"),
        ({"field": ["start"]}, "body field"),
        ({"party": ["AQ"]}, "nothing on record fits"),
        ({"since": "2023-02-30"}, "is no date"),
        ({"author": " "}, "needs an author"),
    ],
)
def test_a_round_that_makes_no_sense_is_refused(api: TestClient, changed: dict[str, Any], why: str) -> None:
    answer = api.post(AT, json=MADE | changed)
    assert answer.status_code == 422
    assert why in answer.json()["detail"]
    assert api.get(AT).json()["items"] == []


def test_every_reviewer_sees_the_same_item_with_its_words_and_nothing_decided_since(
    api: TestClient, pilot: str, path: Path
) -> None:
    one, other = (api.get(f"{pilot}/next", params={"reviewer": name}).json() for name in (A, B))
    assert one == other
    assert (one["item"]["number"], one["left"], one["answer"]) == (1, 3, None)
    assert "E-" not in str(one["item"]["value"])
    assert not {"engagement", "confidence", "doubt"} & set(one["item"])
    with Record.open(path) as record:
        for source in one["item"]["sources"]:
            text = record.document(source["document"]).text
            for span in source["words"]:
                assert text[span["start"] : span["end"]] == span["text"]
                assert text[: span["start"]].endswith(span["before"])


def test_answers_lead_to_the_next_item_and_can_be_changed(api: TestClient, pilot: str) -> None:
    first = api.put(f"{pilot}/answers/1", json={"verdict": "unknown", "reviewer": A, "remark": SECRET}).json()
    assert (first["reviewer"], first["verdict"], first["remark"]) == (A, "unknown", SECRET)
    assert api.get(f"{pilot}/next", params={"reviewer": A}).json()["item"]["number"] == 2
    assert api.get(f"{pilot}/next", params={"reviewer": A, "number": 1}).json()["answer"] == first
    assert api.get(f"{pilot}/next", params={"reviewer": B, "number": 1}).json()["answer"] is None
    by_header = api.put(f"{pilot}/answers/1", json={"verdict": "accept"}, headers={"Memcon-Author": A}).json()
    assert (by_header["reviewer"], by_header["verdict"]) == (A, "accept")
    answer_all(api, pilot, A)
    assert api.get(f"{pilot}/next", params={"reviewer": A}).json() == {
        "item": None,
        "answer": None,
        "items": 3,
        "left": 0,
    }


def test_nobody_reads_anothers_answers_before_all_have_finished(api: TestClient, pilot: str) -> None:
    answer_all(api, pilot, A, "unknown", remark=SECRET)
    api.put(f"{pilot}/answers/1", json={"verdict": "accept", "reviewer": B})
    asked = [pilot, AT, f"{pilot}/agreement", f"{pilot}/differences", "/api/v1/decisions", "/api/v1/queue"]
    asked += [f"{pilot}/next", f"{pilot}/next?reviewer=Bo%20Ek", f"{pilot}/next?reviewer=Bo%20Ek&number=2"]
    for address in asked:
        assert SECRET not in api.get(address).text, address
    for address in (f"{pilot}/agreement", f"{pilot}/differences"):
        answer = api.get(address)
        assert (answer.status_code, "blind until Bo Ek" in answer.json()["detail"]) == (403, True)
    assert api.post(f"{pilot}/agreed").status_code == 403
    assert api.post(f"{pilot}/settlements/1", json={"verdict": "accept", "author": B}).status_code == 403
    assert api.get("/api/v1/decisions").json()["items"] == []


def test_from_answers_to_agreement_to_decisions(api: TestClient, pilot: str) -> None:
    answer_all(api, pilot, A)
    api.put(f"{pilot}/answers/1", json={"verdict": "unknown", "reviewer": B, "remark": SECRET})
    for number in (2, 3):
        api.put(f"{pilot}/answers/{number}", json={"verdict": "accept", "reviewer": B})
    assert api.get(pilot).json()["blind"] is False
    late = api.put(f"{pilot}/answers/1", json={"verdict": "accept", "reviewer": B})
    assert (late.status_code, "have answered" in late.json()["detail"]) == (409, True)
    everything, *fields = api.get(f"{pilot}/agreement").json()["items"]
    (pair,) = everything["pairs"]
    assert (pair["reviewers"], pair["agreed"], pair["items"]) == ([A, B], 2, 3)
    assert pair["raw_interval"]["low"] < pair["raw"] < pair["raw_interval"]["high"]
    assert sum(row["pairs"][0]["items"] for row in fields) == 3
    assert api.post(f"{pilot}/agreed").json() == {"applied": 2, "left": 1}
    assert {d["author"] for d in api.get("/api/v1/decisions").json()["items"]} == {f"{A} and {B}"}
    (left,) = api.get(f"{pilot}/differences", params={"unsettled": True}).json()["items"]
    assert [(a["reviewer"], a["remark"]) for a in left["answers"]] == [(A, None), (B, SECRET)]
    settled = api.post(
        f"{pilot}/settlements/1", json={"verdict": "accept", "author": "Cy Dahl", "because": "see title"}
    )
    assert (settled.status_code, settled.json()["author"]) == (201, "Cy Dahl")
    last = api.get("/api/v1/decisions").json()["items"][-1]
    assert settled.json()["decisions"] == [last["id"]]
    assert last["because"] == f"settled in round Pilot: {A} said right as read; {B} said cannot tell. see title"
    (told,) = api.get(f"{pilot}/differences").json()["items"]
    assert told["settled"] == settled.json()
    again = api.post(f"{pilot}/settlements/1", json={"verdict": "accept", "author": A})
    assert (again.status_code, "settled already" in again.json()["detail"]) == (409, True)


@pytest.mark.parametrize(
    ("method", "address", "body", "status"),
    [
        ("GET", f"{AT}/none", None, 404),
        ("GET", f"{AT}/none/next?reviewer=x", None, 404),
        ("GET", f"{AT}/Pilot/next", None, 422),
        ("GET", f"{AT}/Pilot/next?reviewer=Cy", None, 403),
        ("GET", f"{AT}/Pilot/next?reviewer=Ann%20Lee&number=9", None, 404),
        ("PUT", f"{AT}/Pilot/answers/9", {"verdict": "accept", "reviewer": A}, 404),
        ("PUT", f"{AT}/Pilot/answers/1", {"verdict": "accept", "reviewer": "Cy"}, 403),
        ("PUT", f"{AT}/Pilot/answers/1", {"verdict": "perhaps", "reviewer": A}, 422),
        ("PUT", f"{AT}/Pilot/answers/1", {"verdict": "value", "reviewer": A}, 422),
        ("POST", f"{AT}/none/agreed", None, 404),
    ],
)
@pytest.mark.usefixtures("pilot")
def test_what_makes_no_sense_is_a_problem(api: TestClient, method: str, address: str, body: Any, status: int) -> None:
    answer = api.request(method, address, json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.fixture
def desks(samples: Path, tmp_path: Path) -> Iterator[dict[Role, TestClient]]:
    """Programs of a reader, a reviewer and an admin."""
    team = Team(samples, tmp_path)
    with ExitStack() as stack:
        yield {role: stack.enter_context(team.program(role)) for role in Role}


def test_where_users_log_in_the_reviewer_is_who_shows_the_token(desks: dict[Role, TestClient]) -> None:
    reviewer, admin, reader = desks[Role.REVIEWER], desks[Role.ADMIN], desks[Role.READER]
    ben, cas = NAMES[Role.REVIEWER], NAMES[Role.ADMIN]
    made = reviewer.post(AT, json=MADE | {"reviewers": [ben, cas], "author": cas})
    assert made.json()["author"] == ben
    root = f"{AT}/{made.json()['id']}"
    for number in (1, 2, 3):
        body = {"verdict": "unknown", "reviewer": cas, "remark": SECRET}
        given = reviewer.put(f"{root}/answers/{number}", json=body, headers={"Memcon-Author": cas})
        assert given.json()["reviewer"] == ben, "a body that names another is not believed"
    assert reviewer.get(root).json()["answered"] == {ben: 3, cas: 0}
    peeking = admin.get(f"{root}/next", params={"reviewer": ben, "number": 1}, headers={"Memcon-Author": ben})
    assert (peeking.status_code, peeking.json()["answer"]) == (200, None)
    assert SECRET not in peeking.text
    for path in (AT, root, f"{root}/next", f"{root}/agreement"):
        assert reader.get(path).status_code == 403
    assert reader.put(f"{root}/answers/1", json={"verdict": "accept", "reviewer": ben}).status_code == 403
