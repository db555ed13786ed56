"""Whom the accounts name, as people corrected it: what the persons of a record are told apart by.

A pure function of readings and of engagements as people decided. What a human says of a participant of an engagement
holds of everybody in its accounts who was put together to that participant; a day that a human gave an engagement dates
all its mentions; what is no engagement names nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from memcon.decisions.anchoring import is_meant
from memcon.decisions.correcting import CannotApplyError, person_corrected, with_change
from memcon.decisions.values import Change, Decision, Field, Verb, named
from memcon.linking.engagements import AccountKey, Engagement, Ruling, Standing
from memcon.linking.people import ByHand, Mention, mentions_of, published_on
from memcon.linking.reconciling import people_told
from memcon.model import Account, Participant, Reading

_DAYS = (Field.START.value, Field.DATE.value)
_Of = tuple[AccountKey, int]


@dataclass(frozen=True, slots=True)
class Concern:
    """What of an engagement changes whom its accounts name: ids of decisions, and its first day where these are."""

    accounts: tuple[AccountKey, ...]
    dismissed: bool
    rulings: tuple[str, ...]
    start: str | None


def decided_mentions(
    readings: Iterable[Reading], engagements: Iterable[Engagement], decisions: Mapping[str, Decision]
) -> list[Mention]:
    """Give whom the accounts of readings name, as people decided.

    ``engagements`` are those on which something was decided, with all their rulings; others may be left out.
    ``decisions`` has those that the rulings are of, by their ids.
    """
    given = list(readings)
    found: dict[AccountKey, list[Mention]] = defaultdict(list)
    for mention in mentions_of(given):
        found[mention.key].append(mention)
    touched = [e for e in engagements if concerns_people(e)]
    wanted = {key for e in touched for key in e.accounts}
    accounts = {key: a for r in given for a in r.accounts if (key := AccountKey(r.document, a.id)) in wanted}
    published = {r.document: published_on(r) for r in given}
    for engagement in touched:
        if engagement.dismissed:
            changed: list[Mention] = []
        else:
            changed = list(_dated(_corrected(engagement, accounts, found, decisions), engagement, published))
        for key in engagement.accounts:
            found[key] = [m for m in changed if m.key == key]
    return [mention for mentions in found.values() for mention in mentions]


def concerns_people(engagement: Engagement) -> bool:
    """Tell whether anything was decided on an engagement that changes whom its accounts name, or when."""
    return engagement.dismissed or any(_on_people(r) or _on_days(r) for r in engagement.rulings)


def what_concerns_people(engagement: Engagement) -> Concern:
    """Give all that changes whom the accounts of an engagement name: two that give the same name the same."""
    rulings = tuple(r.decision for r in engagement.rulings if _on_people(r) or _on_days(r))
    start = engagement.start.preferred.value if engagement.start.preferred else None
    return Concern(engagement.accounts, engagement.dismissed, rulings, start if rulings else None)


def _on_people(ruling: Ruling) -> bool:
    return ruling.followed and ruling.verb == Verb.CORRECT and ruling.field == Field.PARTICIPANTS.value


def _on_days(ruling: Ruling) -> bool:
    return ruling.in_force and ruling.verb == Verb.CORRECT and ruling.field in _DAYS


def _corrected(
    engagement: Engagement,
    accounts: Mapping[AccountKey, Account],
    told: Mapping[AccountKey, list[Mention]],
    decisions: Mapping[str, Decision],
) -> list[Mention]:
    """The mentions of an engagement with the corrections of its participants, in their order."""
    mentions = {(m.key, m.number): m for key in engagement.accounts for m in told[key]}
    people = people_told((key, accounts[key]) for key in engagement.accounts)
    for ruling in filter(_on_people, engagement.rulings):
        change, by = decisions[ruling.decision].change, _by(ruling)
        assert change is not None
        try:
            at, person = person_corrected([p for p, _ in people], change)
        except CannotApplyError:  # as it was decided before
            continue
        if person is None:
            for place in people.pop(at)[1]:
                del mentions[place]
            continue
        if at == len(people):
            change = replace(change, name=change.value)
            people.append((person, _places_of_added(accounts, engagement, change, mentions, people)))
        places = people[at][1]
        people[at] = (person, places)
        for place in places:
            mentions[place] = _with(mentions.get(place), place, person, change, by)
    return list(mentions.values())


def _places_of_added(
    accounts: Mapping[AccountKey, Account],
    engagement: Engagement,
    change: Change,
    mentions: Mapping[_Of, Mention],
    people: Iterable[tuple[Participant, tuple[_Of, ...]]],
) -> tuple[_Of, ...]:
    """Where somebody who is added is named as present, else a new place behind all that the first account names."""
    taken = {place for _, places in people for place in places}
    present = (place for place in mentions if place not in taken)
    named_there = tuple(p for p in present if is_meant(change.value or "", named(mentions[p].participant)))
    first = engagement.accounts[0]
    behind = len(accounts[first].participants) + len(accounts[first].others)
    return named_there or ((first, max([behind, *(number + 1 for key, number in taken if key == first)])),)


def _with(was: Mention | None, place: _Of, person: Participant, change: Change, by: ByHand) -> Mention:
    key, number = place
    if was is None:
        return Mention(key, number, None, person, (by,), added=by.decision)
    return replace(was, participant=with_change(was.participant, change), decided=(*was.decided, by))


def _dated(
    mentions: Iterable[Mention], engagement: Engagement, published: Mapping[str, str | None]
) -> Iterator[Mention]:
    """The mentions with the day that a human gave the engagement; of those added, the day that it has."""
    start, given = engagement.start, [_by(r) for r in engagement.rulings if _on_days(r)]
    by_hand = start.standing is Standing.CORRECTED and bool(given)
    for mention in mentions:
        if not by_hand and not mention.added:
            yield mention
            continue
        date = start.preferred.value if start.preferred else published.get(mention.key.document)
        if by_hand and date != mention.date:
            decided = sorted((*mention.decided, given[-1]), key=lambda by: (by.at, by.decision))
            mention = replace(mention, decided=tuple(decided))
        yield replace(mention, date=date)


def _by(ruling: Ruling) -> ByHand:
    return ByHand(ruling.decision, ruling.author, ruling.at, ruling.because)
