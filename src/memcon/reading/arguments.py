"""Who takes part in an occasion: where in its sentence the subject and the counterparts stand."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from memcon.model import Cited
from memcon.reading.passages import Passage
from memcon.reading.scene import Scene
from memcon.reading.trigger_nouns import Trigger, joins_root
from memcon.vocabulary.offices import titles
from memcon.vocabulary.speech import speech_verbs

_ZONE_END = re.compile(
    r";|:(?!\d)|\bon (?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*day\b|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[\w.]* \d|the |an? |"
    r"\d|behalf|both|his|her|their|arrival|[a-z]+ (?:of|with)\b)|"
    r"\b(?:about|regarding|concerning|where|who|which|that|whose|ahead of|following|after|"
    r"before|prior to|during|"
    r"(?:on|in|at) the (?:margins|sidelines|fringes|occasion)|in the framework|within the framework|as part of|"
    r"in the context|aimed at|"
    r"as well as to|in order to)\b|, (?:and )?(?:he|she|they|I|we)\b"
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CARRIED_ON = frozenset({"conj", "xcomp", "advcl", "ccomp", "acomp", "pcomp"})
_MOST_STEPS = 6
_PURPOSE = re.compile(r"\bto (?=[a-z])")
_TOGETHER = re.compile(r"\b(?:in partnership|together|along|alongside|jointly|accompanied|joined) (?:with|by)\b")
ON_A_VISIT = re.compile(
    r"\bwho(?: (?:is|are|was|were|has been)|[’']s) (?:currently |now )?(?:on|in|paying|making)\b[^.,;]{0,40}$"
)
_IS_ON = re.compile(r"\b(?:is|are|was|were|will be) (?:currently |now )?on (?:an? |his |her |their )?(?:[\w-]+ ){0,3}$")
_GUEST = (
    r"(?:\s*,?\s*(?:the|a|an|today|yesterday|his|her|its|new|newly|newly-appointed|appointed|visiting|caretaker|interim|"
    r"acting|outgoing|incoming|resident|non-resident|on \w+ \d+|on \w+|"
    r"in \w+|with|at \w+|"
    r"(?:[\w.-]+ ){1,4}delegation (?:led|headed) by|delegation(?: of (?:the )?[A-Z][\w ]{2,50}?)? (?:led|headed) by|"
    r"(?:[A-Z][\w-]+ )?counterpart,?|"
    r"by (?:tele)?phone|in audience|by|TITLES|at [\w’' ]{3,60}?(?: in [A-Z]\w+)?,?))*\s*"
)
_ASKED = re.compile(r"(?:,[^,;.]*,)? (?:to|for)\b")  # "called on President X to end the war"
_DELEGATION = re.compile(
    r"\s+(?:today |on \w+ )?(?:a|the|an) (?:[\w-]+ ){0,4}(?:delegation|ambassador|envoy|minister)\b"
)
# what stands between two people of a list, or between a person and "who": "President X of Botswana, who"
_IN_A_LIST = re.compile(
    r"(?: of (?:the )?[A-Z][\w’'-]*(?: (?:of |the |and )*[A-Z][\w’'-]*)*)?,?\s*(?:and\s+|as well as\s+)?"
)
_AUXILIARIES = re.compile(r",?\s*(?:(?:will|is|was|has|had|been|also|today|then|to|recently|currently)\s+)*")
# a capital stands for its government: "talks between Moscow and Ankara"
_BETWEEN = re.compile(r"\b(?:between (?:[\w.’'-]+(?:,| and) )*|with (?:the )?)$")
_LISTED = re.compile(r", (?:and )?| and ")
_PARTY_NOUN = re.compile(
    r"[’']?s? (?:(?:senior|government|high-level|foreign|interagency|civil|military|regional|and|other|"
    r"political|business) )*"
    r"(?:official|counterpart|delegation|representative|side|authorit|minister|leader|government|partner|"
    r"colleague|team|"
    r"negotiator|ambassador|business|deleg|diplomat|group|leadership|sides|president|premier|envoy|speaker|chief|"
    r"FM|PM)"
)


def has_guest(passage: Passage, trigger: Trigger) -> bool:
    """Whether somebody is received, hosted or welcomed: "welcomed the ceasefire" is no meeting."""
    for mention in passage.people:
        if mention.start >= trigger.end:
            whose = passage.text.startswith(("’s", "'s", "’ "), mention.end)  # "welcomed the Secretary's visit"
            asks = (
                trigger.verb is not None and trigger.verb.lemma_ == "call" and _ASKED.match(passage.text, mention.end)
            )
            calls = trigger.verb is not None and trigger.verb.lemma_ == "call"
            start = trigger.end + len(" on") if calls and passage.text.startswith(" on ", trigger.end) else trigger.end
            verb = trigger.verb
            taken = verb is not None and any(
                c.dep_ == "dobj" and mention.start <= c.idx < mention.end for c in verb.children
            )
            audience = passage.text.startswith(" in audience", trigger.end)
            if (taken or audience) and not whose and not asks:
                return True  # "received in audience, at the headquarters in Abuja, H.E. Birgit Sandhaus"
            return not whose and not asks and _guest().fullmatch(passage.text, start, mention.start) is not None
    return _DELEGATION.match(passage.text, trigger.end) is not None


@cache
def _guest() -> re.Pattern[str]:
    """What may stand between a verb of receiving and the guest, titles included: "by H.E.", "on Dr."."""
    return re.compile(_GUEST.replace("TITLES", titles()))


def left_zone(
    passage: Passage, trigger: Trigger, sentence: tuple[int, int], before: int, *, title: bool
) -> tuple[int, int]:
    """Where the subject of a verb, or the owner of a noun, stands."""
    if title:
        return sentence[0], trigger.start
    if trigger.noun and not trigger.root:
        owner = re.search(r"(?:[\w.’'-]+ ){0,12}$", passage.text[before : trigger.start])
        text = owner.group() if owner else ""
        who = ON_A_VISIT.search(passage.text, sentence[0], trigger.start)
        if who:
            return _antecedent(passage, who.start())
        if _IS_ON.search(passage.text, sentence[0], trigger.start):
            return sentence[0], trigger.start
        possessive = max(text.rfind("’s "), text.rfind("'s "), text.rfind("s’ "), text.rfind("s' "))
        if possessive < 0:
            return trigger.start, trigger.start
        return _owners(passage, trigger.start - len(text), trigger.start - len(text) + possessive)
    subject = subject_token(trigger)
    if subject is None:
        return sentence[0], trigger.start
    if subject.tag_ in ("WDT", "WP"):
        return _antecedent(passage, subject.idx)
    return _subject_zone(passage, trigger, subject) or (sentence[0], trigger.start)


def subject_token(trigger: Trigger) -> Token | None:
    """The subject of the trigger's verb, or of the verb that it is joined to; None where there is none."""
    verb = trigger.verb
    for _ in range(_MOST_STEPS):
        if verb is None:
            return None
        if joins_root(verb):
            verb = verb.sent.root
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < trigger.last), None)
        if subject is not None or verb.dep_ not in _CARRIED_ON:
            return subject
        verb = verb.head.head if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" else verb.head
    return None


def _subject_zone(passage: Passage, trigger: Trigger, subject: Token) -> tuple[int, int] | None:
    """Where the subject stands, every person it touches taken in whole; None where it is empty."""
    first, last = subject.left_edge, subject.right_edge
    end = min(last.idx + len(last.text), trigger.start)
    if _TOGETHER.search(passage.text, end, trigger.start):
        end = trigger.start
    start = min([first.idx, *(p.start for p in passage.people if p.start < first.idx < p.end)])
    end = max([end, *(p.end for p in passage.people if p.start < end < p.end <= trigger.start)])
    if end > start and _names_somebody(passage, start, end):
        return start, end
    return _mention_before(passage, trigger) or ((start, end) if end > start else None)


def _names_somebody(passage: Passage, start: int, end: int) -> bool:
    return any(start <= p.start and p.end <= end + 1 for p in passage.people)


def _mention_before(passage: Passage, trigger: Trigger) -> tuple[int, int] | None:
    """The person right before the verb, where the parse has taken another word of a long office for its subject."""
    for mention in passage.people:
        if (
            mention.name
            and mention.end <= trigger.start
            and _AUXILIARIES.fullmatch(passage.text, mention.end, trigger.start)
        ):
            return mention.start, mention.end
    return None


def _owners(passage: Passage, start: int, possessive: int) -> tuple[int, int]:
    """The person or the list that a possessive ends: not the subject in "the Head welcomed Minister X's visit"."""
    run = _run_before(passage, possessive)
    return (max(start, run[-1][0]) if run else start), possessive


def _run_before(passage: Passage, end: int) -> list[tuple[int, int]]:
    """The people that stand in a list up to ``end``, the last first."""
    run: list[tuple[int, int]] = []
    at = end
    for mention in reversed([m for m in passage.people if m.end <= end]):
        if not _IN_A_LIST.fullmatch(passage.text, mention.end, at):
            break
        run.append((mention.start, mention.end))
        at = mention.start
    return run


def _antecedent(passage: Passage, who: int) -> tuple[int, int]:
    """The people before a relative "who": one, or the whole list where the verb is plural."""
    run = _run_before(passage, who)
    plural = re.match(r"who (?:are|were|have)\b", passage.text[who : who + 10])
    if not run:
        return who, who
    return (run[-1][0] if plural else run[0][0]), run[0][1]


def right_zone(
    passage: Passage, trigger: Trigger, sentence: tuple[int, int], following: int, *, title: bool
) -> tuple[int, int]:
    """Where the counterparts stand: from the trigger to the next clause, purpose or trigger."""
    start, end = trigger.end, max(following, trigger.end)
    if title:
        return start, sentence[1]
    calls_on = passage.text.startswith(" on ", start) and passage.text[:start].endswith(
        ("call", "calls", "called", "calling")
    )
    stop = _ZONE_END.search(passage.text, start + len(" on ") if calls_on else start, end)
    if stop:
        end = stop.start()
    purpose = purpose_at(passage, start, end)
    end = end if purpose is None else purpose
    reporter = _reporter_at(trigger)
    return start, end if reporter is None or reporter < start else min(end, reporter)


def _reporter_at(trigger: Trigger) -> int | None:
    """Where the clause begins by which a sentence ends that tells who says so: "talks ended, the EU envoy X said"."""
    verb = trigger.verb
    if verb is None or verb.dep_ != "ccomp" or verb.head.dep_ != "ROOT" or verb.head.i < verb.i:
        return None
    subject = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.i <= verb.i or verb.head.lemma_ not in speech_verbs():
        return None
    return subject.left_edge.idx


def bare_parties(scene: Scene, index: int, zone: tuple[int, int], *, title: bool) -> list[Cited[str]]:
    """Parties that a zone names without a person: "with Palestinian officials", "between Iran and Iraq"."""
    passage = scene.passages[index]
    found: list[Cited[str]] = []
    for phrase in passage.phrases:
        if not (zone[0] <= phrase.start and phrase.end <= zone[1]) or phrase.kind in ("forum", "place"):
            continue
        if phrase.kind == "seat" and not _BETWEEN.search(passage.text, zone[0], phrase.start):
            continue
        if any(p.start <= phrase.start < p.end and not p.plural for p in passage.people):
            continue
        if any(f.start <= phrase.start < f.end for f in scene.forums[index]):
            continue
        if any(
            p.start < phrase.start < p.end
            or (p.start == phrase.start and p.place.city is None and p.place.country != phrase.code)
            for p in scene.places[index]
        ):
            continue  # the country after a city, or a region of a state's name
        after = passage.text[phrase.end : phrase.end + 60]
        before = passage.text[max(0, phrase.start - 12) : phrase.start]
        owner = phrase.kind.endswith("adjective") or re.match(r"[’']s?\b", after) or after[:1] in "-–"
        if owner and not _PARTY_NOUN.match(passage.text, _past_adjectives(passage, phrase.end)):
            continue
        if title and not re.search(r"\b(?:with|and|between|from|of|by|to)(?: the)? $|, $|^$", before):
            continue
        if phrase.kind == "state-name" and re.search(r"\b(?:in|at|to|on|for|against)(?: the)? $", before):
            continue
        found.append(Cited(phrase.code, (passage.span(phrase.start, phrase.end),)))
    return found


def _past_adjectives(passage: Passage, end: int) -> int:
    """Where a list of parties' adjectives ends: "Turkish, Azerbaijani and Georgian foreign ministers"."""
    for phrase in passage.phrases:
        if (
            phrase.start > end
            and phrase.kind.endswith("adjective")
            and _LISTED.fullmatch(passage.text, end, phrase.start)
        ):
            end = phrase.end
    return end


def purpose_at(passage: Passage, start: int, end: int) -> int | None:
    """Where "to VERB" begins between ``start`` and ``end``, or None."""
    for purpose in _PURPOSE.finditer(passage.text, start, end):
        span = passage.parse.char_span(purpose.end(), purpose.end() + 1, alignment_mode="expand")
        if span is not None and len(span) and span[0].tag_ == "VB":
            return purpose.start()
    return None
