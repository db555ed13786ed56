"""Whose voice a document speaks with: the party that its publisher belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.model import Document, Layout
from memcon.vocabulary.publishers import publisher_country
from memcon.vocabulary.table import data_file, read_table


@dataclass(frozen=True, slots=True)
class ForeignOffices:
    """Offices that a party does not have; see ``data/foreign_offices.tsv``."""

    party: str
    heads: tuple[str, ...]


@cache
def _foreign() -> dict[str, frozenset[str]]:
    rows = read_table(data_file("foreign_offices.tsv"), ForeignOffices)
    return {row.party: frozenset(row.heads) for row in rows}


def knows_office(party: str, head: str) -> bool:
    """Tell whether ``party`` may have an office with this head noun."""
    return head not in _foreign().get(party, frozenset())


def home_of(document: Document, layout: Layout) -> str | None:
    """Give the code of the party whose organ publishes the document, or None where that is not known.

    By URL and publisher's name first, then by the issuing office and what the document reprints or credits.
    """
    for url, name in (
        (document.url, document.publisher),
        (None, layout.issuer.text if layout.issuer else None),
        *((r.value, None) for r in layout.reprints),
        *((None, c.value) for c in layout.credits),
        (None, document.name),
    ):
        country = publisher_country(url, name)
        if country:
            return country
    return None
