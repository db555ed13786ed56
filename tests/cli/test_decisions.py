"""The commands for decisions, as a user runs them."""

import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
COMMANDS = ("merge", "split", "apart", "correct", "accept", "undo", "log", "decide")


@pytest.fixture
def record(tmp_path: Path, memcon, monkeypatch: pytest.MonkeyPatch) -> Path:  # type: ignore[no-untyped-def]
    path = tmp_path / "r.memcon"
    monkeypatch.setenv("MEMCON_RECORD", str(path))
    monkeypatch.setenv("MEMCON_AUTHOR", "R. Meyer")
    files = [SAMPLES / n for n in ("03-call-washington.md", "04-call-oslo.md", "05-call-reprint.txt")]
    assert memcon("add", *files)[0] == 0
    return path


def rows(memcon, *words: object) -> list[dict[str, object]]:  # type: ignore[no-untyped-def]
    return [json.loads(line) for line in memcon(*words, "--format", "json")[1].splitlines()]


def call(memcon) -> str:  # type: ignore[no-untyped-def]
    return str(next(row for row in rows(memcon, "list") if row["documents"] != 1)["id"])


def decided(out: str) -> str:
    return out.split(":")[0]


def test_a_correction_in_the_note_with_its_author_its_reason_and_what_was_read(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    engagement = call(memcon)
    code, out, err = memcon("correct", engagement, "date", "2024-12-31", "--because", "local  time\nin Oslo")
    assert (code, err) == (0, "")
    assert out == f"{decided(out)}: {engagement} date: 2024-12-31\n"
    note = " ".join(memcon("show", engagement)[1].split())
    assert "held · 31 December 2024 · phone" in note
    assert "date corrected: 2024-12-31, by R. Meyer, 20" in note
    assert f"UTC ({decided(out)}): “local time in Oslo” read: 2024-12-30 (all 2 accounts that tell agree" in note
    assert all(len(line) <= 100 for line in memcon("show", engagement)[1].splitlines())
    explained = memcon("explain", engagement, "start")[1]
    assert f"{engagement} start: 2024-12-31 (corrected: by R. Meyer, " in explained
    assert "⟦30 December⟧" in explained, "the words of what was read are still there"


def test_split_by_number_by_name_and_why_tells_of_it(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    engagement = call(memcon)
    code, out, _ = memcon("split", engagement, "[2]", "05-call-reprint", "-b", "a second call")
    assert code == 0
    assert "split: " in out
    assert out.count("account") == 2
    assert "(1 account)" in out
    assert "(2 accounts)" in out
    why = memcon("why", call(memcon))[1]
    assert "by hand, whatever the evidence" in why
    words = "04-call-oslo (call, 2024-12-30), 05-call-reprint (call, undated) are of another occasion than 03-call-"
    assert words in " ".join(why.split())
    assert memcon("undo", decided(out))[0] == 0
    assert "by hand" not in memcon("why", call(memcon))[1]


def test_merge_apart_and_the_log(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    everything = [str(row["id"]) for row in rows(memcon, "list", "--all")]
    one, other = call(memcon), next(i for i in everything if i != call(memcon))
    code, out, _ = memcon("merge", one, other, "--because", "a slip", "--author", "J. Ito")
    assert code == 0
    assert "one engagement now: " in out
    assert "(4 accounts)" in out
    code, _, err = memcon("apart", call(memcon), "E-none")
    assert (code, err.count("\n")) == (2, 1)
    code, gone, _ = memcon("undo", decided(out))
    assert gone.startswith(f"{decided(gone)}: undone: merge {decided(out)} of J. Ito, 20")
    assert memcon("apart", one, other)[0] == 0
    code, _, err = memcon("merge", one, other)
    assert code == 2
    assert "contradicts D-" in err
    assert "undo that first: memcon undo D-" in err
    log = memcon("log")[1]
    assert f"J. Ito  merge  undone by {decided(gone)}" in log
    assert "because: a slip" in log
    assert "are never the same" in " ".join(log.split())
    states = [row["state"] for row in rows(memcon, "log", one)]
    assert states == ["undone", "in force", "in force"]
    assert [row["verb"] for row in rows(memcon, "log", decided(out))] == ["merge", "undo"]


def test_what_is_accepted_leaves_the_queue_and_what_changed_enters_it(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    engagement = call(memcon)
    assert engagement in memcon("queue", "-n", "100")[1]
    out = memcon("accept", engagement)[1]
    assert out == f"{decided(out)}: {engagement} all of it is checked\n"
    assert engagement not in memcon("queue", "-n", "100")[1]
    assert "is accepted already" in memcon("accept", engagement)[2]
    memcon("remove", "04-call-oslo")
    queue = memcon("queue", "-n", "1")[1]
    assert queue.startswith("Decisions to look at again: memcon accept or memcon undo\n\nD-")
    assert "look again: 04-call-oslo is not in the record" in queue
    assert decided(out) in memcon("log", "--look")[1]
    memcon("add", SAMPLES / "04-call-oslo.md")
    assert memcon("log", "--look")[2] == "nothing found: nothing wants a second look\n"
    assert engagement not in memcon("queue", "-n", "100")[1]


def test_decisions_go_to_another_record(memcon, record: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    engagement = call(memcon)
    memcon("correct", engagement, "participants", "Solberg-Lie", "--office", "Minister of Fisheries")
    memcon("split", engagement, "3")
    exported = tmp_path / "decisions.jsonl"
    exported.write_text(memcon("log", "--format", "json")[1], encoding="utf-8")
    other = tmp_path / "other.memcon"
    memcon("add", SAMPLES / "04-call-oslo.md", "-r", other)
    code, out, _ = memcon("decide", exported, "-r", other)
    assert code == 0
    assert out == "2 new, 0 known already; 2 want a second look: memcon log --look\n"
    memcon("add", SAMPLES / "03-call-washington.md", SAMPLES / "05-call-reprint.txt", "-r", other)
    assert rows(memcon, "list", "-r", other) == rows(memcon, "list")
    assert memcon("decide", exported)[1].startswith("0 new, 2 known already")
    lines = exported.read_text(encoding="utf-8").splitlines()
    exported.write_text(lines[0] + "\n\n{}\n", encoding="utf-8")
    code, _, err = memcon("decide", exported)
    assert code == 2
    assert f"{exported}:3: is no decision" in err
    exported.write_text(lines[0].replace("Fisheries", "Trade"), encoding="utf-8")
    assert "was changed after it was made" in memcon("decide", exported)[2]


def test_the_author_is_the_option_then_the_environment_then_the_user(memcon, record: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    engagement = call(memcon)
    memcon("accept", engagement, "kind", "--author", "J. Ito")
    memcon("accept", engagement, "status")
    monkeypatch.delenv("MEMCON_AUTHOR")
    monkeypatch.setattr("getpass.getuser", lambda: "meyer")
    memcon("accept", engagement, "date")

    def nobody() -> str:
        raise OSError("no user")

    monkeypatch.setattr("getpass.getuser", nobody)
    code, _, err = memcon("accept", engagement, "parties")
    assert (code, "name yourself with --author or MEMCON_AUTHOR" in err) == (2, True)
    assert [row["author"] for row in rows(memcon, "log")] == ["J. Ito", "R. Meyer", "meyer"]


def test_a_party_that_is_not_known_is_kept_and_remarked(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    engagement = call(memcon)
    code, out, err = memcon("correct", engagement, "parties", "Swedn")
    assert (code, err.count("\n")) == (0, 1)
    assert err.startswith("memcon knows no party 'Swedn'; kept as a name")
    assert f"memcon undo {out.split(':')[0]}" in err
    assert memcon("correct", engagement, "parties", "Sweden")[2] == ""
    assert memcon("correct", engagement, "participants", "Nils Berg", "--party", "Ruritania")[2] != ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("correct", "ID", "weather", "fine"), "there is no field 'weather'"),
        (("correct", "ID", "date", "soon"), "'soon' is no date"),
        (("correct", "ID", "start", "2025-01-01"), "correct its date, first and last day at once"),
        (("correct", "ID", "mode"), "Missing argument 'VALUE'"),
        (("split", "ID", "7"), "has no account [7]; it has [1] to [3]"),
        (("split", "ID", "1", "2", "3"), "name some to take out, not all"),
        (("split", "ID", "06-nothing"), "there is no document '06-nothing'"),
        (("merge", "ID"), "give two engagements"),
        (("merge", "ID", "ID"), "stands twice; give two engagements"),
        (("accept", "ID", "weather"), "there is no field 'weather'"),
        (("accept", "D-ffff"), "there is no decision 'D-ffff'"),
        (("log", "E-ffff"), "there is no engagement 'E-ffff'"),
        (("log", "--format", "csv"), "'csv' is not one of 'table', 'json'"),
        (("decide", "/nowhere/d.jsonl"), "/nowhere/d.jsonl: cannot be read"),
    ],
)
def test_wrong_use_is_one_line_and_keeps_nothing(memcon, record: Path, words: tuple[str, ...], message: str) -> None:  # type: ignore[no-untyped-def]
    code, _, err = memcon(*(call(memcon) if word == "ID" else word for word in words))
    assert code == 2
    assert message in err
    assert err.count("\n") == 1
    assert memcon("log")[2] == "nothing found: nothing was decided\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(memcon, command: str) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon(command, "--help")
    assert code == 0
    assert f"memcon {command}" in out
    assert "Example" in out


def test_who_still_takes_part_for_a_party_taken_out_is_remarked(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    engagement = call(memcon)
    row = next(row for row in rows(memcon, "list") if row["id"] == engagement)
    party = list(row["parties"])[-1]  # type: ignore[call-overload]
    code, _, err = memcon("correct", engagement, "parties", party, "--remove")
    assert (code, err.count("\n")) == (0, 1)
    assert f"still takes part for {party}; to take a person out: memcon correct {engagement} participants" in err


def test_a_part_a_venue_and_a_statement_are_said_in_words(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    engagement = call(memcon)
    whole = next(str(row["id"]) for row in rows(memcon, "list", "--all") if row["id"] != engagement)
    assert "only a visit or a conference has parts" in memcon("part-of", engagement, whole)[2]
    memcon("correct", whole, "kind", "conference")
    out = memcon("part-of", engagement[:6], whole, "--because", "on the margins")[1]
    assert out == f"{decided(out)}: {engagement} is a part of {whole}\n"
    assert "part of another (" in " ".join(memcon("show", engagement)[1].split())
    assert "are a part of" in " ".join(memcon("log", engagement)[1].split())
    code, _, err = memcon("part-of", whole, engagement)
    assert (code, err.count("\n")) == (2, 1)
    assert memcon("part-of", engagement, "none")[1].endswith("is a part of nothing\n")
    assert memcon("correct", engagement, "venue", "Ak Orda Palace")[0] == 0
    assert " · Ak Orda Palace · " in " ".join(memcon("show", engagement)[1].split())
    assert "Ak Orda Palace" in memcon("explain", engagement, "venue")[1]
    words = "underscored the U.S. commitment to freedom of navigation"
    out = memcon("statement", engagement, words, "--act", "pledge", "--because", "a promise")[1]
    assert out == f"{decided(out)}: {engagement} statements: “{words}” is Dana K. Whitlow: pledge\n"
    assert f"Dana K. Whitlow: {words}" in " ".join(memcon("show", engagement)[1].split())
    code, _, err = memcon("statement", engagement, "no such words", "--remove")
    assert (code, err.count("\n")) == (2, 1)
    assert memcon("correct", engagement, "statements", "x")[2].count("memcon statement --help") == 1
    memcon("undo", decided(out))
    assert memcon("statement", engagement, words, "--remove")[0] == 0
    assert words not in " ".join(memcon("show", engagement)[1].split("By hand")[1].split("What was said")[1].split())
