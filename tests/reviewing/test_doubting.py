"""What is in doubt, and what hangs on it."""

import math
from dataclasses import replace

import pytest
from tests.reviewing.made import engagement

from memcon.decisions import Field
from memcon.linking.engagements import CORRECTED, Choice, Ruling, Standing
from memcon.model import Cited
from memcon.reviewing.doubting import OF_CONTRADICTION, OF_MENTION, doubts_of, use_of

NOW = "2026-01-01T00:00:00+00:00"


def doubts(made: object, statements: int = 9) -> dict[Field, float]:
    return {d.field: d.doubt for d in doubts_of(made, statements)}  # type: ignore[arg-type]


def test_a_field_is_as_doubtful_as_its_least_sure_value() -> None:
    assert doubts(engagement()) == {
        Field.KIND: 0.02,
        Field.STATUS: 0.01,
        Field.DATE: 0.3,
        Field.MODE: 0.05,
        Field.PARTIES: 0.15,
        Field.PARTICIPANTS: 0.4,
    }, "the place has no measured confidence, the forum no value"


def test_a_contradiction_is_a_coin_at_least() -> None:
    assert doubts(engagement(Standing.CONTRADICTED))[Field.DATE] == OF_CONTRADICTION


def test_weight_is_doubt_times_use() -> None:
    (kind, *_) = doubts_of(engagement(), 9)
    assert kind.weight == pytest.approx(0.02 * (2 + 3))
    (mentioned, *_) = doubts_of(replace(engagement(), main=False), 9)
    assert mentioned.weight == pytest.approx(kind.weight * OF_MENTION, abs=1e-4)


def test_use_counts_accounts_in_full_and_statements_by_their_root() -> None:
    assert use_of(3, 0, main=True) == 3
    assert use_of(1, 100, main=True) == 1 + math.sqrt(100)
    assert use_of(2, 4, main=False) == 1


def test_what_was_accepted_corrected_or_dismissed_is_in_no_doubt() -> None:
    accepted = replace(engagement(), rulings=(Ruling("D-1", "accept", "A", NOW, field="date"),))
    assert Field.DATE not in doubts(accepted)
    assert Field.PARTIES in doubts(accepted)
    assert doubts(replace(engagement(), rulings=(Ruling("D-1", "accept", "A", NOW),))) == {}
    assert doubts(replace(engagement(), rulings=(Ruling("D-1", "dismiss", "A", NOW),))) == {}
    right = Choice(Cited("2022-05-08", (), CORRECTED), standing=Standing.CORRECTED)
    assert Field.DATE not in doubts(replace(engagement(), start=right, end=right))
    undone = replace(engagement(), rulings=(Ruling("D-1", "accept", "A", NOW, field="date", in_force=False),))
    assert Field.DATE in doubts(undone)
