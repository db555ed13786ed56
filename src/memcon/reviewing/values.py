"""A field as words that a human can change, and changed words as corrections."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.decisions.changes import NONE, change
from memcon.decisions.correcting import CannotApplyError, corrected
from memcon.decisions.values import Change, Field, Named, by_words, named, told_by
from memcon.errors import UsageError
from memcon.linking.engagements import Engagement
from memcon.model import Place
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.states import codes

_PARTS = 3
FORMS = {
    Field.DATE: "2024-12-31, or 2024-12-30/2024-12-31; a month or a year if no more is known",
    Field.PLACE: "city, country; either alone: Astana, or KZ",
    Field.PARTIES: "codes or names with ; between",
    Field.PARTICIPANTS: "one person a line: name; office; party",
    Field.FORUM: "the name",
    Field.VENUE: "the house or room, such as Ak Orda Palace",
}
"""How the words of a field are written; of the others there is only a choice."""


def words_of(engagement: Engagement, field: Field) -> str:
    """Give a field in normal form, "none" where nothing is told; :func:`normal` of it is itself."""
    told = told_by(engagement)
    match field:
        case Field.DATE:
            days = [d for d in (told.start, told.end) if d]
            return "/".join(dict.fromkeys(days)) or NONE
        case Field.PLACE:
            return ", ".join(x for x in (told.city, told.country) if x) or NONE
        case Field.PARTIES:
            return "; ".join(told.parties) or NONE
        case Field.PARTICIPANTS:
            return "\n".join(_line(p) for p in told.participants) or NONE
        case _:
            return getattr(told, field.value) or NONE


def normal(field: Field, words: str) -> str:
    """Give what a human wrote in the codebook's normal form; raises UsageError where that is no value of the field.

    Parties are codes and, like people, in the order of the alphabet, so that the same value is the same words.
    """
    given = words.strip()
    if not given:
        raise UsageError(f"the {field.value} is empty; write {NONE!r} for what is not told")
    if given == NONE:
        return NONE
    match field:
        case Field.PLACE:
            place = _place(given)
            return ", ".join(x for x in (place.city, place.country) if x)
        case Field.PARTIES:
            return "; ".join(sorted({_party(p) for p in given.split(";") if p.strip()}))
        case Field.PARTICIPANTS:
            return "\n".join(map(_line, _people(given)))
        case Field.DATE:
            days = (change("date", given).value or NONE).split("/")
            return "/".join(dict.fromkeys(days))
        case _:
            return change(field.value, " ".join(given.split())).value or NONE


def changes(engagement: Engagement, field: Field, words: str) -> list[Change]:
    """Give the corrections, in their order, that make a field of an engagement what a human wrote.

    Raises UsageError where it is no value, cannot be put there, or is there already.
    """
    wanted = normal(field, words)
    if wanted == words_of(engagement, field):
        raise UsageError(f"that is what {engagement.id} has as its {field.value}; accept it instead")
    found = list(_changes(engagement, field, wanted))
    after = engagement
    for one in found:
        try:
            after = corrected(after, one, "")
        except CannotApplyError as reason:
            raise UsageError(f"{engagement.id}: {reason}") from None
    return found


def without(engagement: Engagement, field: Field, which: str | None) -> list[Change]:
    """Give the corrections that take a value out, with nothing in its place.

    ``which`` is the party, or the person by name or office, of several; raises UsageError where that must be said, or
    where there has to be a value.
    """
    if field in (Field.KIND, Field.STATUS):
        raise UsageError(f"an engagement has a {field.value}; edit it to put the right one in its place")
    if field in (Field.PARTIES, Field.PARTICIPANTS):
        if which is None:
            raise UsageError("say which of them is wrong")
        return [change(field.value, which, remove=True)]
    return changes(engagement, field, NONE)


def _changes(engagement: Engagement, field: Field, wanted: str) -> Sequence[Change]:
    match field:
        case Field.PLACE:
            return _to_place(engagement, _place(wanted) if wanted != NONE else Place(None, None))
        case Field.PARTIES:
            there = {p.value for p in engagement.parties}
            right = set(wanted.split("; ")) if wanted != NONE else set()
            gone = [change("parties", code, remove=True) for code in sorted(there - right)]
            return [*(change("parties", code) for code in sorted(right - there)), *gone]
        case Field.PARTICIPANTS:
            return _to_people(engagement, _people(wanted) if wanted != NONE else [])
        case _:
            return [change(field.value, wanted)]


def _to_place(engagement: Engagement, wanted: Place) -> list[Change]:
    now = engagement.place.preferred.value if engagement.place.preferred else Place(None, None)
    told = (("country", now.country, wanted.country), ("city", now.city, wanted.city))
    return [change(name, right or NONE) for name, was, right in told if was != right]


def _to_people(engagement: Engagement, wanted: list[Named]) -> list[Change]:
    now = [named(p) for p in engagement.participants]
    left = [p for p in now if p not in wanted]
    fresh = [p for p in wanted if p not in now]
    found: list[Change] = []
    for person in list(fresh):
        was = next((p for p in left if (p.name or p.office) == (person.name or person.office)), None)
        if was is not None and not _lost(was, person):
            found.append(_changed(was, person))
            left.remove(was)
            fresh.remove(person)
    if len(left) == len(fresh) == 1 and not _lost(left[0], fresh[0]) and left[0].name and fresh[0].name:
        return [*found, _changed(left.pop(), fresh.pop())]
    out = [change("participants", _called(p), remove=True) for p in left]
    return [*out, *found, *(_added(p) for p in fresh)]


def _lost(was: Named, now: Named) -> bool:
    """Whether something told of a person is taken away, which a correction of the person cannot do."""
    return any(a is not None and b is None for a, b in zip(_of(was), _of(now), strict=True))


def _of(person: Named) -> tuple[str | None, str | None, str | None]:
    return (person.name, person.office, person.party)


def _changed(was: Named, now: Named) -> Change:
    new = (b if a != b else None for a, b in zip(_of(was), _of(now), strict=True))
    name, office, party = new
    return change("participants", _called(was), name=name, office=office, party=party)


def _added(person: Named) -> Change:
    if person.name is None:
        raise UsageError("somebody who is added needs a name")
    return change("participants", person.name, office=person.office, party=person.party)


def _called(person: Named) -> str:
    called = person.name or person.office
    if called is None:
        raise UsageError("somebody of whom neither name nor office is told cannot be corrected")
    return called


def _place(words: str) -> Place:
    if ";" in words:
        change("city", words)  # which is refused, with the reason
    *city, last = [part.strip() for part in words.split(",")]
    code = party_code(last)
    if code in codes():
        return Place(change("city", ", ".join(city)).value if city else None, code)
    if city:
        raise UsageError(f"{last!r} is no country; write the city, then the country, such as Astana, KZ")
    return Place(change("city", words).value, None)


def _party(words: str) -> str:
    value = change("parties", words.strip()).value
    assert value is not None
    return value


def _people(words: str) -> list[Named]:
    found = []
    for line in words.splitlines():
        if line.strip():
            parts = [" ".join(part.split()) or None for part in line.split(";")]
            if len(parts) > _PARTS:
                raise UsageError(f"{line.strip()!r} has {len(parts)} parts; write name; office; party")
            name, office, party = (*parts, None, None)[:_PARTS]
            found.append(Named(name, office, _party(party) if party else None))
    return sorted(found, key=by_words)


def _line(person: Named) -> str:
    return "; ".join(part or "" for part in (person.name, person.office, person.party)).rstrip("; ")
