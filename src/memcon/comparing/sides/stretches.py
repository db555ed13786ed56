"""The stretches of a document in which points are looked for, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.comparing.sentences import paragraphs_of
from memcon.model import Account, Block, BlockKind, Document, DocumentKind, Reading, SpokenTurn, TurnRole
from memcon.reading.names import same_person
from memcon.reading.view import View, view_of

_NUMBER = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[-–•*])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph.

    ``reported`` tells that only what is said of those who met counts, as in a briefing; ``speaker`` is the party of
    one of them who speaks himself, as in remarks.
    """

    view: View
    reported: bool = False
    speaker: str | None = None
    own: bool = False


def stretches_of(document: Document, reading: Reading, account: Account | None) -> list[Stretch]:
    """Give the paragraphs of running text and of turns, in order; questions are left out."""
    transcript = reading.kind.value is DocumentKind.TRANSCRIPT
    found: list[Stretch] = []
    for block in reading.layout.blocks:
        if block.kind is BlockKind.TEXT:
            own = transcript and account is None
            found += [Stretch(v, reported=transcript and not own, own=own) for v in _paragraphs(document, block)]
        elif block.kind is BlockKind.TURN:
            spoken = _turn(block, reading)
            if spoken is not None and spoken.turn.role is TurnRole.QUESTIONER:
                continue
            name = spoken.speaker.value if spoken is not None and spoken.speaker is not None else None
            party = _party(name, account) if name is not None else None
            own = party is not None or account is None
            found += [Stretch(v, not own, party, own) for v in _paragraphs(document, block)]
    return found


def _turn(block: Block, reading: Reading) -> SpokenTurn | None:
    """The turn that a block is of: a long turn has several."""
    at = block.span.start
    return next((t for t in reading.turns if t.turn.words.start <= at < t.turn.words.end), None)


def _party(name: str, account: Account | None) -> str | None:
    """The party of a speaker who took part."""
    people = account.participants if account is not None else ()
    return next((p.party.value for p in people if p.name and p.party and same_person(p.name.value, name)), None)


def _paragraphs(document: Document, block: Block) -> Iterator[View]:
    for start, end in paragraphs_of(document, block):
        number = _NUMBER.match(document.text, start, end)
        view = view_of(document.text, number.end() if number else start, end)
        if view.text:
            yield view
