"""What is the same for all commands: what they say where nothing fits, and what they call the fields."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.main

from memcon.cli.app import app
from memcon.cli.commands import COMMANDS
from memcon.decisions.changes import FIELDS
from memcon.decisions.values import Field
from memcon.exporting.explaining import EXPLAINED
from memcon.exporting.rows import COLUMNS
from memcon.record import Record

SAMPLES = Path(__file__).parents[2] / "samples"
Run = Callable[..., tuple[int, str, str]]

FINDS_NOTHING = {
    "list": ("list", "--party", "TV"),
    "show": ("show", "--all"),
    "reprints": ("reprints", "01-note"),
    "queue": ("queue", "--below", "0"),
    "log": ("log",),
    "figures": ("figures", "--document", "01-note"),
    "search": ("search", "zeppelin"),
    "attributions": ("attributions", "{folder}/01-note.md"),
    "who": ("who", "Nobody At-All"),
    "office": ("office", "archivist", "FI"),
    "forum": ("forum",),
    "commitments": ("commitments",),
    "silence": ("silence",),
    "phrases": ("phrases", "--phrase", "ironclad"),
    "drift": ("drift", "FI", "SE"),
    "round list": ("round", "list"),
    "roster list": ("roster", "list", "--name", "Nobody At-All"),
}
"""Words for each command that looks for something, on a record of one document that tells of nothing."""
OTHERS = {
    *(
        "add",
        "remove",
        "serve",
        "roster add",
        "roster remove",
        "decide",
        "round make",
        "round agreement",
        "code",
        "link",
        "score",
    ),
    *("merge", "split", "apart", "part-of", "dismiss", "correct", "statement", "accept", "undo"),
    *("explain", "why", "compare"),  # of one engagement, which is there or is not
    # about users and not about the record; they begin with "user add"
    *("user add", "user list", "user role", "user password", "user disable", "user enable", "user remove"),
    *("user token", "user tokens", "user revoke", "user audit"),
}


def commands() -> dict[str, object]:
    found: dict[str, object] = {}
    for name, command in typer.main.get_group(app).commands.items():
        inner = getattr(command, "commands", None)
        found |= {f"{name} {part}": one for part, one in inner.items()} if inner else {name: command}
    return found


@pytest.fixture
def nothing(tmp_path: Path, memcon: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program on a record of one document that tells of no engagement."""
    (tmp_path / "01-note.md").write_text("The library is closed on Sunday.\n", encoding="utf-8")
    monkeypatch.setenv("MEMCON_RECORD", str(tmp_path / "r.memcon"))
    assert memcon("add", tmp_path / "01-note.md")[0] == 0

    def run(*words: str) -> tuple[int, str, str]:
        return memcon(*(word.format(folder=tmp_path) for word in words))

    return run


def test_every_command_is_looked_at() -> None:
    assert {*FINDS_NOTHING, *OTHERS} >= set(commands())
    assert set(COMMANDS) <= {name.split()[0] for name in commands()}


@pytest.mark.parametrize("name", FINDS_NOTHING)
def test_nothing_found_is_an_answer(nothing: Run, name: str) -> None:
    code, out, err = nothing(*FINDS_NOTHING[name])
    assert code == 0
    assert out == "" or name == "attributions"
    assert err.startswith("nothing found: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", FINDS_NOTHING)
def test_nothing_found_is_an_empty_list_to_programs(nothing: Run, name: str) -> None:
    options = {option for p in getattr(commands()[name], "params", ()) for option in p.opts}
    if name == "show":
        assert "--format" not in options, "the note is text"
        return
    code, out, err = nothing(*FINDS_NOTHING[name], "--format", "json")
    assert (code, err.split(": ")[0]) == (0, "nothing found")
    for line in [out] if out.startswith("{\n") else out.splitlines():
        lists = [value for value in json.loads(line).values() if isinstance(value, list)]
        assert not any(lists), "a report tells of nothing"


def test_a_table_of_nothing_has_its_header(nothing: Run) -> None:
    assert nothing("list", "--party", "TV", "--format", "csv")[:2] == (0, ",".join(COLUMNS) + "\n")
    assert nothing("roster", "list", "--name", "Nobody At-All", "--format", "csv")[1].startswith("name,")


@pytest.mark.parametrize(
    "words",
    [("show", "E-none"), ("explain", "E-none", "start"), ("why", "E-none"), ("remove", "none"), ("undo", "D-0")],
)
def test_what_is_named_and_is_not_there_is_wrong_use(nothing: Run, words: tuple[str, ...]) -> None:
    code, out, err = nothing(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_fields_have_one_name_in_all_commands(memcon: Run, tmp_path: Path) -> None:
    record = tmp_path / "r.memcon"
    assert memcon("add", SAMPLES / "03-call-washington.md", "-r", record)[0] == 0
    with Record.open(record) as store:
        (engagement,) = (e.id for e in store.engagements())
    assert set(EXPLAINED) == {f.value for f in Field}
    assert set(FIELDS) == {f.value for f in Field} - {"place", "statements"}
    for field in EXPLAINED:
        code, out, _ = memcon("explain", engagement, field, "-r", record)
        assert code == 0
        assert out.startswith(f"{engagement} {'start' if field == 'date' else field}: ")
        if field != "statements":
            assert "no field" not in memcon("accept", engagement, field, "-r", record)[2]
    for field in ("party", "participant"):
        assert memcon("explain", engagement, field, "-r", record)[0] == 0
    unknown = [
        memcon(*words, "-r", record)[2]
        for words in (
            ("explain", engagement, "weather"),
            ("accept", engagement, "weather"),
            ("correct", engagement, "weather", "fine"),
        )
    ]
    assert all(err.startswith("memcon: there is no field 'weather'; the fields are kind, status,") for err in unknown)
