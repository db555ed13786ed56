"""Who held which office when, by documents and by rosters: the lines of ``memcon who`` and ``memcon office``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from memcon.errors import NothingFoundError, UsageError
from memcon.exporting.people import (
    Held,
    held_by_documents,
    held_by_roster,
    held_undated,
    in_order,
    roster_entries_of,
)
from memcon.linking.people import Mention, Person, Tenure
from memcon.model import Cited
from memcon.record import Record
from memcon.record.filters import checked_date
from memcon.vocabulary.office_forms import asked_for
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.roster import Fit, RosterEntry, first_day, known_party, last_day
from memcon.vocabulary.rosters import Roster


@dataclass(frozen=True, slots=True)
class Holders:
    """Who held an office: ``remark`` says where no document is sure of the date that was asked for."""

    party: str
    held: tuple[Held, ...]
    remark: str | None


def party_named(words: str) -> str:
    """Give a party's code; raises UsageError for one that memcon does not know."""
    code = party_code(words)
    if not known_party(code):
        raise UsageError(f"{words!r} is no party that memcon knows; give a code or name such as KZ or Kazakhstan")
    return code


def holders(record: Record, office: str, party: str, at: str | None = None) -> Holders:
    """Give who held an office of a party, by date, or about the date ``at`` (an ISO prefix).

    Raises UsageError for an unknown party or what is no date, NothingFoundError where nobody is known.
    """
    code = party_named(party)
    at = checked_date(at, "--at") if at else None
    seen = [t for t in record.tenures(party=code) if asked_for(office, t.office, code)]
    roster = record.roster()
    named = [(m, p) for m, p in record.undated(party=code) if asked_for(office, m.office or "", code)]
    held = [held_by_documents(t) for t in (_about(seen, at) if at else seen)]
    held += [held_by_roster(e, roster.fits(e, at) if at else None) for e in roster.holders(office, code, at)]
    held += _undated([(m, p) for m, p in named if all(t.person.id != p.id for t in seen)])
    if not held:
        when = f" at {at}" if at else ""
        raise NothingFoundError(f"neither {record.path} nor the roster knows who is {office!r} of {code}{when}")
    between = not at or not seen or any(t.covers(at) for t in seen)
    remark = None if between else f"no document sees anybody in this office both before and after {at}"
    return Holders(code, tuple(in_order(held)), remark)


def held_by(record: Record, person: Person, roster: Roster) -> list[Held]:
    """Give the offices of a person, by date, as documents and rosters tell them; those without a date come last."""
    held = [held_by_documents(t) for t in record.tenures([person])] or _undated(record.undated([person]))
    held += [held_by_roster(entry) for entry in roster_entries_of(person, roster)]
    return in_order(held)


def roster_rows(
    roster: Roster,
    *,
    party: str | None = None,
    office: str | None = None,
    name: str | None = None,
    at: str | None = None,
) -> list[RosterEntry]:
    """Give the entries of a roster that fit all that is asked for, oldest first; raises UsageError for no date."""
    at = checked_date(at, "--at") if at else None
    code = party_code(party) if party else None
    some = roster.by_name(name, code) if name else roster.entries if code is None else roster.of_party(code)
    fit = (e for e in some if office is None or asked_for(office, e.office, e.party))
    return [entry for entry in fit if roster.fits(entry, at) is not Fit.NO]


def held_value(held: Held) -> dict[str, Any]:
    """Give a tenure as plain values, with the words of every sighting and who corrected it."""
    row = {f: getattr(held, f) for f in ("name", "office", "party", "since", "until", "tenure", "source")}
    return row | {"sightings": [_sighting(mention) for mention in held.sightings]}


def _sighting(mention: Mention) -> dict[str, Any]:
    words = {"name": _words(mention.participant.name), "office": _words(mention.participant.office)}
    at = {"document": mention.key.document, "account": mention.key.account, "date": mention.date}
    return at | words | {"by_hand": [asdict(by) for by in mention.decided]}


def _words(cited: Cited[str] | None) -> dict[str, Any] | None:
    return asdict(cited.spans[0]) if cited is not None and cited.spans else None


def _undated(named: Iterable[tuple[Mention, Person]]) -> list[Held]:
    """A line for each person and office, with the first words."""
    first = {(p.id, m.office): held_undated(m, p) for m, p in reversed(list(named))}
    return [first[key] for key in sorted(first, key=str)]


def _about(seen: list[Tenure], at: str) -> list[Tenure]:
    """The tenures that cover a date; else the last before it and the first after it."""
    covering = [t for t in seen if t.covers(at)]
    if covering:
        return covering
    before = [t for t in seen if last_day(t.last) < first_day(at)]
    after = [t for t in seen if first_day(t.first) > last_day(at)]
    near = [t for t in seen if t not in before and t not in after]
    return [*sorted(before, key=lambda t: t.last)[-1:], *near, *after[:1]]
