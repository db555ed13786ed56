"""Drafts of accounts: tellings of one occasion inside one document, put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from memcon.model import Account, BlockKind, Cited, DocumentKind, EngagementKind, Mode, Place, Span, Statement, Status
from memcon.reading.cast import Member
from memcon.reading.circumstances import day_of, place_value
from memcon.reading.forums import ForumMention
from memcon.reading.occasions import Occasion
from memcon.reading.place_names import find_places
from memcon.reading.scene import Scene
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.states import codes

_TOOK_PLACE = re.compile(
    r"\b(?:meeting|talks|session|ceremony|dinner|reception|consultations)(?:,? (?:which|that))? (?:took place|was held|"
    r"were held|held)(?: (?:today|yesterday|on \w+ ?\d*|at [^,.;]{3,60}))? in (?:the city of )?$"
)
_TOOK_PLACE_THEN = re.compile(
    r"(?:The|This) (?:[\w-]+ ){0,2}(?:meeting|talks|session|ceremony|dinner|reception|consultations|call|"
    r"conversation|visit)"
    r" (?:took place|was held|were held)\b[^.;]{0,80}"
)
_OPENING = 3  # paragraphs of a joint statement
_DATED_BY_PUBLICATION = frozenset(
    {DocumentKind.READOUT, DocumentKind.NEWS, DocumentKind.TRANSCRIPT, DocumentKind.STATEMENT}
)


@dataclass(slots=True)
class Draft:
    """An account while it grows: its tellings in order, and what the document's layout adds.

    ``attending`` are those of its people who are only said to have been there: they are not meant by "the two sides".
    """

    main: bool
    tellings: list[Occasion] = field(default_factory=list)
    people: list[Member] = field(default_factory=list)
    parties: list[Cited[str]] = field(default_factory=list)
    kind: Cited[EngagementKind] | None = None
    status: Cited[Status] | None = None
    mode: Cited[Mode] | None = None
    start: Cited[str] | None = None
    end: Cited[str] | None = None
    place: Cited[Place] | None = None
    forum: Cited[str] | None = None
    statements: list[Statement] = field(default_factory=list)
    whole: Draft | None = None
    initiator: Cited[str] | None = None
    duration: Cited[str] | None = None
    signed: list[Cited[str]] = field(default_factory=list)
    attending: list[Member] = field(default_factory=list)
    date_words: Span | None = None

    def codes(self) -> list[str]:
        """The parties' codes or names, each once: those of the people first, then those named without a person."""
        return [p.value for p in self.all_parties()]

    def all_parties(self) -> list[Cited[str]]:
        """The parties with their words, each once."""
        found: list[Cited[str]] = []
        for party in [m.party for m in self.people if m.party] + self.parties:
            if all(party.value != f.value for f in found):
                found.append(party)
        return found

    def position(self) -> tuple[int, int]:
        """Where the draft is first told: passage index and offset."""
        return min(((t.index, t.trigger.start) for t in self.tellings), default=(0, 0))

    def account(self, number: int, document: str, part_of: str | None) -> Account:
        """Freeze the draft into an account with the id ``e<number>``, part of the account with the id ``part_of``."""
        assert self.kind is not None
        assert self.status is not None
        return Account(
            id=f"e{number}",
            document=document,
            main=self.main,
            kind=self.kind,
            status=self.status,
            mode=self.mode,
            start=self.start,
            end=self.end,
            place=self.place,
            forum=self.forum,
            parties=tuple(self.all_parties()),
            participants=tuple(m.participant() for m in self.people),
            statements=tuple(self.statements),
            part_of=part_of,
            initiator=self.initiator,
            duration=self.duration,
            signed=tuple(self.signed),
            date_words=self.date_words if self.start is None and self.end is None else None,
        )


def tell(draft: Draft, occasion: Occasion, scene: Scene) -> None:
    """Add one telling to a draft; what earlier tellings stated stays, what they left open is filled."""
    passage = scene.passages[occasion.index]
    words = (passage.span(occasion.trigger.start, occasion.trigger.end),)
    draft.tellings.append(occasion)
    draft.kind = draft.kind or Cited(occasion.kind, words, "kind.trigger")
    draft.status = draft.status or Cited(occasion.status, words, occasion.status_rule)
    draft.people.extend(m for m in occasion.people if m not in draft.people)
    draft.parties.extend(p for p in occasion.parties if all(p.value != q.value for q in draft.parties))
    _tell_forum(draft, occasion, scene)
    if occasion.date is not None and (draft.start is None or _days_of_a_leg(draft, occasion)):
        draft.start, draft.end = day_of(occasion.date, passage)
        draft.date_words = passage.span(occasion.date.start, occasion.date.end)
    elif occasion.under_way and draft.start is None and scene.anchor is not None:
        draft.start = draft.end = Cited(scene.anchor.value, words, "date.under-way")
    if occasion.place is not None and (draft.place is None or nearer(draft.place.value, occasion.place.place)):
        draft.place = place_value(occasion.place, passage)
    if draft.mode is None and occasion.mode is not None:
        draft.mode = Cited(occasion.mode, words, "mode.words")


def _days_of_a_leg(draft: Draft, occasion: Occasion) -> bool:
    """Whether a telling gives the days of one visit, where so far only those of the whole journey are known."""
    assert occasion.date is not None
    if occasion.kind is not EngagementKind.VISIT or draft.start is None or draft.end is None:
        return False
    if not any(t.shared for t in draft.tellings):
        return False
    told, known = (occasion.date.first, occasion.date.last), (draft.start.value, draft.end.value)
    if told[0] is None or told[1] is None or told == known or draft.start.value == draft.end.value:
        return False
    return known[0] <= told[0] <= told[1] <= known[1]


def nearer(known: Place, told: Place) -> bool:
    """Whether a telling adds the city to a country."""
    return known.city is None and told.city is not None and known.country == told.country


def _tell_forum(draft: Draft, occasion: Occasion, scene: Scene) -> None:
    """Take over the forum of a telling, with the parties that its name tells."""
    if occasion.forum is None or draft.forum is not None:
        return
    span = scene.passages[occasion.index].span(occasion.forum.start, occasion.forum.end)
    draft.forum = Cited(" ".join(span.text.split()), (span,))
    if _by_name(occasion.forum):
        draft.parties.extend(Cited(code, (span,), "party.forum") for code in occasion.forum.parties)


def _by_name(forum: ForumMention) -> bool:
    """Whether a forum's name tells its parties; a format's members by definition need not all have come."""
    return not forum.known or len(forum.parties) == 1


def finish(draft: Draft, scene: Scene) -> None:
    """Complete a draft by the codebook's rules: date of publication, mode, parties of a visit."""
    assert draft.kind is not None
    assert draft.status is not None
    kind = draft.kind.value
    dated = scene.kind.value in _DATED_BY_PUBLICATION and draft.status.value is Status.HELD
    if draft.main and draft.start is None and dated:
        _later_day(draft, scene)
    if draft.main and draft.start is None and dated and scene.anchor:
        rule = scene.anchor.rule if scene.anchor.rule != "stated" else "date.of-document"
        draft.start = draft.end = Cited(scene.anchor.value, scene.anchor.spans, rule)
    if draft.main and draft.start is None and scene.kind.value is DocumentKind.JOINT_STATEMENT:
        draft.start = draft.end = _day_of_opening(scene)
    here = draft.mode is None or draft.mode.value is Mode.IN_PERSON
    met = kind in (EngagementKind.MEETING, EngagementKind.CEREMONY) and here
    if draft.main:
        later_place(draft, scene)
    held = draft.status.value is Status.HELD
    if (
        draft.main
        and draft.place is None
        and met
        and held
        and scene.kind.value in (DocumentKind.NEWS, DocumentKind.READOUT)
    ):
        draft.place = _dateline_place(scene)
    if draft.mode is None:
        draft.mode = _mode(draft, kind)
    if kind is EngagementKind.VISIT and draft.place and draft.place.value.country:
        code = draft.place.value.country
        own = {m.code for m in draft.people if m.code}
        if own:  # "on this trip to Germany, France and Italy" names other stops, no parties
            draft.parties = [p for p in draft.parties if p.value in own | {code} or p.value not in codes()]
        if code not in draft.codes():
            draft.parties.append(Cited(code, draft.place.spans, "party.country-visited"))


def _day_of_opening(scene: Scene) -> Cited[str] | None:
    """The day on which those who issue a joint statement say that they speak: "We today reaffirmed"."""
    for passage in [p for p in scene.passages if p.kind is BlockKind.TEXT][:_OPENING]:
        for date in passage.dates:
            if date.rule == "date.today" and date.first:
                return Cited(date.first, (passage.span(date.start, date.end),), date.rule)
    return None


def _dateline_place(scene: Scene) -> Cited[Place] | None:
    """The city of an agency's dateline, for a meeting that its report tells without a place."""
    line = scene.layout.dateline or scene.layout.place
    if line is None:
        return None
    text = (
        line.text.title() if line.text.isupper() else re.sub(r"\b[A-Z]{4,}\b", lambda m: m.group().title(), line.text)
    )
    for found in find_places(text, find_phrases(text), ()):
        if found.place.city:
            return Cited(found.place, (line,), "place.dateline")
    return None


def _later_day(draft: Draft, scene: Scene) -> None:
    """Take the day that a later sentence tells of the subject: "The ceremony took place in Accra on 18 August"."""
    for passage in scene.passages:
        for date in passage.dates if passage.kind is BlockKind.TEXT else ():
            sentence = passage.sentence_at(date.start)
            if sentence is None or not date.first or date.rule == "date.attributive":
                continue
            if _TOOK_PLACE_THEN.fullmatch(passage.text, sentence.start_char, date.start):
                draft.start, draft.end = day_of(date, passage)
                return


def later_place(draft: Draft, scene: Scene) -> None:
    """Take the place that a later sentence tells of the subject: "During the meeting, which took place in Doha"."""
    if draft.place is not None or draft.kind is None or draft.kind.value is EngagementKind.CALL:
        return
    for index, passage in enumerate(scene.passages):
        for place in scene.places[index] if passage.kind is BlockKind.TEXT else ():
            if place.place.city and _TOOK_PLACE.search(passage.text, 0, place.start):
                draft.place = place_value(place, passage)
                return


def _mode(draft: Draft, kind: EngagementKind) -> Cited[Mode] | None:
    spans: tuple[Span, ...] = draft.kind.spans if draft.kind else ()
    if kind is EngagementKind.CALL:
        return Cited(Mode.PHONE, spans, "mode.call-is-phone")
    if kind in (EngagementKind.VISIT, EngagementKind.CEREMONY):
        return Cited(Mode.IN_PERSON, spans, "mode.visit-is-in-person")
    if draft.place is not None:
        return Cited(Mode.IN_PERSON, draft.place.spans, "mode.place-is-in-person")
    if kind is EngagementKind.MEETING and (draft.people or draft.forum is None):
        return Cited(Mode.IN_PERSON, spans, "mode.met-is-in-person")
    return None
