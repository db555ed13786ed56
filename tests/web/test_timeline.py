import itertools

from hypothesis import given
from hypothesis import strategies as st

from memcon.web.timeline import NARROW, WIDE, timeline

COUNTS = st.dictionaries(st.integers(1900, 2060).map(str), st.integers(1, 10**6), min_size=1)


@given(COUNTS, st.sampled_from([WIDE, NARROW]))
def test_bars_stand_inside_in_order_and_are_as_high_as_their_numbers(counts: dict[str, int], width: int) -> None:
    drawn = timeline(sorted(counts.items()), lambda year: f"/{year}", width)
    assert drawn is not None
    assert [(bar.year, bar.number) for bar in drawn.bars] == sorted(counts.items())
    assert all(bar.x >= 0 and bar.x + bar.width <= width + 0.1 for bar in drawn.bars)
    assert all(bar.y >= 0 and abs(bar.y + bar.height - drawn.ground) < 0.2 for bar in drawn.bars)
    higher = sorted(drawn.bars, key=lambda bar: bar.number)
    assert [bar.height for bar in higher] == sorted(bar.height for bar in drawn.bars)
    assert [bar.href for bar in drawn.bars] == [f"/{bar.year}" for bar in drawn.bars]


@given(COUNTS)
def test_labels_do_not_run_into_one_another(counts: dict[str, int]) -> None:
    drawn = timeline(sorted(counts.items()), str)
    assert drawn is not None
    labelled = [bar.x + bar.width / 2 for bar in drawn.bars if bar.label]
    assert all(b - a > 40 for a, b in itertools.pairwise(labelled))


def test_nothing_to_draw() -> None:
    assert timeline([], str) is None
