"""Decisions for tests, made by hand on readings made by hand."""

from collections.abc import Iterable
from dataclasses import replace

from memcon.decisions import Anchor, Change, Decision, Field, Verb, decided
from memcon.decisions.anchoring import anchored
from memcon.decisions.changes import change
from memcon.decisions.values import identified, told_by
from memcon.linking import AccountKey, Engagement
from memcon.model import Reading


def key(name: str) -> AccountKey:
    """ "a/e1" as the key of an account; "a" is its first."""
    document, _, account = name.partition("/")
    return AccountKey(document, account or "e1")


def anchors(readings: Iterable[Reading], *names: str) -> tuple[Anchor, ...]:
    known = {AccountKey(r.document, a.id): (r, a) for r in readings for a in r.accounts}
    return tuple(anchored(*known[key(name)], name=known[key(name)][0].document) for name in names)


def decision(verb: Verb, sides: Iterable[tuple[Anchor, ...]], at: int = 0, **fields: object) -> Decision:
    when = f"2026-01-01T00:00:{at // 10:02}.{at % 10}00000+00:00"
    plan = Decision("", verb, "R. Meyer", when, tuple(sides))
    return identified(replace(plan, **fields))  # type: ignore[arg-type]


def join(readings: list[Reading], *names: str, at: int = 0) -> Decision:
    return decision(Verb.MERGE, [anchors(readings, name) for name in names], at)


def part(readings: list[Reading], one: Iterable[str], other: Iterable[str], at: int = 0) -> Decision:
    return decision(Verb.APART, [anchors(readings, *one), anchors(readings, *other)], at)


def split(readings: list[Reading], out: Iterable[str], rest: Iterable[str], at: int = 0) -> Decision:
    return decision(Verb.SPLIT, [anchors(readings, *out), anchors(readings, *rest)], at)


def correct(
    readings: list[Reading], name: str, field: str, value: str, /, *before: Decision, at: int = 5, **more: object
) -> Decision:
    """A correction of the engagement that an account is of, after the decisions ``before``."""
    about = of(readings, name, *before)
    sides = [anchors(readings, *(f"{k.document}/{k.account}" for k in about.accounts))]
    made: Change = change(field, value, **more)  # type: ignore[arg-type]
    return decision(Verb.CORRECT, sides, at, change=made, saw=told_by(about), because="so it was")


def accept(readings: list[Reading], name: str, field: str | None, *before: Decision, at: int = 6) -> Decision:
    about = of(readings, name, *before)
    sides = [anchors(readings, *(f"{k.document}/{k.account}" for k in about.accounts))]
    return decision(Verb.ACCEPT, sides, at, field=Field(field) if field else None, saw=told_by(about))


def undo(of_: Decision, at: int = 9) -> Decision:
    return decision(Verb.UNDO, (), at, of=of_.id)


def of(readings: Iterable[Reading], name: str, *decisions: Decision) -> Engagement:
    """The engagement that an account is of."""
    return next(e for e in decided(readings, (), decisions) if key(name) in e.accounts)


def groups(readings: Iterable[Reading], *decisions: Decision) -> list[str]:
    """Which accounts are of one engagement: "a b", sorted; the account's id only where it is not the first."""
    found = decided(readings, (), decisions)
    names = (sorted(k.document + k.account.removeprefix("e").replace("1", "") for k in e.accounts) for e in found)
    return sorted(" ".join(group) for group in names)


def dismiss(readings: list[Reading], name: str, *before: Decision, at: int = 6) -> Decision:
    """The decision that the engagement that an account is of is none, after the decisions ``before``."""
    about = of(readings, name, *before)
    sides = [anchors(readings, *(f"{k.document}/{k.account}" for k in about.accounts))]
    return decision(Verb.DISMISS, sides, at, saw=told_by(about))
