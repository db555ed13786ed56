"""What the commands over time share: the record's content as one value, and parties as they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from memcon.comparing.material import Material, parties_of
from memcon.errors import UsageError
from memcon.record import Record
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.roster import known_party


class Form(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"


def material_of(store: Record) -> Material:
    """Give a record's documents, readings, engagements and reprints."""
    return Material(
        documents={d.id: d for d in store.documents()},
        readings={r.document: r for r in store.readings()},
        engagements=tuple(store.engagements()),
        reprints=tuple(store.reprints()),
    )


def party_codes(names: Sequence[str] | None, most: int | None = None) -> tuple[str, ...]:
    """Give the codes of parties asked for; raises UsageError for an unknown one, one twice, or too many."""
    codes = tuple(party_code(name) for name in names or ())
    for name, code in zip(names or (), codes, strict=True):
        if not known_party(code):
            raise UsageError(f"{name!r} is no party that memcon knows; give a code or name such as KZ or Kazakhstan")
    if most is not None and len(codes) > most:
        raise UsageError(f"{len(codes)} parties are too many here; give at most {most}")
    if len(set(codes)) < len(codes):
        raise UsageError(f"{names[0] if names else ''!r} stands twice; give two parties")
    return codes


def nothing_of(material: Material, parties: Sequence[str], words: str) -> str:
    """Say that nothing was found: ``words``, or that the record has no engagement of the parties to look at."""
    if any(frozenset(parties) <= parties_of(e) for e in material.engagements):
        return words
    of = f" of {' and '.join(parties)}" if parties else ""
    return f"the record has no engagement{of}; see 'memcon list'"
