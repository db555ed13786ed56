"""What people decided on one engagement: corrections put in, and of every decision whether it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from memcon.decisions.anchoring import in_words, looked_at, seen
from memcon.decisions.correcting import AlreadySoError, CannotApplyError, corrected
from memcon.decisions.replaying import Outcome, Replay
from memcon.decisions.statements import short
from memcon.decisions.values import JOINING, Change, Decision, Field, Told, Verb, told_by
from memcon.linking.engagements import Choice, Engagement, Ruling
from memcon.model import Place
from memcon.reading.names import fold_name

_ELSEWHERE = "the accounts it rests on are no longer of one engagement"
_OF_REPRINT = "date.of-reprint"
"""The rule of a reprint's own date, which dates nothing."""

_WHOLE = frozenset({"name", "office", "party", "there"})


@dataclass
class _State:
    """An engagement on its way through the decisions."""

    read: Engagement
    now: Engagement
    rulings: list[Ruling] = field(default_factory=list)
    corrected_at: dict[str, tuple[str, str]] = field(default_factory=dict)
    left: dict[str, set[str]] = field(default_factory=dict)
    """Of each correction what no later one set since."""


def ruled(engagement: Engagement, replayed: Replay) -> Engagement:
    """Give the engagement as people decided; a function of it and of the decisions that rest on its accounts."""
    outcomes = [o for o in replayed.of(engagement.accounts) if o.undone is None]
    if not outcomes:
        return engagement
    state = _State(engagement, engagement)
    for outcome in outcomes:
        if outcome.decision.verb in JOINING:
            holds = sum(bool(side) for side in outcome.sides) > 1
            state.rulings.append(_ruling(outcome, in_force=holds, looks=outcome.looks))
        elif outcome.decision.verb is Verb.PART_OF:
            state.rulings.append(_of_part(outcome, engagement))
        elif outcome.decision.verb is Verb.CORRECT:
            _correct(state, outcome)
        elif outcome.decision.verb is Verb.DISMISS:
            _dismiss(state, outcome)
    for outcome in outcomes:
        if outcome.decision.verb is Verb.ACCEPT and outcome.decision.of is None:
            _accept(state, outcome)
    rulings = sorted(state.rulings, key=lambda r: (r.at, r.decision))
    return replace(state.now, rulings=tuple(_latest_word(r, rulings[n + 1 :]) for n, r in enumerate(rulings)))


def _latest_word(ruling: Ruling, later: Iterable[Ruling]) -> Ruling:
    """An acceptance after which the same was accepted again needs no second look."""
    if ruling.verb != Verb.ACCEPT or ruling.superseded or not ruling.looks:
        return ruling
    again = [r.decision for r in later if r.verb == Verb.ACCEPT and r.in_force and r.field in (None, ruling.field)]
    return replace(ruling, in_force=False, looks=(), superseded=again[-1]) if again else ruling


def _ruling(outcome: Outcome, *, in_force: bool, looks: Iterable[str] = ()) -> Ruling:
    d = outcome.decision
    about = d.change.field if d.change else d.field
    value = change_in_words(d.change) if d.change else None
    name = about.value if about else None
    return Ruling(d.id, d.verb.value, d.author, d.at, d.because, name, value, None, in_force, tuple(looks))


def _of_part(outcome: Outcome, engagement: Engagement) -> Ruling:
    """What a decision on parts says of the part, or of the whole, that the engagement is."""
    part, *whole = outcome.decision.sides
    ours = {p.key for p in outcome.placed[0]} & set(engagement.accounts)
    holds = bool(outcome.sides) and all(outcome.sides)
    looks = list(outcome.looks)
    if ours and holds and bool(whole) is (engagement.part_of is None):
        looks.append("the two are one now, or it would be a part of itself")
        holds = False
    told = (whole[0] if whole else ())[:1] if ours else part[:1]
    said = f"{told[0].told.kind}, {told[0].told.start or 'undated'}" if told else ""
    value = ("part of nothing" if not told else f"part of another ({said})") if ours else f"has a part ({said})"
    ruling = replace(_ruling(outcome, in_force=holds, looks=looks), value=value)
    return replace(ruling, superseded=outcome.later)


def _correct(state: _State, outcome: Outcome) -> None:
    decision = outcome.decision
    change, looks = decision.change, list(outcome.looks)
    assert change is not None
    here = outcome.keys <= set(state.now.accounts)
    looks += [] if here else [_ELSEWHERE]
    changed = any(p.key is not None and p.look for side in outcome.placed for p in side)
    read, after = _read(state.read, change), None
    if here and not changed:
        try:
            after = corrected(state.now, change, said(decision, read))
            looks += _news(state.now, after, outcome, change)
        except AlreadySoError:  # as somebody else decided
            after = state.now
        except CannotApplyError as reason:
            looks.append(str(reason))
    if after is not None:
        state.now = after
        for left in state.left.values():
            left -= _scopes(change)
        state.rulings = [_superseded(r, state.left, decision.id) for r in state.rulings]
        state.corrected_at |= dict.fromkeys(_scopes(change), decision.order)
    state.left[decision.id] = _scopes(change)
    followed = after is not None
    state.rulings.append(replace(_ruling(outcome, in_force=followed, looks=looks), read=read, followed=followed))


def _superseded(earlier: Ruling, left: dict[str, set[str]], by: str) -> Ruling:
    """An earlier correction of which nothing is left: all that it set is set by others since."""
    if earlier.verb != Verb.CORRECT or earlier.superseded or left[earlier.decision]:
        return earlier
    return replace(earlier, in_force=False, looks=(), superseded=by)


def _scopes(change: Change) -> set[str]:
    """What a correction sets, so that a later one of the same can be told."""
    if change.field is Field.DATE:
        return {"start", "end"}
    if change.field is Field.PARTIES:
        return {f"party {change.value}"}
    if change.field is Field.PARTICIPANTS:
        set_ = {name for name in ("name", "office", "party") if getattr(change, name) is not None} or _WHOLE
        who = " ".join(fold_name(change.value or ""))
        return {f"participant {who} {name}" for name in set_}
    if change.words:
        return {f"statement {words.document}:{words.start}-{words.end}" for words in change.words}
    return {change.field.value}


def _news(now: Engagement, after: Engagement, outcome: Outcome, change: Change) -> Iterator[str]:
    """What was not known when the correction was made: other values before it, other accounts that tell otherwise."""
    decision, told, result = outcome.decision, told_by(now), told_by(after)
    for name in looked_at(decision) if decision.saw else ():
        assert decision.saw is not None
        was, value = seen(decision.saw, name, change), seen(told, name, change)
        if was != value != seen(result, name, change):
            yield f"{name} was {in_words(was)} when this was decided, would be {in_words(value)} without it now"
    choice = _choice(now, change)
    if choice is not None:
        known = {change.value, *(value for a in decision.anchors for value in _values(a.told, decision))}
        told_later = (v.value for key, v in choice.rivals if key not in outcome.keys and v.rule != _OF_REPRINT)
        later = {words for value in told_later if (words := _part(value, change.field)) is not None}
        for words in sorted(later):
            if not any(k is not None and (k.startswith(words) or words.startswith(k)) for k in known):
                yield f"an account that came later tells {words}"


def _choice(engagement: Engagement, change: Change) -> Choice[object] | None:
    if change.field is Field.STATEMENTS:
        return None
    names = {Field.DATE: "start", Field.COUNTRY: "place", Field.CITY: "place"}
    found = getattr(engagement, names.get(change.field, change.field.value))
    return found if isinstance(found, Choice) else None


def _values(told: Told, decision: Decision) -> Iterator[str]:
    yield from (value for name in looked_at(decision) if isinstance(value := seen(told, name), str))


def _part(value: object, which: Field) -> str | None:
    if isinstance(value, Place):
        return value.country if which is Field.COUNTRY else value.city
    return str(value)


def _accept(state: _State, outcome: Outcome) -> None:
    decision = outcome.decision
    looks = list(outcome.looks)
    if not outcome.keys <= set(state.now.accounts):
        looks.append(_ELSEWHERE)
    now, by = told_by(state.now), ""
    differ = [n for n in looked_at(decision) if decision.saw and seen(decision.saw, n) != seen(now, n)]
    if differ:
        later = [state.corrected_at.get(_scope_of(name, state)) for name in differ]
        if all(c is not None and c > (decision.at, decision.id) for c in later):
            by = max(c for c in later if c)[1]
        else:
            assert decision.saw is not None
            looks += [
                f"{n} was {in_words(seen(decision.saw, n))} when it was accepted, is {in_words(seen(now, n))} now"
                for n in differ
            ]
    in_force = not differ and not looks
    if decision.field is None and len(state.now.accounts) > len(decision.anchors):
        looks.append("an account has joined since it was accepted")
    ruling = _ruling(outcome, in_force=in_force, looks=() if by else looks)
    state.rulings.append(replace(ruling, superseded=by or None))


def _dismiss(state: _State, outcome: Outcome) -> None:
    """Hold a dismissal for what its accounts told; any other account may be of an engagement after all."""
    looks = list(outcome.looks)
    known = {key for side in outcome.sides for key in side}
    if strange := set(state.now.accounts) - outcome.keys:
        looks.append(f"{len(strange)} account{'s have' if len(strange) > 1 else ' has'} joined since it was dismissed")
    in_force = known.issuperset(state.now.accounts)
    state.rulings.append(_ruling(outcome, in_force=in_force, looks=looks))


def _scope_of(name: str, state: _State) -> str:
    """The latest correction's scope that can have changed what is told under a name."""
    prefix = {"parties": "party ", "participants": "participant "}.get(name, name)
    scopes = [scope for scope in state.corrected_at if scope.startswith(prefix)]
    return max(scopes, key=lambda scope: state.corrected_at[scope], default="")


def _read(engagement: Engagement, change: Change) -> str:
    """What stands there without any correction, with the reason; of a party or a person, what is told of them."""
    if change.field is Field.STATEMENTS:
        return change.was or "no statement"
    told = told_by(engagement)
    if change.field is Field.DATE:
        days = [d for d in (told.start, told.end) if d]
        words = "/".join(dict.fromkeys(days)) or "not told"
    else:
        words = in_words(seen(told, change.field.value, change))
    choice = _choice(engagement, change)
    return f"{words} ({choice.reason})" if choice is not None and choice.preferred is not None else words


def said(decision: Decision, read: str) -> str:
    """Say who corrected a value, when, why, and what was read there."""
    because = f": “{decision.because}”" if decision.because else ""
    return f"by {decision.author}, {when_in_words(decision.at)}{because} ({decision.id}); read as {read}"


def when_in_words(at: str) -> str:
    """Say a time: "2026-11-25 19:02 UTC"."""
    return f"{at[:10]} {at[11:16]} UTC"


def change_in_words(change: Change) -> str:
    """Say what a correction sets: "2024-12-31", "without SE", "Jane Doe: office Foreign Minister"."""
    if change.words:
        said = "no statement" if change.remove else f"{', '.join(change.speakers) or 'nobody'}: {change.act}"
        return f"“{short(change.words[0])}” is {said}"
    value = change.value or "not told"
    if change.remove:
        return f"without {value}"
    told = [f"{n} {v}" for n in ("name", "office", "party") if (v := getattr(change, n)) is not None]
    if change.field in (Field.PARTIES, Field.PARTICIPANTS) and not told:
        return f"with {value}"
    return f"{value}: {', '.join(told)}" if told else value
