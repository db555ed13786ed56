"""Lay accounts of one engagement side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from memcon.comparing.names import name_words
from memcon.comparing.sides.commitments import commitments_of
from memcon.comparing.sides.content import Common
from memcon.comparing.sides.embeddings import INSTALL, Encoder, encoder
from memcon.comparing.sides.facts import facts_of
from memcon.comparing.sides.points import points_of
from memcon.comparing.sides.rows import rows_of
from memcon.comparing.sides.values import Comparison, Side
from memcon.errors import UsageError
from memcon.linking.evidence import weigh
from memcon.linking.tellings import tellings_of
from memcon.model import Account, Document, Reading
from memcon.vocabulary.publishers import publisher_country

_ENGLISH = "en"


def compare(sides: Sequence[Side], model: Encoder | None = None, *, by_words: bool = False) -> Comparison:
    """Compare accounts of one engagement, a column each.

    ``model`` tells how near two points are in meaning; where it is None, the installed encoder is loaded, or, with
    ``by_words`` or where none is installed, points are matched by words, names and subjects only. Raises UsageError
    for fewer than two sides, and for one that was not read.
    """
    if len(sides) < 2:
        raise UsageError("there is only one account; a comparison needs two or more")
    for side in sides:
        if side.reading.language not in (None, _ENGLISH):
            raise UsageError(f"{side.document.name} is in {side.reading.language}; only English accounts are compared")
    used = model if model is not None or by_words else encoder()
    commons = commons_of(sides)
    columns = [points_of(side.document, side.reading, side.account) for side in sides]
    rows = rows_of([side.document for side in sides], columns, commons, used)
    remarks = list(_doubts(sides))
    if used is None and not by_words:
        remarks.append(f"points were matched by words only; for meaning: {INSTALL}")
    return Comparison(
        tuple(sides), rows, facts_of(sides), commitments_of(sides, rows), used.name if used else None, tuple(remarks)
    )


def commons_of(sides: Sequence[Side]) -> list[Common]:
    """What the points of all accounts share, and each account's own facts."""
    parties = frozenset(p.value for s in sides if s.account for p in s.account.parties)
    people = name_words(p for s in sides if s.account for p in s.account.participants)
    return [Common(parties, people, _anchor(side), _own(side)) for side in sides]


def _anchor(side: Side) -> str | None:
    return side.reading.dated.value if side.reading.dated else None


def _own(side: Side) -> str | None:
    """Whose account it is."""
    return publisher_country(side.document.url, side.document.publisher)


def sides_of(read: Sequence[tuple[Document, Reading]]) -> tuple[Side, ...]:
    """Choose in each document the account that is of one engagement with those chosen in the others.

    Of several pairs of accounts the one that the evidence of linking speaks for most is taken, subjects before
    mentions; documents after the second are fitted to the first two.
    """
    accounts = [_likely(reading) for _, reading in read]
    chosen: list[Account | None] = [options[0] if options else None for options in accounts]
    tellings = [{t.key.account: t for t in tellings_of(reading)} for _, reading in read]
    for at in range(1, len(read)):
        first = accounts[0] if at == 1 else [a for a in chosen[:1] if a is not None]
        pairs = [(a, b) for a, b in product(first, accounts[at]) if a.id in tellings[0] and b.id in tellings[at]]
        if pairs:
            best = max(pairs, key=lambda p: weigh(tellings[0][p[0].id], tellings[at][p[1].id]).bits)
            chosen[0], chosen[at] = best
    return tuple(Side(document, reading, account) for (document, reading), account in zip(read, chosen, strict=True))


def _likely(reading: Reading) -> list[Account]:
    main = [a for a in reading.accounts if a.main]
    return main or list(reading.accounts)


def _doubts(sides: Sequence[Side]) -> list[str]:
    """What speaks against a comparison at all."""
    found = [
        f"{s.document.name} tells of no engagement; its whole text is compared" for s in sides if s.account is None
    ]
    for a, b in combinations(sides, 2):
        if a.document.id == b.document.id:
            found.append(f"{a.document.name} is compared with itself")
        if a.account is None or b.account is None:
            continue
        x = {t.key.account: t for t in tellings_of(a.reading)}.get(a.account.id)
        y = {t.key.account: t for t in tellings_of(b.reading)}.get(b.account.id)
        if x is not None and y is not None and weigh(x, y).bits < 0:
            found.append(f"{_titled(a.document)} and {_titled(b.document)} may be of different engagements")
    return found


def _titled(document: Document) -> str:
    return f"“{document.title}”" if document.title else document.name
