"""The client, against a server of its own on a record of the samples."""

import inspect
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from tests.web.api.conftest import application, samples

from memcon.client import ApiError, Client, UnreachableError
from memcon.record import Filters, Record
from memcon.web.api import description

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
    assert next(desk.parties())["engagements"] > 1
    assert next(desk.engagements_of(person["id"]))["id"]
    assert desk.forum(next(desk.forums(name="ports dialogue"))["id"])["dated"]
    assert desk.search("fisheries", kind="call")["documents"]
    assert desk.figures(party=["KZ", "US"])["figures"]
    assert desk.compare("03-call-washington", "04-call-oslo", by_words=True)["rows"]
    assert list(desk.commitments(party=["US"], everything=True))
    assert list(desk.silence(kind="engagement"))
    assert list(desk.phrases("US", "NO"))
    assert list(desk.drift("US", "NO"))
    assert [told["field"] for told in desk.explain(engagement["id"], "date")] == ["start", "end"]
    assert desk.why(engagement["id"])["accounts"]
    assert desk.note(engagement["id"]).startswith("CALL: ")
    assert desk.office("foreign minister", "NO")["items"]
    assert next(desk.queue())["doubt"] > 0
    assert desk.history(engagement["id"])["items"]
    assert next(desk.reprints("05-call-reprint"))["reasons"]


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
    words = desk.engagement(several)["accounts"][0]["account"]["statements"][0]["text"]["text"]
    desk.restate(several, words, act="warn", because="so it reads")
    whole = next(desk.engagements(kind="conference", mentioned=True))["id"]
    desk.part_of(several, whole)
    log = list(desk.decisions())
    assert {d["author"] for d in log} == {"R. Meyer"}
    assert [d["verb"] for d in log] == [
        "merge",
        "undo",
        "apart",
        "split",
        "correct",
        *["accept"] * 2,
        "correct",
        "part-of",
    ]
    assert "Karin Ek" in [p["name"]["value"] for p in desk.engagement(one)["participants"] if p["name"]]


def test_a_round_from_making_to_settling(desk: Client) -> None:
    made = desk.make_round("Pilot", ["R. Meyer", "Bo Ek"], 2, draw="random", seed=3)
    assert (made["author"], made["items"], made["blind"]) == ("R. Meyer", 2, True)
    while (step := desk.next_item("Pilot"))["item"]:
        desk.answer("Pilot", step["item"]["number"], "accept")
    with pytest.raises(ApiError, match="blind until Bo Ek"):
        desk.agreement("Pilot")
    desk.answer("Pilot", 1, "accept", reviewer="Bo Ek")
    desk.answer("Pilot", 2, "unknown", remark="the line is cut", reviewer="Bo Ek")
    assert desk.agreement("Pilot")[0]["pairs"][0]["raw"] == 0.5
    assert desk.apply_agreed("Pilot") == {"applied": 1, "left": 1}
    (left,) = desk.differences("Pilot", unsettled=True)
    assert [a["remark"] for a in left["answers"]] == [None, "the line is cut"]
    assert desk.settle("Pilot", 2, "accept", because="it stands in the title")["author"] == "R. Meyer"
    assert list(desk.differences("Pilot", unsettled=True)) == []
    assert [r["settled"] for r in desk.rounds()] == [desk.round("Pilot")["settled"]] == [2]


def test_searches_are_saved_and_followed(desk: Client) -> None:
    assert desk.save_search("Calls / Oslo", "party=NO&kind=call&page=3")["query"] == "party=NO&kind=call"
    (saved,) = desk.searches()
    assert (saved["found"], saved["new"]) == (3, 0)
    desk.add("Foreign Minister Anna Virta of Finland spoke by phone with Olav Berg of Norway on 9 May 2022.")
    (since,) = desk.searches(since="2020-01-01")
    assert (since["found"], since["new"], since["since"]) == (4, 4, "2020-01-01T00:00:00+00:00")
    assert len(list(desk.saved_search("calls / oslo"))) == 4
    desk.rename_search("Calls / Oslo", "Calls")
    assert desk.remove_search("Calls")["author"] == "R. Meyer"
    assert list(desk.searches()) == []


def test_a_problem_is_raised_with_its_words(desk: Client) -> None:
    with pytest.raises(ApiError, match="there is no engagement 'E-none'") as caught:
        desk.engagement("E-none")
    assert (caught.value.status, caught.value.problem["title"]) == (404, "Not Found")


def test_what_is_not_kept_is_looked_at(desk: Client) -> None:
    before = len(list(desk.documents()))
    text = "Foreign Minister Anna Virta of Finland met today with Foreign Minister Olav Berg of Norway in Turku."
    call = {
        "text": "Olav Berg spoke by phone with Anna Virta on 9 May 2022.",
        "name": "call",
        "published": "2022-05-09",
    }
    assert [c["doc"] for c in desk.code({"text": text, "name": "turku"}, call)] == ["turku", "call"]
    assert desk.link(text, call)["occasions"]
    assert desk.attributions("“We won,” the captain said.")[0]["source"]["text"] == "the captain"
    assert len(desk.compare_texts(text, text + " They discussed ferries.", by_words=True)["sides"]) == 2
    assert len(list(desk.documents())) == before


def test_a_roster_and_a_document_come_and_go(desk: Client, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("name,office,party,start\nAino Kari,President,Finland,2050-05-09\n", "utf-8")
    assert desk.add_roster(tmp_path / "mine.csv") == {"source": "mine.csv", "entries": 1}
    assert [entry["party"] for entry in desk.roster(name="Aino Kari", at="2051")] == ["FI"]
    assert "mine.csv" in [held["source"] for held in desk.office("head of state", "FI", at="2051")["items"]]
    desk.remove_roster("mine.csv")
    assert list(desk.roster(name="Aino Kari")) == []
    assert desk.original("04-call-oslo") == (HOW_TO.parents[2] / "samples/04-call-oslo.md").read_bytes()
    assert desk.remove("04-call-oslo")["name"] == "04-call-oslo"
    assert "04-call-oslo" not in [d["name"] for d in desk.documents()]


def test_exports_hold_everything_and_decisions_move(desk: Client, record: Path, tmp_path: Path) -> None:
    rows = list(desk.export_engagements(mentioned=True))
    assert [row["id"] for row in rows] == [row["id"] for row in desk.engagements(mentioned=True)]
    assert {c["doc"] for c in desk.export_codings()} == {d["name"] for d in desk.documents()}
    desk.accept(rows[0]["id"], because="read twice")
    lines = "\n".join(desk.export_decisions()).encode()
    assert desk.take_over(lines) == {"new": 0, "known": 1, "looks": 0}


def test_what_is_kept_is_not_sent_again(url: str) -> None:
    kept: dict[str, tuple[str, str]] = {}
    with Client(url, author="R. Meyer", kept=kept) as desk:
        first = list(desk.parties())
        tags = {address: tag for address, (tag, _) in kept.items()}
        assert len(tags) == 1
        (address,) = kept
        kept[address] = (tags[address], kept[address][1].replace("Norway", "kept"))
        assert "kept" in [p["name"] for p in desk.parties()], "the server sent nothing"
        desk.add("Prime Minister Ola Nord of Norway visited Estonia on 3 May 2024.")
        assert "kept" not in [p["name"] for p in desk.parties()]
        assert first != list(desk.parties())


def test_a_token_is_shown_and_no_answer_is_told() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["Authorization"] == "Bearer secret"
        if request.url.path.endswith("/parties"):
            raise httpx.ConnectError("nobody listens", request=request)
        return httpx.Response(502, text="<html>")

    desk = Client(token="secret", transport=httpx.MockTransport(answer))
    with pytest.raises(UnreachableError, match="/api/v1/parties: nobody listens"):
        next(desk.parties())
    with pytest.raises(ApiError, match="Bad Gateway"):
        desk.person("P-1")


def test_every_operation_has_its_method_and_its_parameters() -> None:
    asked: list[tuple[str, str, set[str]]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.method, request.url.path, set(request.url.params)))
        return httpx.Response(200, json={"items": [], "next": None})

    desk = Client(author="R. Meyer", transport=httpx.MockTransport(answer))
    for name, method in inspect.getmembers(desk, inspect.ismethod):
        if not name.startswith("_") and name not in ("close",):
            given = method(**_given(method, name), **FILTERS.get(name, {}))
            if isinstance(given, Iterator):
                list(given)
    told = {
        (verb.upper(), path): {p["name"] for p in operation.get("parameters", ()) if p["in"] == "query"}
        for path, operations in description()["paths"].items()
        for verb, operation in operations.items()
    }
    found = {(verb, path): parameters for verb, path, parameters in asked}
    matched = {
        (verb, path): parameters
        for (verb, path) in told
        for (by, address), parameters in found.items()
        if by == verb and re.fullmatch(re.sub(r"\{[^}]*\}", "[^/]+", path), address)
    }
    assert set(told) == set(matched)
    assert all(matched[operation] <= told[operation] for operation in told)


FILTERS: dict[str, dict[str, str]] = {name: {"party": "KZ"} for name in ("engagements", "commitments", "roster")}


def _given(method: Callable[..., Any], name: str) -> dict[str, Any]:
    """Something for every parameter that must be given, and for those that may."""
    found: dict[str, Any] = {}
    for parameter in inspect.signature(method).parameters.values():
        if parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY):
            found[parameter.name] = _value(parameter.name, name)
    return found


def _value(parameter: str, method: str) -> Any:
    if parameter == "path":
        return HOW_TO
    if parameter == "decisions":
        return b"{}"
    if parameter == "pairs":
        return [("a", "b")]
    if parameter == "accounts":
        return [("d", "e1")]
    return {
        "below": 0.5,
        "number": 1,
        "items": 2,
        "new": True,
        "unsettled": True,
        "look": True,
        "by_words": True,
        "remove": True,
    }.get(parameter, "x")
