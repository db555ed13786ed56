"""From readings, reprints and decisions to engagements: what the record does, as one function."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.decisions.replaying import replay
from memcon.decisions.ruling import ruled
from memcon.decisions.values import Decision
from memcon.linking.engagements import Engagement
from memcon.linking.joining import by_date
from memcon.linking.link import link
from memcon.linking.reprints import Reprint
from memcon.model import Reading


def decided(
    readings: Iterable[Reading], reprints: Sequence[Reprint], decisions: Iterable[Decision]
) -> tuple[Engagement, ...]:
    """Give the engagements that the readings tell of, as people decided, by date and then by id; undated ones last.

    The order in which readings and decisions are given does not matter.
    """
    given = list(readings)
    replayed = replay(decisions, {r.document: r for r in given})
    return tuple(sorted((ruled(e, replayed) for e in link(given, reprints, replayed.constraints)), key=by_date))
