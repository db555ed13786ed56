"""Shares of right values by class, the wider class weighing in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.vocabulary.confidence import Confidences, Measured, Told, confidences

ROWS = (
    Measured("start", Told.SUBJECT, "stated", 100, 95),
    Measured("start", Told.SUBJECT, "date.today", 1, 0),
    Measured("start", Told.MENTION, "stated", 10, 5),
)


def test_many_values_speak_for_themselves() -> None:
    assert Confidences(ROWS).of("start", Told.SUBJECT, "stated") == pytest.approx(0.95, abs=0.01)


def test_one_wrong_value_does_not_condemn_its_rule() -> None:
    shares = Confidences(ROWS)
    assert 0.75 < shares.of("start", Told.SUBJECT, "date.today") < shares.of("start", Told.SUBJECT, "stated")


def test_what_is_mentioned_has_a_share_of_its_own() -> None:
    shares = Confidences(ROWS)
    assert shares.of("start", Told.MENTION, "stated") < shares.of("start", Told.SUBJECT, "stated")


def test_an_unknown_rule_has_the_share_of_its_field() -> None:
    shares = Confidences(ROWS)
    assert shares.of("start", Told.SUBJECT, "date.new") == pytest.approx(0.94, abs=0.02)


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(Told), st.integers(0, 50), st.integers(0, 50))))
def test_every_share_is_one(rows: list[tuple[str, Told, int, int]]) -> None:
    shares = Confidences(tuple(Measured(f, t, "r", max(n, k), min(n, k)) for f, t, n, k in rows))
    assert all(0.01 <= shares.of(f, t, r) <= 0.99 for f in ("a", "c") for t in Told for r in ("r", "s"))


def test_the_shares_that_ship_cover_every_coded_field() -> None:
    shares = confidences()
    assert shares.of("kind", Told.SUBJECT, "kind.trigger") > shares.of("kind", Told.MENTION, "kind.trigger") > 0.6
