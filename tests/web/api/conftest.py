"""What the tests of the API share: a record of the samples, made once, and an application of nothing but the API."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the API needs memcon[web]")

from fastapi import FastAPI
from fastapi.testclient import TestClient

from memcon.reading.reader import read_document
from memcon.record import Record
from memcon.sources import documents
from memcon.web.api import api_router

SAMPLES = Path(__file__).parents[3] / "samples"


def application(record: Path) -> FastAPI:
    app = FastAPI(openapi_url=None)
    app.include_router(api_router(record))
    return app


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of all samples; to be copied, not changed."""
    path = tmp_path_factory.mktemp("api") / "samples.memcon"
    with Record.open(path) as record:
        record.link([d.id for d in documents([SAMPLES]) if record.add(d, read_document(d))])
    return path


@pytest.fixture
def path(samples: Path, tmp_path: Path) -> Path:
    """A record of one test's own."""
    return Path(shutil.copy(samples, tmp_path / "record.memcon"))


@pytest.fixture
def api(path: Path) -> Iterator[TestClient]:
    """A caller of the API on the test's own record."""
    with TestClient(application(path), raise_server_exceptions=False) as client:
        yield client
