"""Reprints as a user sees them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
Run = Callable[..., tuple[int, str, str]]

TALK = """Latvian Foreign Minister Janis Ozols And Finnish Foreign Minister Aino Virta Before Their Meeting

FOREIGN MINISTER OZOLS:  It is a pleasure to see you in Riga again, Minister Virta.  The working group on northern ferries \
has met three times since our meeting in Turku, and its report shows how well our ports work together.

FOREIGN MINISTER VIRTA:  Thank you, Minister Ozols.  We stand by our friends in every season."""


@pytest.fixture
def record(tmp_path: Path, memcon: Run) -> Path:
    path = tmp_path / "r.memcon"
    names = ("02-reprinted-transcript.txt", "03-call-washington.md", "04-call-oslo.md", "05-call-reprint.txt")
    assert memcon("add", *(SAMPLES / n for n in names), "-r", path)[0] == 0
    return path


def test_the_list_of_reprints_with_reasons(memcon: Run, record: Path) -> None:
    code, out, _ = memcon("reprints", "-r", record)
    assert code == 0
    assert "names as its source https://www.state.gov/example/secretary-blinken" in out
    assert "not in the record" in out
    assert "reprints a part of 03-call-washington" in out
    assert "(names its address; " in out
    assert "published later (2025-03-14, the other 2024-12-30)" in out
    assert "100% of it, 84% of the source; 100% of the words there unchanged; direction 99% sure" in out


def test_the_reprints_of_one_document(memcon: Run, record: Path) -> None:
    for document in ("03-call-washington", "05-call-reprint"):
        out = memcon("reprints", document, "-r", record)[1]
        assert out.startswith("05-call-reprint (")
        assert "02-reprinted" not in out
    assert memcon("reprints", "04-call-oslo", "-r", record)[1:] == ("", "nothing found: no reprints\n")
    assert memcon("reprints", "99-nothing", "-r", record)[0] == 2


def test_the_note_counts_independent_sources(memcon: Run, record: Path) -> None:
    (call,) = [json.loads(x) for x in memcon("list", "-r", record, "--kind", "call", "-f", "json")[1].splitlines()]
    assert (call["documents"], call["start"]) == (3, "2024-12-30")
    out = memcon("show", call["id"], "-r", record)[1]
    assert "3 sources, 2 independent" in out
    assert "[3] reprints a part of [1] (names its address; " in out
    explained = memcon("explain", call["id"], "start", "-r", record)[1]
    assert "2024-12-30 (derived: all 2 accounts that tell agree; 2025" in explained, (
        "the reprint tells nothing of its own"
    )


def test_a_gap_is_read_from_another_copy_and_marked_as_such(memcon: Run, tmp_path: Path) -> None:
    record = tmp_path / "gaps.memcon"
    whole, copy = tmp_path / "whole.md", tmp_path / "copy.md"
    whole.write_text(f"---\npublisher: Ministry of Foreign Affairs of Latvia\npublished: 2024-05-02\n---\n{TALK}")
    text = TALK.replace("northern ferries", "(inaudible)")
    copy.write_text(f"---\npublisher: Harbour News\npublished: 2024-06-01\n---\n{text}")
    assert memcon("add", whole, copy, "-r", record)[0] == 0
    rows = [json.loads(x) for x in memcon("list", "-r", record, "-f", "json")[1].splitlines()]
    assert [r["start"] for r in rows] == ["2024-05-02"], "the reprint's own day dates nothing"
    (meeting,) = [r for r in rows if r["documents"] == 2]
    at = text.index("(inaudible)")
    words = f"gap at {at} “(inaudible)”: [1] has “northern ferries” there"
    assert f"in [2]: {words}" in memcon("show", meeting["id"], "-r", record)[1]
    assert f"    {words}" in memcon("explain", meeting["id"], "statements", "-r", record)[1]


def test_no_line_is_wider_than_the_page(memcon, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    record = tmp_path / "wide.memcon"
    samples = Path(__file__).parents[2] / "samples"
    files = [samples / name for name in ("03-call-washington.md", "04-call-oslo.md", "05-call-reprint.txt")]
    assert memcon("add", *files, "-r", record)[0] == 0
    out = memcon("reprints", "-r", record)[1]
    assert "reprints a part of 03-call-washington" in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 100
