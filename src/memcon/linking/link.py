"""From readings and reprints to engagements: what the record and ``memcon link`` do alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.linking.constraints import NONE, Constraints
from memcon.linking.engagements import Engagement
from memcon.linking.joining import join
from memcon.linking.reprints import Reprint, by_copy, dated_by_sources, independent
from memcon.model import Reading


def link(
    readings: Iterable[Reading], reprints: Sequence[Reprint], constraints: Constraints = NONE
) -> tuple[Engagement, ...]:
    """Join the accounts of all readings, reprints dated by their sources, and count independent sources."""
    joined = join(dated_by_sources(readings, reprints), constraints)
    copies = by_copy(reprints)
    return tuple(replace(e, sources=independent(e, copies)) for e in joined)
