"""The commands as a user runs them."""

import csv
import io
import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
HELP = (
    "add",
    "list",
    "show",
    "explain",
    "reprints",
    "why",
    "queue",
    "figures",
    "search",
    "remove",
    "attributions",
    "who",
    "office",
    "commitments",
    "silence",
    "phrases",
    "drift",
    "code",
    "link",
    "score",
)


@pytest.fixture
def record(tmp_path: Path, memcon) -> Path:  # type: ignore[no-untyped-def]
    path = tmp_path / "r.memcon"
    files = [SAMPLES / n for n in ("03-call-washington.md", "04-call-oslo.md", "10-travel-notice.md")]
    code, out, err = memcon("add", *files, "--record", path)
    assert (code, err) == (0, "")
    assert "3 documents new, 0 known already, 0 failed" in out
    return path


def test_adding_again_and_what_cannot_be_read(memcon, record: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4")
    code, out, err = memcon("add", SAMPLES / "03-call-washington.md", broken, "-r", record)
    assert code == 1
    assert "0 documents new, 1 known already, 1 failed" in out
    assert err == f"memcon: {broken}: is not a readable PDF\n"


def test_list_as_table_csv_and_json(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("list", "-r", record, "--party", "NO")
    assert code == 0
    assert "Ingrid Solberg-Lie" in out
    rows = list(csv.DictReader(io.StringIO(memcon("list", "-r", record, "--format", "csv")[1])))
    assert [r["kind"] for r in rows] == ["visit", "visit", "conference", "meeting", "call"]
    (call,) = [json.loads(x) for x in memcon("list", "-r", record, "--kind", "call", "-f", "json")[1].splitlines()]
    assert call["parties"] == ["US", "NO"]
    assert call["documents"] == 2


def test_list_is_narrowed_by_office_source_confidence_and_review(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    def found(*options: str) -> list[str]:
        return [json.loads(x)["id"] for x in memcon("list", "-r", record, *options, "-f", "json")[1].splitlines()]

    everything = found()
    assert 0 < len(found("--office", "Minister of Foreign Affairs")) < len(everything)
    assert found("--office", "minister of foreign affairs") == found("--office", "Foreign Minister")
    assert 0 < len(found("--mode", "phone")) < len(everything)
    assert 0 < len(found("--source", "Ministry of Foreign Affairs of Norway")) < len(everything)
    bands = [found("--confidence", band) for band in ("doubtful", "fair", "good", "high")]
    assert sorted(e for band in bands for e in band) == sorted(everything)
    assert found("--reviewed", "unchecked") == everything
    assert memcon("accept", everything[0], "-r", record, "--author", "R. Meyer")[0] == 0
    assert found("--reviewed", "checked") == everything[:1]
    assert found("--reviewed", "unchecked") == everything[1:]


def test_show_is_a_note_with_sources(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    (call,) = [json.loads(x) for x in memcon("list", "-r", record, "--kind", "call", "-f", "json")[1].splitlines()]
    code, out, _ = memcon("show", call["id"], "-r", record)
    assert code == 0
    for words in (
        "CALL: United States, Norway",
        "30 December 2024",
        "Dana K. Whitlow, Secretary of State",
        "thanked the Foreign Minister for Norway’s steady support",
        "What was agreed or pledged",
        "[2] Ministry of Foreign Affairs of Norway",
        "who: “Ingrid Solberg-Lie”",
    ):
        assert words in out, words
    assert all(len(line) <= 100 for line in out.splitlines())


def test_explain_shows_words_in_context_and_rules(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    (call,) = [json.loads(x) for x in memcon("list", "-r", record, "--kind", "call", "-f", "json")[1].splitlines()]
    code, out, _ = memcon("explain", call["id"], "start", "-r", record)
    assert code == 0
    assert "2024-12-30 (derived: all 2 accounts that tell agree)" in out
    assert "⟦30 December⟧" in out
    assert memcon("explain", call["id"], "weather", "-r", record)[0] == 2


def test_search_and_remove(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    assert "⟦wetlands⟧" in memcon("search", "wetlands", "-r", record)[1]
    assert memcon("search", "zeppelin", "-r", record)[:2] == (0, "")
    assert "removed 10-travel-notice" in memcon("remove", "10-travel-notice", "-r", record)[1]
    assert memcon("search", "wetlands", "-r", record)[1] == ""


def test_code_and_score(memcon, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    for path in (first, second):
        assert (
            memcon("code", SAMPLES / "03-call-washington.md", SAMPLES / "17-press-conference.txt", "-o", path)[0] == 0
        )
    assert first.read_bytes() == second.read_bytes(), "the same input gives the same bytes"
    code, out, _ = memcon("score", first, second)
    assert code == 0
    assert out.splitlines()[-1].split() == ["all", "facts", "1.000", "1.000", "1.000", out.split()[-1]]


def test_link_writes_occasions_and_accounts(memcon, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    code, _, _ = memcon("link", SAMPLES / "03-call-washington.md", SAMPLES / "04-call-oslo.md", "-o", tmp_path / "l")
    assert code == 0
    accounts = [json.loads(x) for x in (tmp_path / "l/accounts.jsonl").read_text(encoding="utf-8").splitlines()]
    call = {a["occasion"] for a in accounts if a["main"]}
    assert len(call) == 1
    assert {a["doc"] for a in accounts} == {"03-call-washington", "04-call-oslo"}


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("list", "-r", "/nowhere/r.memcon"), 2, "there is no record at /nowhere/r.memcon"),
        (("show",), 2, "give either an engagement's ID or --all"),
        (("list", "--kind", "duel"), 2, "'duel' is not one of"),
        (("list", "--kind", "duel"), 2, "'--kind': 'duel'"),
        (("show",), 2, "memcon: give either"),
        (("frobnicate",), 2, "No such command 'frobnicate'"),
        (("add",), 2, "Missing"),
        (("score", "/nowhere/a", "/nowhere/b"), 2, "/nowhere/a: cannot be read"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(memcon, words: tuple[str, ...], code: int, message: str) -> None:  # type: ignore[no-untyped-def]
    got, _, err = memcon(*words)
    assert got == code
    assert message in err
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err


@pytest.mark.parametrize("command", HELP)
def test_help_has_an_example(memcon, command: str) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon(command, "--help")
    assert code == 0
    assert f"memcon {command}" in out
    assert "Example" in out


def test_what_is_sure_and_what_to_check(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    rows = [json.loads(x) for x in memcon("list", "-r", record, "--all", "-f", "json")[1].splitlines()]
    least = sorted(r["sure"] for r in rows)[len(rows) // 2]
    narrowed = [
        json.loads(x) for x in memcon("list", "-r", record, "-a", "--sure", least, "-f", "json")[1].splitlines()
    ]
    assert [r["id"] for r in narrowed] == [r["id"] for r in rows if r["sure"] >= least]
    assert 0 < len(narrowed) < len(rows)
    code, out, _ = memcon("queue", "-r", record, "--limit", "5")
    assert code == 0
    assert len([line for line in out.splitlines() if line[:2] == "0."]) == 5
    waiting = [json.loads(x) for x in memcon("queue", "-r", record, "--all", "-f", "json")[1].splitlines()]
    weights = [row["weight"] for row in waiting]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) > 20
    unsure = memcon("queue", "-r", record, "--all", "--below", "0.9", "-f", "json")[1].splitlines()
    assert [json.loads(x) for x in unsure] == [row for row in waiting if row["doubt"] > 0.1] != []
    dates = memcon("queue", "-r", record, "--about", "date", "-n", "2", "-f", "json")[1].splitlines()
    assert [json.loads(x) for x in dates] == [row for row in waiting if row["field"] == "date"][:2]
    code, _, err = memcon("list", "-r", record, "--sure", "90")
    assert (code, err) == (2, "memcon: --sure 90 is no confidence; give a number from 0 to 1 such as 0.9\n")


def test_who_says_what(memcon, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    story = tmp_path / "story.txt"
    story.write_text("“We won,” the captain said.\n", encoding="utf-8")
    code, out, _ = memcon("attributions", story)
    assert code == 0
    assert [line.split() for line in out.splitlines()] == [
        ["story:", "1", "attributions"],
        ["Source", "Cue", "Content"],
        ["the", "captain", "said", "“We", "won,”"],
    ]
    (row,) = [json.loads(line) for line in memcon("attributions", story, "-f", "json")[1].splitlines()]
    assert row["content"] == {"start": 0, "end": 9, "text": "“We won,”"}
    assert row["pieces"] == [row["content"]]
    assert (row["source"]["text"], row["cue"]["text"], row["rule"]) == ("the captain", "said", "before")
    code, _, err = memcon("attributions", tmp_path / "none.txt")
    assert code == 1
    assert len(err.splitlines()) == 2


def test_why_shows_the_weights(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    rows = [json.loads(x) for x in memcon("list", "-r", record, "-f", "json")[1].splitlines()]
    call = next(r for r in rows if r["kind"] == "call")
    code, out, _ = memcon("why", call["id"], "-r", record)
    assert code == 0
    assert "the same people on both sides" in out
    assert out.rstrip().endswith("that they are one occasion")
    assert max(map(len, out.splitlines())) <= 100
    alone = next(r for r in rows if r["kind"] == "meeting")
    assert "the only account" in memcon("why", alone["id"], "-r", record)[1]


def test_topics_in_the_note_and_as_a_filter(memcon, record: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = memcon("list", "-r", record, "--topic", "freedom of navigation", "--topic", "space", "-f", "json")
    assert code == 0
    (call,) = [json.loads(line) for line in out.splitlines()]
    note = memcon("show", call["id"], "-r", record)[1]
    assert "\nTopics\n" in note
    assert "space: “satellite”" in " ".join(note.split())
    assert memcon("list", "-r", record, "--topic", "fisheries", "--topic", "terrorism")[0] == 0
    code, _, err = memcon("list", "-r", record, "--topic", "energy")
    assert code == 2
    assert "give more of the name" in err
