"""Tell whose the statements are and to which engagement they belong."""

from __future__ import annotations

import re

from memcon.model import Act, BlockKind, Cited, DocumentKind, EngagementKind, Span, SpeechMode, Statement
from memcon.reading.cast import Member, speakers_of
from memcon.reading.clauses import Clause, find_clauses
from memcon.reading.drafts import Draft
from memcon.reading.passages import Passage
from memcon.reading.scene import Scene
from memcon.reading.spoken import attach_spoken
from memcon.vocabulary.occasions import Takes
from memcon.vocabulary.offices import Rank
from memcon.vocabulary.references import Who, reference_at

_WITH_STATEMENTS = frozenset({DocumentKind.READOUT, DocumentKind.NEWS, DocumentKind.JOINT_STATEMENT})
_REPORTED = 16  # "has learned from the"
# "responded that Oman would spare no effort", "China will import more": who will do what
_PROMISE = re.compile(
    r"(?P<verb>(?:said|saying|stated|stating|responded|responding|replied|indicated|indicating|confirmed|"
    r"confirming|added|adding|"
    r"answered|informed [^,]{2,40}|told [^,]{2,40}?)(?: \w+ly)? (?:that )?)?(?P<who>[^,;]{1,60}?) (?:would|will|"
    r"intend(?:ed|s) to) "
    r"(?!be\b|have\b|remain\b|not\b|continue to be\b)"
)
_HIMSELF = re.compile(
    r"(?:he|she|they|it|(?:his|her|their|its|the) (?:country|government|side|ministry|organi[sz]ation))", re.IGNORECASE
)
_IMPERSONAL = frozenset({"passive-impersonal", "none"})


def attach_statements(scene: Scene, drafts: list[Draft]) -> None:
    """Find the statements of a document and hand each to the draft of the engagement it belongs to."""
    main = [d for d in drafts if d.main]
    if main and scene.kind.value is DocumentKind.TRANSCRIPT:
        attach_spoken(scene, main[0])
    if not main or scene.kind.value not in _WITH_STATEMENTS:
        return
    last: list[Member] = []
    alone: list[Member] = []
    for index, passage in enumerate(scene.passages):
        if passage.kind is not BlockKind.TEXT:
            continue
        for clause in find_clauses(passage.parse):
            if _is_reception(main, index, clause) or _is_credit(scene, passage.span(clause.start, clause.end)):
                continue
            draft = _engagement(scene, main, index, clause)
            speakers = _speakers(scene, index, clause, draft, alone or last)
            if not speakers:
                continue
            text = passage.span(clause.start, clause.end)
            verb = (passage.span(*clause.verb),) if clause.verb else (text,)
            act = _act(passage, clause, speakers, verb)
            draft.statements.append(Statement(text, speakers[0], act, clause.mode))
            last = speakers[1] or last
            alone = speakers[1] if len(speakers[1]) == 1 else alone


def _act(
    passage: Passage, clause: Clause, speakers: tuple[tuple[Cited[str], ...], list[Member]], verb: tuple[Span, ...]
) -> Cited[Act]:
    """The act of a clause: a pledge where it says what the speaker's own side will do."""
    promise = _PROMISE.match(passage.text, clause.start, clause.end) if clause.act is Act.ASSERT else None
    begins = clause.verb is not None and clause.verb[0] == clause.start
    if promise is not None and (promise["verb"] or not begins):
        own = {m.code for m in speakers[1]} | {s.value for s in speakers[0]}
        who = promise.span("who")
        parties = [p.code for p in passage.phrases if who[0] <= p.start < who[1] and p.kind != "place"]
        if (parties and set(parties) <= own) or (not parties and _HIMSELF.fullmatch(promise["who"])):
            return Cited(Act.PLEDGE, verb, "act.own-promise")
    return Cited(clause.act, verb, clause.act_rule)


def _is_credit(scene: Scene, said: Span) -> bool:
    """Whether the words only name whom a report relies on: "reported the press service of the presidency"."""
    sources = (c.spans[0] for c in scene.layout.credits)
    return any(
        said.start <= s.start and s.end <= said.end and len(said.text) < len(s.text) + _REPORTED for s in sources
    )


def _is_reception(main: list[Draft], index: int, clause: Clause) -> bool:
    """Whether the verb tells of the occasion itself: "welcomed the Prime Minister to its headquarters"."""
    return any(
        t.index == index
        and t.trigger.takes is Takes.PERSON
        and clause.verb is not None
        and t.trigger.start == clause.verb[0]
        for draft in main
        for t in draft.tellings
    )


def _engagement(scene: Scene, main: list[Draft], index: int, clause: Clause) -> Draft:
    """The subject at which something is said: the one told last before the clause that its speakers took part in.

    Talks rather than the visit on which they were held.
    """
    told = [
        (t.index, t.trigger.start, -k, d)
        for k, d in enumerate(main)
        for t in d.tellings
        if not t.title and (t.index, t.sentence[0]) <= (index, clause.start)
    ]
    if not told:
        return main[0]
    ranked = [t[3] for t in sorted(told, key=lambda t: t[:3], reverse=True)]
    talks = [d for d in ranked if d.kind and d.kind.value is not EngagementKind.VISIT]
    if clause.subject is None:
        return (talks or ranked)[0]
    passage = scene.passages[index]
    speakers = [m for m in scene.members_in(index, *clause.subject) if m.names]
    ranks = _plural_ranks(passage, clause.subject)
    if speakers:
        fitting = [d for d in talks if all(m in d.people for m in speakers)]
    elif ranks:
        fitting = [d for d in talks if sum(bool(_ranks(m) & ranks) for m in d.people if m.names) > 1]
    else:
        fitting = talks
    return (fitting or talks or ranked)[0]


def _plural_ranks(passage: Passage, subject: tuple[int, int]) -> frozenset[Rank]:
    """The rank that a subject names several of: "the two Prime Ministers"."""
    inside = (m for m in passage.people if subject[0] <= m.start and m.end <= subject[1] + 1)
    return frozenset(m.head.rank for m in inside if m.plural and m.head is not None)


def _ranks(member: Member) -> frozenset[Rank]:
    return frozenset(head.rank for _, head in member.offices)


def _speakers(
    scene: Scene, index: int, clause: Clause, draft: Draft, last: list[Member]
) -> tuple[tuple[Cited[str], ...], list[Member]] | None:
    """Give the speakers of a clause and the members among them; None where the subject cannot speak."""
    if clause.of_meeting and clause.subject_rule != "inherited-one":
        everyone = _everyone(draft)
        if clause.act.value == "discuss":
            return everyone
    if clause.subject is None:
        if clause.mode is SpeechMode.DIRECT and last:
            return speakers_of(last), last
        return _everyone(draft)
    passage = scene.passages[index]
    members = scene.members_in(index, *clause.subject)
    words = passage.text[slice(*clause.subject)]
    resolved = _joined(scene, index, clause.subject, members, draft, last)
    if resolved:
        return resolved
    return _parties(scene, index, clause.subject, words, draft)


def _everyone(draft: Draft) -> tuple[tuple[Cited[str], ...], list[Member]] | None:
    """All who take part, a counterpart without a name under its party's code."""
    people = [m for m in draft.people if m.names and m not in draft.attending]
    speakers = list(speakers_of(people))
    covered = {m.code for m in people}
    for party in draft.all_parties():
        if party.value not in covered and all(party.value != s.value for s in speakers):
            speakers.append(party)
    return (tuple(speakers), people) if speakers else None


def _joined(
    scene: Scene, index: int, subject: tuple[int, int], members: list[Member], draft: Draft, last: list[Member]
) -> tuple[tuple[Cited[str], ...], list[Member]] | None:
    """Speakers of a subject that names people, offices or other ways of naming people."""
    passage = scene.passages[index]
    words = passage.text[slice(*subject)]
    if members and not re.match(r"(?:both|the two|all)\b", words, re.IGNORECASE):
        return speakers_of(members), members
    reference = reference_at(words)
    if reference is None:
        return (speakers_of(members), members) if members else None
    phrase = next((p for p in passage.phrases if subject[0] <= p.start < subject[1] and p.kind != "place"), None)
    code = phrase.code if phrase else None
    if reference is Who.ALL and (code is None or phrase is None or phrase.kind.startswith("forum")):
        return _everyone(draft)
    if reference is Who.ONE and code is None:
        one = last[-1:] if len(last) == 1 else (last[:1] or draft.people[:1])
        return (speakers_of(one), one) if one else None
    candidates = _meant(scene, reference, code, draft, last)
    return (speakers_of(candidates[:1]), candidates[:1]) if candidates else None


def _meant(scene: Scene, who: Who, code: str | None, draft: Draft, last: list[Member]) -> list[Member]:
    """Members that "the guest", "the Kazakh leader", "his counterpart" can mean, the likeliest first."""
    people = [m for m in draft.people if m.names] or draft.people
    if code is not None:
        return [m for m in people if m.code == code]
    home = scene.home
    host = draft.place.value.country if draft.place else home
    if who is Who.STATE_HEAD:
        ranked = [m for m in people if any(h.rank.value.startswith("head-of") for _, h in m.offices)]
        return sorted(ranked, key=lambda m: (m.code != host, m.order))
    if who is Who.GUEST:
        return [m for m in people if m.code != host]
    if who is Who.HOST:
        return [m for m in people if m.code == host]
    if who is Who.COUNTERPART:
        return [m for m in people if m not in last]
    return sorted(people, key=lambda m: m.code == home)


def _parties(
    scene: Scene, index: int, subject: tuple[int, int], words: str, draft: Draft
) -> tuple[tuple[Cited[str], ...], list[Member]] | None:
    """Speakers of a subject that names states or bodies: "the United States", "the delegations of both countries"."""
    passage = scene.passages[index]
    codes = draft.codes()
    found: list[Cited[str]] = []
    for phrase in passage.phrases:
        if subject[0] <= phrase.start and phrase.end <= subject[1] and phrase.kind not in ("place",):
            party = Cited(phrase.code, (passage.span(phrase.start, phrase.end),))
            if phrase.kind == "forum":
                return _everyone(draft)
            if (phrase.code in codes or not codes) and all(phrase.code != f.value for f in found):
                found.append(party)
    if found:
        return tuple(found), []
    if re.match(r"we\b", words, re.IGNORECASE) and scene.kind.value is DocumentKind.JOINT_STATEMENT:
        return _everyone(draft)
    return None
