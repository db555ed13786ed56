"""The note on one engagement, as a desk officer would write it: plain text, every line with its source."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from memcon.exporting.copies import Source, count_in_words, gaps_in_words
from memcon.exporting.decisions import ruling_in_words
from memcon.exporting.people import remark_in_words
from memcon.exporting.topics import topics_of_accounts
from memcon.exporting.words import NOT_REPORTED, day_in_words, party_in_words, person_in_words, place_in_words
from memcon.linking.engagements import AccountKey, Choice, Engagement, Standing
from memcon.linking.people import Remark
from memcon.linking.reprints import Reprint
from memcon.model import PROMISES, Account, Cited, EngagementKind, Participant, Reading, Statement, Status
from memcon.reading.names import same_person
from memcon.vocabulary.rules import meaning_of
from memcon.vocabulary.topics import Topic, topics_of

WIDTH = 100


def note(
    engagement: Engagement,
    sources: Sequence[Source],
    related: Sequence[Engagement] = (),
    reprints: Sequence[Reprint] = (),
    remarks: Sequence[Remark] = (),
    names: Mapping[str, str] | None = None,
) -> str:
    """Write the note on ``engagement``.

    ``sources`` are its accounts with their documents and readings, in the order of their numbers in brackets;
    ``related`` other engagements of the same documents, shown as parts or as what is to come;
    ``reprints`` those of which a source is the copy; ``remarks`` what other documents (``names`` calls them by their
    ids) and rosters add to the accounts or hold against them.
    """
    lines = _heading(engagement)
    lines += _sides(engagement)
    lines += _by_hand(engagement)
    lines += _said(engagement, sources)
    lines += _agreed(engagement, sources)
    lines += _topics(sources)
    lines += _details(sources)
    lines += _remarks(sources, remarks, names or {})
    lines += _to_come(related)
    lines += _open(engagement, sources, reprints)
    lines += _sources(engagement, sources, reprints)
    return "\n".join(lines) + "\n"


def _heading(engagement: Engagement) -> list[str]:
    kind = _value(engagement.kind) or "engagement"
    parties = ", ".join(party_in_words(p.value) for p in engagement.parties)
    title = f"{kind.upper()}: {parties}"
    if engagement.forum.preferred:
        title += f" ({engagement.forum.preferred.value})"
    place = engagement.place.preferred.value if engagement.place.preferred else None
    mode = _value(engagement.mode)
    when = day_in_words(_value(engagement.start), _value(engagement.end))
    where = "" if place is None and _value(engagement.kind) == EngagementKind.CALL else place_in_words(place)
    venue = _value(engagement.venue)
    facts = [_status(engagement), when, where, venue, mode or "mode not reported"]
    lines = [*_wrap(title), f"{engagement.id} · " + " · ".join(f for f in facts if f)]
    choices: tuple[tuple[str, Choice[Any]], ...] = (
        ("kind", engagement.kind),
        ("status", engagement.status),
        ("date", engagement.start),
        ("place", engagement.place),
    )
    for name, choice in choices:
        if choice.standing is Standing.CORRECTED:
            continue  # told under "By hand"
        if len({str(c.value) for _, c in choice.rivals} | {str(_value(choice))}) > 1:
            lines += _wrap(f"{name}: {choice.reason}", "  ")
    return lines


def _status(engagement: Engagement) -> str:
    status = _value(engagement.status) or ""
    return f"{status}, unconfirmed" if status == Status.PLANNED else str(status)


def _sides(engagement: Engagement) -> list[str]:
    lines = ["", "Who"]
    theirs = (p.party.value for p in engagement.participants if p.party)
    for party in dict.fromkeys([*(p.value for p in engagement.parties), *theirs]):
        people = [p for p in engagement.participants if p.party and p.party.value == party]
        lines.append(f"  {party_in_words(party)}")
        lines += [f"    {person_in_words(p)}" for p in people] or ["    (nobody named)"]
    rest = [p for p in engagement.participants if not p.party]
    if rest:
        lines += ["  party not reported", *(f"    {person_in_words(p)}" for p in rest)]
    return lines


def _by_hand(engagement: Engagement) -> list[str]:
    """What people corrected, accepted, joined and parted, each with what it wants a second look for."""
    lines: list[str] = []
    for ruling in engagement.rulings:
        first, *rest = ruling_in_words(ruling)
        lines += _wrap(first, "  - ")
        lines += [line for words in rest for line in _wrap(words, "      ")]
    return ["", "By hand", *lines] if lines else []


def _said(engagement: Engagement, sources: Sequence[Source]) -> list[str]:
    lines: list[str] = []
    for speakers, statements in _by_speaker(engagement, sources, promises=False).items():
        lines += _wrap(speakers, "  ")
        for (act, words), numbers in statements.items():
            lines += _wrap(f"{act}: {words} {_bracketed(numbers)}", "    - ")
    return ["", "What was said", *lines] if lines else []


def _by_speaker(
    engagement: Engagement, sources: Sequence[Source], *, promises: bool
) -> dict[str, dict[tuple[str, str], list[int]]]:
    """Acts and words with the numbers of their sources, by speaker; the same words of several sources stand once."""
    found: dict[str, dict[tuple[str, str], list[int]]] = {}
    for number, (_, _, account) in enumerate(sources, start=1):
        for statement in account.statements:
            if (statement.act.value in PROMISES) is promises:
                words = " ".join(statement.text.text.split())
                quoted = f"“{words}”" if statement.mode == "direct" and not promises else words
                told = found.setdefault(_speakers(engagement, statement), {})
                told.setdefault((statement.act.value.value, quoted), []).append(number)
    return found


def _bracketed(numbers: Sequence[int]) -> str:
    return " ".join(f"[{n}]" for n in dict.fromkeys(numbers))


def _speakers(engagement: Engagement, statement: Statement) -> str:
    """Name the speakers by the fullest forms that the engagement knows, in the order of its participants."""
    people = [p.name.value for p in engagement.participants if p.name]
    names = [next((n for n in people if same_person(n, s.value)), party_in_words(s.value)) for s in statement.speakers]
    return ", ".join(sorted(names, key=lambda n: people.index(n) if n in people else len(people)))


def _agreed(engagement: Engagement, sources: Sequence[Source]) -> list[str]:
    lines: list[str] = []
    for speakers, statements in _by_speaker(engagement, sources, promises=True).items():
        for (_, words), numbers in statements.items():
            lines += _wrap(f"{speakers}: {words} {_bracketed(numbers)}", "  - ")
    return ["", "What was agreed or pledged", *lines] if lines else []


def _topics(sources: Sequence[Source]) -> list[str]:
    """What was spoken of, each topic with the first words for it in each source."""
    told: dict[Topic, dict[str, list[int]]] = {}
    for number, (_, _, account) in enumerate(sources, start=1):
        for topic, statements in topics_of_accounts([account]).items():
            words = next(m.words[0] for m in topics_of(statements[0].text) if m.topic == topic)
            told.setdefault(topic, {}).setdefault(" ".join(words.split()), []).append(number)
    lines: list[str] = []
    for topic, said in told.items():
        words = ", ".join(f"“{words}” {_bracketed(numbers)}" for words, numbers in said.items())
        lines += _wrap(f"{topic.name}: {words}", "  - ")
    return ["", "Topics", *lines] if lines else []


def _details(sources: Sequence[Source]) -> list[str]:
    """Who asked for it, how long it lasted, what was signed."""
    lines: list[str] = []
    for number, (_, _, account) in enumerate(sources, start=1):
        if account.initiator:
            lines += _wrap(f"asked for by {party_in_words(account.initiator.value)} [{number}]", "  - ")
        if account.duration:
            lines += _wrap(f"lasted {account.duration.value} [{number}]", "  - ")
        for signed in account.signed:
            lines += _wrap(f"signed: {signed.value} [{number}]", "  - ")
    return ["", "Circumstances", *lines] if lines else []


def _remarks(sources: Sequence[Source], remarks: Sequence[Remark], names: Mapping[str, str]) -> list[str]:
    """What is not in the accounts: completions from other documents and rosters, and offices that do not fit."""
    told: dict[tuple[object, ...], list[tuple[Remark, Account, int]]] = {}
    for number, (document, _, account) in enumerate(sources, start=1):
        for remark in remarks:
            if remark.key == AccountKey(document.id, account.id):
                alike = (remark.kind, remark.value, remark.rule, remark.source, remark.span)
                told.setdefault(alike, []).append((remark, account, number))
    lines = [line for same in told.values() for line in _wrap(remark_in_words(same, names), "  - ")]
    return ["", "Not in these accounts: from other documents and rosters", *lines] if lines else []


def _to_come(related: Sequence[Engagement]) -> list[str]:
    lines: list[str] = []
    for other in related:
        forum = f" {other.forum.preferred.value}" if other.forum.preferred else ""
        when = day_in_words(_value(other.start), _value(other.end))
        place = other.place.preferred.value if other.place.preferred else None
        parties = ", ".join(p.value for p in other.parties)
        status = _value(other.status)
        lines += _wrap(
            f"{_value(other.kind)}{forum} ({parties}), {status}, {when}, {place_in_words(place)} · {other.id}", "  - "
        )
    return ["", "Also told of in these sources", *lines] if lines else []


def _open(engagement: Engagement, sources: Sequence[Source], reprints: Sequence[Reprint]) -> list[str]:
    call = _value(engagement.kind) == EngagementKind.CALL
    missing = [
        name
        for name, choice in (
            ("date", engagement.start),
            ("end", engagement.end),
            ("place", engagement.place),
            ("mode", engagement.mode),
        )
        if choice.preferred is None and not (call and name == "place")
    ]
    lines = [f"  {NOT_REPORTED}: {', '.join(missing)}"] if missing else []
    for number, (_, reading, _) in enumerate(sources, start=1):
        gaps: dict[str, int] = {}
        for gap in reading.layout.gaps:
            gaps[gap.kind.value] = gaps.get(gap.kind.value, 0) + 1
        if gaps:
            lines.append(f"  in [{number}]: " + ", ".join(f"{kind} × {n}" for kind, n in gaps.items()))
    for number, words in gaps_in_words(sources, reprints):
        lines += _wrap(f"in [{number}]: {words}", "  ")
    return ["", "Gaps", *lines] if lines else []


def _sources(engagement: Engagement, sources: Sequence[Source], reprints: Sequence[Reprint]) -> list[str]:
    lines = ["", "Sources"]
    for words in count_in_words(engagement.sources, sources, reprints):
        lines += _wrap(words, "  ")
    for number, (document, reading, account) in enumerate(sources, start=1):
        head = ", ".join(
            x
            for x in (
                document.publisher,
                document.title or _title(reading),
                reading.kind.value.value,
                f"published {document.published}" if document.published else None,
                document.url or document.name,
            )
            if x
        )
        lines += _wrap(f"[{number}] {head}", "  ")
        for reprint in reading.layout.reprints:
            lines += _wrap(f"reprint: “{_short(reprint.spans)}”", "      ")
        for name, cited in _cited(account):
            lines += _wrap(f"{name}: {_said_where(cited)}", "      ")
    return lines


def _title(reading: Reading) -> str | None:
    return " ".join(reading.layout.title.text.split()) if reading.layout.title else None


def _cited(account: Account) -> Iterable[tuple[str, Cited[Any]]]:
    for name, cited in (
        ("kind", account.kind),
        ("status", account.status),
        ("date", account.start),
        ("place", account.place),
        ("forum", account.forum),
    ):
        if cited is not None:
            yield name, cited
    for participant in account.participants:
        yield from _participant(participant)


def _participant(participant: Participant) -> Iterable[tuple[str, Cited[Any]]]:
    for cited in (participant.name, participant.office):
        if cited is not None:
            yield "who", cited


def _said_where(cited: Cited[Any]) -> str:
    words = f"“{_short(cited.spans)}”" if cited.spans else ""
    why = "" if cited.rule == "stated" else f" ({meaning_of(cited.rule)})"
    where = f" at {cited.spans[0].start}" if cited.spans else ""
    return f"{words}{where}{why}".strip()


def _short(spans: Sequence[Any]) -> str:
    return " … ".join(textwrap.shorten(" ".join(s.text.split()), 80, placeholder=" …") for s in spans[:3])


def _value(choice: Choice[Any]) -> str | None:
    return None if choice.preferred is None else str(choice.preferred.value)


def _wrap(text: str, indent: str = "") -> list[str]:
    follow = " " * len(indent)
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=follow, break_long_words=False) or [
        indent
    ]
