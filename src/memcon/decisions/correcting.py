"""Put a correction in the place of what was read; what was read stays beside it as a rival."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from memcon.decisions.anchoring import is_meant
from memcon.decisions.changes import before
from memcon.decisions.statements import restated, short
from memcon.decisions.values import Change, Field, named
from memcon.linking.engagements import CORRECTED, Choice, Engagement, Restated, Standing
from memcon.model import Cited, EngagementKind, Mode, Participant, Place, Status


class CannotApplyError(Exception):
    """A correction does not fit the engagement; the message says why, in words."""


class AlreadySoError(CannotApplyError):
    """The engagement is as the correction would have it."""


def corrected(engagement: Engagement, change: Change, said: str) -> Engagement:
    """Give the engagement with a correction; ``said`` tells who made it, when and why.

    Raises CannotApplyError where nobody or more than one is meant, or where it would end before it begins; of these,
    AlreadySoError where a party or a person is there, or gone, already.
    """
    if change.field is Field.PARTIES:
        return replace(engagement, parties=_parties(engagement, change))
    if change.field is Field.PARTICIPANTS:
        return replace(engagement, participants=_participants(engagement, change))
    if change.field in (Field.START, Field.END, Field.DATE):
        return _dated(engagement, change, said)
    if change.field in (Field.COUNTRY, Field.CITY):
        return replace(engagement, place=_set(engagement, engagement.place, _place(engagement, change), said))
    if change.field is Field.STATEMENTS:
        return replace(engagement, said=_said(engagement, change, said))
    make: dict[Field, Callable[[str], Any]] = {
        Field.KIND: EngagementKind,
        Field.STATUS: Status,
        Field.MODE: Mode,
        Field.FORUM: str,
        Field.VENUE: str,
    }
    value = None if change.value is None else make[change.field](change.value)
    name = change.field.value
    fields: dict[str, Any] = {name: _set(engagement, getattr(engagement, name), value, said)}
    return replace(engagement, **fields)


def _said(engagement: Engagement, change: Change, why: str) -> tuple[Restated, ...]:
    of = {key.document: key for key in reversed(engagement.accounts)}
    found = [restated(change, words, of[words.document], why) for words in change.words if words.document in of]
    if not found:
        raise CannotApplyError(f"none of its accounts is of the document with “{short(change.words[0])}”")
    return (*(r for r in engagement.said if r.text not in change.words), *found)


def _set(engagement: Engagement, choice: Choice[Any], value: Any, said: str) -> Choice[Any]:
    """A choice with a human's value preferred; a value that no account gives by itself is kept among the rivals."""
    rivals, read = choice.rivals, choice.preferred
    if read is not None and read.rule != CORRECTED and read not in [v for _, v in rivals]:
        rivals += ((engagement.accounts[0], read),)
    preferred = None if value is None else Cited(value, (), CORRECTED)
    return Choice(preferred, rivals, said, Standing.CORRECTED)


def _dated(engagement: Engagement, change: Change, said: str) -> Engagement:
    days: list[str | None] = [None, None]
    if change.value is not None:
        days = [*change.value.split("/")] if "/" in change.value else [change.value, change.value]
    start, end = engagement.start, engagement.end
    if change.field is not Field.END:
        start = _set(engagement, start, days[0], said)
    if change.field is not Field.START:
        end = _set(engagement, end, days[1], said)
    if start.preferred and end.preferred and before(end.preferred.value, start.preferred.value):
        raise CannotApplyError(
            f"it would end, on {end.preferred.value}, before it begins, on {start.preferred.value};"
            " correct its date, first and last day at once"
        )
    return replace(engagement, start=start, end=end)


def _place(engagement: Engagement, change: Change) -> Place | None:
    now = engagement.place.preferred.value if engagement.place.preferred else Place(None, None)
    country = change.value if change.field is Field.COUNTRY else now.country
    city = change.value if change.field is Field.CITY else now.city
    return Place(city, country) if city or country else None


def _parties(engagement: Engagement, change: Change) -> tuple[Cited[str], ...]:
    code = change.value or ""
    there = [p for p in engagement.parties if p.value == code]
    if change.remove:
        if not there:
            raise AlreadySoError(f"{code} is none of its parties: {', '.join(p.value for p in engagement.parties)}")
        return tuple(p for p in engagement.parties if p.value != code)
    if there:
        raise AlreadySoError(f"{code} is among its parties already")
    return (*engagement.parties, Cited(code, (), CORRECTED))


def _participants(engagement: Engagement, change: Change) -> tuple[Participant, ...]:
    people = list(engagement.participants)
    at, person = person_corrected(people, change)
    if person is None:
        del people[at]
    else:
        people[at : at + 1] = [person]
    return tuple(people)


def person_corrected(people: Sequence[Participant], change: Change) -> tuple[int, Participant | None]:
    """Give which of those who take part is corrected, by number, and as whom; None for one who is taken out.

    One who is added is counted after all others. Raises CannotApplyError where nobody or more than one is meant, and
    AlreadySoError where the person is there, or gone, already.
    """
    words = change.value or ""
    meant = [n for n, p in enumerate(people) if is_meant(words, named(p))]
    if len(meant) > 1:
        names = " or ".join(_name(people[n]) for n in meant)
        raise CannotApplyError(f"{words!r} can be {names}; give more of the name")
    if change.remove:
        if not meant:
            raise AlreadySoError(f"{words!r} is none of those who take part: {'; '.join(map(_name, people))}")
        return meant[0], None
    told = (change.name, change.office, change.party)
    if meant:
        if told == (None, None, None):
            raise AlreadySoError(f"{_name(people[meant[0]])} takes part already; say what is to be corrected")
        return meant[0], with_change(people[meant[0]], change)
    if change.name is not None:
        raise CannotApplyError(f"{words!r} is none of those who take part: {'; '.join(map(_name, people))}")
    return len(people), Participant(_cited(words), _cited(change.office), _cited(change.party))


def with_change(was: Participant, change: Change) -> Participant:
    """Give a participant with what a correction tells of name, office and party."""
    name, office, party = map(_cited, (change.name, change.office, change.party))
    return Participant(name or was.name, office or was.office, party or was.party)


def _cited(value: str | None) -> Cited[str] | None:
    return None if value is None else Cited(value, (), CORRECTED)


def _name(participant: Participant) -> str:
    person = named(participant)
    return person.name or person.office or "somebody not named"
