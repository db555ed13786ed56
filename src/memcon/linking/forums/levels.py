"""At which level a session sits: by the words of its names, else by the offices of those who take part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from memcon.linking.engagements import Engagement
from memcon.linking.forums.named import Named
from memcon.linking.forums.series import Basis, LevelTold
from memcon.model import Participant
from memcon.vocabulary.office_forms import leads_a_state
from memcon.vocabulary.offices import Rank, fold_words, office_heads
from memcon.vocabulary.series_names import Level

_ORDER = (Level.LEADERS, Level.MINISTERS, Level.OFFICIALS)
_RANKS = {
    Rank.HEAD_OF_STATE: Level.LEADERS,
    Rank.HEAD_OF_GOVERNMENT: Level.LEADERS,
    Rank.FOREIGN_MINISTER: Level.MINISTERS,
    Rank.MINISTER: Level.MINISTERS,
    Rank.DEPUTY: Level.OFFICIALS,
    Rank.ENVOY: Level.OFFICIALS,
    Rank.AMBASSADOR: Level.OFFICIALS,
    Rank.OFFICIAL: Level.OFFICIALS,
    Rank.SPOKESPERSON: Level.OFFICIALS,
}
_UNDER = frozenset({"deputy", "under", "assistant", "vice", "permanent", "parliamentary", "principal"})
_PASSING = frozenset({"acting", "interim", "designate", "then", "former"})


def level_of(engagement: Engagement, named: Sequence[Named]) -> LevelTold:
    """Tell the level of a session.

    Strong words in the forum's name or beside it ("Leaders' Summit", "Ministerial", "senior officials") decide; then
    the offices, where those of two parties are told; then "summit"; then the office of one party. Each party counts
    with its highest office, and of two levels with as many parties each the lower one is that of the session. Of an
    engagement that documents only mention, offices tell nothing: those named beside it met elsewhere as often.
    """
    portfolio = next((n.name.portfolio for n in named if n.name.portfolio), None)
    strong = [level for n in named for level, weakly in _in_words(n) if level is not None and not weakly]
    if strong:
        return LevelTold(max(_ORDER, key=strong.count), "by the words of the forum's name", Basis.WORDS, portfolio)
    told = _by_party(engagement.participants) if engagement.main else {}
    weak = next((level for n in named for level, _ in _in_words(n) if level is not None), None)
    if told and (len(told) > 1 or weak is None):
        levels = [level for level, _ in told.values()]
        level = max(reversed(_ORDER), key=levels.count)
        offices = "; ".join(f"{office} ({party})" for party, (own, office) in told.items() if own is level)
        if level is weak:
            return LevelTold(level, f"by the word “summit” and offices: {offices}", Basis.WORDS, portfolio)
        basis = Basis.OFFICES if len(told) > 1 else Basis.ONE_OFFICE
        return LevelTold(level, f"by offices: {offices}", basis, portfolio)
    if weak is not None:
        return LevelTold(weak, "by the word “summit”", Basis.SUMMIT, portfolio)
    return LevelTold(None, "neither words nor an office tell it", Basis.NOTHING, portfolio)


def _in_words(named: Named) -> tuple[tuple[Level | None, bool], tuple[Level | None, bool]]:
    """The level by the name and by the words beside it, each with whether it is told weakly."""
    return (named.name.level, named.name.weakly), (named.beside.level, named.beside.weakly)


def _by_party(participants: Sequence[Participant]) -> dict[str, tuple[Level, str]]:
    """The highest level of each party's participants with the office that shows it, in the order of the codes."""
    found: dict[str, tuple[Level, str]] = {}
    for person in participants:
        if person.party is None or person.office is None:
            continue
        party, office = person.party.value, person.office.value
        level = office_level(office, party)
        if level and (party not in found or _ORDER.index(level) < _ORDER.index(found[party][0])):
            found[party] = (level, office)
    return dict(sorted(found.items()))


@lru_cache(maxsize=4096)
def office_level(office: str, party: str) -> Level | None:
    """Tell the level of an office: "Secretary of State" of the US is a minister's, "Minister of State" is not."""
    said = re.split(r" to the | for | to ", office.replace(",", " ").replace("-", " "))[0]
    words = tuple(word for word in fold_words(said) if word not in _PASSING)
    if words[:2] == ("vice", "president") or leads_a_state(office, party):
        return Level.LEADERS
    if _UNDER & set(words[:1]) or words[:3] == ("minister", "of", "state"):
        return Level.OFFICIALS
    return min((level for level in _levels(words) if level is not None), key=_ORDER.index, default=None)


def _levels(words: tuple[str, ...]) -> Iterator[Level | None]:
    """The level of each head noun, the longest at each place: "Director General" is no director."""
    at = 0
    while at < len(words):
        length = next((n for n in (4, 3, 2, 1) if words[at : at + n] in office_heads()), 0)
        if length:
            yield _RANKS.get(office_heads()[words[at : at + length]][0].rank)
        at += length or 1
