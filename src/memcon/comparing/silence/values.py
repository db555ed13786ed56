"""The values of the ledger of absences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from memcon.model import Span


class AbsenceKind(StrEnum):
    """What was looked for and not found."""

    ENGAGEMENT = "engagement"
    COMMITMENT = "commitment"
    POINT = "point"
    PHRASE = "phrase"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher whose documents were looked at: its name, how many, and the day of the last of them (ISO)."""

    publisher: str
    documents: int
    last: str | None


@dataclass(frozen=True, slots=True)
class Absence:
    """Something that was not found in some sources up to a date. That it did not happen is not said.

    ``told_by`` are the parties whose documents tell it and ``party`` the one in whose documents it was looked for
    (None for a plan, which was looked for everywhere); ``day`` is that of the engagement or of the last telling
    (ISO), ``words`` what was told. ``sources`` are those looked at: where there are none, nothing can be said, and
    ``said`` is false. ``since`` counts the accounts looked at that could have said it.
    """

    kind: AbsenceKind
    engagement: str
    day: str
    told_by: tuple[str, ...]
    party: str | None
    what: str
    words: Span
    sources: tuple[Source, ...]
    since: int

    @property
    def said(self) -> bool:
        """Whether any source was there to be looked at."""
        return bool(self.sources)

    @property
    def until(self) -> str | None:
        """The day of the last document looked at."""
        return max((s.last for s in self.sources if s.last), default=None)
