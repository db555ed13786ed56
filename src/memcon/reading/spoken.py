"""What speakers say, pledge and agree in a transcript's turns: first-person clauses ("We agreed to", "I thank").

The coded format leaves these out; the record keeps them, with the source "turn".
"""

from __future__ import annotations

import re

from memcon.model import Act, BlockKind, Cited, SpeechMode, Statement, TurnRole
from memcon.reading.cast import Member, speakers_of
from memcon.reading.clause_turns import find_turn_clauses
from memcon.reading.clause_types import Clause
from memcon.reading.drafts import Draft
from memcon.reading.passages import Passage
from memcon.reading.scene import Scene
from memcon.reading.transcripts import speaking_member

_TOGETHER = frozenset({Act.AGREE, Act.DISCUSS})
_PROMISE = re.compile(
    r"\b(?P<said>(?P<who>[Ww]e|I|(?:[Tt]he )?[A-Z][\w.]+(?: [A-Z][\w.]+)?)"
    r"(?:[’']ll| will| shall| are going to| am going to| are committed to| (?:are|am|is) ready to| stands? ready to) "
    r"(?:continue to )?(?:provide|support|help|deliver|donate|contribute|send|increase|work|strengthen|invest|open|"
    r"host|stand|keep)\b[^.;?!]{3,300})"
)


def attach_spoken(scene: Scene, draft: Draft) -> None:
    """Attach the statements of all named speakers' turns to the occasion of the remarks."""
    for turn in scene.layout.turns:
        member = speaking_member(scene, turn) if turn.role is TurnRole.SPEAKER else None
        if member is None or member.name is None:
            continue
        for passage in scene.passages:
            inside = turn.words.start <= passage.position(0) < turn.words.end
            if passage.kind is BlockKind.TURN and inside:
                draft.statements.extend(_statements(passage, member, draft))


def _statements(passage: Passage, member: Member, draft: Draft) -> list[Statement]:
    found = [_statement(passage, clause, member, draft) for clause in find_turn_clauses(passage.parse)]
    taken = [(s.text.start, s.text.end) for s in found]
    for match in _PROMISE.finditer(passage.text):
        span = passage.span(*match.span("said"))
        if _of_own_side(passage, match, member) and not any(
            start < span.end and span.start < end for start, end in taken
        ):
            act = Cited(Act.PLEDGE, (span,), "act.own-promise")
            found.append(Statement(span, speakers_of([member]), act, SpeechMode.DIRECT, "turn"))
    return sorted(found, key=lambda s: s.text.start)


def _of_own_side(passage: Passage, match: re.Match[str], member: Member) -> bool:
    """Whether who promises is the speaker, or the state that the speaker acts for."""
    if match["who"].casefold() in ("we", "i"):
        return True
    start, end = match.span("who")
    return any(start <= p.start and p.end <= end and p.code == member.code for p in passage.phrases)


def _statement(passage: Passage, clause: Clause, member: Member, draft: Draft) -> Statement:
    subject = passage.text[slice(*clause.subject)].casefold() if clause.subject else ""
    together = clause.act in _TOGETHER and not subject.startswith("i")
    speakers = [m for m in draft.people if m.names] if together else [member]
    text = passage.span(clause.start, clause.end)
    verb = (passage.span(*clause.verb),) if clause.verb else (text,)
    return Statement(text, speakers_of(speakers), Cited(clause.act, verb, clause.act_rule), SpeechMode.DIRECT, "turn")
