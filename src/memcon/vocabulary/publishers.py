"""Publishers: whose organ they are, and the time zone of their day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from memcon.vocabulary.table import data_file, read_table


@dataclass(frozen=True, slots=True)
class Publisher:
    """A ministry, presidency or agency; see ``data/publishers.tsv``."""

    domain: str
    publisher: str
    country: str | None
    timezone: str


@cache
def publishers() -> tuple[Publisher, ...]:
    """Give all publishers in the order of the file."""
    return read_table(data_file("publishers.tsv"), Publisher)


def publisher_of(url: str | None, name: str | None) -> Publisher | None:
    """Find the publisher by the host of ``url`` first, then by ``name``; the longest fitting entry wins."""
    host = host_in(url)
    fitting = [p for p in publishers() if host == p.domain or host.endswith("." + p.domain)]
    if fitting:
        return max(fitting, key=lambda p: len(p.domain))
    named = [
        p for p in publishers() if name and re.search(rf"(?<!\w){re.escape(p.publisher)}(?!\w)", name, re.IGNORECASE)
    ]
    return max(named, key=lambda p: len(p.publisher), default=None)


def publisher_country(url: str | None, name: str | None) -> str | None:
    """Give the party whose organ the publisher is, or None where it is unknown or nobody's."""
    found = publisher_of(url, name)
    return found.country if found else None


def host_in(url: str | None) -> str:
    """Give the host of an address, "" where it has none; an address that makes no sense (``https://[x``) has none."""
    try:
        return (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        return ""
