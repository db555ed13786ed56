"""The measure of comparisons."""

from typing import Any

import pytest

from memcon.scoring import score_sides

GOLD: dict[str, list[Any]] = {
    "both": [["they discussed grain exports", "the export of grain was raised"]],
    "only_a": ["she thanked the host"],
    "only_b": [],
    "contradict": [["it costs 40 million", "it costs 30 million", "numbers"]],
}


def scored(**given: list[Any]) -> tuple[float, float]:
    made = {"both": [], "only_a": [], "only_b": [], "contradict": [], **given}
    tally = score_sides({("a", "b"): GOLD}, {("a", "b"): made})
    return tally.placement, tally.pairs_f1


def test_the_gold_itself_is_right() -> None:
    assert scored(**GOLD) == (1.0, 1.0)


def test_a_contradiction_given_as_shared_counts_alike() -> None:
    assert scored(both=[*GOLD["both"], GOLD["contradict"][0][:2]], only_a=GOLD["only_a"]) == (1.0, 1.0)


def test_a_point_in_the_wrong_place_is_wrong_twice() -> None:
    placement, pairs = scored(both=GOLD["both"], contradict=GOLD["contradict"], only_b=GOLD["only_a"])
    assert placement == pytest.approx(0.5)
    assert pairs == 1.0


def test_a_pair_is_right_only_on_both_sides() -> None:
    half = [["they discussed grain exports", "he sang a hymn"]]
    assert scored(both=half, contradict=GOLD["contradict"], only_a=GOLD["only_a"])[1] == pytest.approx(0.5)


def test_a_missing_comparison_counts_as_empty() -> None:
    tally = score_sides({("a", "b"): GOLD}, {})
    assert (tally.placement, tally.pairs, tally.pairs_f1) == (0.0, [0, 2, 0], 0.0)
