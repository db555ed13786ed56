"""Whether an occasion is one between parties, and so an engagement (codebook, "engagements")."""

from __future__ import annotations

import re

from memcon.model import DocumentKind, EngagementKind
from memcon.reading.allegiance import only_held
from memcon.reading.arguments import subject_token
from memcon.reading.cast import Member
from memcon.reading.drafts import Draft
from memcon.reading.mentions import between_states
from memcon.reading.occasions import Occasion
from memcon.reading.scene import Scene
from memcon.vocabulary.offices import Rank

_SPEAKS_FOR_A_STATE = frozenset(
    {Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.FOREIGN_MINISTER, Rank.MINISTER, Rank.DEPUTY, Rank.AMBASSADOR}
)
_DEALS = frozenset({EngagementKind.MEETING, EngagementKind.CALL, EngagementKind.CEREMONY, EngagementKind.MESSAGE})
_ELIDED = re.compile(
    r"(?:(?:Today|Yesterday|Just|This morning|Earlier today|Pleased to have|Glad to have|Honou?red to have),? )?"
)
_COUNTERPART = re.compile(r"\b(?:his|her|my|our|their) (?:[\w-]+ ){0,3}counterpart\b", re.IGNORECASE)
_CREDENTIALS = re.compile(r"\b(?:credentials|letters? of credence)\b", re.IGNORECASE)


def between_parties(scene: Scene, draft: Draft) -> bool:
    """Whether at least two parties take part, or one in a named forum of many."""
    assert draft.kind is not None
    if len(draft.codes()) >= 2 or _with_one_untold(scene, draft):
        return True
    return (
        draft.kind.value is EngagementKind.CONFERENCE
        and draft.forum is not None
        and (_abroad(scene, draft) or any(t.forum and between_states(scene, t) for t in draft.tellings))
    )


def _with_one_untold(scene: Scene, draft: Draft) -> bool:
    """Whether the second party takes part and only goes untold: "Foreign Minister X met US Secretary of State Y".

    A short report says whose the guests are and not whose its own people are. Where no publisher tells it either, who
    stands first without a party, in an office of a state, is of another than those whose party is said; so are
    counterparts, two holders of an office of which a state has one, and who hands over letters of credence.
    """
    assert draft.kind is not None
    codes = draft.codes()
    if scene.home is not None or not draft.main or len(codes) != 1 or draft.kind.value not in _DEALS:
        return False
    if any(_in_first_person(scene, t) for t in draft.tellings):
        return True
    texts = [scene.passages[t.index].text[slice(*t.sentence)] for t in draft.tellings]
    if any(_COUNTERPART.search(text) or _CREDENTIALS.search(text) for text in texts):
        return True
    named = [m for m in draft.people if m.names]
    loose = [m for m in named if not m.parties and _in_office_of_state(m)]
    told = [m for m in named if m.parties]
    if not loose or not told:
        return False
    return loose[0] is named[0] or any(only_held(a) & only_held(b) for a in loose for b in told)


def _in_first_person(scene: Scene, telling: Occasion) -> bool:
    """Whether an official tells of a meeting of his own: "Today I met with", "Received today the Ambassador of"."""
    trigger = telling.trigger
    if trigger.verb is None or telling.title:
        return False
    subject = subject_token(trigger)
    if subject is not None:
        return subject.lower_ in ("i", "we")
    before = scene.passages[telling.index].text[telling.sentence[0] : trigger.start]
    return trigger.root and _ELIDED.fullmatch(before) is not None


def _in_office_of_state(member: Member) -> bool:
    return any(head.rank in _SPEAKS_FOR_A_STATE for _, head in member.offices)


def _abroad(scene: Scene, draft: Draft) -> bool:
    """Whether remarks were made at a conference outside the publisher's country."""
    remarks = scene.kind.value is DocumentKind.TRANSCRIPT and draft.main and bool(draft.people)
    country = draft.place.value.country if draft.place else None
    return remarks and scene.home is not None and country not in (None, scene.home)
