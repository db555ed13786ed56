"""What the API's description tells of log-in is held against an application with users, by schemathesis."""

from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.engine import events, from_schema
from tests.web.team import NAMES, Team

from memcon.errors import MemconError
from memcon.users import Role

CONFIG: dict[str, Any] = {
    "generation": {"max-examples": 1, "deterministic": True, "no-shrink": True, "database": "none"},
    "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "404", "409", "422"]}},
    "phases": {"stateful": {"enabled": False}, "fuzzing": {"enabled": False}},
}


def asked(team: Team, role: Role) -> tuple[set[Any], set[int]]:
    """What schemathesis finds wrong, asking with a token of this role, and the statuses that it got."""
    _, secret = team.users.tokens.make(team.users.get(NAMES[Role.ADMIN]), f"as {role}", role, by="tests")
    headers = {"Authorization": f"Bearer {secret}"}
    config = schemathesis.Config.from_dict(CONFIG | {"headers": headers})
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", team.app, config=config, headers=headers)
    faults, statuses = set(), set()
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError | events.FatalError):
            raise MemconError(f"schemathesis could not do its work: {event}")
        if isinstance(event, events.ScenarioFinished | events.FuzzScenarioFinished):
            statuses |= {i.response.status_code for i in event.recorder.interactions.values() if i.response}
            faults |= {
                (event.recorder.label, check.name, check.failure_info.failure.message)
                for some in event.recorder.checks.values()
                for check in some
                if check.failure_info
            }
    return faults, statuses


def test_no_fault_is_found_where_users_log_in(path: Path, tmp_path: Path) -> None:
    faults, statuses = asked(Team(path, tmp_path, "testserver"), Role.REVIEWER)
    assert faults == set()
    assert {200, 422} <= statuses
    assert 403 not in statuses
