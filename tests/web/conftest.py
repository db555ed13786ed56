"""What the tests of the pages share: a record of the samples and of one hostile document, and a browser of it."""

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the pages need memcon[web]")

from fastapi.testclient import TestClient

from memcon.model import EngagementKind
from memcon.reading.reader import read_document
from memcon.record import Filters, Record
from memcon.sources import document_from_text, documents
from memcon.web import create_app

SAMPLES = Path(__file__).parents[2] / "samples"
HOSTILE = (
    "Secretary Whitlow’s Call with Maltese Foreign Minister Vella\n\n"
    'Secretary of State Dana K. Whitlow <script>alert("x")</script> spoke today with Maltese Foreign Minister '
    "Pauline Vella.  They discussed ferries & <img src=x onerror=alert(1)> lighthouses."
)


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that no test changes."""
    path = tmp_path_factory.mktemp("web") / "samples.memcon"
    hostile = document_from_text(
        HOSTILE,
        name="hostile",
        publisher='"><b>Ministry</b>',
        published="2022-05-09",
        url="javascript:alert(2)",
        title="<i>Call</i>",
    )
    with Record.open(path) as record:
        record.link([d.id for d in (*documents([SAMPLES]), hostile) if record.add(d, read_document(d))])
        record.save_search("Calls of the US", "party=US&kind=call", author="R. Meyer")
    return path


@pytest.fixture(scope="session")
def record(path: Path) -> Iterator[Record]:
    with Record.open(path, create=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def browser(path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(path), base_url="http://127.0.0.1:8460", follow_redirects=False) as client:
        yield client


@pytest.fixture
def own(path: Path, tmp_path: Path) -> Iterator[Record]:
    """A record that the test may change."""
    copy = tmp_path / "own.memcon"
    shutil.copy(path, copy)
    with Record.open(copy) as opened:
        yield opened


@pytest.fixture
def desk(own: Record) -> Iterator[TestClient]:
    """A reviewer's browser, whose name is known."""
    with TestClient(create_app(own.path), base_url="http://localhost", follow_redirects=False) as client:
        client.cookies.set("memcon-name", "Ann%20Lee")
        yield client


def call(record: Record) -> str:
    """The id of the call of the samples that two sides report."""
    return record.engagements(Filters(parties=("US", "NO"), kind=EngagementKind.CALL))[0].id


def hrefs(html: str) -> list[str]:
    """The addresses that a page leads to or loads, in order; not what changes something."""
    html = re.sub(r'<form action="[^"]*" method="post"', "<form", html)
    return [unescape(found) for found in re.findall(r'(?:href|src|action)="([^"]*)"', html)]


def words(html: str) -> str:
    """The words of a page, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
