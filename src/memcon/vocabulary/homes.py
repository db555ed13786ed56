"""Whose voice a document speaks with: the party that its publisher belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from memcon.model import Document, Layout
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.publishers import host_in, publisher_country
from memcon.vocabulary.states import state
from memcon.vocabulary.table import data_file, read_table

_GOVERNMENT_HOST = re.compile(
    r"\.(?:gov|govt|go|gob|gouv|gv|gub)\.(?P<gov>[a-z]{2})$|^(?:www\.)?(?:mfa|mofa|mae|mre|um|"
    r"president)\.(?P<mfa>[a-z]{2})$"
)
_PUBLIC_BODY = re.compile(
    r"\b(?:ministry|minister|department|government|president|presidency|office|embassy|chancellery|cabinet|"
    r"state house|"
    r"parliament|secretariat|diwan|palace|"
    r"information service|news agency|sangstha|commission|council|mission|royal court|"
    r"global affairs)\b",
    re.IGNORECASE,
)


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
        *((None, line.text) for line in (layout.issuer, layout.place) if line),
        *((r.value, None) for r in layout.reprints),
        *((None, c.value) for c in layout.credits),
        (None, document.name),
    ):
        country = publisher_country(url, name) or _by_host(url) or _by_name(name)
        if country:
            return country
    return None


def _by_host(url: str | None) -> str | None:
    """The state of a government's host: ``www.mfat.govt.nz``, ``mfa.gov.lv``, ``www.mfa.is``."""
    match = _GOVERNMENT_HOST.search(host_in(url))
    if match is None:
        return None
    code = match["gov"] or match["mfa"]
    code = "GB" if code == "uk" else code.upper()
    return code if state(code) else None


def _by_name(name: str | None) -> str | None:
    """The party that a public body's name tells: "New Zealand Ministry of Foreign Affairs and Trade"."""
    if not name:
        return None
    whole = next((p for p in find_phrases(name) if p.start == 0 and p.end == len(name)), None)
    if whole is not None and whole.kind == "organisation":
        return whole.code
    if not _PUBLIC_BODY.search(name):
        return None
    kinds = ("state-name", "state-adjective", "metonym", "organisation")
    return next((p.code for p in find_phrases(name) if p.kind in kinds), None)
