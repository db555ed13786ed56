"""Whose voice a stretch of text is in: the speaker of a turn, the person quoted."""

from __future__ import annotations

import re

from memcon.model import BlockKind
from memcon.reading.cast import Member
from memcon.reading.occasions import Occasion
from memcon.reading.passages import Passage
from memcon.reading.scene import Scene
from memcon.reading.transcripts import speaking_member

_SAID = re.compile(r"[,?!]”,? (?:said|says|added|noted|stated|stressed)\b")


def speaker_at(scene: Scene, passage: Passage) -> list[Member]:
    """The person whose words a passage of a transcript is."""
    at = passage.block.span.start
    turn = next((t for t in scene.layout.turns if t.words.start <= at < t.words.end), None)
    member = speaking_member(scene, turn) if turn is not None else None
    return [member] if member is not None else []


def quoted_at(scene: Scene, occasion: Occasion) -> list[Member]:
    """The person whose quoted words an occasion is told in, named in the same paragraph: "..., said X. "I ..."."""
    passage = scene.passages[occasion.index]
    if passage.kind is not BlockKind.TEXT or passage.text.count("“", 0, occasion.trigger.start) <= passage.text.count(
        "”", 0, occasion.trigger.start
    ):
        return []
    for said in _SAID.finditer(passage.text):
        found = [m for m in scene.members_in(occasion.index, said.end(), len(passage.text)) if m.names][:1]
        if found:
            return found
    return []
