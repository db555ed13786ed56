"""Take from a record what is to be compared: its whole content, the sides of one engagement, or those asked about."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.comparing.material import Material, in_order
from memcon.comparing.phrases import Scope, scope_of_all, scope_of_parties, scope_of_person
from memcon.comparing.sides.values import Side
from memcon.decisions.statements import readings_as_corrected
from memcon.errors import NothingFoundError, UsageError
from memcon.record import Filters, Record
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.roster import known_party


def material_of(store: Record) -> Material:
    """Give a record's documents, readings, engagements and reprints."""
    engagements = store.engagements()
    return Material(
        documents={d.id: d for d in store.documents()},
        readings={r.document: r for r in readings_as_corrected(store.readings(), engagements)},
        engagements=tuple(engagements),
        reprints=tuple(store.reprints()),
    )


def material_on(store: Record, parties: Sequence[str], latest: int) -> Material:
    """Give the ``latest`` engagements of some parties that documents report, with these documents and nothing else.

    Enough to follow known phrases and the wording of readouts, in a record of any size.
    """
    engagements = in_order(store.newest(Filters(parties=tuple(parties)), latest))
    ids = sorted({key.document for e in engagements for key in e.accounts})
    return Material(
        documents={d.id: d for d in store.some_documents(ids)},
        readings={r.document: r for r in readings_as_corrected(store.some_readings(ids), engagements)},
        engagements=tuple(engagements),
        reprints=tuple(store.copies(ids)),
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


def sides_of_engagement(store: Record, reference: str) -> list[Side]:
    """Give the accounts of an engagement in the order of publication, a copy of another's words left out.

    Raises UsageError where there is no such engagement, or fewer than two such accounts.
    """
    found = store.engagement(reference)
    sources = sorted(store.accounts_of(found), key=lambda s: (s[0].published or "9999", s[0].id))
    documents = {document.id for document, _ in sources}
    copies = {r.copy for r in store.copies(documents) if r.source in documents}
    sides = [Side(d, store.reading(d.id), account) for d, account in sources if d.id not in copies]
    if len(sides) < 2:
        left = f" ({len(sources) - len(sides)} more are reprints of it)" if len(sources) > 1 else ""
        raise UsageError(f"{found.id} has one account only{left}; a comparison needs two or more")
    return sides


def scope_of(material: Material, who: Sequence[str]) -> Scope:
    """Give the documents on the dealings of a party or two, or on a person; on everything where nobody is named.

    Raises UsageError where there are none.
    """
    if not who:
        return scope_of_all(material)
    if len(who) == 1 and not known_party(party_code(who[0])):
        scope = scope_of_person(material, who[0])
    else:
        scope = scope_of_parties(material, party_codes(who, 2))
    if not scope.documents:
        raise NothingFoundError(f"no document of the record has dealings of {' and '.join(who)}; see 'memcon list'")
    return scope
