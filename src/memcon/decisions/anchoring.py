"""Find the account that a decision rests on, in whatever reading of its document there is now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.decisions.values import Anchor, Change, Decision, Field, Named, Told, Verb, told_of
from memcon.linking.engagements import AccountKey
from memcon.model import Account, Reading
from memcon.reading.names import same_person

IDENTITY = ("kind", "start", "end", "country", "city", "forum", "parties", "names")
"""What somebody looks at who says whether accounts are of one occasion."""

_OF_FIELD: dict[Field, tuple[str, ...]] = {
    Field.START: ("start", "end"),
    Field.END: ("start", "end"),
    Field.DATE: ("start", "end"),
    Field.COUNTRY: ("country", "city"),
    Field.CITY: ("country", "city"),
    Field.PLACE: ("country", "city"),
    Field.STATEMENTS: (),
}
_ALL = ("kind", "status", "mode", "start", "end", "country", "city", "venue", "forum", "parties", "participants")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an anchor holds now: the account, None where there is none; why a human should look again, else None."""

    anchor: Anchor
    key: AccountKey | None
    look: str | None = None


def anchored(reading: Reading, account: Account, name: str) -> Anchor:
    """Give the anchor of an account; ``name`` is its document's name."""
    return Anchor(reading.document, name, account.id, _at(account), told_of(account))


def place(decision: Decision, anchor: Anchor, reading: Reading | None) -> Placed:
    """Find the account that an anchor means, and tell whether it tells something else than it told."""
    if reading is None:
        return Placed(anchor, None, f"{anchor.name} is not in the record")
    account = _account(anchor, reading.accounts)
    if account is None:
        return Placed(anchor, None, f"{anchor.name} no longer tells of it as it was read then")
    now = told_of(account)
    changed = [
        f"{anchor.name}: {name} was read as {in_words(was)}, is {in_words(value)} now"
        for name in looked_at(decision)
        if (was := seen(anchor.told, name, decision.change)) != (value := seen(now, name, decision.change))
    ]
    return Placed(anchor, AccountKey(reading.document, account.id), "; ".join(changed) or None)


def looked_at(decision: Decision) -> tuple[str, ...]:
    """Give the names of what a decision looked at."""
    if decision.verb not in (Verb.CORRECT, Verb.ACCEPT):
        return IDENTITY
    field = decision.change.field if decision.change else decision.field
    return _ALL if field is None else _OF_FIELD.get(field, (field.value,))


def seen(told: Told, name: str, change: Change | None = None) -> object:
    """Give what is told under one name; of people and parties only those that a correction is about."""
    if name == "names":
        return tuple(sorted({p.name for p in told.participants if p.name}))
    if change is not None and name == "parties":
        return tuple(p for p in told.parties if p == change.value)
    if change is not None and name == "participants":
        return tuple(p for p in told.participants if change.value is not None and is_meant(change.value, p))
    found: object = getattr(told, name)
    return found


def is_meant(words: str, person: Named) -> bool:
    """Tell whether a name, or an office of somebody without a name, means this participant."""
    if person.name is not None:
        return same_person(words, person.name)
    return person.office is not None and words.casefold() == person.office.casefold()


def in_words(value: object) -> str:
    """Say what was told under one name."""
    if isinstance(value, tuple):
        return "; ".join(in_words(v) for v in value) or "not told"
    if isinstance(value, Named):
        return ", ".join(x for x in (value.name, value.office, value.party) if x)
    return "not told" if value is None else str(value)


def _account(anchor: Anchor, accounts: Iterable[Account]) -> Account | None:
    """The account with the same words for the occasion, or else one that tells the same; None where none is."""
    best: tuple[tuple[bool, bool, bool], Account] | None = None
    for account in accounts:
        told = told_of(account)
        here = _at(account) == anchor.at and (anchor.at is not None or account.id == anchor.account)
        if not (told == anchor.told or _alike(told, anchor.told) or (here and not _others(told, anchor.told))):
            continue
        rank = (told == anchor.told and here, here or told == anchor.told, account.id == anchor.account)
        if best is None or rank > best[0]:
            best = (rank, account)
    return best[1] if best else None


def _alike(a: Told, b: Told) -> bool:
    """Whether two readings tell of the same sort of occasion, day and people, whatever words they found it by."""
    names = seen(a, "names")
    return bool(names) and names == seen(b, "names") and (a.kind, a.start) == (b.kind, b.start)


def _others(a: Told, b: Told) -> bool:
    """Whether both name people, and not one in common."""
    names = [[p.name for p in told.participants if p.name] for told in (a, b)]
    return bool(names[0] and names[1]) and not any(same_person(x, y) for x in names[0] for y in names[1])


def _at(account: Account) -> int | None:
    return account.kind.spans[0].start if account.kind.spans else None
