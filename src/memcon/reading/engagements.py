"""Put the occasions that a document tells of together into accounts, its subjects first.

Which occasion is the document's subject depends on the kind of document: the one its title and first sentences tell
of in a readout or report, each line of a schedule, each leg and meeting of an announced trip, the occasion of the
remarks in a transcript (codebook, "engagements").
"""

from __future__ import annotations

import re

from memcon.model import BlockKind, Cited, DocumentKind, EngagementKind, Status
from memcon.reading.between import between_parties
from memcon.reading.briefings import briefed_drafts
from memcon.reading.drafts import Draft, finish, tell
from memcon.reading.journeys import announced_drafts
from memcon.reading.mentions import mentioned_drafts
from memcon.reading.occasions import Occasion, occasions_in
from memcon.reading.reports import first_told, reported_drafts, with_further
from memcon.reading.scene import Scene
from memcon.reading.schedules import scheduled_drafts
from memcon.reading.sittings import sitting_draft
from memcon.reading.subjects import (
    days_of_journey,
    heads_of_delegations,
    not_from_dateline,
    places_of_journey,
    principals,
)
from memcon.reading.tellings import place_telling
from memcon.reading.transcripts import transcript_draft

_OPENING = 3  # paragraphs of a statement
_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|will|has|have)\b)")


def drafts_of(scene: Scene) -> list[Draft]:
    """Read the engagements of a document: drafts in order of first mention, subjects marked ``main``."""
    told = [
        (i, occasions_in(scene, i, title=passage.kind is BlockKind.TITLE))
        for i, passage in enumerate(scene.passages)
        if passage.kind in (BlockKind.TITLE, BlockKind.TEXT, BlockKind.TURN)
    ]
    for _, occasions in told:
        _there(scene, occasions)
    drafts = _main_drafts(scene, told) or _titled_alone(scene, told)
    if scene.kind.value in (DocumentKind.READOUT, DocumentKind.NEWS):
        principals(scene, drafts)
    if scene.kind.value in (DocumentKind.READOUT, DocumentKind.NEWS, DocumentKind.JOINT_STATEMENT):
        heads_of_delegations(scene, drafts)
    for draft in drafts:
        finish(draft, scene)
    drafts = [d for d in drafts if between_parties(scene, d)]
    days_of_journey(scene, drafts)
    places_of_journey(drafts)
    not_from_dateline(drafts)
    if not drafts and scene.kind.value in (DocumentKind.READOUT, DocumentKind.NEWS):
        drafts = first_told(scene, told)
        for draft in drafts:
            finish(draft, scene)
    used = {id(o) for d in drafts for o in d.tellings}
    rest = [o for _, occasions in told for o in occasions if id(o) not in used]
    drafts.extend(mentioned_drafts(scene, rest, drafts))
    return sorted(drafts, key=lambda d: (not d.main, d.position()))


def _there(scene: Scene, occasions: list[Occasion]) -> None:
    """Give what happens "there" the city of the journey told before it: "I travel to Amman. When I meet X there"."""
    city = None
    for occasion in occasions:
        text = scene.passages[occasion.index].text
        if occasion.kind is EngagementKind.VISIT and occasion.place is not None and occasion.place.place.city:
            city = occasion.place
        elif occasion.place is None and city and _THERE.search(text, occasion.trigger.end, occasion.sentence[1]):
            occasion.place = city


def _main_drafts(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> list[Draft]:
    kind = scene.kind.value
    sitting = sitting_draft(scene) if kind in (DocumentKind.READOUT, DocumentKind.NEWS) else None
    if sitting is not None:
        return [sitting]
    if kind in (DocumentKind.READOUT, DocumentKind.NEWS):
        drafts = reported_drafts(scene, told)
        announced = kind is DocumentKind.NEWS and drafts and all(_to_come(d) for d in drafts)
        return (announced_drafts(scene, told) if announced else []) or drafts
    if kind is DocumentKind.TRANSCRIPT:
        briefed = briefed_drafts(scene, told)
        if briefed is not None:
            return briefed
        draft = transcript_draft(scene, told)
        return [draft] if draft else []
    if kind is DocumentKind.JOINT_STATEMENT:
        return _joint_statement(scene, told)
    if kind is DocumentKind.ANNOUNCEMENT:
        return announced_drafts(scene, told)
    if kind is DocumentKind.SCHEDULE:
        return scheduled_drafts(scene, told)
    return _forum_of_fact_sheet(scene, told)


def _to_come(draft: Draft) -> bool:
    """Whether a report tells of something to come: an agency's "will pay a visit to Oman from Sunday"."""
    return draft.status is not None and draft.status.value is Status.PLANNED


def _titled_alone(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> list[Draft]:
    """What a headline without a text tells of: "German Foreign Minister Brandt to visit Kyiv"."""
    if any(scene.passages[i].kind is not BlockKind.TITLE for i, _ in told):
        return []
    drafts: list[Draft] = []
    for occasion in [o for _, occasions in told for o in occasions]:
        if occasion.trigger.alone or occasion.forum:
            if scene.kind.value is DocumentKind.ANNOUNCEMENT and occasion.status is Status.HELD:
                occasion.status, occasion.status_rule = Status.PLANNED, "status.present-in-announcement"
            place_telling(drafts, occasion, scene)
    return drafts


def _forum_of_fact_sheet(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> list[Draft]:
    """The forum whose results a statement or fact sheet sums up: named in its title, told with who was there and where.

    "Fact sheet: the Republic advances its interests with G20 leaders": "At the G20 Summit in Rome, the President".
    """
    title = scene.title()
    named = {f.text.split()[0] for f in scene.forums[title[0]]} if title else set()
    texts = [os for i, os in told if scene.passages[i].kind is BlockKind.TEXT][:_OPENING]
    for occasion in [o for occasions in texts for o in occasions]:
        there = occasion.place is not None and any(m.names for m in occasion.people)
        if occasion.forum and named & set(occasion.forum.text.split()) and there and occasion.status is Status.HELD:
            draft = Draft(main=True)
            tell(draft, occasion, scene)
            return [draft]
    return []


def _joint_statement(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> list[Draft]:
    """The occasion that produced a joint statement: the first that its opening tells as held."""
    texts = [(i, occasions) for i, occasions in told if scene.passages[i].kind is BlockKind.TEXT][:3]
    for _, occasions in texts:
        held = [o for o in occasions if _produced(scene, o)]
        if not held:
            continue
        beside = [o for o in held if o.sentence[0] == held[0].sentence[0] and o.trigger.root and o.date and o.forum]
        occasion = (beside or held)[0]  # "Delegations of the C5+1 participated in the July 15 Conference"
        draft = Draft(main=True)
        tell(draft, occasion, scene)
        if occasion.kind is EngagementKind.VISIT:
            return with_further(scene, told, [draft])
        _told_in_full(scene, texts, draft)
        _titled_forum(scene, told, draft)
        _signatories(scene, draft)
        return [draft]
    return []


def _told_in_full(scene: Scene, texts: list[tuple[int, list[Occasion]]], draft: Draft) -> None:
    """Add the sentence that tells in full of what was first called "today's meeting" only."""
    if len(draft.codes()) > 1 or draft.kind is None:
        return
    for occasion in [o for _, occasions in texts for o in occasions if o not in draft.tellings]:
        one_day = draft.start is None or occasion.date is None or occasion.date.first == draft.start.value
        if occasion.kind is draft.kind.value and occasion.trigger.root and one_day and _produced(scene, occasion):
            tell(draft, occasion, scene)
            return


def _produced(scene: Scene, occasion: Occasion) -> bool:
    """Whether a joint statement's opening tells of an occasion as one at which its parties came together."""
    attended = occasion.forum and (occasion.people or occasion.parties or occasion.place or _we_there(scene, occasion))
    return occasion.status is Status.HELD and bool(occasion.trigger.root or occasion.date or attended)


def _titled_forum(scene: Scene, told: list[tuple[int, list[Occasion]]], draft: Draft) -> None:
    """Take the forum of the title where the text only says that those who sign met: "Statement on the Ministerial"."""
    for occasion in [o for i, os in told for o in os if scene.passages[i].kind is BlockKind.TITLE]:
        words = draft.kind.spans if draft.kind else ()
        met = draft.kind is not None and draft.kind.value is EngagementKind.MEETING
        forum = occasion.forum
        if met and draft.forum is None and forum and not forum.known and not forum.text.startswith("Meeting of"):
            tell(draft, occasion, scene)
            draft.kind = Cited(occasion.kind, words, "kind.title")


def _we_there(scene: Scene, occasion: Occasion) -> bool:
    """Whether those who issue a statement speak at this occasion: "At the Summit, we announced"."""
    text = scene.passages[occasion.index].text
    before = text[occasion.sentence[0] : occasion.trigger.start]
    return re.fullmatch(r"(?:At|During|On the occasion of) (?:the |our )?(?:[\w-]+ ){0,3}", before) is not None and (
        re.search(r"\bwe\b", text[occasion.trigger.end : occasion.sentence[1]]) is not None
    )


def _signatories(scene: Scene, draft: Draft) -> None:
    """Add the parties in whose name a joint statement is issued, where the occasion names fewer than two."""
    if len(draft.codes()) >= 2:
        return
    for index, passage in enumerate(scene.passages[:4]):
        for phrase in passage.phrases:
            if (
                phrase.kind in ("state-name", "organisation")
                and not any(p.start <= phrase.start < p.end for p in passage.people)
                and all(phrase.code != c for c in draft.codes())
            ):
                draft.parties.append(Cited(phrase.code, (passage.span(phrase.start, phrase.end),), "party.signatory"))
        for member in scene.members_in(index, 0, len(passage.text)):
            if member not in draft.people:
                draft.people.append(member)
