"""The occasion of a transcript, and who its speakers are.

Remarks made just before or after a meeting or conference belong to it (codebook, rules for cases). Who met is told
by the title ("Secretary X And Foreign Minister Y Before Their Meeting"), else by the speakers.
"""

from __future__ import annotations

import re

from memcon.model import BlockKind, Cited, EngagementKind, Mode, SpokenTurn, Status, Turn, TurnRole
from memcon.reading.cast import Member
from memcon.reading.drafts import Draft, nearer, tell
from memcon.reading.names import same_person
from memcon.reading.occasions import Occasion
from memcon.reading.people import find_people
from memcon.reading.place_names import find_places
from memcon.reading.scene import Scene
from memcon.vocabulary.lexicon import find_phrases

_HERE = re.compile(
    r"\b(?:here (?:in|at)|(?:welcome|receive|host) (?:you|him|her|them|[A-Z][\w ]{2,40})"
    r"(?:(?!\b(?:back|last|ago|earlier|when|previous)\b)[^.]){0,60}? (?:to|in|at)|"
    r"(?:to be|being|be back) (?:back )?(?:here )?in)(?: the)?(?: our (?:\w+ )?capital(?: city)?,?(?: of)?)? ?$"
)
_FRAME = re.compile(
    r"\b(?:within|(?:on|in|at) the (?:sidelines|margins|framework|fringes) of)(?: the)?(?: \w+)? $",
    re.IGNORECASE,
)
_JUST = re.compile(
    r"\b(?:I|[Ww]e)(?:[’']ve| have)? just (?:now )?(?:finished|concluded|completed|wrapped up|ended|closed|come from|"
    r"(?:co-)?chaired|(?:co-)?hosted|held|attended|had)\b"
)
_AFTER = re.compile(r"\b(?:following|after) (?:the|our|their) $")
_VIRTUAL = re.compile(
    r"\b(?:Virtual|Video|Pre-?[Rr]ecorded) (?:Opening |Closing |Keynote )?(?:Remarks|Address|Message)\b"
)
_OPENING = 8  # paragraphs
_UNNAMED = re.compile(r"\b(?:official|aide)s?(?: (?:one|two|three|four|five|six|seven|\d+))?$", re.IGNORECASE)


def transcript_draft(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> Draft | None:
    """Make the draft of the occasion that a transcript's remarks belong to, or None where they belong to none."""
    titles = [o for _, occasions in told for o in occasions if o.title and not _only_frames(scene, o)]
    draft = Draft(main=True)
    for occasion in titles:
        if occasion.kind is not EngagementKind.VISIT and (draft.kind is None or occasion.kind is draft.kind.value):
            tell(draft, occasion, scene)
    _title_people(scene, draft)
    _by_video(scene, draft)
    _lead(scene, told, draft)
    _just_over(scene, told, draft)
    if len(draft.codes()) < 2:
        _speaking_people(scene, draft)
    if draft.kind is None:
        if len(draft.codes()) < 2 or not draft.people:
            return None
        words = tuple(n.spans[0] for n in (m.name for m in draft.people) if n)
        draft.kind = Cited(EngagementKind.MEETING, words[:2], "kind.remarks-together")
    spans = draft.kind.spans
    draft.status = Cited(Status.HELD, spans, "status.remarks-at-the-occasion")
    place_line(scene, draft)
    _spoken_place(scene, draft)
    return draft


def _only_frames(scene: Scene, occasion: Occasion) -> bool:
    """Whether the title names an occasion only as that within which this one lies: "within the Climate Conference"."""
    before = scene.passages[occasion.index].text[: occasion.trigger.start]
    return _FRAME.search(before) is not None


def _lead(scene: Scene, told: list[tuple[int, list[Occasion]]], draft: Draft) -> None:
    """Add what a report before the first turn tells: "The President addressed, by video link, the", and its days."""
    turns = [i for i, p in enumerate(scene.passages) if p.kind is BlockKind.TURN]
    first = turns[0] if turns else 0
    leads = [o for i, os in told if i < first and scene.passages[i].kind is BlockKind.TEXT for o in os]
    held = [o for o in leads if o.status is Status.HELD and o.trigger.root]
    for occasion in held:
        sides = len({m.code for m in occasion.people})
        begins = draft.kind is None and sides > 0 and (occasion.forum is not None or sides > 1)
        if begins or (draft.kind is not None and occasion.people and _one_sitting(draft, occasion)):
            tell(draft, occasion, scene)
            break
    for occasion in held:
        if draft.start is None and occasion.date is not None and _same_forum(scene, draft, occasion):
            tell(draft, occasion, scene)


def _same_forum(scene: Scene, draft: Draft, occasion: Occasion) -> bool:
    """Whether "the Summit was held on" tells of the forum in the title, by the word that it ends with."""
    said = scene.passages[occasion.index].text[occasion.trigger.start : occasion.trigger.end]
    conference = occasion.kind is EngagementKind.CONFERENCE and draft.forum is not None
    return conference and draft.forum is not None and draft.forum.value.split()[-1] in said.split()


def _just_over(scene: Scene, told: list[tuple[int, list[Occasion]]], draft: Draft) -> None:
    """Take the conference that a speaker says he comes from, where the title names no occasion: "we just chaired"."""
    if draft.kind is not None:
        return
    turns = [i for i, p in enumerate(scene.passages) if p.kind is BlockKind.TURN][:_OPENING]
    for index, occasions in told:
        for occasion in occasions if index in turns else ():
            text = scene.passages[index].text
            after = _AFTER.search(text, occasion.sentence[0], occasion.trigger.start)
            just = after or _JUST.search(text, occasion.sentence[0], occasion.sentence[1])
            if occasion.forum is not None and occasion.status is Status.HELD and just:
                occasion.date = None if occasion.date and occasion.date.rule == "date.week" else occasion.date
                tell(draft, occasion, scene)
                return


def _one_sitting(draft: Draft, occasion: Occasion) -> bool:
    """Whether the report before the turns tells of the occasion in the title: a conference and one session of it."""
    kinds = (EngagementKind.CONFERENCE, EngagementKind.MEETING)
    kind = draft.kind.value if draft.kind else None
    return kind is occasion.kind or (draft.forum is not None and kind in kinds and occasion.kind in kinds)


def _title_people(scene: Scene, draft: Draft) -> None:
    title = scene.title()
    if title is None:
        return
    index, passage = title
    for member in scene.members_in(index, 0, len(passage.text)):
        if member not in draft.people:
            draft.people.append(member)


def _by_video(scene: Scene, draft: Draft) -> None:
    """Take the mode from a title such as "Virtual Remarks at the Pledging Event"."""
    title = scene.title()
    found = _VIRTUAL.search(title[1].text) if title else None
    if title and found and draft.mode is None:
        draft.mode = Cited(Mode.VIDEO, (title[1].span(found.start(), found.end()),), "mode.words")


def _speaking_people(scene: Scene, draft: Draft) -> None:
    for spoken in spoken_turns(scene):
        member = _member_named(scene, spoken.speaker.value) if spoken.speaker else None
        if member is not None and member not in draft.people:
            draft.people.append(member)


def _member_named(scene: Scene, name: str) -> Member | None:
    return next((m for m in scene.cast.members if m.name and m.name.value == name), None)


def place_line(scene: Scene, draft: Draft, *, abroad: bool = False) -> None:
    """Take the place from the line under the title, where no words of the occasion give one.

    With ``abroad`` only a place outside the publisher's country: where officials brief on what they travelled for.
    """
    line = scene.layout.place
    if line is None or (draft.mode and draft.mode.value is Mode.VIDEO):
        return  # who takes part by video is elsewhere
    places = find_places(line.text, find_phrases(line.text), ())
    with_city = [p for p in places if p.place.city] or places
    if abroad:
        with_city = [p for p in with_city if p.place.country not in (None, scene.home)]
    if with_city and (draft.place is None or nearer(draft.place.value, with_city[0].place)):
        found = with_city[0]
        span = scene.document.span(line.start + found.start, line.start + found.end)
        draft.place = Cited(found.place, (span,))


def _spoken_place(scene: Scene, draft: Draft) -> None:
    """Take the place from a speaker's words of welcome: "to welcome you here in our capital, Astana"."""
    if draft.place is not None or draft.mode is not None:
        return
    for index, passage in enumerate(scene.passages):
        if passage.kind is BlockKind.TURN:
            for place in scene.places[index]:
                if _HERE.search(passage.text, 0, place.start):
                    draft.place = Cited(place.place, (passage.span(place.start, place.end),))
                    return


def spoken_turns(scene: Scene) -> list[SpokenTurn]:
    """Give each turn with its speaker: the fullest name in the document, None for the unnamed."""
    return [SpokenTurn(turn, _speaker(scene, turn)) for turn in scene.layout.turns]


def _speaker(scene: Scene, turn: Turn) -> Cited[str] | None:
    if turn.role is not TurnRole.SPEAKER:
        return None
    member = speaking_member(scene, turn)
    if member is not None and member.name is not None:
        return member.name
    text = " ".join(turn.label.text.split())
    if _UNNAMED.search(text):
        return None
    mention = next((m for m in find_people(text, find_phrases(text)) if m.name), None)
    if mention is not None and mention.name is not None:
        return Cited(text[slice(*mention.name)], (turn.label,))
    return None if member is not None else Cited(text, (turn.label,), "speaker.label")


def speaking_member(scene: Scene, turn: Turn) -> Member | None:
    """The member of the cast whom a turn's label names."""
    text = " ".join(turn.label.text.split())
    text = text.removeprefix("THE ").removeprefix("The ")
    mentions = find_people(text, find_phrases(text))
    mention = next((m for m in mentions if m.name), None)
    if mention is not None and mention.name is not None:
        return _by_name(scene, text[slice(*mention.name)], mention.party.code if mention.party else None)
    alike = _fuller_label(scene, turn, text)
    if alike is not None:
        return speaking_member(scene, alike)
    office = next((m for m in mentions if m.office and m.head), None)
    if office is not None and office.office is not None and office.head is not None:
        title = scene.title()
        told = scene.members_in(title[0], 0, len(title[1].text)) if title else []
        party = office.party.code if office.party else scene.home
        return scene.cast.holder(turn.label, office.head, party, turn.label.start, among=told) or scene.cast.holder(
            turn.label, office.head, party, turn.label.start
        )
    return _by_name(scene, text, None)


def _fuller_label(scene: Scene, turn: Turn, office: str) -> Turn | None:
    """The turn whose label gives the name with the office that this label gives alone; None where two do."""
    ends = re.compile(rf"[^,]+, {re.escape(office)}", re.IGNORECASE)
    named = {}
    for other in scene.layout.turns:
        label = " ".join(other.label.text.split())
        if other is not turn and ends.fullmatch(label):
            named[label] = other
    return next(iter(named.values())) if len(named) == 1 else None


def _by_name(scene: Scene, name: str, party: str | None) -> Member | None:
    fitting = [m for m in scene.cast.members if any(same_person(name, n.text) for n in m.names)]
    if party:
        fitting = [m for m in fitting if m.code in (None, party)] or fitting
    return max(fitting, key=lambda m: (len(m.name.value) if m.name else 0, -m.order), default=None)
