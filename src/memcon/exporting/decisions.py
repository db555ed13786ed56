"""Decisions in words: what was decided, by whom, why, and whether it holds."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import msgspec

from memcon.decisions.log import Entry
from memcon.decisions.ruling import change_in_words, when_in_words
from memcon.decisions.values import BETWEEN, Anchor, Decision, Field, Verb
from memcon.errors import UsageError
from memcon.exporting.words import day_in_words, party_in_words, place_in_words
from memcon.linking.engagements import Engagement, Ruling
from memcon.model import Place

WIDTH = 100


def decision_in_words(decision: Decision) -> str:
    """Say what was decided: "start: 2024-12-31", "a (call, 2024-12-30) and b (call, undated) are one occasion"."""
    if decision.verb is Verb.UNDO:
        return f"undo of {decision.of}"
    if decision.of is not None:
        return f"{decision.of} still holds"
    if decision.change is not None:
        return f"{decision.change.field.value}: {change_in_words(decision.change)}"
    if decision.verb is Verb.ACCEPT:
        return f"{decision.field.value if decision.field else 'all of it'} is checked"
    if decision.verb is Verb.DISMISS:
        return "no engagement"
    if decision.verb is Verb.PART_OF:
        part, *whole = (_names(side) for side in decision.sides)
        return f"{part} {'is' if len(decision.sides[0]) == 1 else 'are'} a part of {whole[0] if whole else 'nothing'}"
    sides = [_names(side) for side in decision.sides]
    match decision.verb:
        case Verb.MERGE:
            return f"{' and '.join(sides)} are one occasion"
        case Verb.SPLIT:
            return f"{sides[0]} {'is' if len(decision.sides[0]) == 1 else 'are'} of another occasion than {sides[1]}"
        case _:
            return f"{sides[0]} and {sides[1]} are never the same"


def decision_in_short(decision: Decision) -> str:
    """Say what was decided; of accounts joined or parted only how many, since their names are long."""
    if decision.verb not in BETWEEN:
        return decision_in_words(decision)
    one, *rest = (len(side) for side in decision.sides)
    first, others = f"{one} account{'s' if one > 1 else ''}", sum(rest)
    if decision.verb is Verb.PART_OF:
        return f"part of {_kind(decision.sides[1][0]) if rest else 'nothing'}"
    match decision.verb:
        case Verb.MERGE:
            return f"{first} and {others} other{'s' if others > 1 else ''} are one occasion"
        case Verb.SPLIT:
            return f"{first} {'are' if one > 1 else 'is'} of another occasion than the other{'s' if others > 1 else ''}"
        case _:
            return f"{first} and {others} other{'s' if others > 1 else ''} are never the same occasion"


def accepted_in_words(decision: Decision) -> str:
    """Say the value that was accepted, as it was then; nothing where all of an engagement was."""
    told, field = decision.saw, decision.field
    if told is None or field is None:
        return ""
    match field:
        case Field.DATE | Field.START | Field.END:
            return day_in_words(told.start, told.end)
        case Field.PLACE | Field.COUNTRY | Field.CITY:
            return place_in_words(Place(told.city, told.country))
        case Field.PARTIES:
            return ", ".join(map(party_in_words, told.parties))
        case Field.PARTICIPANTS:
            return ", ".join(p.name or p.office or "somebody not named" for p in told.participants)
        case _:
            return str(getattr(told, field.value) or "")


def log_entry(entry: Entry) -> Iterator[str]:
    """Give the lines of one entry of the log, at most 100 columns wide."""
    decision = entry.decision
    state = entry.state.value + (f" by {entry.by}" if entry.by else "")
    yield f"{decision.id}  {when_in_words(decision.at)}  {decision.author}  {decision.verb.value}  {state}"
    yield from _wrap(decision_in_words(decision))
    if entry.engagements:
        yield from _wrap(f"of {', '.join(entry.engagements)}")
    if decision.because:
        yield from _wrap(f"because: {decision.because}")
    for look in entry.looks:
        yield from _wrap(f"look again: {look}")


def log_line(entry: Entry) -> str:
    """Give an entry as a line of JSON; see :func:`log_row`."""
    return json.dumps(log_row(entry), ensure_ascii=False)


def log_row(entry: Entry) -> dict[str, Any]:
    """Give an entry as plain values: the decision as it was made, with what has become of it."""
    row = asdict(entry.decision) | {"state": entry.state.value, "by": entry.by}
    return row | {"looks": list(entry.looks), "engagements": list(entry.engagements)}


def decisions_in(data: bytes, name: str = "line") -> Iterator[Decision]:
    """Give the decisions in lines of JSON as :func:`log_line` writes them; ``name`` stands before a line's number.

    Raises UsageError with the number of a line that is no decision.
    """
    decoder = msgspec.json.Decoder(Decision)
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            try:
                yield decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise UsageError(f"{name}:{number}: is no decision: {error}") from None


def ruling_in_words(ruling: Ruling) -> Iterator[str]:
    """Say what a human decided on an engagement, then, one by one, why to look at it again."""
    who = f"{ruling.author}, {when_in_words(ruling.at)}"
    because = f": “{ruling.because}”" if ruling.because else ""
    held = "" if ruling.in_force else f" — superseded by {ruling.superseded}" if ruling.superseded else "; not in force"
    yield f"{_ruled(ruling)}, by {who} ({ruling.decision}){because}{held}"
    if ruling.read not in (None, "not told"):
        yield f"read: {ruling.read}"
    for look in ruling.looks:
        yield f"look again: {look}"


def joined_by_hand(engagement: Engagement, decisions: Mapping[str, Decision]) -> Iterator[str]:
    """Say which accounts of an engagement a human joined, and what he parted from it; ``decisions`` by their ids.

    Lines are at most 100 columns wide.
    """
    for ruling in engagement.rulings:
        if ruling.verb in (Verb.MERGE, Verb.SPLIT, Verb.APART):
            _, *rest = ruling_in_words(ruling)
            yield from _wrap(f"{decision_in_words(decisions[ruling.decision])}, by {_by(ruling)}", "  ")
            for words in rest:
                yield from _wrap(words, "      ")


def _by(ruling: Ruling) -> str:
    """Who decided, when and why, and whether it does not hold."""
    because = f": “{ruling.because}”" if ruling.because else ""
    held = "" if ruling.in_force else f"; superseded by {ruling.superseded}" if ruling.superseded else "; not in force"
    return f"{ruling.author}, {when_in_words(ruling.at)} ({ruling.decision}){because}{held}"


def _ruled(ruling: Ruling) -> str:
    match ruling.verb:
        case Verb.CORRECT:
            return f"{ruling.field} corrected: {ruling.value}"
        case Verb.ACCEPT:
            return f"{ruling.field or 'all of it'} checked"
        case Verb.DISMISS:
            return "dismissed: no engagement"
        case Verb.MERGE:
            return "accounts joined"
        case Verb.SPLIT:
            return "accounts split off"
        case Verb.PART_OF:
            return ruling.value or "part of another"
        case _:
            return "held apart from another"


def _names(side: Sequence[Anchor]) -> str:
    """The accounts of one side, by the names of their documents, with what sort of occasion each told of and when."""
    told = [f"{a.name} ({a.told.kind}, {a.told.start or 'undated'})" for a in side]
    return ", ".join(sorted(told))


def _kind(anchor: Anchor) -> str:
    """What an account told of, in a few words: "the visit of 2023-02-27"."""
    return f"the {anchor.told.kind} of {anchor.told.start}" if anchor.told.start else f"the undated {anchor.told.kind}"


def _wrap(text: str, indent: str = "    ") -> list[str]:
    follow = indent + "  "
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=follow, break_long_words=False)
