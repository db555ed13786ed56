"""Whom a president, prime or foreign minister represents whose party no words tell: what the roster knows of the name.

"President Zelenskyy" in a paper's or another government's words is not that government's own president.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from memcon.model import Cited
from memcon.reading.cast import Member
from memcon.reading.scene import Scene
from memcon.vocabulary.offices import Rank
from memcon.vocabulary.roster import Fit, RosterEntry, shipped_roster
from memcon.vocabulary.spellings import is_bare, name_words, one_name

_LEADERS = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT})
_SHORTEST = 4  # letters of a surname that tells a person by itself


def parties_of_known(scene: Scene) -> None:
    """Give named leaders and foreign ministers without a party that of the one holder of their name at the date.

    Nothing is given where the date is not known, or the publisher's own party has a holder of that name too.
    """
    if scene.anchor is None:
        return
    for member in scene.cast.members:
        if member.parties or not member.names or not member.offices:
            continue
        held = {entry.party for entry in _holders(member, scene.anchor.value) if entry.party}
        if len(held) == 1:
            member.parties.append(Cited(held.pop(), (member.names[0],), "party.roster"))


def _holders(member: Member, at: str) -> list[RosterEntry]:
    """The entries that a member's name and office fit at a day."""
    leads = any(head.rank in _LEADERS for _, head in member.offices)
    foreign = any("foreign" in office.text.casefold() for office, _ in member.offices)
    name = max((n.text for n in member.names), key=len)
    words = name_words(name)
    if not words or not (leads or foreign):
        return []
    candidates = {
        entry for word in (words[0], words[-1]) if len(word) >= _SHORTEST for entry in _by_word().get(word, ())
    }
    return [
        entry
        for entry in candidates
        if entry.fits(at) is not Fit.NO
        and (leads if _is_leader(entry) else foreign and _is_foreign_minister(entry))
        and (is_bare(name) or is_bare(entry.name) or one_name(name, entry.name))
    ]


def _is_leader(entry: RosterEntry) -> bool:
    """Whether an entry is of a head of state or government: a table of leaders names no office."""
    office = (entry.office or "").casefold()
    return not office or office.startswith(("president", "prime minister", "monarch", "chancellor"))


def _is_foreign_minister(entry: RosterEntry) -> bool:
    return "foreign" in (entry.office or "").casefold()


@cache
def _by_word() -> dict[str, tuple[RosterEntry, ...]]:
    found: dict[str, list[RosterEntry]] = defaultdict(list)
    for entry in shipped_roster():
        if _is_leader(entry) or _is_foreign_minister(entry):
            words = name_words(entry.name)
            for word in {words[0], words[-1]} if words else ():
                found[word].append(entry)
    return {word: tuple(entries) for word, entries in found.items()}
