"""The world map of counts."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from memcon.vocabulary.states import codes
from memcon.web.worldmap import SHADES, world_map

COUNTS = st.dictionaries(st.sampled_from(sorted(codes())), st.integers(1, 10**6), min_size=1)


@given(COUNTS)
def test_more_is_never_paler_and_every_shade_is_told(counts: dict[str, int]) -> None:
    drawn = world_map(list(counts.items()), lambda code: f"/{code}")
    assert drawn is not None
    assert {area.code: area.number for area in drawn.areas} == counts
    ordered = sorted(drawn.areas, key=lambda area: area.number)
    assert all(a.shade <= b.shade for a, b in itertools.pairwise(ordered))
    limits = {shade: (low, high) for shade, low, high in drawn.shades}
    for area in drawn.areas:
        low, high = limits[area.shade]
        assert low <= area.number <= high
    assert ordered[-1].shade == SHADES
    assert all(area.href == f"/{area.code}" for area in drawn.areas)


@given(COUNTS)
def test_no_two_dots_reach_into_one_another_unless_they_nearly_are_one(counts: dict[str, int]) -> None:
    drawn = world_map(list(counts.items()), str)
    assert drawn is not None
    dotted = [area for area in drawn.areas if area.reach is not None]
    for a, b in itertools.combinations(dotted, 2):
        assert a.reach is not None
        assert b.reach is not None
        apart = math.hypot(a.x - b.x, a.y - b.y)
        assert a.reach + b.reach <= max(apart, 10) + 0.2 or min(a.reach, b.reach) <= 5


def test_a_small_state_alone_can_be_hit_at_24_pixels_and_lies_on_top() -> None:
    drawn = world_map([("MT", 1), ("IT", 9)], str)
    assert drawn is not None
    malta = drawn.areas[-1]
    assert malta.code == "MT"
    assert malta.path is None
    assert malta.reach is not None
    assert malta.reach * 2 * 1000 / drawn.width >= 24


def test_what_has_no_place_is_not_drawn() -> None:
    assert world_map([], str) is None
    assert world_map([("ZZ", 3)], str) is None
