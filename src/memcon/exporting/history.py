"""What befell an engagement, in order of time: documents that came, decisions on it, what wants a second look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.decisions.anchoring import in_words, looked_at, seen
from memcon.decisions.log import Entry, State
from memcon.decisions.values import BETWEEN, Decision, Told, Verb
from memcon.exporting.copies import Source
from memcon.exporting.decisions import accepted_in_words, decision_in_short, decision_in_words
from memcon.exporting.evidence import odds
from memcon.exporting.noted import sources_of
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.evidence import Weighed, weigh
from memcon.linking.resolving import name_of
from memcon.linking.tellings import Telling
from memcon.record import Record

_MOST = 4
"""Weights that are told of a join, the heaviest first."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that befell an engagement.

    ``at`` is when (UTC, ISO 8601), ``words`` what, ``details`` why; ``document`` is the id of a document that came;
    of a decision there is the ``entry``, what the field told ``before`` and tells ``after``, and who undid it.
    """

    at: str
    words: str
    details: tuple[str, ...] = ()
    document: str | None = None
    entry: Entry | None = None
    before: str | None = None
    after: str | None = None
    undone_by: Decision | None = None

    @property
    def undone(self) -> bool:
        """Whether it is a decision that was undone."""
        return self.undone_by is not None

    @property
    def can_be_undone(self) -> bool:
        """Whether it is a decision that nobody has undone."""
        return self.entry is not None and self.entry.state is not State.UNDONE


def history_of(record: Record, engagement: Engagement) -> list[Event]:
    """Give what befell an engagement of the record, the earliest first."""
    sources = sources_of(record, engagement)
    added = record.added({document.id for document, _, _ in sources})
    log = record.log(engagement.id)
    events = [*_arrivals(sources, added, record.tellings_of(engagement)), *_decisions(log)]
    return sorted(events, key=lambda event: (event.at, event.document or "", event.words))


def earlier_ids(engagement: Engagement) -> list[str]:
    """Give the ids that the engagement's accounts would have alone, which still lead to it."""
    return sorted({name_of(key) for key in engagement.accounts} - {engagement.id})


def _arrivals(
    sources: Sequence[Source], added: Mapping[str, str], tellings: Mapping[AccountKey, Telling]
) -> list[Event]:
    """The accounts in the order in which their documents came, each with what joined it to an earlier one."""
    order = sorted(sources, key=lambda s: (added[s[0].id], s[0].id, s[2].id))
    keys = [AccountKey(document.id, account.id) for document, _, account in order]
    found = []
    for n, (document, _, account) in enumerate(order):
        subject = "as its subject" if account.main else "in passing"
        fits = [(weigh(tellings[k], tellings[keys[n]]), at) for at, k in enumerate(keys[:n]) if k in tellings]
        details: tuple[str, ...] = ()
        if fits:
            best, at = max(fits, key=lambda fit: (fit[0].bits, -fit[1]))
            details = (f"fits “{order[at][0].title or order[at][0].name}” best: {odds(best.bits)}", *_heaviest(best))
        words = f"came in, telling of it {subject}"
        found.append(Event(added[document.id], words, details, document.id))
    return found


def _heaviest(weighed: Weighed) -> list[str]:
    levels = sorted((x for x in weighed.levels if x.comparison != "prior"), key=lambda x: -abs(x.bits))
    return [f"{level.bits:+.1f} {level.words}".replace("-", "−", 1) for level in levels[:_MOST]]


def _decisions(log: Sequence[Entry]) -> list[Event]:
    by = {entry.decision.id: entry.decision for entry in log}
    return [_decided(entry, by) for entry in log]


def _decided(entry: Entry, by: Mapping[str, Decision]) -> Event:
    decision = entry.decision
    details = [f"“{decision.because}”"] if decision.because else []
    if decision.verb in BETWEEN:
        details += [anchor.name for anchor in decision.sides[0][:_MOST]]
    details += [f"look again: {look}" for look in entry.looks]
    if entry.state is State.SUPERSEDED:
        details.append(f"superseded by {entry.by}")
    elif entry.state is State.SET_ASIDE:
        details.append("not followed now")
    before, after = _values(decision)
    undone = by.get(entry.by or "") if entry.state is State.UNDONE else None
    return Event(decision.at, _words(decision, by), tuple(details), None, entry, before, after, undone)


def _words(decision: Decision, by: Mapping[str, Decision]) -> str:
    if decision.verb is Verb.UNDO and (of := by.get(decision.of or "")) is not None:
        return f"undid: {decision_in_short(of)} ({of.id})"
    if decision.verb is Verb.ACCEPT and decision.of is None:
        return f"accepted {decision.field.value if decision.field else 'all of it'}"
    if decision.verb is Verb.CORRECT and decision.change is not None:
        return f"corrected {decision.change.field.value}"
    return decision_in_short(decision)


def _values(decision: Decision) -> tuple[str | None, str | None]:
    """What a field told before a decision and after it; of an acceptance the value that was accepted."""
    if decision.verb is Verb.ACCEPT:
        return None, accepted_in_words(decision) or None
    if decision.change is None:
        return None, None
    before = _told(decision, decision.saw) if decision.saw is not None else None
    after = decision_in_words(decision).partition(": ")[2]
    return before, after


def _told(decision: Decision, told: Told) -> str:
    change = decision.change
    if change is not None and change.words:
        return change.was or "no statement"
    values = [seen(told, name, change) for name in looked_at(decision)]
    said = [in_words(value) for value in values if value is not None]
    if change is not None and change.field.value in ("country", "city", "start", "end"):
        return in_words(seen(told, change.field.value, change))
    return " to ".join(dict.fromkeys(said)) or "not told"
