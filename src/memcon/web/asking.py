"""A search as it stands in an address: what was asked for, and the addresses of narrower and wider searches."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from starlette.datastructures import QueryParams

from memcon.errors import UsageError
from memcon.linking.engagements import Review
from memcon.model import EngagementKind, Mode, Status
from memcon.record import Band, Filters
from memcon.record.filters import checked_date
from memcon.vocabulary.topics import topic_named
from memcon.web import links

PER_PAGE = 25

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search's address asks for; empty words and sequences ask for nothing.

    ``who`` is a person's id, ``forum`` the last part of a series' address; ``topic`` are codes or names of topics;
    ``since`` and ``until`` are years, months or days (ISO); ``confidence`` is a band; ``told`` is "all" where
    engagements that documents only mention are wanted too.
    """

    q: str = ""
    party: tuple[str, ...] = ()
    person: str = ""
    who: str = ""
    office: str = ""
    forum: str = ""
    topic: tuple[str, ...] = ()
    country: str = ""
    city: str = ""
    kind: str = ""
    status: str = ""
    mode: str = ""
    year: str = ""
    since: str = ""
    until: str = ""
    source: str = ""
    confidence: str = ""
    reviewed: str = ""
    told: str = ""

    @classmethod
    def of(cls, query: QueryParams) -> Asked:
        """Give what a query asks for; what it does not know it leaves aside."""
        several = {name: tuple(v for v in query.getlist(name) if v.strip()) for name in SEVERAL}
        single = {name: query.get(name, "").strip() for name in _NAMES if name not in SEVERAL}
        return cls(**several, **single)  # type: ignore[arg-type]

    def filters(self) -> Filters:
        """Give the record's filters; raises UsageError where a kind, date, topic … is none."""
        if self.year and not (len(self.year) == 4 and self.year.isascii() and self.year.isdigit()):
            raise UsageError(f"{self.year!r} is no year; give four digits such as 2023")
        for value, name in ((self.since, "from"), (self.until, "to")):
            if value:
                checked_date(value, name)
        return Filters(
            parties=self.party,
            person=self.person or None,
            who=self.who or None,
            office=self.office or None,
            forum=self.forum or None,
            topics=tuple(topic_named(topic).code for topic in self.topic),
            country=self.country or None,
            city=self.city or None,
            kind=_one_of(EngagementKind, self.kind, "kind"),
            status=_one_of(Status, self.status, "status"),
            mode=_one_of(Mode, self.mode, "mode"),
            since=max(self.since, self.year) or None,
            until=min(filter(None, (self.until, self.year)), default=None),
            text=self.q or None,
            publisher=self.source or None,
            band=_one_of(Band, self.confidence, "confidence"),
            review=_one_of(Review, self.reviewed, "word for reviewed"),
            main_only=self.told != "all",
        )

    def values(self) -> dict[str, str | list[str]]:
        """Give what is asked for by the names of an address, in their order."""
        told = {name: getattr(self, name) for name in _NAMES}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items() if value}

    def pairs(self, *without: str) -> list[tuple[str, str]]:
        """Give the names and values of an address, but for some names; a name stands as often as it has values."""
        told = {n: [v] if isinstance(v, str) else v for n, v in self.values().items() if n not in without}
        return [(name, value) for name, several in told.items() for value in several]

    def address(self, path: str = "/search", page: int = 1) -> str:
        """Give the address of this search, or of what else is made of the same query."""
        return links.with_query(path, self.values() | ({"page": str(page)} if page > 1 else {}))

    def page_address(self, page: int) -> str:
        """Give the address of one page of this search, from 1 on."""
        return self.address(page=page)

    @property
    def query(self) -> str:
        """The query of its address."""
        return self.address("").removeprefix("?")

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return self == Asked()


_NAMES = tuple(field.name for field in fields(Asked))
SEVERAL = ("party", "topic")
"""What can be asked for several times; all must fit."""


def asked_for(request: Request) -> Asked:
    """Give what the query of an address asks for."""
    return Asked.of(request.query_params)


Search = Annotated[Asked, Depends(asked_for)]
"""A page's parameter for what is searched for."""


def _one_of(words: type[Word], value: str, name: str) -> Word | None:
    if not value:
        return None
    try:
        return words(value)
    except ValueError:
        raise UsageError(f"{value!r} is no {name}; there are {', '.join(words)}") from None
