"""Make decisions, or refuse them in one line where they contradict what was decided or make no sense."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from memcon.decisions.anchoring import looked_at, seen
from memcon.decisions.correcting import CannotApplyError, corrected
from memcon.decisions.replaying import Outcome, Replay
from memcon.decisions.ruling import change_in_words, when_in_words
from memcon.decisions.values import BETWEEN, Anchor, Change, Decision, Field, Verb, identified, told_by
from memcon.errors import UsageError
from memcon.linking.engagements import Engagement
from memcon.model import EngagementKind

Side = tuple[Anchor, ...]


def draft(
    verb: Verb, sides: Sequence[Side], author: str, because: str | None = None, along: str | None = None
) -> Decision:
    """Give a decision without time and id; raises UsageError where nobody is named as its author."""
    if not author.strip():
        raise UsageError("a decision needs an author; name yourself with --author or MEMCON_AUTHOR")
    if any(unicodedata.category(c)[0] == "C" for c in "".join(author.split())):
        raise UsageError("an author's name cannot hold characters that are not seen; leave them out")
    words = " ".join(because.split()) if because else None
    return Decision("", verb, " ".join(author.split()), "", tuple(sides), words or None, along=along)


def correction(plan: Decision, engagement: Engagement, change: Change) -> Decision:
    """Add to a draft what it corrects; raises UsageError where the correction does not fit, or changes nothing."""
    made = replace(plan, change=change, saw=told_by(engagement))
    try:
        after = corrected(engagement, change, "")
    except CannotApplyError as reason:
        raise UsageError(f"{engagement.id}: {reason}") from None
    if change.field is not Field.STATEMENTS and told_by(after) == told_by(engagement):
        name = change.field.value
        raise UsageError(
            f"{engagement.id} has {change_in_words(change)} as its {name} already; "
            f"to say that you checked it: memcon accept {engagement.id} {name}"
        )
    return made


def acceptance(plan: Decision, engagement: Engagement, field: Field | None) -> Decision:
    """Add to a draft what it accepts; raises UsageError where that is accepted already, or is not told."""
    if field is Field.STATEMENTS:
        raise UsageError("statements are corrected one by one; to say that all is checked, accept the engagement")
    made = replace(plan, field=field, saw=told_by(engagement))
    assert made.saw is not None
    if field is not None and not any(seen(made.saw, name) for name in looked_at(made)):
        raise UsageError(f"{engagement.id} tells no {field.value}; there is nothing to accept")
    if any(r.verb == Verb.ACCEPT and r.field == field and r.in_force and not r.looks for r in engagement.rulings):
        raise UsageError(f"{engagement.id}{f' {field.value}' if field else ''} is accepted already")
    return made


def dismissal(plan: Decision, engagement: Engagement) -> Decision:
    """Add to a draft what the engagement told that is none; raises UsageError where it is dismissed already."""
    if engagement.dismissed:
        raise UsageError(f"{engagement.id} is dismissed already")
    return replace(plan, saw=told_by(engagement))


_WHOLES = (EngagementKind.VISIT, EngagementKind.CONFERENCE)


def placing(plan: Decision, part: Engagement, wholes: Sequence[Engagement]) -> Decision:
    """Give a draft on what an engagement is a part of; ``wholes`` are that and what it is itself a part of, or nothing.

    Raises UsageError where that cannot be, or is so already.
    """
    if not wholes:
        if part.part_of is None:
            raise UsageError(f"{part.id} is a part of nothing already")
        return plan
    whole = wholes[0]
    kind = whole.kind.preferred
    if whole.id == part.id:
        raise UsageError(f"{part.id} cannot be a part of itself; give two engagements")
    if part.id in {w.id for w in wholes}:
        raise UsageError(f"{whole.id} is a part of {part.id}; what holds it cannot be a part of it")
    if kind is None or kind.value not in _WHOLES:
        raise UsageError(f"{whole.id} is a {kind.value if kind else 'thing'}; only a visit or a conference has parts")
    if part.part_of == whole.id:
        raise UsageError(f"{part.id} is a part of {whole.id} already")
    return plan


def confirmation(plan: Decision, outcome: Outcome, engagement: Engagement | None) -> Decision:
    """Add to a draft which decision it confirms; ``engagement`` is the one that a correction is about.

    ``plan`` has the accounts as they are now. Raises UsageError where that cannot be confirmed.
    """
    target = outcome.decision
    if outcome.undone is not None:
        raise UsageError(f"{target.id} was undone by {outcome.undone}; to have it again: memcon undo {outcome.undone}")
    if target.verb is Verb.UNDO or target.of is not None:
        raise UsageError(f"{target.id} rests on another decision; accept that")
    if outcome.against:
        raise UsageError(f"{target.id} contradicts {', '.join(outcome.against)}; undo one of them")
    if target.verb in BETWEEN and sum(bool(side) for side in plan.sides) < len(target.sides):
        raise UsageError(f"{target.id} has lost its accounts; undo it, or add their documents again")
    return replace(plan, of=target.id, saw=told_by(engagement) if engagement else None)


def undoing(plan: Decision, outcome: Outcome) -> Decision:
    """Add to a draft which decision it undoes; raises UsageError where that is undone already."""
    target = outcome.decision
    if outcome.undone is not None:
        raise UsageError(f"{target.id} was undone already, by {outcome.undone}")
    return replace(plan, of=target.id)


def stamped(plan: Decision, latest: str | None) -> Decision:
    """Give the decision with its time, UTC and after that of the latest one, and its id."""
    at = now()
    if latest is not None:
        at = max(at, datetime.fromisoformat(latest) + timedelta(microseconds=1))
    return identified(replace(plan, at=at.isoformat(timespec="microseconds")))


def now() -> datetime:
    """Give the time, UTC."""
    return datetime.now(UTC)


def check(decision: Decision, before: Replay, after: Replay) -> None:
    """Raise UsageError where a decision would contradict another, or bring back one that does."""
    known = {o.decision.id: o for o in before.outcomes}
    for outcome in after.outcomes:
        was = known.get(outcome.decision.id)
        if not outcome.against or (was is not None and was.against == outcome.against):
            continue
        others = [known[name].decision for name in outcome.against if name in known]
        said = ", ".join(f"{d.id} ({d.verb.value}, {d.author}, {when_in_words(d.at)})" for d in others)
        what = "this" if outcome.decision.id == decision.id else f"{outcome.decision.id}, which would hold again,"
        first = others[0].id if others else outcome.against[0]
        raise UsageError(f"{what} contradicts {said}; undo that first: memcon undo {first}")
