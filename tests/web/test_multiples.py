"""Small multiples of counts by year."""

from hypothesis import given
from hypothesis import strategies as st

from memcon.web.multiples import HEIGHT, WIDTH, multiples

BY_YEAR = st.dictionaries(st.integers(1950, 2030).map(str), st.integers(0, 500), min_size=1)


@given(st.lists(BY_YEAR, min_size=1, max_size=5))
def test_all_are_on_one_scale_and_stay_inside(told: list[dict[str, int]]) -> None:
    rows = [(f"row {n}", f"#{n}", sum(by_year.values()), by_year) for n, by_year in enumerate(told)]
    drawn = multiples(rows, lambda at, year: f"/{at}/{year}")
    if not any(number for by_year in told for number in by_year.values()):
        assert drawn is None
        return
    assert drawn is not None
    for at, (small, by_year) in enumerate(zip(drawn.smalls, told, strict=True)):
        assert {bar.year: bar.number for bar in small.bars} == {y: n for y, n in by_year.items() if n}
        assert all(bar.href == f"/{at}/{bar.year}" for bar in small.bars)
        assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH + 0.2 for bar in small.bars)
        assert all(bar.y >= 0 and bar.y + bar.height <= HEIGHT for bar in small.bars)
    bars = sorted((bar for small in drawn.smalls for bar in small.bars), key=lambda bar: bar.number)
    assert [bar.height for bar in bars] == sorted(bar.height for bar in bars)
    same_year = {(bar.year, bar.x) for small in drawn.smalls for bar in small.bars}
    assert len({year for year, _ in same_year}) == len(same_year), "a year stands at one place in all"
    years = [year for year, _ in drawn.years]
    assert years == sorted(years)


def test_nothing_to_draw() -> None:
    assert multiples([], lambda at, year: "") is None
    assert multiples([("a", "", 0, {})], lambda at, year: "") is None
