"""Tell of every value of a reading whether a hand-coded document agrees: what confidences are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from memcon.exporting.coded import coded
from memcon.model import Account, Cited, DocumentKind, Participant, Reading, Statement
from memcon.scoring.facts import LEAST_ENGAGEMENT, LEAST_FORUM, LEAST_STATEMENT
from memcon.scoring.likeness import Coded, engagement_likeness, fold, overlap, pair, same_name
from memcon.vocabulary.confidence import Measured, Told


@dataclass(frozen=True, slots=True)
class Judged:
    """One value of a reading: which field, in what account (None outside of any), and whether it is right.

    A value is right where the codebook's scorer would count it so: the engagement has a partner in the gold coding
    and the partner has the same value.
    """

    field: str
    account: Account | None
    cited: Cited[Any]
    right: bool


def told_of(value: Judged) -> Told:
    """Where the value stands."""
    if value.account is None:
        return Told.DOCUMENT
    return Told.SUBJECT if value.account.main else Told.MENTION


def measured(values: Iterable[Judged]) -> tuple[Measured, ...]:
    """Count values and right ones by field, place and rule, in the order of these."""
    count: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for value in values:
        key = (value.field, told_of(value).value, value.cited.rule)
        count[key] += 1
        right[key] += value.right
    return tuple(Measured(f, Told(t), r, count[f, t, r], right[f, t, r]) for f, t, r in sorted(count))


def judged(reading: Reading, gold: Coded) -> Iterator[Judged]:
    """Give every value of ``reading`` that the coded format holds, judged by ``gold``, the same document's coding."""
    yield Judged("document kind", None, reading.kind, reading.kind.value.value == gold["kind"])
    found = coded(reading, gold["doc"])
    pairs, _, _ = pair(gold.get("engagements", []), found["engagements"], engagement_likeness, LEAST_ENGAGEMENT)
    partners = {c["id"]: g for g, c in pairs}
    for account in reading.accounts:
        yield from _account(account, partners.get(account.id, {}))
    if found["statements"] or gold.get("statements"):
        yield from _statements(reading, gold)
    if reading.kind.value is DocumentKind.TRANSCRIPT:
        yield from _turns(reading, gold, found)


def _account(account: Account, gold: Coded) -> Iterator[Judged]:
    def told(field: str, cited: Cited[Any] | None, right: bool) -> Iterator[Judged]:
        if cited is not None:
            yield Judged(field, account, cited, bool(gold) and right)

    yield from told("kind", account.kind, gold.get("kind") == account.kind.value.value)
    yield from told("status", account.status, gold.get("status") == account.status.value.value)
    yield from told("mode", account.mode, bool(account.mode) and gold.get("mode") == account.mode.value.value)  # type: ignore[union-attr]
    for name, day in (("start", account.start), ("end", account.end)):
        yield from told(name, day, day is not None and gold.get(name) == day.value)
    if account.place:
        where = gold.get("place") or {}
        place = account.place.value
        alike = all(fold(where.get(k)) == fold(v) for k, v in (("city", place.city), ("country", place.country)) if v)
        yield from told("place", account.place, alike)
    if account.forum:
        yield from told("forum", account.forum, overlap(gold.get("forum"), account.forum.value) >= LEAST_FORUM)
    for party in account.parties:
        yield from told("party", party, party.value in gold.get("parties", []))
    yield from _participants(account, gold)


def _participants(account: Account, gold: Coded) -> Iterator[Judged]:
    named = [p for p in account.participants if p.name]
    pairs, _, _ = pair(gold.get("participants", []), named, _likeness, 1)
    partners = {id(p): g for g, p in pairs}
    for person in named:
        partner = partners.get(id(person), {})
        assert person.name is not None
        yield Judged("name", account, person.name, bool(partner))
        if person.office:
            yield Judged("office", account, person.office, fold(partner.get("office")) == fold(person.office.value))
        if person.party:
            yield Judged("represents", account, person.party, partner.get("party") == person.party.value)


def _likeness(gold: Coded, found: Participant) -> float:
    name, party = (c.value if c else None for c in (found.name, found.party))
    return float(same_name(gold["name"], name)) + 0.1 * float(gold["party"] == party)


def _statements(reading: Reading, gold: Coded) -> Iterator[Judged]:
    told = [(s, a) for a in reading.accounts for s in a.statements if s.source == "text"]
    pairs, _, _ = pair(gold.get("statements", []), told, _alike, LEAST_STATEMENT)
    partners = {id(t[0]): g for g, t in pairs}
    for statement, account in told:
        partner = partners.get(id(statement), {})
        yield Judged("act", account, statement.act, partner.get("act") == statement.act.value.value)
        for speaker in statement.speakers:
            right = any(same_name(speaker.value, g) for g in partner.get("speakers", []))
            yield Judged("speaker", account, speaker, right)


def _alike(gold: Coded, told: tuple[Statement, Account]) -> float:
    return overlap(gold["text"], " ".join(told[0].text.text.split()))


def _turns(reading: Reading, gold: Coded, found: Coded) -> Iterator[Judged]:
    speakers = {fold(t["starts"])[:20]: t.get("speaker") for t in gold.get("turns", [])}
    for turn, written in zip(reading.turns, found["turns"], strict=True):
        if turn.speaker is not None:
            right = same_name(speakers.get(fold(written["starts"])[:20]), turn.speaker.value)
            yield Judged("turn speaker", None, turn.speaker, right)
