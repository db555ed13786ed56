"""What other documents and rosters add to accounts, in words: remarks, tenures, holders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.decisions.ruling import when_in_words
from memcon.exporting.words import party_in_words
from memcon.linking.people import ByHand, Person, Remark, RemarkKind, Seen, Tenure
from memcon.linking.people.persons import DOCUMENTS, Mention
from memcon.model import Account, Document
from memcon.vocabulary.roster import Fit, RosterEntry, first_day
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.rules import meaning_of
from memcon.vocabulary.spellings import is_bare, one_name

_ADDED = {RemarkKind.NAME: "is", RemarkKind.PARTY: "represents", RemarkKind.OFFICE: "was"}


@dataclass(frozen=True, slots=True)
class Held:
    """A tenure as a line: by documents (``sightings`` with their words) or by a roster.

    ``since`` and ``until`` are ISO prefixes, ``tenure`` says them as exactly as the source tells.
    """

    name: str
    office: str | None
    party: str | None
    since: str | None
    until: str | None
    tenure: str
    source: str
    sightings: tuple[Mention, ...] = ()


def seen_in_words(tenure: Tenure | Seen) -> str:
    """Say when somebody was seen in office, first and last."""
    return f"seen {tenure.first}" if tenure.first == tenure.last else f"seen {tenure.first} – {tenure.last}"


def held_by_documents(tenure: Tenure) -> Held:
    """Give a tenure that documents show."""
    return Held(
        tenure.person.name,
        tenure.office,
        tenure.party,
        tenure.first,
        tenure.last,
        seen_in_words(tenure),
        DOCUMENTS,
        tenure.sightings,
    )


def held_undated(mention: Mention, person: Person) -> Held:
    """Give an office in which a document names somebody without a date."""
    words = "date not reported"
    return Held(person.name, mention.office, mention.party, None, None, words, DOCUMENTS, (mention,))


def held_by_roster(entry: RosterEntry, fit: Fit | None = None) -> Held:
    """Give a roster's entry; ``fit`` tells whether it covers the date that was asked for, if one was."""
    words = entry.in_words() + (" (perhaps on that date)" if fit is Fit.PERHAPS else "")
    return Held(entry.name, entry.office, entry.party, entry.start, entry.end, words, entry.source)


def roster_entries_of(person: Person, roster: Roster) -> list[RosterEntry]:
    """Give the roster's entries of a person: of the same party and full name."""
    if is_bare(person.name) or person.party is None:
        return []
    return [e for e in roster.by_name(person.name, person.party) if one_name(e.name, person.name)]


def in_order(held: Sequence[Held]) -> list[Held]:
    """Put lines in the order of time; what begins at an unknown date stands where it ends."""
    return sorted(held, key=lambda h: (first_day(h.since or h.until or "9999"), h.name, h.source))


def held_in_words(held: Held) -> str:
    """Say a tenure in one line; a roster's is marked."""
    office = held.office or "leader, office not told"
    party = f" ({party_in_words(held.party)})" if held.party else ""
    times = f" · {len(held.sightings)} ×" if len(held.sightings) > 1 else ""
    mark = times if held.source == DOCUMENTS else f" [roster: {held.source}]"
    return f"{held.name}, {office}{party} · {held.tenure}{mark}"


def sighting_in_words(mention: Mention, document: Document) -> str:
    """Say where a document sees somebody in office: date, words with their places or by whose hand, document."""
    words = [c for c in (mention.participant.office, mention.participant.name) if c is not None and c.spans]
    said = [f"“{' '.join(c.spans[0].text.split())}” at {c.spans[0].start}" for c in words]
    said += by_hand_in_words(mention.decided)
    return f"{mention.date or 'no date'}: {', '.join(said)} · {document.title or document.name} ({document.id[:12]})"


def by_hand_in_words(decided: Sequence[ByHand]) -> list[str]:
    """Say who corrected a value, when and why: "by R. Meyer, 2026-11-25 19:02 UTC (D-…): “was in the room”"."""
    return [
        f"by {d.author}, {when_in_words(d.at)} ({d.decision}){f': “{d.because}”' if d.because else ''}" for d in decided
    ]


def remark_in_words(same: Sequence[tuple[Remark, Account, int]], names: Mapping[str, str]) -> str:
    """Say one remark on one or several accounts, each with its number in brackets; ``names`` calls documents by id."""
    remark = same[0][0]
    who = ", ".join(dict.fromkeys(_called(each, account, number) for each, account, number in same))
    if remark.kind is RemarkKind.MISFIT:
        said = f"{who}, does not fit the date: {remark.value}"
    else:
        value = party_in_words(remark.value) if remark.kind is RemarkKind.PARTY else remark.value
        said = f"{who} {_ADDED[remark.kind]} {value}"
    source = f"roster {remark.source}" if remark.source != DOCUMENTS else "other documents"
    if remark.span is not None:
        source = f"“{' '.join(remark.span.text.split())}” at {remark.span.start} in {names[remark.span.document]}"
    return f"{said} ({meaning_of(remark.rule)}; {source})"


def _called(remark: Remark, account: Account, number: int) -> str:
    """How an account calls the participant: with the office, where that is what the remark is on."""
    if remark.called is not None:
        called = [remark.called]
    else:
        participant = (*account.participants, *account.others)[remark.number]
        called = [c.value for c in (participant.name, participant.office) if c is not None]
    words = f"“{called[0]}”" if called else "somebody"
    return f"{words}, {called[-1]} [{number}]" if remark.kind is RemarkKind.MISFIT else f"{words} [{number}]"
