"""schemathesis sends what the description allows, and what it does not, to every endpoint, and finds no fault."""

import shutil
from pathlib import Path
from typing import Any

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="is a development dependency")

from hypothesis import HealthCheck, settings

from tests.web.api.conftest import application

CONFIG = {
    "checks": {
        # a date can have the form of one and be none, a cursor or a topic be unknown: told with 422
        "positive_data_acceptance": {"expected-statuses": ["2xx", "404", "409", "422"]},
    }
}


@pytest.fixture(scope="session")
def description(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = Path(shutil.copy(samples, tmp_path_factory.mktemp("fuzzed") / "record.memcon"))
    config = schemathesis.Config.from_dict(CONFIG)
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", application(path), config=config)


schema = schemathesis.pytest.from_fixture("description")


@schema.parametrize()
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_fault_is_found(case: Any) -> None:
    case.call_and_validate()
