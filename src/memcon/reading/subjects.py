"""Complete the subjects of a report: the publisher's own side, and calls that one sentence tells together."""

from __future__ import annotations

import re

from memcon.model import BlockKind, EngagementKind
from memcon.reading.drafts import Draft
from memcon.reading.scene import Scene

_SEVERAL = re.compile(r"\b(?:conversations|calls)\b", re.IGNORECASE)


def home_side(scene: Scene, draft: Draft) -> None:
    """Add the publisher's own people whom the first sentence names, where a draft has only the other side.

    "During the telephone conversation, Vladimir Putin and President X discussed" under "Telephone conversation with
    President X".
    """
    if scene.home is None or scene.home in draft.codes():
        return
    for index, passage in enumerate(scene.passages):
        if passage.kind is not BlockKind.TEXT:
            continue
        first = next(iter(passage.parse.sents), None)
        if first is None:
            continue
        for member in scene.members_in(index, first.start_char, first.end_char):
            if member.code == scene.home and member not in draft.people:
                draft.people.insert(0, member)
        return


def split_calls(scene: Scene, draft: Draft) -> list[Draft]:
    """Cut "telephone conversations with President A and Prime Minister B" into one call per counterpart."""
    several = any(_SEVERAL.search(scene.passages[t.index].text, t.trigger.start, t.trigger.end) for t in draft.tellings)
    others = [m for m in draft.people if m.code and m.code != scene.home]
    if draft.kind is None or draft.kind.value is not EngagementKind.CALL or not several or len(others) < 2:
        return [draft]
    own = [m for m in draft.people if m.code == scene.home]
    return [
        Draft(
            True,
            list(draft.tellings),
            [*own, other],
            [],
            draft.kind,
            draft.status,
            draft.mode,
            draft.start,
            draft.end,
            draft.place,
            draft.forum,
        )
        for other in others
    ]
