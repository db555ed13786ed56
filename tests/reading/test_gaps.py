"""Marks in brackets, typed."""

import pytest

from memcon import document
from memcon.model import GapKind
from memcon.reading.gaps import find_gaps


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("(inaudible)", GapKind.INAUDIBLE),
        ("[inaudible 00:12:03]", GapKind.INAUDIBLE),
        ("(Off-mike.)", GapKind.INAUDIBLE),
        ("(via interpreter)", GapKind.INTERPRETED),
        ("(As interpreted.)", GapKind.INTERPRETED),
        ("(In Maltese.)", GapKind.INTERPRETED),
        ("(Speaks in Maltese.)", GapKind.INTERPRETED),
        ("(No translation provided.)", GapKind.INTERPRETED),
        ("(Laughter.)", GapKind.LAUGHTER),
        ("(Applause.)", GapKind.APPLAUSE),
        ("(Cross-talk.)", GapKind.CROSSTALK),
        ("(Break.)", GapKind.BREAK),
        ("(Recording interrupted)", GapKind.BREAK),
        ("(In progress)", GapKind.BREAK),
        ("(A video was played.)", GapKind.BREAK),
        ("<…>", GapKind.BREAK),
    ],
)
def test_a_mark_and_its_kind(mark: str, kind: GapKind) -> None:
    made = document(f"MINISTER VELLA:  We begin {mark} and go on.")
    (gap,) = find_gaps(made)
    assert (gap.kind, gap.span.text) == (kind, mark)
    assert gap.span.stands_in(made.text)


@pytest.mark.parametrize("words", ["(in part)", "(in May)", "(the Council)", "[sic]", "(2021)", "(in full)"])
def test_brackets_that_are_no_mark(words: str) -> None:
    assert find_gaps(document(f"We agreed {words} to go on.")) == ()
