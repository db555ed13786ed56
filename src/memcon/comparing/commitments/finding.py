"""Find what is agreed and pledged in a document: statements of agreeing and pledging, and clauses that bind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.comparing.commitments.dues import due_of
from memcon.comparing.commitments.owners import beneficiaries_of, named_owner, sides_of
from memcon.comparing.commitments.values import Binding, Pledge
from memcon.comparing.material import Material
from memcon.comparing.sentences import sentences_of
from memcon.comparing.voices import Voices, speakers_of
from memcon.comparing.words import content_stems
from memcon.linking.engagements import AccountKey
from memcon.model import PROMISES, Account, Act, Cited, DocumentKind, Span, Statement, TurnRole
from memcon.vocabulary.commitments import CueRole, Deed, Firmness, cue_pattern, deeds_in
from memcon.vocabulary.lexicon import find_phrases

_BINDS = (CueRole.AGREED, CueRole.DECIDED, CueRole.PLEDGED, CueRole.SIGNED)
_BINDING = {
    CueRole.AGREED: Binding.AGREED,
    CueRole.DECIDED: Binding.DECIDED,
    CueRole.PLEDGED: Binding.PLEDGED,
    CueRole.SIGNED: Binding.SIGNED,
}
_WHERE = frozenset(
    {
        DocumentKind.READOUT,
        DocumentKind.JOINT_STATEMENT,
        DocumentKind.NEWS,
        DocumentKind.TRANSCRIPT,
        DocumentKind.STATEMENT,
    }
)
_MODAL = re.compile(r"\b(?:will|would|shall)\b|['’]ll\b")
_AMOUNT = re.compile(
    r"[$€£¥]\s?\d|\b\d[\d,.]*\s+(?:million|billion|trillion|thousand|percent|per cent)\b|"
    r"\b\d[\d,.]* (?:US |U\.S\. )?dollars"
)
_SKIPPED = re.compile(r"\s*(?:(?:to|also|both|each|further|jointly|together|soon|then|be|\w+ly)\s+)*", re.IGNORECASE)
"""What may stand between the word that binds and the verb of the deed."""
_FEWEST_STEMS = 2
_SUBJECT = 90
"""Code points of the longest subject of a deed."""
_CLAUSE = re.compile(r"(?!to\b|on\b)")
_FEWEST_WORDS = 3
_LEAD = re.compile(
    r"^(?:['’](?:ll|re|m|ve|d)\b|\w+(?:ed|t|n)\b|\w+ing\b|\w+)\s+(?:also |again |\w+ly |further )?(?:to|that|on)?\s*"
)


def pledges_in(material: Material, document: str) -> list[Pledge]:
    """Give the pledges of a document in the order of their words; reprinted ones are left out."""
    reading = material.readings[document]
    accounts = [a for a in reading.accounts if a.main]
    if not accounts or reading.kind.value not in _WHERE:
        return []
    found = [
        pledge
        for account in accounts
        for statement in account.statements
        if statement.act.value in PROMISES
        if (pledge := _of_statement(material, account, statement))
    ]
    taken = [p.words for p in found]
    for pledge in (*_of_clauses(material, document, accounts[0]), *_signed(accounts)):
        if not any(t.start < pledge.words.end and pledge.words.start < t.end for t in taken):
            found.append(pledge)
            taken.append(pledge.words)
    kept = (p for p in found if not material.is_copied(document, p.words))
    return sorted(kept, key=lambda p: (p.words.start, p.words.end, p.account))


def _of_statement(material: Material, account: Account, statement: Statement) -> Pledge | None:
    """A statement of agreeing or pledging: its speakers are to do it, unless its words name another subject."""
    said = statement.text
    if len(said.text.split()) < _FEWEST_WORDS or len(content_stems(said.text)) <= _FEWEST_STEMS:
        return None
    speakers = speakers_of(statement)
    owners = sides_of(material, account, speakers, said)
    modal = _MODAL.search(said.text)
    opening = _LEAD.match(said.text)
    begin = opening.end() if opening and not said.text.startswith(("will", "would")) else 0
    if modal and modal.start() > begin and head_of(said.text[begin:]) is None:
        subject = _part(said, begin, modal.start())
        named = named_owner(account, subject, tuple(o.value for o in owners))
        if not named and (statement.act.value is Act.PLEDGE or (opening and "that" in opening.group().split())):
            return None  # "agreed that continued advances would jeopardize ...": nobody is to do anything
        owners = named or owners
    if not owners:
        return None
    binding = Binding.AGREED if statement.act.value is Act.AGREE else Binding.PLEDGED
    if binding is Binding.AGREED and re.match(r"(?:decid|resolv)", said.text):
        binding = Binding.DECIDED
    return _pledge(material, account, said, begin, binding, owners, speakers, spoken=statement.source == "turn")


def _pledge(
    material: Material,
    account: Account,
    said: Span,
    begin: int,
    binding: Binding,
    owners: tuple[Cited[str], ...],
    speakers: tuple[str, ...],
    *,
    spoken: bool,
) -> Pledge:
    begin += len(said.text[begin:]) - len(said.text[begin:].lstrip())
    deed = _part(said, begin, len(said.text)) if begin < len(said.text) else said
    return Pledge(
        account=AccountKey(account.document, account.id),
        words=said,
        object=deed,
        binding=binding,
        firm=firmness_of(said.text, begin),
        owners=owners,
        beneficiaries=beneficiaries_of(deed, tuple(o.value for o in owners)),
        speakers=speakers,
        due=due_of(said, deed.start - said.start, material.day(account.document)),
        spoken=spoken,
    )


def firmness_of(words: str, begin: int) -> Firmness:
    """Tell whether a clause, whose deed begins at ``begin``, tells a deed that can be seen, an effort, or a view."""
    rest = words[begin:]
    modal = _MODAL.search(rest)
    view = cue_pattern(CueRole.VIEW).match(rest) or cue_pattern(CueRole.VIEW).match(words[max(0, begin - 3) :])
    start = modal.end() if modal and modal.start() <= _SUBJECT else 0
    if view or (
        re.search(r"\b(?:agree[sd]?|agreeing|concur\w*)(?: that)? $", words[:begin])
        and not start
        and _CLAUSE.match(rest)
    ):
        return Firmness.STANCE
    head = head_of(rest[start:])
    if _AMOUNT.search(rest):
        return Firmness.DEFINITE
    if head is not None:
        return head.row.firm
    return (
        Firmness.STANCE
        if re.match(r"(?:(?:the|an?|its|their|our|this|that|these)\b|\W)", rest.strip(), re.IGNORECASE)
        else Firmness.GENERAL
    )


def head_of(words: str) -> Deed | None:
    """Give the verb of the deed with which words begin, adverbs aside; None where they begin with anything else."""
    skipped = _SKIPPED.match(words)
    at = skipped.end() if skipped else 0
    return next((d for d in deeds_in(words) if d.start == at), None)


def _of_clauses(material: Material, document: str, account: Account) -> Iterator[Pledge]:
    """Clauses that bind in sentences that hold no statement: "the United States will provide $4 million"."""
    voices = Voices(material, document)
    turns = [t.turn.words for t in material.readings[document].turns]
    others = [t.turn.words for t in material.readings[document].turns if t.turn.role is not TurnRole.SPEAKER]
    for sentence in sentences_of(material, document):
        cue = next(iter(_cues(sentence.text)), None)
        if cue is None or any(o.start <= sentence.start < o.end for o in others):
            continue
        role, start, end = cue
        voice = voices.at(sentence.start + start, sentence.start + end)
        owners = named_owner(account, _part(sentence, 0, start), voice.sides) if start else None
        if not owners:
            continue
        words = sentence.text.rstrip(' .!”"')
        said = _part(sentence, start, max(len(words), end))
        spoken = any(t.start <= sentence.start < t.end for t in turns)
        if (spoken and not voice.speakers) or len(content_stems(said.text)) <= _FEWEST_STEMS:
            continue
        binding = _BINDING.get(role, Binding.PLEDGED)
        yield _pledge(material, account, said, end - start, binding, owners, voice.speakers, spoken=spoken)


def _cues(text: str) -> Iterator[tuple[CueRole, int, int]]:
    """The words that bind in a sentence: any that say so, else "will" before a deed that is definite."""
    for role in _BINDS:
        for match in cue_pattern(role).finditer(text):
            if role is not CueRole.SIGNED or re.search(
                r"\b(?:agreement|memorand|declaration|treaty|protocol|contract|accord|plan|arrangement)",
                text[match.end() :],
            ):
                yield role, match.start(), match.end()
    for match in cue_pattern(CueRole.WILL).finditer(text):
        head = head_of(text[match.end() :])
        if head is not None and head.row.firm is Firmness.DEFINITE:
            yield CueRole.WILL, match.start(), match.end()


def _signed(accounts: list[Account]) -> Iterator[Pledge]:
    """What was signed: all parties' to keep."""
    for account in accounts:
        for thing in account.signed:
            owners = tuple(Cited(p.value, thing.spans, "owner.all") for p in account.parties)
            known = {p.value for p in account.parties}
            if any(p.kind != "place" and p.code not in known for p in find_phrases(thing.value)):
                continue  # somebody else's agreement, which was only talked about
            for span in thing.spans[:1]:
                key = AccountKey(account.document, account.id)
                yield Pledge(key, span, span, Binding.SIGNED, Firmness.DEFINITE, owners, (), (), None, False)


def _part(span: Span, start: int, end: int) -> Span:
    return Span(span.document, span.start + start, span.start + end, span.text[start:end])
