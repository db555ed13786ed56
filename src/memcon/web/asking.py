"""A search as it stands in an address: what was asked for, and the addresses of narrower and wider searches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from memcon.errors import UsageError
from memcon.exporting.words import party_in_words
from memcon.model import EngagementKind, Mode, Status
from memcon.record import Facet, Filters
from memcon.web import links
from memcon.web.records import RecordFile

PER_PAGE = 25
_SHOWN = 8
_NAMES = {
    Facet.YEAR: "Year",
    Facet.PARTY: "Party",
    Facet.PERSON: "Person",
    Facet.KIND: "Kind",
    Facet.STATUS: "Status",
    Facet.MODE: "Mode",
    Facet.PUBLISHER: "Source",
}

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search's address asks for; empty words and sequences ask for nothing.

    ``told`` is "all" where engagements that documents only mention are wanted too.
    """

    q: str = ""
    party: tuple[str, ...] = ()
    person: str = ""
    kind: str = ""
    status: str = ""
    mode: str = ""
    year: str = ""
    source: str = ""
    told: str = ""

    def filters(self) -> Filters:
        """Give the record's filters; raises UsageError where a kind, status or mode is none."""
        if self.year and not (len(self.year) == 4 and self.year.isdigit()):
            raise UsageError(f"{self.year!r} is no year; give four digits such as 2023")
        return Filters(
            parties=tuple(p for p in self.party if p.strip()),
            person=self.person.strip() or None,
            kind=_one_of(EngagementKind, self.kind, "kind"),
            status=_one_of(Status, self.status, "status"),
            mode=_one_of(Mode, self.mode, "mode"),
            since=self.year or None,
            until=self.year or None,
            text=self.q.strip() or None,
            publisher=self.source or None,
            main_only=self.told != "all",
        )

    def address(self, path: str = "/search", page: int = 1) -> str:
        """Give the address of this search, or of what else is made of the same query."""
        values: dict[str, str | list[str]] = {
            "q": self.q,
            "party": [p for p in self.party if p.strip()],
            "person": self.person,
            "kind": self.kind,
            "status": self.status,
            "mode": self.mode,
            "year": self.year,
            "source": self.source,
            "told": self.told,
            "page": str(page) if page > 1 else "",
        }
        return links.with_query(path, values)

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return self == Asked()


@dataclass(frozen=True, slots=True)
class Choosable:
    """A value of a facet: its words, how many engagements have it, and the address with it, or without it if chosen."""

    words: str
    number: int | None
    href: str
    chosen: bool = False


def facets(records: RecordFile, asked: Asked) -> tuple[int, list[tuple[str, list[Choosable]]]]:
    """Give the number found and what the search can be narrowed by; chosen values stand first, then the commonest.

    Raises UsageError where the search makes no sense.
    """
    taken = {facet: set(_chosen(facet, asked)) for facet in _NAMES}
    wanted = {
        facet: None if facet is Facet.YEAR else _SHOWN + len(taken[facet])
        for facet in _NAMES
        if facet is Facet.PARTY or not taken[facet]
    }
    counts = records.counts(asked.filters(), wanted)
    found = []
    for facet, name in _NAMES.items():
        chosen = [_choosable(facet, value, None, asked, True) for value in _chosen(facet, asked)]
        told = [(value, number) for value, number in counts.by.get(facet, []) if value not in taken[facet]]
        values = [_choosable(facet, value, number, asked, False) for value, number in told]
        if chosen or values:
            found.append((name, [*chosen, *(values[::-1] if facet is Facet.YEAR else values)]))
    return counts.total, [*found, ("Told of", _told(records, asked, counts.total))]


def _told(records: RecordFile, asked: Asked, total: int) -> list[Choosable]:
    """Both ways of being told of, with their numbers; ``total`` is that of the search as it stands."""
    wide, narrow, is_wide = replace(asked, told="all"), replace(asked, told=""), asked.told == "all"
    other = (narrow if is_wide else wide).filters()
    number = records.kept(("count", other), lambda record: record.count(other))
    return [
        Choosable("as a document’s subject", number if is_wide else total, narrow.address(), not is_wide),
        Choosable("in passing too", total if is_wide else number, wide.address(), is_wide),
    ]


def _chosen(facet: Facet, asked: Asked) -> Sequence[str]:
    if facet is Facet.PARTY:
        return [p for p in asked.party if p.strip()]
    value: str = asked.source if facet is Facet.PUBLISHER else getattr(asked, facet.value)
    return [value] if value else []


def _choosable(facet: Facet, value: str, number: int | None, asked: Asked, chosen: bool) -> Choosable:
    words = party_in_words(value) if facet is Facet.PARTY else value
    if facet is Facet.PARTY:
        party = tuple(p for p in asked.party if p != value) if chosen else (*asked.party, value)
        return Choosable(words, number, replace(asked, party=party).address(), chosen)
    name = "source" if facet is Facet.PUBLISHER else facet.value
    change = {name: "" if chosen else value}
    return Choosable(words, number, replace(asked, **change).address(), chosen)  # type: ignore[arg-type]


def _one_of(words: type[Word], value: str, name: str) -> Word | None:
    if not value:
        return None
    try:
        return words(value)
    except ValueError:
        raise UsageError(f"{value!r} is no {name}; there are {', '.join(words)}") from None
