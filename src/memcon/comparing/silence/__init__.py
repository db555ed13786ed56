"""What was looked for and not found in the sources of a record up to a date: a ledger of absences, never a denial."""

from __future__ import annotations

from memcon.comparing.commitments import commitments
from memcon.comparing.material import Material, Undated, parties_of
from memcon.comparing.silence.engagements import one_sided, unconfirmed
from memcon.comparing.silence.points import dropped_commitments, dropped_points
from memcon.comparing.silence.values import Absence, AbsenceKind, Source

__all__ = ["Absence", "AbsenceKind", "Source", "absences"]


def absences(material: Material, parties: tuple[str, ...] = ()) -> list[Absence]:
    """Give the absences in the dealings of ``parties`` (codes, all of which take part; none: everybody's).

    They are in the order of their kinds, as :class:`AbsenceKind` has them, then of days.
    """
    wanted = frozenset(parties)
    engagements = [e for e in material.engagements if wanted <= parties_of(e)]
    pairs = sorted({tuple(sorted(parties_of(e))) for e in engagements if len(e.parties) == 2})
    found = [
        *one_sided(material, engagements),
        *dropped_commitments(material, commitments(material, engagements)),
        *dropped_points(material, pairs),
        *unconfirmed(material, engagements),
    ]
    kinds = list(AbsenceKind)
    return sorted(found, key=lambda a: (kinds.index(a.kind), a.day or Undated, a.words, a.party or ""))
