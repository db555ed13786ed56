"""Which tellings of one document are of one occasion."""

from __future__ import annotations

import re

from memcon.model import Cited, DocumentKind, EngagementKind
from memcon.reading.drafts import Draft, tell
from memcon.reading.occasions import Occasion
from memcon.reading.scene import Scene

_PHONE = re.compile(r"\b(?:tele)?phone|\bcall\b", re.IGNORECASE)
_NEAR = {
    frozenset({EngagementKind.CALL, EngagementKind.MEETING}),
    frozenset({EngagementKind.MEETING, EngagementKind.CONFERENCE}),
    frozenset({EngagementKind.CALL, EngagementKind.CONFERENCE}),
}

# "receives the new Ambassador" in the title, and in the text that he came to present his letters
_CREDENTIALS = frozenset({EngagementKind.MEETING, EngagementKind.CEREMONY})


def place_telling(drafts: list[Draft], occasion: Occasion, scene: Scene, *, title: bool = False) -> None:
    """Add the telling to the draft it belongs to, or begin a new one."""
    announced = scene.kind.value is DocumentKind.ANNOUNCEMENT
    for draft in drafts:
        if (
            announced
            and occasion.forum
            and draft.forum is None
            and draft.kind
            and draft.kind.value is not occasion.kind
        ):
            continue  # "will meet the Minister and will address the Business Forum"
        if _same(draft, occasion, title=title):
            tell(draft, occasion, scene)
            return
    draft = Draft(main=True)
    tell(draft, occasion, scene)
    drafts.append(draft)


def _same(draft: Draft, occasion: Occasion, *, title: bool) -> bool:
    assert draft.kind is not None
    kinds = frozenset({draft.kind.value, occasion.kind})
    if len(kinds) > 1 and kinds not in _NEAR and not (title and kinds == _CREDENTIALS):
        return False
    here = occasion.place.place.country if occasion.place else None
    there = draft.place.value.country if draft.place else None
    if here and there and here != there and (occasion.kind is EngagementKind.VISIT or not title):
        return False
    ours, theirs = {id(m) for m in draft.people}, {id(m) for m in occasion.people}
    codes = {p.value for p in occasion.parties} | {m.code for m in occasion.people}
    if title and _other_side(draft, occasion) and len(kinds) > 1:
        return False
    if title:
        return bool(ours & theirs) or not theirs or bool(codes & set(draft.codes()))
    if _other_side(draft, occasion) or (draft.forum and occasion.forum is None and theirs - ours):
        return False
    if occasion.date and draft.start and occasion.date.first and not days_agree(draft, occasion):
        return False
    return theirs <= ours or ours <= theirs


def days_agree(draft: Draft, occasion: Occasion) -> bool:
    """Whether a telling's day is the draft's; of a visit, whether it lies within it: the days of one leg of a trip."""
    assert draft.start is not None
    assert occasion.date is not None
    first, start = occasion.date.first or "", draft.start.value
    if draft.kind is not None and draft.kind.value is EngagementKind.VISIT and draft.end is not None:
        return start[:10] <= first[:10] <= draft.end.value[:10]
    return first[:10] == start[:10]


def welcomes(draft: Draft, occasion: Occasion) -> bool:
    """Whether a meeting told without a day is the reception at a ceremony: who hands over letters is welcomed."""
    ceremony = draft.kind is not None and draft.kind.value is EngagementKind.CEREMONY
    return ceremony and occasion.kind is EngagementKind.MEETING and occasion.date is None


def _other_side(draft: Draft, occasion: Occasion) -> bool:
    """Whether the two tell of one person's dealings with different parties: "will meet X. She will also meet Y"."""
    shared = {m.code for m in draft.people if m in occasion.people}
    there = set(draft.codes()) - shared
    named = {p.value for p in occasion.parties} | set(occasion.forum.parties if occasion.forum else ())
    here = {c for c in named | {m.code for m in occasion.people} if c} - shared
    return bool(shared and here and there) and not here & there


def title_decides(draft: Draft, scene: Scene) -> None:
    """Where title and lead differ in kind, the title's word decides ("Call with", "Participation in").

    A call that the text tells as one by phone stays a call under "Talks with".
    """
    title = next((o for o in draft.tellings if o.title), None)
    if title is None or draft.kind is None or title.kind is draft.kind.value:
        return
    if draft.kind.value is EngagementKind.CALL and any(_by_phone(scene, t) for t in draft.tellings if not t.title):
        return
    if title.kind is EngagementKind.MEETING and (draft.forum or draft.kind.value is EngagementKind.CEREMONY):
        return
    if title.trigger.forum is not None or title.kind in (EngagementKind.CALL, EngagementKind.MEETING):
        draft.kind = Cited(title.kind, draft.kind.spans, "kind.title")


def _by_phone(scene: Scene, occasion: Occasion) -> bool:
    text = scene.passages[occasion.index].text
    return _PHONE.search(text, occasion.trigger.start, min(occasion.trigger.end + 40, occasion.sentence[1])) is not None
