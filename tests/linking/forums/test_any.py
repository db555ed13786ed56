"""What holds of any sessions."""

import random
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.forums.build import dialogue, series

from memcon.linking.forums import Session, SessionStatus, Verdict
from memcon.model import Status

DAYS = st.one_of(
    st.none(),
    st.dates(min_value=date(2021, 1, 1), max_value=date(2024, 12, 31)).map(str),
    st.sampled_from(["2021", "2022-05", "2023-11", "2024"]),
)
WORDS = st.sampled_from(["the", "the inaugural", "the second", "the third", "the 12th annual", "the first in-person"])
TOLD = st.lists(
    st.tuples(DAYS, WORDS, st.sampled_from(Status), st.booleans(), st.sampled_from(["2021-06-01", "2023-01-01", None])),
    min_size=1,
    max_size=8,
)


@given(TOLD, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_every_engagement_is_of_one_session_and_the_order_does_not_matter(rows: Any, order: random.Random) -> None:
    told = [
        dialogue(n, day, words, status=status, main=main, dated=dated)
        for n, (day, words, status, main, dated) in enumerate(rows)
    ]
    (one,) = series(*told)
    assert sorted(one.engagements) == [e.id for e, _ in told]
    starts = [s.start or "9999" for s in one.sessions]
    assert starts == sorted(starts)
    for session in one.sessions:
        counted = [s for s in one.sessions if s.status is SessionStatus.HELD and s.main and _surely_before(s, session)]
        for claim in session.claims:
            assert claim.reason
            if claim.mode is None and len(counted) >= claim.number:
                assert claim.verdict is Verdict.CONTRADICTED
                assert claim.against
    order.shuffle(told)
    assert series(*told) == (one,)


def _surely_before(a: Session, b: Session) -> bool:
    exact = all(len(day or "") == len("2024-05-02") for day in (a.end, b.start))
    return exact and (a.end or "") < (b.start or "")
