"""The log: every decision with what has become of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from memcon.decisions.replaying import Outcome, Replay
from memcon.decisions.values import JOINING, Decision, Verb
from memcon.linking.engagements import AccountKey, Engagement


class State(StrEnum):
    """Whether a decision holds."""

    IN_FORCE = "in force"
    SET_ASIDE = "set aside"
    SUPERSEDED = "superseded"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision with what has become of it.

    ``by`` names the decision that undid or superseded it; ``looks`` why a human should look at it again;
    ``keys`` are its accounts as they are found now, ``engagements`` the ids of those that they are of.
    """

    decision: Decision
    state: State
    by: str | None = None
    looks: tuple[str, ...] = ()
    engagements: tuple[str, ...] = ()
    keys: frozenset[AccountKey] = frozenset()


def entries(replayed: Replay, engagement_of: Mapping[AccountKey, Engagement]) -> list[Entry]:
    """Give the log in the order of the decisions' times; ``engagement_of`` has those of the accounts they rest on."""
    return [replace(_entry(o, engagement_of), keys=o.keys) for o in replayed.outcomes]


def _entry(outcome: Outcome, engagement_of: Mapping[AccountKey, Engagement]) -> Entry:
    found = {e.id: e for key in sorted(outcome.keys) if (e := engagement_of.get(key)) is not None}
    decision, ids = outcome.decision, tuple(found)
    if outcome.undone is not None:
        return Entry(decision, State.UNDONE, outcome.undone, (), ids)
    if decision.verb is Verb.UNDO or decision.of is not None:
        return Entry(decision, State.IN_FORCE, None, (), ids)
    if decision.verb is Verb.PART_OF:
        holds = bool(outcome.sides) and all(outcome.sides)
        state = State.SUPERSEDED if outcome.later else State.IN_FORCE if holds else State.SET_ASIDE
        rulings = (r for e in found.values() for r in e.rulings if r.decision == decision.id)
        looks = tuple(dict.fromkeys((*outcome.looks, *(look for r in rulings for look in r.looks))))
        return Entry(decision, state, outcome.later, looks, ids)
    if decision.verb in JOINING:
        holds = sum(bool(side) for side in outcome.sides) > 1
        return Entry(decision, State.IN_FORCE if holds else State.SET_ASIDE, None, outcome.looks, ids)
    return _of_field(outcome, found.values(), ids)


def _of_field(outcome: Outcome, engagements: Iterable[Engagement], ids: tuple[str, ...]) -> Entry:
    rulings = [r for e in engagements for r in e.rulings if r.decision == outcome.decision.id]
    looks = tuple(dict.fromkeys(look for r in rulings for look in r.looks)) if rulings else outcome.looks
    if any(r.in_force for r in rulings):
        return Entry(outcome.decision, State.IN_FORCE, None, looks, ids)
    by = next((r.superseded for r in rulings if r.superseded), None)
    return Entry(outcome.decision, State.SUPERSEDED if by else State.SET_ASIDE, by, looks, ids)
