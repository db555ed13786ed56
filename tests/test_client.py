"""The client, against a server of its own on a record of the samples."""

import doctest
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from tests.web.api.conftest import application, samples

from memcon.client import ApiError, Client
from memcon.record import Filters, Record

__all__ = ["samples"]

HOW_TO = Path(__file__).parent.parent / "docs/how-to/api.md"


@pytest.fixture
def record(samples: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(samples, tmp_path / "record.memcon"))


@pytest.fixture
def url(record: Path) -> Iterator[str]:
    """Where a server answers for the record."""
    server = uvicorn.Server(uvicorn.Config(application(record), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def desk(url: str) -> Iterator[Client]:
    """A client in the name of R. Meyer."""
    with Client(url, author="R. Meyer") as client:
        yield client


def test_lists_are_given_whole(desk: Client, record: Path) -> None:
    with Record.open(record) as store:
        assert [e["id"] for e in desk.engagements(party=["US", "NO"], limit=1)] == [
            e.id for e in store.engagements(Filters(parties=("US", "NO")))
        ]
        assert [d["id"] for d in desk.documents()] == [d.id for d in store.documents()]
        assert {p["id"] for p in desk.people()} == {p.id for p in store.persons()}


def test_each_thing_is_given(desk: Client) -> None:
    engagement = next(desk.engagements(kind="call"))
    read = desk.engagement(engagement["id"])
    assert read["kind"]["preferred"]["value"] == "call"
    assert desk.document(read["accounts"][0]["document"]["id"])["accounts"]
    person = next(desk.people())
    assert desk.person(person["id"])["name"] == person["name"]
    assert desk.parties()[0]["engagements"] > 1
    assert desk.forum(desk.forums(name="ports dialogue")[0]["id"])["dated"]
    assert desk.search("fisheries", kind="call")["documents"]
    assert desk.figures(party=["KZ", "US"])["figures"]
    assert desk.compare("03-call-washington", "04-call-oslo", by_words=True)["rows"]
    assert desk.commitments(party=["US"], everything=True)
    assert desk.silence(kind="engagement")
    assert desk.phrases("US", "NO")
    assert desk.drift("US", "NO")


def test_documents_are_added(desk: Client, tmp_path: Path) -> None:
    added = desk.add("Prime Minister Ola Nord of Norway visited Estonia on 3 May 2024.", title="A visit", name="visit")
    assert (added["new"], added["name"]) == (True, "visit")
    file = tmp_path / "call.md"
    file.write_text("# A call\n\nForeign Minister Anna Virta of Finland spoke by phone with Olav Berg of Norway.\n")
    assert desk.add_file(file)["documents"][0]["name"] == "call"


def test_every_decision_is_made_in_the_authors_name(desk: Client) -> None:
    rows = list(desk.engagements())
    several = max(rows, key=lambda row: row["documents"])["id"]
    one, other = [row["id"] for row in rows if row["id"] != several][:2]
    first = desk.engagement(several)["accounts"][0]
    merged = desk.merge(one, other, because="one dinner")
    desk.undo(merged["id"])
    desk.apart(one, other)
    desk.split(several, [(first["document"]["id"], first["account"]["id"])])
    desk.correct(one, "participants", "Karin Ek", office="Foreign Minister", party="SE")
    desk.confirm(desk.accept(one, "kind")["id"])
    log = desk.decisions()
    assert {d["author"] for d in log} == {"R. Meyer"}
    assert [d["verb"] for d in log] == ["merge", "undo", "apart", "split", "correct", "accept", "accept"]
    assert "Karin Ek" in [p["name"]["value"] for p in desk.engagement(one)["participants"] if p["name"]]


def test_a_problem_is_raised_with_its_words(desk: Client) -> None:
    with pytest.raises(ApiError, match="there is no engagement 'E-none'") as caught:
        desk.engagement("E-none")
    assert (caught.value.status, caught.value.problem["title"]) == (404, "Not Found")


def test_the_examples_of_the_how_to_are_right(url: str) -> None:
    text = HOW_TO.read_text(encoding="utf-8").replace("http://127.0.0.1:8460", url)
    test = doctest.DocTestParser().get_doctest(text.replace("```", ""), {}, "api.md", str(HOW_TO), 0)
    assert len(test.examples) >= 8
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed == 0
