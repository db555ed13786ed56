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


@given(COUNTS)
def test_long_runs_of_empty_years_are_left_out_and_marked(counts: dict[str, int]) -> None:
    drawn = timeline(sorted(counts.items()), str)
    assert drawn is not None
    years = sorted(map(int, counts))
    gaps = [(a, b) for a, b in itertools.pairwise(years) if b - a - 1 > 4]
    assert len(drawn.breaks) == len(gaps)
    by_year = {int(bar.year): bar for bar in drawn.bars}
    for place, (a, b) in zip(drawn.breaks, gaps, strict=True):
        assert by_year[a].x + by_year[a].width < place < by_year[b].x


def test_numbers_that_would_run_into_one_another_are_left_to_the_higher_bar() -> None:
    drawn = timeline([(str(year), 1000 + year % 7) for year in range(1990, 2020)], str, NARROW)
    assert drawn is not None
    shown = [bar.count for bar in drawn.bars]
    assert all(not (a and b) for a, b in itertools.pairwise(shown))
    assert any(shown)
    wide = timeline([("2020", 7), ("2021", 9)], str)
    assert wide is not None
    assert [bar.count for bar in wide.bars] == ["7", "9"]
