from hypothesis import given
from hypothesis import strategies as st

from memcon.linking.reprints.alignment import align
from memcon.linking.reprints.words import Words

TEXTS = st.lists(st.sampled_from(["the", "of", "minister", "talks", "tanker", "sea", "north", "agreed"]), max_size=60)


def words(*keys: str) -> Words:
    places = tuple(range(len(keys)))
    plain = (False,) * len(keys)
    return Words(keys, places, tuple(n + 1 for n in places), plain, plain, ((0, len(keys)),) if keys else ())


@given(TEXTS, TEXTS)
def test_runs_are_the_same_words_and_take_no_word_twice(a: list[str], b: list[str]) -> None:
    alignment = align(words(*a), words(*b))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for run in alignment.runs:
        assert a[run.a : run.a + run.size] == b[run.b : run.b + run.size]
        mine, theirs = set(range(run.a, run.a + run.size)), set(range(run.b, run.b + run.size))
        assert not mine & taken_a
        assert not theirs & taken_b
        taken_a |= mine
        taken_b |= theirs
    assert alignment.turned().turned() == alignment


@given(TEXTS)
def test_a_text_is_aligned_with_itself_altogether(a: list[str]) -> None:
    alignment = align(words(*a), words(*a))
    assert alignment.size == (len(a) if len(a) >= 3 else 0)


def test_an_edit_stands_between_two_runs() -> None:
    a = ["they", "spoke", "today", "about", "the", "safety", "of", "the", "northern", "ports"]
    b = ["they", "spoke", "today", "at", "some", "length", "about", "the", "safety", "of", "the", "northern", "ports"]
    alignment = align(words(*a), words(*b))
    (edit,) = alignment.edits()
    assert (a[slice(*edit.a)], b[slice(*edit.b)]) == ([], ["at", "some", "length"])
    assert list(alignment.stretches()) == [((0, len(a)), (0, len(b)))]


def test_a_passage_that_changed_its_place_is_aligned() -> None:
    first = [f"one{n}" for n in range(20)]
    second = [f"two{n}" for n in range(30)]
    assert align(words(*first, *second), words(*second, *first)).size == 50
