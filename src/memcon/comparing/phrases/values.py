"""The values of language over time: a scope, the uses of a phrase in it, and the history that they make."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from memcon.comparing.material import Undated
from memcon.linking.engagements import Engagement
from memcon.model import Span


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a phrase is followed.

    ``name`` in words; ``parties`` or ``person`` whose dealings or words they are (neither: everybody's);
    ``documents`` their ids by day; ``engagements`` those that these documents report as their subject, by day.
    """

    name: str
    documents: tuple[str, ...]
    engagements: tuple[Engagement, ...]
    parties: tuple[str, ...] = ()
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """A phrase in a document.

    ``form`` is what stands there, folded and in lower case; ``day`` that of the first engagement, else the
    document's; ``engagements`` the ids of those that the document reports, of the scope; ``origin`` the document
    in which the words stood first (or the name of one outside the record); ``sides`` the parties in whose voice.
    """

    words: Span
    form: str
    day: str
    engagements: tuple[str, ...]
    origin: str
    speakers: tuple[str, ...]
    sides: tuple[str, ...]

    @property
    def copied(self) -> bool:
        """Whether the words are a reprint."""
        return self.origin != self.words.document


@dataclass(frozen=True, slots=True)
class Silence:
    """A run of engagements of the scope without the phrase: how many, from the first day to the last (ISO)."""

    engagements: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Form:
    """One wording of a phrase with the days of its first and last use and its documents, reprints counted once."""

    form: str
    first: str
    last: str
    documents: int


@dataclass(frozen=True, slots=True)
class History:
    """A phrase followed through a scope.

    ``why`` tells why it is taken for a set phrase. ``uses`` are in the order of days. ``gap`` is the longest run of
    engagements without it between its first use and its last; ``since`` the run after the last.
    """

    phrase: str
    why: str
    uses: tuple[Use, ...]
    gap: Silence | None = None
    since: Silence | None = None

    @property
    def first(self) -> Use:
        """The first use."""
        return self.uses[0]

    @property
    def last(self) -> Use:
        """The last use that has a day and is no reprint, else the last that is no reprint, else the last."""
        own = [u for u in self.uses if not u.copied] or list(self.uses)
        return next((u for u in reversed(own) if u.day != Undated), own[-1])

    @property
    def documents(self) -> int:
        """In how many documents it stands, reprints counted once."""
        return len({u.origin for u in self.uses})

    @property
    def engagements(self) -> int:
        """At how many engagements it was used."""
        return len({e for u in self.uses for e in u.engagements})

    def forms(self) -> tuple[Form, ...]:
        """Give its wordings in the order of their first use."""
        found: dict[str, list[Use]] = {}
        for use in self.uses:
            found.setdefault(use.form, []).append(use)
        return tuple(Form(f, u[0].day, u[-1].day, len({x.origin for x in u})) for f, u in found.items())

    def by_side(self) -> dict[str, int]:
        """Count documents by the parties in whose voice it stands; "" where that is not known."""
        pairs = {(side, u.origin) for u in self.uses for side in u.sides or ("",)}
        return dict(sorted(Counter(side for side, _ in pairs).items(), key=lambda x: (-x[1], x[0])))

    def by_year(self) -> dict[str, int]:
        """Count documents by year, with the years between at 0; undated ones are left out."""
        pairs = {(u.day[:4], u.origin) for u in self.uses if u.day != Undated}
        count = Counter(year for year, _ in pairs)
        if not count:
            return {}
        return {str(y): count[str(y)] for y in range(int(min(count)), int(max(count)) + 1)}
