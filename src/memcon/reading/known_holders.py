"""Whom a president, prime or foreign minister represents whose party no words tell: what the roster knows of the name.

"President Zelenskyy" in a paper's or another government's words is not that government's own president.
"""

from __future__ import annotations

from collections.abc import Iterable

from memcon.model import STATED, Cited
from memcon.reading.cast import Member
from memcon.reading.scene import Scene
from memcon.vocabulary.offices import OfficeHead, Rank
from memcon.vocabulary.roster import Fit, RosterEntry
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import is_bare, name_words, one_name

_LEADERS = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT})
_DAY = len("2022-05-09")
_SHORTEST = 4  # letters of a surname that tells a person by itself


def parties_of_known(scene: Scene) -> None:
    """Give named leaders and foreign ministers without a party that of the one holder of their name at the date.

    The date is the document's own, else any day that it tells. Nothing is given where there is none, or where several
    parties have a holder of that name.
    """
    days = _days(scene)
    if not days:
        return
    for member in scene.cast.members:
        if member.parties or not member.names or not member.offices:
            continue
        held = {entry.party for day in days for entry in _holders(member, day) if entry.party}
        if len(held) == 1:
            member.parties.append(Cited(held.pop(), (member.names[0],), "party.roster"))


def _days(scene: Scene) -> set[str]:
    if scene.anchor is not None:
        return {scene.anchor.value}
    dates = (date for passage in scene.passages for date in passage.dates if date.rule == STATED)
    return {date.first for date in dates if date.first is not None and len(date.first) == _DAY}


def _holders(member: Member, at: str) -> list[RosterEntry]:
    """The entries that a member's name and office fit at a day."""
    leads = any(head.rank in _LEADERS for _, head in member.offices)
    foreign = any("foreign" in office.text.casefold() for office, _ in member.offices)
    name = max((n.text for n in member.names), key=len)
    words = name_words(name)
    if not words or len(words[-1]) < _SHORTEST or not (leads or foreign):
        return []
    return [
        entry
        for entry in Roster.with_own().by_name(name)
        if Roster.with_own().fits(entry, at) is not Fit.NO
        and (leads if _is_leader(entry) else foreign and _is_foreign_minister(entry))
    ]


def _is_leader(entry: RosterEntry) -> bool:
    """Whether an entry is of a head of state or government: a table of leaders names no office."""
    office = (entry.office or "").casefold()
    return not office or office.startswith(("president", "prime minister", "monarch", "chancellor"))


def _is_foreign_minister(entry: RosterEntry) -> bool:
    return "foreign" in (entry.office or "").casefold()


def are_two(full: str, bare: str, at: str | None) -> bool:
    """Whether a full name is not that of the leader whom a bare name means on that day: "my son Beau Biden"."""
    if at is None or is_bare(full) or not is_bare(bare):
        return False
    leaders = [
        e for e in Roster.with_own().by_name(bare) if _is_leader(e) and Roster.with_own().fits(e, at) is not Fit.NO
    ]
    return bool(leaders) and not any(one_name(full, entry.name) for entry in leaders)


def leads(heads: Iterable[OfficeHead]) -> bool:
    """Whether one of the offices is that of a head of state or government."""
    return any(head.rank in _LEADERS for head in heads)
