"""A document as reprints look at it: its words, where it comes from, whom it names as its source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from memcon.linking.reprints.words import Words, words_of
from memcon.model import DateRole, Document, Layout
from memcon.vocabulary.fold import fold
from memcon.vocabulary.publishers import Publisher, publisher_of

_ADDRESS = re.compile(
    r"https?://[^\s<>()\"“”]+|(?<![\w@])(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}/[^\s<>()\"“”]*", re.I
)
_NAME = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Text:
    """A document with its layout, and what follows from them, worked out once."""

    document: Document
    layout: Layout

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return words_of(self.document, self.layout)

    @cached_property
    def title(self) -> tuple[int, int]:
        """The half-open range of the words of its title; empty where it has none."""
        title = self.layout.title
        return (self.words.at(title.start), self.words.at(title.end)) if title else (0, 0)

    @cached_property
    def address(self) -> str | None:
        """Its own address, as addresses are compared."""
        return plain_address(self.document.url) if self.document.url else None

    @cached_property
    def publisher(self) -> Publisher | None:
        """Its publisher, where that is a known one."""
        return publisher_of(self.document.url, self.document.publisher)

    @property
    def is_official(self) -> bool:
        """Whether its publisher is known for a state's or an organisation's organ."""
        return self.publisher is not None and self.publisher.country is not None

    @cached_property
    def outlet(self) -> str | None:
        """What tells its publisher from others: the known one's name, else the name stated, else the host."""
        name = self.publisher.publisher if self.publisher else self.document.publisher
        return _plain(name) if name else host_of(self.document.url)

    @cached_property
    def day(self) -> str | None:
        """The day on which this page, reprint or not, was published."""
        for role in (DateRole.REPRINTED, DateRole.PUBLISHED):
            for stated in self.layout.dates:
                if stated.role is role and len(stated.date) == 10:
                    return stated.date
        return self.document.published

    @cached_property
    def event_days(self) -> frozenset[str]:
        """The days that its title gives to what it tells of."""
        title = self.layout.title
        return frozenset(
            d.date
            for d in self.layout.dates
            if d.role is DateRole.EVENT and title and title.start <= d.span.start < title.end
        )

    @cached_property
    def named(self) -> tuple[str, ...]:
        """What its reprint lines name, as written, without its own address."""
        return tuple(r.value for r in self.layout.reprints if self.address not in addresses_in(r.value))

    @cached_property
    def credited(self) -> tuple[str, ...]:
        """What it credits in its text or its lines, as written."""
        return (*self.named, *(c.value for c in self.layout.credits))

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Its own address and those that it names as its source's: two texts that share one are worth comparing."""
        return self.named_addresses | ({self.address} if self.address else set())

    @cached_property
    def named_addresses(self) -> frozenset[str]:
        """The addresses that its reprint lines and credits name."""
        return frozenset().union(*(addresses_in(c) for c in self.credited))

    def names_address(self, other: Text) -> str | None:
        """Give the reprint line's or credit's words that name the other's address; None where none do."""
        if other.address is None or other.address == self.address:
            return None
        return next((c for c in self.credited if other.address in addresses_in(c)), None)

    def names_outlet(self, other: Text) -> str | None:
        """Give the reprint line's or credit's words that name the other's publisher or host; None where none do."""
        if other.outlet == self.outlet:
            return None
        return next((c for c in self.credited if _names(c, other)), None)


def _names(credit: str, other: Text) -> bool:
    host = host_of(other.document.url)
    if host is not None and host in {host_of(a) for a in addresses_in(credit)}:
        return True
    if other.outlet and f" {other.outlet} " in f" {_plain(credit)} ":
        return True
    return other.publisher is not None and publisher_of(None, credit) == other.publisher


def plain_address(url: str) -> str:
    """Give an address as it is compared: no scheme, no "www.", no query, no last slash."""
    try:
        path = urlsplit(url if "//" in url else "//" + url).path
    except ValueError:
        return url.casefold()
    return f"{host_of(url) or ''}{path.rstrip('/.,;')}".casefold()


def host_of(url: str | None) -> str | None:
    """Give the host of an address, without "www."; None where it has none."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else "//" + url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def addresses_in(words: str) -> frozenset[str]:
    """Give the addresses that stand in ``words``, as they are compared."""
    return frozenset(plain_address(m.group()) for m in _ADDRESS.finditer(words))


def _plain(name: str) -> str:
    return " ".join(_NAME.findall(fold(name).casefold()))
