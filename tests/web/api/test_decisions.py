"""Decisions over HTTP: each verb, its author, and what is refused."""

from typing import Any

import pytest
from fastapi.testclient import TestClient


@pytest.fixture
def rows(api: TestClient) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = api.get("/api/v1/engagements", params={"limit": 200}).json()["items"]
    return items


def decide(api: TestClient, verb: str, status: int = 201, /, **told: Any) -> dict[str, Any]:
    answer = api.post(f"/api/v1/decisions/{verb}", json={"author": "R. Meyer"} | told)
    assert answer.status_code == status, answer.text
    return dict(answer.json())


def test_engagements_are_joined_and_parted_again(api: TestClient, rows: list[dict[str, Any]]) -> None:
    one, other = rows[0]["id"], rows[-1]["id"]
    made = decide(api, "merge", engagements=[one, other], because="one dinner")
    assert (made["author"], made["because"], made["state"]) == ("R. Meyer", "one dinner", "in force")
    (joined,) = made["engagements"]
    both = rows[0]["documents"] + rows[-1]["documents"]
    assert len(api.get(f"/api/v1/engagements/{joined}").json()["accounts"]) == both
    undone = decide(api, "undo", decision=made["id"])
    assert undone["of"] == made["id"]
    assert len(api.get(f"/api/v1/engagements/{one}").json()["accounts"]) == rows[0]["documents"]
    log = api.get("/api/v1/decisions").json()["items"]
    assert [(d["verb"], d["state"]) for d in log] == [("merge", "undone"), ("undo", "in force")]


def test_accounts_are_split_off(api: TestClient, rows: list[dict[str, Any]]) -> None:
    several = max(rows, key=lambda row: row["documents"])
    (first, *rest) = api.get(f"/api/v1/engagements/{several['id']}").json()["accounts"]
    key = {"document": first["document"]["id"], "account": first["account"]["id"]}
    made = decide(api, "split", engagement=several["id"], accounts=[key])
    sizes = [len(api.get(f"/api/v1/engagements/{e}").json()["accounts"]) for e in made["engagements"]]
    assert sorted(sizes) == sorted([1, len(rest)])


def test_what_contradicts_a_decision_is_refused(api: TestClient, rows: list[dict[str, Any]]) -> None:
    both = [rows[0]["id"], rows[-1]["id"]]
    decide(api, "apart", engagements=both)
    problem = decide(api, "merge", 409, engagements=both)
    assert problem["title"] == "Conflict"
    assert len(api.get("/api/v1/decisions").json()["items"]) == 1


def test_a_value_is_corrected_and_stays_beside(api: TestClient, rows: list[dict[str, Any]]) -> None:
    row = next(r for r in rows if r["city"])
    decide(api, "correct", engagement=row["id"], field="city", value="Tromsø", because="the page says so")
    told = api.get(f"/api/v1/engagements/{row['id']}").json()
    assert (told["place"]["preferred"]["value"]["city"], told["place"]["standing"]) == ("Tromsø", "corrected")
    assert row["city"] in [r["value"]["value"]["city"] for r in told["place"]["rivals"]]
    (ruling,) = told["decisions"]
    assert (ruling["field"], ruling["value"], ruling["in_force"]) == ("city", "Tromsø", True)
    of = api.get("/api/v1/decisions", params={"of": row["id"]}).json()["items"]
    assert [d["change"]["value"] for d in of] == ["Tromsø"]


def test_a_field_is_accepted_once(api: TestClient, rows: list[dict[str, Any]]) -> None:
    made = decide(api, "accept", engagement=rows[0]["id"], field="kind")
    assert made["field"] == "kind"
    decide(api, "accept", 409, engagement=rows[0]["id"], field="kind")
    assert api.get("/api/v1/decisions", params={"look": True}).json() == {"items": [], "next": None}


def test_the_author_can_stand_in_the_header(api: TestClient, rows: list[dict[str, Any]]) -> None:
    body = {"engagement": rows[0]["id"]}
    made = api.post("/api/v1/decisions/accept", json=body, headers={"Memcon-Author": "A. Desk"})
    assert made.json()["author"] == "A. Desk"
    nobody = api.post("/api/v1/decisions/accept", json=body)
    assert (nobody.status_code, "author" in nobody.json()["detail"]) == (422, True)


def test_whoever_is_logged_in_decides_in_no_other_name(path: Any) -> None:
    from tests.web.api.conftest import application

    app = application(path)

    @app.middleware("http")
    async def logged_in(request: Any, answer: Any) -> Any:
        request.state.memcon_author = "L. Ogged"
        return await answer(request)

    api = TestClient(app)
    first = api.get("/api/v1/engagements").json()["items"][0]["id"]
    body = {"engagement": first, "author": "Somebody Else"}
    assert api.post("/api/v1/decisions/accept", json=body).json()["author"] == "L. Ogged"


@pytest.mark.parametrize(
    ("verb", "told", "status"),
    [
        ("merge", {"engagements": ["E-none", "E-never"]}, 404),
        ("merge", {"engagements": ["E-none"]}, 422),
        ("correct", {"engagement": "E-none", "field": "city", "value": "Oslo"}, 404),
        ("correct", {"engagement": "E-none", "field": "colour", "value": "red"}, 422),
        ("correct", {"engagement": "E-none", "field": "start", "value": "2023-02-30"}, 422),
        ("accept", {}, 422),
        ("accept", {"decision": "D-none"}, 404),
        ("accept", {"decision": "D-none", "field": "city"}, 422),
        ("undo", {"decision": "D-none"}, 404),
        ("undo", {"decision": "D-none", "reason": "misspelt key"}, 422),
    ],
)
def test_what_makes_no_sense_is_refused(api: TestClient, verb: str, told: dict[str, Any], status: int) -> None:
    assert decide(api, verb, status, **told)["status"] == status
    assert api.get("/api/v1/decisions").json() == {"items": [], "next": None}


def test_what_an_engagement_is_a_part_of(api: TestClient, rows: list[dict[str, Any]]) -> None:
    conference = api.get("/api/v1/engagements", params={"kind": "conference", "mentioned": True}).json()["items"][0]
    part = next(r for r in rows if r["kind"] == "call")
    made = decide(api, "part-of", engagement=part["id"], whole=conference["id"], because="on the margins")
    assert (made["verb"], made["state"]) == ("part-of", "in force")
    assert api.get(f"/api/v1/engagements/{part['id']}").json()["part_of"] == conference["id"]
    parts = api.get(f"/api/v1/engagements/{conference['id']}").json()["parts"]
    assert part["id"] in [p["id"] for p in parts]
    decide(api, "part-of", 409, engagement=conference["id"], whole=part["id"])
    decide(api, "part-of", engagement=part["id"])
    assert api.get(f"/api/v1/engagements/{part['id']}").json()["part_of"] is None


def test_a_statement_is_corrected_by_its_words(api: TestClient, rows: list[dict[str, Any]]) -> None:
    call = next(r for r in rows if r["kind"] == "call" and r["documents"] > 1)["id"]
    first = api.get(f"/api/v1/engagements/{call}").json()["accounts"][0]["account"]["statements"][0]
    words, told = first["text"]["text"], {"engagement": call, "words": first["text"]["text"]}
    made = decide(api, "restate", **told, speakers=["NO"], act="warn", because="so it reads")
    assert (made["change"]["speakers"], made["change"]["act"], made["verb"]) == (["NO"], "warn", "correct")
    assert first["text"] in made["change"]["words"]

    def now() -> list[dict[str, Any]]:
        accounts = api.get(f"/api/v1/engagements/{call}").json()["accounts"]
        return [s for a in accounts for s in a["account"]["statements"] if s["text"]["text"] == words]

    assert {(s["act"]["value"], s["act"]["rule"]) for s in now()} == {("warn", "human.correction")}
    at = {"document": first["text"]["document"], "start": first["text"]["start"]}
    decide(api, "restate", **told, **at, remove=True)
    assert now() == []
    assert decide(api, "restate", 409, **told, remove=True)["detail"].endswith("already")
    decide(api, "restate", 422, **told, start=3, remove=True)
    decide(api, "restate", 422, **told, act="sing")
    decide(api, "restate", 404, **told, document="none", start=3)


def test_a_venue_is_told(api: TestClient, rows: list[dict[str, Any]]) -> None:
    decide(api, "correct", engagement=rows[0]["id"], field="venue", value="Ak Orda Palace")
    assert api.get(f"/api/v1/engagements/{rows[0]['id']}").json()["venue"]["preferred"]["value"] == "Ak Orda Palace"
    lines = api.get("/api/v1/exports/engagements", params={"mentioned": True, "form": "csv"}).text.splitlines()
    assert [line for line in lines if rows[0]["id"] in line and "Ak Orda Palace" in line]
