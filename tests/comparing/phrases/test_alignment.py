"""Sentences of two accounts beside each other."""

from hypothesis import given
from hypothesis import strategies as st

from memcon.comparing.phrases.alignment import Fate, align, line_of, word_diff
from memcon.model import Span

NAMES = frozenset({"whitlow", "hale", "secretary"})


def lines(document: str, *sentences: str) -> list:  # type: ignore[type-arg]
    at = 0
    made = []
    for sentence in sentences:
        made.append(line_of(Span(document, at, at + len(sentence), sentence), NAMES))
        at += len(sentence) + 1
    return made


def test_each_sentence_has_one_fate_in_the_order_of_the_later_text() -> None:
    before = lines(
        "a",
        "Secretary Whitlow thanked Norway for its help.",
        "They discussed whales.",
        "She underscored the ironclad commitment to the defense of Norway.",
    )
    after = lines(
        "b",
        "She underscored the strong commitment to the defense of Norway.",
        "Secretary Hale thanked Norway for its help.",
        "A new cable was opened.",
    )
    found = align(before, after)
    assert [c.fate for c in found] == [Fate.DROPPED, Fate.REWORDED, Fate.KEPT, Fate.NEW] or [c.fate for c in found] == [
        Fate.REWORDED,
        Fate.KEPT,
        Fate.NEW,
        Fate.DROPPED,
    ]
    reworded = next(c for c in found if c.fate is Fate.REWORDED)
    assert [(p.sign, p.text) for p in reworded.diff] == [
        ("=", "She underscored the"),
        ("-", "ironclad"),
        ("+", "strong"),
        ("=", "commitment to the defense of Norway."),
    ]
    kept = next(c for c in found if c.fate is Fate.KEPT)
    assert kept.likeness == 100, "names and titles count for nothing"


def test_nothing_beside_something() -> None:
    some = lines("b", "They discussed whales.")
    assert [c.fate for c in align([], some)] == [Fate.NEW]
    assert [c.fate for c in align(some, [])] == [Fate.DROPPED]
    assert align([], []) == []


texts = st.lists(
    st.lists(st.sampled_from(["sea", "ice", "law", "port", "cable", "fish", "trade"]), min_size=1).map(" ".join)
)


@given(texts, texts)
def test_every_sentence_is_told_once(old: list[str], new: list[str]) -> None:
    before, after = lines("a", *old), lines("b", *new)
    found = align(before, after)
    assert sorted(c.before for c in found if c.before) == sorted(x.span for x in before)
    assert [c.after for c in found if c.after] == [x.span for x in after]


@given(st.text(alphabet="ab ,.\n", max_size=40), st.text(alphabet="ab ,.\n", max_size=40))
def test_a_word_diff_holds_both_texts(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert " ".join(p.text for p in pieces if p.sign != "-") == " ".join(new.split())
    dropped = " ".join(p.text for p in pieces if p.sign != "+").split()
    assert len(dropped) == len(old.split())
