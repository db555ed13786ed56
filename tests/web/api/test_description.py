"""The description, and schemathesis: it sends what the description allows and what not, and finds no fault."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from schemathesis.engine import events, from_schema
from tests.web.api.conftest import application

from memcon.errors import MemconError

CONFIG: dict[str, Any] = {
    "generation": {"max-examples": 3, "deterministic": True, "no-shrink": True, "database": "none"},
    "checks": {
        # a date can have the form of one and be none, a cursor or a topic be unknown: told with 422; with 403 that a
        # round is blind, or of other reviewers
        "positive_data_acceptance": {"expected-statuses": ["2xx", "403", "404", "409", "422"]},
    },
}


def test_no_fault_is_found(samples: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(samples, tmp_path / "record.memcon"))
    config = schemathesis.Config.from_dict(CONFIG)
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", application(path), config=config)
    faults, statuses = set(), set()
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError | events.FatalError):
            raise MemconError(f"schemathesis could not do its work: {event}")
        if isinstance(event, events.ScenarioFinished | events.FuzzScenarioFinished):
            recorder = event.recorder
            statuses |= {i.response.status_code for i in recorder.interactions.values() if i.response}
            checks = (check for some in recorder.checks.values() for check in some)
            faults |= {
                (recorder.label, c.name, c.failure_info.failure.message, c.failure_info.code_sample)
                for c in checks
                if c.failure_info
            }
    assert faults == set()
    assert statuses >= {200, 201, 404, 405, 422}


@pytest.fixture
def description(api: TestClient) -> dict[str, Any]:
    return dict(api.get("/api/v1/openapi.json").json())


def test_every_field_is_described(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    schemas = description["components"]["schemas"]
    bare = [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, told in schema.get("properties", {}).items()
        if name not in ("ValidationError", "HTTPValidationError") and "description" not in told
    ]
    assert bare == []
    assert "Problem" in schemas


def test_every_endpoint_has_a_name_words_and_problems(description: dict[str, Any]) -> None:
    operations = [operation for path in description["paths"].values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    for operation in operations:
        assert operation["description"]
        assert all("description" in parameter for parameter in operation.get("parameters", ()))
        status = "422" if operation["tags"] == ["texts"] else "503"
        assert "application/problem+json" in operation["responses"][status]["content"]
