"""Saved searches over HTTP."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.web.team import NAMES, Team

from memcon.users import Role

AT = "/api/v1/searches"
CALLS = {"name": "Calls with Oslo", "query": "?party=NO&kind=call&page=2&colour=red", "author": "R. Meyer"}


@pytest.fixture
def saved(api: TestClient) -> dict[str, Any]:
    answer = api.post(AT, json=CALLS)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def test_a_search_is_saved_as_the_page_has_it(api: TestClient, saved: dict[str, Any]) -> None:
    assert (saved["name"], saved["query"], saved["author"]) == ("Calls with Oslo", "party=NO&kind=call", "R. Meyer")
    (row,) = api.get(AT).json()["items"]
    assert row == saved | {"found": 3, "new": 0, "since": saved["at"]}
    told = api.get(f"{AT}/calls with oslo").json()
    wanted = api.get("/api/v1/engagements", params={"party": "NO", "kind": "call"}).json()
    assert told == wanted | {"search": saved}
    first = api.get(f"{AT}/Calls with Oslo", params={"limit": 1}).json()
    rest = api.get(f"{AT}/Calls with Oslo", params={"limit": 9, "cursor": first["next"]}).json()
    assert first["items"] + rest["items"] == told["items"]


def test_what_is_new_is_told_since_any_time(api: TestClient, saved: dict[str, Any]) -> None:
    name = f"{AT}/{saved['name']}"
    assert api.get(name, params={"new": True}).json()["items"] == []
    assert len(api.get(name, params={"new": True, "since": "2020-05-09T12:00:00Z"}).json()["items"]) == 3
    (row,) = api.get(AT, params={"since": "2020-05-09T12:00:00+02:00"}).json()["items"]
    assert (row["new"], row["since"]) == (3, "2020-05-09T10:00:00+00:00")
    for wrong in ("soon", "0001-01-01T00:00:00+02:00"):
        assert api.get(AT, params={"since": wrong}).status_code == 422


def test_it_is_renamed_and_removed(api: TestClient, saved: dict[str, Any]) -> None:
    api.post(AT, json=CALLS | {"name": "Visits", "query": "kind=visit"})
    path = f"{AT}/Calls with Oslo"
    assert api.patch(path, json={"name": "visits"}).status_code == 409
    assert api.patch(path, json={"name": "Oslo / Bergen"}).json() == saved | {"name": "Oslo / Bergen"}
    assert api.get(path).status_code == 404
    assert api.get(f"{AT}/Oslo%20%2F%20Bergen").json()["search"]["name"] == "Oslo / Bergen"
    assert api.delete(f"{AT}/Oslo%20%2F%20Bergen").json()["name"] == "Oslo / Bergen"
    assert [row["name"] for row in api.get(AT).json()["items"]] == ["Visits"]
    for method in ("DELETE", "PATCH"):
        assert api.request(method, path, json={"name": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"name": "calls  WITH oslo"}, 409),
        ({"name": " "}, 422),
        ({"name": "x" * 81}, 422),
        ({"name": "Picnics", "query": "kind=picnic"}, 422),
        ({"name": "Unsigned", "author": None}, 422),
    ],
)
@pytest.mark.usefixtures("saved")
def test_what_makes_no_sense_is_refused(api: TestClient, changed: dict[str, Any], status: int) -> None:
    assert api.post(AT, json=CALLS | changed).status_code == status
    assert len(api.get(AT).json()["items"]) == 1


def test_where_users_log_in_readers_look_and_reviewers_save_in_their_own_name(samples: Path, tmp_path: Path) -> None:
    team = Team(samples, tmp_path)
    with team.program(Role.REVIEWER) as reviewer, team.program(Role.READER) as reader:
        assert reader.post(AT, json=CALLS).status_code == 403
        assert reviewer.post(AT, json=CALLS).json()["author"] == NAMES[Role.REVIEWER]
        assert len(reader.get(f"{AT}/Calls with Oslo").json()["items"]) == 3
        assert reader.delete(f"{AT}/Calls with Oslo").status_code == 403
