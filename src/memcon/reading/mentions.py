"""Engagements that a document mentions beside its subject: "since our last meeting in September in New York".

Coded are those specific enough to be told apart from others: a named person or a named forum, and a date, a place or
a counterpart (codebook, "engagements").
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from memcon.model import Act, BlockKind, Cited, EngagementKind, Status
from memcon.reading.arguments import subject_token
from memcon.reading.cast import Member
from memcon.reading.drafts import Draft, finish, tell
from memcon.reading.occasions import Occasion
from memcon.reading.referents import issuer_of
from memcon.reading.scene import Scene
from memcon.reading.series import of_series
from memcon.reading.tellings import days_agree, welcomes
from memcon.reading.voices import quoted_at, speaker_at
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.references import Who, reference_at
from memcon.vocabulary.speech import speech_verbs

_OURS = re.compile(r"\b(?:our|their) (?:\w+ ){0,2}$", re.IGNORECASE)
# what somebody only has a mind to do: "conveyed his intention to consult with allies"
_INTENDED = re.compile(
    r"\b(?:intention|intent|desire|wish|willingness|readiness|commitment|determination|resolve|opportunity|need|"
    r"importance|hope|ready|committed|determined|not|idea for [A-Z][\w. ]+) to (?:continue to )?$"
)
_PHONE = re.compile(r"\b(?:tele)?phone|\bcalls?\b", re.IGNORECASE)
_HIS = re.compile(r"\b(?:his|her) (?:\w+ ){0,3}$", re.IGNORECASE)
_WORLDWIDE = re.compile(r"\b(?:Global|International|World|Regional|Ministerial|Indo-Pacific|Ministers)\b")
_SIDELINES = re.compile(
    r"\b(?:(?:[Oo]n|[Ii]n|[Aa]t) the (?:sidelines|margins|fringes|occasion)|"
    r"(?:with)?in the (?:framework|course)) of (?:the )?"
    r"(?:\w+ ){0,2}$"
)
_DURING = re.compile(r"\b(?:during|in the course of) (?:his|her|their) (?:\w+ ){0,3}$")
_TO_MEET = re.compile(r"\bfor (?:an? |further )?(?:bilateral |official )?$")
_VAGUE = re.compile(
    r"\b(?:any|every|each|regular|future|further|such(?! as)|more|no|continued|continuing|ongoing|these|those|"
    r"various) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)


def mentioned_drafts(scene: Scene, occasions: list[Occasion], main: list[Draft]) -> list[Draft]:
    """Make drafts of the occasions that are not told as the document's subject but are specific enough."""
    drafts: list[Draft] = []
    for occasion in occasions:
        if (
            occasion.title
            or occasion.summed
            or scene.passages[occasion.index].kind not in (BlockKind.TEXT, BlockKind.TURN)
        ):
            continue
        if occasion.kind is EngagementKind.CALL and _only_talked(scene, occasion):
            continue
        _owners(scene, occasion, main)
        _travels_for(scene, occasion, occasions)
        beside = _beside(scene, occasion, main)
        if not (beside or of_series(scene, occasion, main) or _specific(scene, occasion)) or _told_as_subject(
            main, occasion
        ):
            continue
        known = next((d for d in drafts if _told(d, occasion)), None)
        if known is not None:
            tell(known, occasion, scene)
            continue
        draft = Draft(main=False)
        tell(draft, occasion, scene)
        if beside is not None and beside.start is not None and draft.start is None:
            draft.start = draft.end = Cited(beside.start.value, beside.start.spans, "date.sidelines")
        if (
            beside is not None
            and draft.place is None
            and beside.place is not None
            and not beside.place.rule.startswith("place.")
        ):
            draft.place = Cited(beside.place.value, beside.place.spans, "place.sidelines")
        drafts.append(draft)
    for draft in drafts:
        finish(draft, scene)
    return drafts


def _travels_for(scene: Scene, occasion: Occasion, others: list[Occasion]) -> None:
    """Give a meeting for which somebody travels its traveller, status and place: "will fly to Oslo for talks with"."""
    if not occasion.trigger.noun or occasion.kind is not EngagementKind.MEETING or not occasion.people:
        return
    for other in others:
        between = scene.passages[occasion.index].text[other.trigger.end : occasion.trigger.start]
        journey = other.kind is EngagementKind.VISIT and not other.trigger.noun and other.people
        if (
            journey
            and other.index == occasion.index
            and other.sentence == occasion.sentence
            and _TO_MEET.search(between)
        ):
            occasion.people = [*other.people, *(m for m in occasion.people if m not in other.people)]
            occasion.status, occasion.status_rule = other.status, other.status_rule
            occasion.place, occasion.date = occasion.place or other.place, occasion.date or other.date
            return


def _only_talked(scene: Scene, occasion: Occasion) -> bool:
    """Whether somebody in a transcript says that he spoke with another, with no word of a telephone."""
    passage = scene.passages[occasion.index]
    verb = occasion.trigger.verb
    if passage.kind is not BlockKind.TURN or occasion.trigger.noun or verb is None:
        return False
    return verb.lemma_ in ("speak", "talk") and _PHONE.search(passage.text, *occasion.sentence) is None


def _beside(scene: Scene, occasion: Occasion, main: list[Draft]) -> Draft | None:
    """The subject that was held beside this conference ("on the sidelines of"); its people take part in both."""
    if occasion.forum is None or occasion.kind is not EngagementKind.CONFERENCE:
        return None
    text = scene.passages[occasion.index].text
    if not _SIDELINES.search(text[max(occasion.sentence[0], occasion.trigger.start - 60) : occasion.trigger.start]):
        return None
    for draft in main:
        if any(t.index == occasion.index and t.sentence == occasion.sentence for t in draft.tellings):
            occasion.people += [m for m in draft.people if m not in occasion.people]
            return draft
    return None


def _owners(scene: Scene, occasion: Occasion, main: list[Draft]) -> None:
    """Resolve "our last meeting", "his July trip" to the people they belong to."""
    passage = scene.passages[occasion.index]
    _pronoun_subject(scene, occasion, main)
    if not occasion.trigger.noun:
        return
    before = passage.text[max(occasion.sentence[0], occasion.trigger.start - 30) : occasion.trigger.start]
    if occasion.people and not _HIS.search(before):
        return
    if _OURS.search(before) and main:
        occasion.people = list(main[0].people)
    elif _HIS.search(before):
        earlier = scene.members_in(occasion.index, 0, occasion.trigger.start)
        if earlier:
            owner = _traveller(scene, occasion) or _subject(scene, occasion, earlier)
            occasion.people = [owner, *(m for m in occasion.people if m is not owner)]
            occasion.under_way = occasion.under_way or _DURING.search(before) is not None


def _pronoun_subject(scene: Scene, occasion: Occasion, main: list[Draft]) -> None:
    """Resolve "they will hold", "I will convene": everybody at the subject, or the person who issues the text."""
    verb = occasion.trigger.verb
    if occasion.trigger.noun and verb is not None and _is_talked_of(verb):
        return  # "they discussed COP27"
    after = scene.passages[occasion.index].text[occasion.trigger.end :]
    if after.startswith(" between ") and len([m for m in occasion.people if m.names]) > 1:
        return  # "we had a very good meeting between President A and President B"
    subject = subject_token(occasion.trigger)
    if subject is None:
        return
    word = subject.text.casefold()
    passage = scene.passages[occasion.index]
    words = passage.text[subject.left_edge.idx : subject.idx + len(subject.text)]
    named = scene.members_in(
        occasion.index, subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge.text)
    )
    if reference_at(words) is Who.ALL and main and not named:
        occasion.people += [m for m in main[0].people if m not in occasion.people]
    elif word == "i":
        own = speaker_at(scene, passage) or quoted_at(scene, occasion) or issuer_of(scene)
        occasion.people = own + [m for m in occasion.people if m not in own]
    elif word == "we" and occasion.trigger.verb is not None and occasion.trigger.verb.dep_ == "advcl":
        both = quoted_at(scene, occasion)  # "I raised it with Minister X when we met"
        both += scene.members_in(occasion.index, occasion.sentence[0], occasion.trigger.start) if both else []
        occasion.people += [m for m in both if m not in occasion.people]


def _is_talked_of(verb: Token) -> bool:
    """Whether the verb takes what is talked about, not what is attended: "they discussed COP27"."""
    after = verb.nbor().text if verb.i + 1 < len(verb.doc) else ""
    senses = speech_verbs().get(verb.lemma_, ())
    told = [s.row for s in senses if not s.row.follows or after in s.row.follows]
    return bool(told) and told[0].act is Act.DISCUSS


def _traveller(scene: Scene, occasion: Occasion) -> Member | None:
    """Whose visit "her visit to Türkiye" is: the last person of the sentence who is not of the country visited."""
    country = occasion.place.place.country if occasion.place else None
    if occasion.kind is not EngagementKind.VISIT or country is None:
        return None
    inside = scene.members_in(occasion.index, occasion.sentence[0], occasion.trigger.start)
    return next((m for m in reversed(inside) if m.code not in (None, country)), None)


def _subject(scene: Scene, occasion: Occasion, earlier: list[Member]) -> Member:
    inside = scene.members_in(occasion.index, occasion.sentence[0], occasion.trigger.start)
    return inside[0] if inside else earlier[-1]


def _specific(scene: Scene, occasion: Occasion) -> bool:
    trigger = occasion.trigger
    passage = scene.passages[occasion.index]
    if trigger.noun and not trigger.alone and trigger.forum is None:
        return False
    if _VAGUE.search(passage.text[max(0, trigger.start - 40) : trigger.start]):
        return False
    dated = occasion.date is not None and occasion.date.start > trigger.start
    if _INTENDED.search(passage.text[: trigger.start]) and not dated:
        return False
    named = any(m.names for m in occasion.people)
    codes = {m.code for m in occasion.people if m.code} | {p.value for p in occasion.parties}
    when = occasion.date is not None and occasion.date.rule != "date.deadline"
    when_or_where = when or occasion.place is not None
    if trigger.forum is not None:
        if trigger.noun and trigger.forum.text.endswith("Partnership"):
            return False  # a relationship, unless somebody launched it or met for it
        several = len({m.code for m in occasion.people if m.code}) >= 2
        between = len(codes) >= 2 or between_states(scene, occasion) or _foreigner_beside(scene, occasion)
        return (when_or_where or several) and between
    if occasion.kind is EngagementKind.VISIT:
        country = occasion.place.place.country if occasion.place else None
        named = any(m.names and (m.offices or m.parties) for m in occasion.people)
        if not trigger.noun and trigger.verb is not None and trigger.verb.tag_ == "VB" and not _set(occasion):
            return False  # "invited him to visit Armenia"
        return named and country is not None and codes != {country}
    if occasion.kind is EngagementKind.CEREMONY and not trigger.noun and trigger.first + 1 == trigger.last:
        return False  # "the agreement which they signed in May" tells no occasion of its own
    if not named:
        return False
    several = len({m.code for m in occasion.people if m.names and m.code}) >= 2
    owned = _HIS.search(passage.text[: trigger.start])  # "his call with President X"
    told = trigger.root or ((owned or not trigger.noun) and occasion.status is Status.HELD)
    return len(codes) >= 2 and (when_or_where or (several and told))


def _set(occasion: Occasion) -> bool:
    """Whether an infinitive tells of something that is set: it has a date or is said to come."""
    return occasion.date is not None or occasion.status is not Status.HELD


def _foreigner_beside(scene: Scene, occasion: Occasion) -> bool:
    """Whether its sentence names somebody of another party: "invited the Prime Minister to the Security Conference"."""
    members = scene.members_in(occasion.index, *occasion.sentence)
    return scene.home is not None and any(m.code not in (None, scene.home) for m in members)


def between_states(scene: Scene, occasion: Occasion) -> bool:
    """Whether a forum for which fewer than two parties are named is still one of several states."""
    forum = occasion.forum
    if forum is None or forum.known:
        return forum is not None
    if len(forum.parties) > 1:
        return True
    if occasion.place and occasion.place.place.country and scene.home:
        return occasion.place.place.country != scene.home
    abroad = any(p.kind == "state-name" and p.code != scene.home for p in find_phrases(forum.text))
    return abroad or _WORLDWIDE.search(forum.text) is not None


def _told_as_subject(main: list[Draft], occasion: Occasion) -> bool:
    """Whether a subject tells of this occasion, or several do together ("his conversations with A and B")."""
    if any(_told(draft, occasion) for draft in main):
        return True
    alike = [d for d in main if d.kind and d.kind.value is occasion.kind]
    together = {id(m) for d in alike for m in d.people}
    return len(alike) > 1 and occasion.date is None and {id(m) for m in occasion.people} <= together


def _told(draft: Draft, occasion: Occasion) -> bool:
    """Whether a draft already tells of this occasion."""
    assert draft.kind is not None
    alike = draft.kind.value is occasion.kind or (draft.main and welcomes(draft, occasion))
    if not alike or (draft.main and occasion.earlier):
        return False
    if draft.main and occasion.trigger.root and draft.status and occasion.status is not draft.status.value:
        return False
    if (
        occasion.date
        and draft.start
        and occasion.date.first
        and not (_touches(draft.start.value, occasion.date.first) or days_agree(draft, occasion))
    ):
        return False
    here = occasion.place.place.country if occasion.place else None
    there = draft.place.value.country if draft.place else None
    if here and there and here != there:
        return False
    if occasion.forum is not None:
        return draft.forum is not None and _alike(draft, occasion)
    ours, theirs = {id(m) for m in draft.people}, {id(m) for m in occasion.people}
    if draft.kind.value is EngagementKind.VISIT:
        return bool(ours & theirs)
    return theirs <= ours


def _touches(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _alike(draft: Draft, occasion: Occasion) -> bool:
    """Whether two forum names share most of their words."""
    assert draft.forum is not None
    assert occasion.forum is not None
    mine = set(re.findall(r"\w+", draft.forum.value.casefold()))
    theirs = set(re.findall(r"\w+", occasion.forum.text.casefold()))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs)) + 1
