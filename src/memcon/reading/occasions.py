"""Read what one sentence tells of an occasion: who, with whom, when, where, held or to come."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from memcon.model import Cited, EngagementKind, Mode, Place, Span, Status
from memcon.reading.cast import Member
from memcon.reading.dates import DateMention
from memcon.reading.forums import ForumMention
from memcon.reading.passages import Passage
from memcon.reading.place_names import PlaceMention
from memcon.reading.scene import Scene
from memcon.reading.triggers import Trigger, find_triggers
from memcon.vocabulary.occasions import Takes

_ZONE_END = re.compile(
    r"[;:]|\b(?:about|regarding|concerning|where|who|which|that|whose|ahead of|following|after|"
    r"before|prior to|during|"
    r"on the (?:margins|sidelines|fringes|occasion)|in the framework|within the framework|as part of|"
    r"in the context|aimed at|"
    r"as well as to|in order to)\b|, (?:and )?(?:he|she|they)\b"
)
_JOINS = re.compile(
    r"^(?:(?! to (?!launch|open|convene|hold|inaugurate|resume|co-chair))[^.;]){0,60}?\b(?:for|at|in|"
    r"during|to (?:launch|open|convene|hold|inaugurate|resume|co-chair))"
    r"(?: (?:a|an|the|their|its|our|first|second|third|fourth|fifth|latest|inaugural|annual|virtual))* ?$"
)
_TOGETHER = re.compile(r"\b(?:in partnership|together|along|alongside|jointly|accompanied|joined) (?:with|by)\b")
_ON_A_VISIT = re.compile(
    r"\bwho (?:is|are|was|were|has been) (?:currently |now )?(?:on|in|paying|making)\b[^.,;]{0,40}$"
)
_GUEST = re.compile(
    r"(?:\s*,?\s*(?:the|a|an|today|yesterday|his|her|its|new|newly|appointed|visiting|on \w+ \d+|on \w+|"
    r"in \w+|with|at \w+|"
    r"[\w-]+ delegation (?:led|headed) by|delegation (?:led|headed) by|counterpart|by (?:tele)?phone))*\s*"
)
_DELEGATION = re.compile(
    r"\s+(?:today |on \w+ )?(?:a|the|an) (?:[\w-]+ ){0,4}(?:delegation|ambassador|envoy|minister)\b"
)
_EARLIER = re.compile(r"\b(?:last|previous|earlier|recent|first|latest|past)(?: \w+)? $")
_TO_COME = re.compile(
    r"^(?:[\w’' -]{0,30})?,? ?(?:to be (?:held|hosted|convened)|to take place|(?:which|that) (?:will|"
    r"is to)|will (?:be held|take place)|"
    r"scheduled for|planned for)"
)
_PURPOSE = re.compile(r"\bto (?=[a-z])")
_VIDEO = re.compile(
    r"\b(?:virtual(?:ly)?|videoconference|video[- ]?(?:conference|link|call|teleconference)|online|secure video)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\b(?:by (?:tele)?phone|over the phone|on the phone|telephon\w+|phone)\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|shall|upcoming|planned|forthcoming|scheduled|next|to be held|looks? forward to)\b", re.IGNORECASE
)
_CANCELLED = re.compile(r"\b(?:cancel(?:l)?ed|postponed|called off)\b", re.IGNORECASE)
_PLACE_CUE = re.compile(r"\b(?:in|at|to|from|near|visit\w*|for|of|outside)(?: the)?(?: \w+ ){0,1} ?$", re.IGNORECASE)
_PARTY_NOUN = re.compile(
    r"[’']?s? (?:(?:senior|government|high-level|foreign|interagency|civil|military|regional|and|other|"
    r"political|business) )*"
    r"(?:official|counterpart|delegation|representative|side|authorit|minister|leader|government|partner|colleague|team|"
    r"negotiator|ambassador|business|deleg|diplomat|group|leadership|sides)"
)


@dataclass(slots=True)
class Occasion:
    """One telling of an occasion. Offsets are those of passage ``index``'s view."""

    index: int
    trigger: Trigger
    sentence: tuple[int, int]
    people: list[Member] = field(default_factory=list)
    parties: list[Cited[str]] = field(default_factory=list)
    date: DateMention | None = None
    place: PlaceMention | None = None
    status: Status = Status.HELD
    status_rule: str = "status.past-tense"
    mode: Mode | None = None
    forum: ForumMention | None = None
    title: bool = False
    earlier: bool = False
    kind: EngagementKind = EngagementKind.MEETING


def occasions_in(scene: Scene, index: int, *, title: bool) -> list[Occasion]:
    """Read the occasions of one passage, in order."""
    passage = scene.passages[index]
    triggers = find_triggers(passage.parse, scene.forums[index], title=title)
    found: list[Occasion] = []
    for sentence in _sentences(passage, title=title):
        inside = [t for t in triggers if sentence[0] <= t.start < sentence[1]]
        inside = [
            t
            for t in inside
            if t.takes is not Takes.PERSON or t.forum or t.first + 1 < t.last or _has_guest(passage, t)
        ]
        for k, trigger in enumerate(inside):
            following = inside[k + 1].start if k + 1 < len(inside) else sentence[1]
            before = inside[k - 1].end if k else sentence[0]
            found.append(_occasion(scene, index, trigger, sentence, before, following, title=title))
    return _with_their_forums(passage.text, found)


def _has_guest(passage: Passage, trigger: Trigger) -> bool:
    """Whether somebody is received, hosted or welcomed: "welcomed the ceasefire" is no meeting."""
    for mention in passage.people:
        if mention.start >= trigger.end:
            return _GUEST.fullmatch(passage.text, trigger.end, mention.start) is not None
    return _DELEGATION.match(passage.text, trigger.end) is not None


def _with_their_forums(text: str, found: list[Occasion]) -> list[Occasion]:
    """Join "met for the third US-Bahrain Strategic Dialogue", "met to launch the Partnership" into one telling."""
    kept: list[Occasion] = []
    for occasion in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.sentence == occasion.sentence
            and occasion.forum is not None
            and last.forum is None
            and last.kind in (EngagementKind.MEETING, EngagementKind.CALL)
            and not last.trigger.noun
            and _JOINS.search(text[last.trigger.end : occasion.forum.start])
        ):
            last.forum = occasion.forum
            last.date = last.date or occasion.date
            last.place = last.place or occasion.place
            last.mode = last.mode if last.mode in (Mode.VIDEO,) else occasion.mode or last.mode
            continue
        kept.append(occasion)
    return kept


def _sentences(passage: Passage, *, title: bool) -> list[tuple[int, int]]:
    if title:
        return [(0, len(passage.text))]
    return [(s.start_char, s.end_char) for s in passage.parse.sents]


def _occasion(
    scene: Scene, index: int, trigger: Trigger, sentence: tuple[int, int], before: int, following: int, *, title: bool
) -> Occasion:
    passage = scene.passages[index]
    occasion = Occasion(index, trigger, sentence, title=title, forum=trigger.forum)
    occasion.kind = _kind(passage.text, trigger)
    occasion.earlier = _EARLIER.search(passage.text[max(0, trigger.start - 30) : trigger.start]) is not None
    left = _left_zone(passage, trigger, sentence, before, title=title)
    right = _right_zone(passage, trigger, sentence, following, title=title)
    zones = [left, right]
    if trigger.verb is not None and not trigger.noun and trigger.end > trigger.verb.idx + len(trigger.verb.text):
        zones.insert(1, (trigger.verb.idx, trigger.end))  # "participates in President Biden’s meeting"
    for zone in zones:
        for member in scene.members_in(index, *zone):
            if member not in occasion.people and not member.speaks_for_others:
                occasion.people.append(member)
        occasion.parties.extend(_bare_parties(scene, index, zone, title=title))
    reach = (left[0], right[1] if not trigger.noun else max(right[1], following))
    occasion.date = _date(passage, trigger, sentence, reach)
    occasion.place = _place(
        scene, index, trigger, occasion.kind, (trigger.start if trigger.noun else sentence[0], sentence[1]), following
    )
    occasion.mode = _mode(passage.text, trigger, right, sentence)
    occasion.status, occasion.status_rule = _status(scene, passage, trigger, occasion.date, sentence)
    return occasion


def _kind(text: str, trigger: Trigger) -> EngagementKind:
    """What sort of occasion it is: "a visit with" somebody is a meeting, "welcome" to a place a visit."""
    after = text[trigger.end : trigger.end + 200]
    if trigger.kind is EngagementKind.VISIT and re.match(r" with\b", after):
        return EngagementKind.MEETING
    if (
        trigger.verb is not None
        and trigger.verb.lemma_ == "welcome"
        and re.search(r"\bto the (?:White House|State Department)\b|\bto [A-Z]", after)
    ):
        return EngagementKind.VISIT
    return trigger.kind


def _left_zone(
    passage: Passage, trigger: Trigger, sentence: tuple[int, int], before: int, *, title: bool
) -> tuple[int, int]:
    """Where the subject of a verb, or the owner of a noun, stands."""
    if title:
        return sentence[0], trigger.start
    if trigger.noun and not trigger.root:
        owner = re.search(r"(?:[\w.’'-]+ ){0,12}$", passage.text[before : trigger.start])
        text = owner.group() if owner else ""
        who = _ON_A_VISIT.search(passage.text, sentence[0], trigger.start)
        if who:
            return _antecedent(passage, who.start())
        possessive = max(text.rfind("’s "), text.rfind("'s "), text.rfind("s’ "), text.rfind("s' "))
        if possessive < 0:
            return trigger.start, trigger.start
        return trigger.start - len(text), trigger.start - len(text) + possessive
    verb = trigger.verb
    subject = None
    seen = 0
    while verb is not None and subject is None and seen < 6:
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < trigger.last), None)
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp"):
            break
        verb, seen = verb.head, seen + 1
    if subject is not None and subject.tag_ not in ("WDT", "WP"):
        first, last = subject.left_edge, subject.right_edge
        end = min(last.idx + len(last.text), trigger.start)
        if _TOGETHER.search(passage.text, end, trigger.start):
            end = trigger.start
        if end > first.idx:
            return first.idx, end
    if subject is not None and subject.tag_ in ("WDT", "WP"):
        return _antecedent(passage, subject.idx)
    return sentence[0], trigger.start


def _antecedent(passage: Passage, who: int) -> tuple[int, int]:
    """The people before a relative "who": one, or the whole list where the verb is plural."""
    run: list[tuple[int, int]] = []
    at = who
    for mention in reversed([m for m in passage.people if m.end <= who]):
        if not re.fullmatch(r",?\s*(?:and\s+|as well as\s+)?", passage.text[mention.end : at]):
            break
        run.append((mention.start, mention.end))
        at = mention.start
    plural = re.match(r"who (?:are|were|have)\b", passage.text[who : who + 10])
    if not run:
        return who, who
    return (run[-1][0] if plural else run[0][0]), run[0][1]


def _right_zone(
    passage: Passage, trigger: Trigger, sentence: tuple[int, int], following: int, *, title: bool
) -> tuple[int, int]:
    """Where the counterparts stand: from the trigger to the next clause, purpose or trigger."""
    start, end = trigger.end, max(following, trigger.end)
    if title:
        return start, sentence[1]
    stop = _ZONE_END.search(passage.text, start, end)
    if stop:
        end = stop.start()
    for purpose in _PURPOSE.finditer(passage.text, start, end):
        span = passage.parse.char_span(purpose.end(), purpose.end() + 1, alignment_mode="expand")
        if span is not None and len(span) and span[0].tag_ == "VB":
            end = purpose.start()
            break
    return start, end


def _bare_parties(scene: Scene, index: int, zone: tuple[int, int], *, title: bool) -> list[Cited[str]]:
    """Parties that a zone names without a person: "with Palestinian officials", "between Iran and Iraq"."""
    passage = scene.passages[index]
    found: list[Cited[str]] = []
    for phrase in passage.phrases:
        if not (zone[0] <= phrase.start and phrase.end <= zone[1]) or phrase.kind in ("forum", "place", "seat"):
            continue
        if any(p.start <= phrase.start < p.end for p in passage.people):
            continue
        if any(f.start <= phrase.start < f.end for f in scene.forums[index]):
            continue
        if any(p.start < phrase.start < p.end for p in scene.places[index]):
            continue  # the country after a city
        after = passage.text[phrase.end : phrase.end + 60]
        before = passage.text[max(0, phrase.start - 12) : phrase.start]
        owner = phrase.kind.endswith("adjective") or re.match(r"[’']s?\b", after) or after[:1] in "-–"
        if owner and not _PARTY_NOUN.match(after):
            continue
        if title and not re.search(r"\b(?:with|and|between|from|of|by)(?: the)? $|, $|^$", before):
            continue
        if phrase.kind == "state-name" and re.search(r"\b(?:in|at|to|on|for|against)(?: the)? $", before):
            continue
        found.append(Cited(phrase.code, (passage.span(phrase.start, phrase.end),)))
    return found


def _date(passage: Passage, trigger: Trigger, sentence: tuple[int, int], reach: tuple[int, int]) -> DateMention | None:
    """The date that stands nearest to the trigger, inside its reach first."""
    dates = [d for d in passage.dates if sentence[0] <= d.start < sentence[1] and d.rule != "date.attributive"]
    if not trigger.noun and trigger.kind in (EngagementKind.MEETING, EngagementKind.CALL):
        dates = [d for d in dates if sentence[0] <= d.start <= reach[1]]
    if trigger.noun:
        dates = [d for d in dates if reach[0] <= d.start <= reach[1] or 0 <= trigger.start - d.end <= 12]
    if not dates:
        return None
    inside = [d for d in dates if reach[0] <= d.start <= reach[1]] or dates
    return min(inside, key=lambda d: (max(trigger.start - d.end, d.start - trigger.end, 0), d.start))


def _place(
    scene: Scene, index: int, trigger: Trigger, kind: EngagementKind, zone: tuple[int, int], following: int
) -> PlaceMention | None:
    """The place of the occasion: after "in" or "at", or where a visit goes."""
    passage = scene.passages[index]
    visit = kind is EngagementKind.VISIT
    if trigger.kind is EngagementKind.CALL:
        return None
    best: PlaceMention | None = None
    for place in scene.places[index]:
        if not (zone[0] <= place.start < zone[1]) or any(p.start <= place.start < p.end for p in passage.people):
            continue
        if any(f.start <= place.start < f.end for f in scene.forums[index]):
            continue
        before = passage.text[max(0, place.start - 16) : place.start]
        cue = re.search(
            r"\b(in|at|to|visit|visits|visited|visiting|from)(?: the| our country’s)? $", before, re.IGNORECASE
        )
        if cue is None or cue.group(1).casefold() == "from" or (cue.group(1).casefold() == "to" and not visit):
            continue
        if place.place.city is None and not visit and cue.group(1).casefold() not in ("in", "at"):
            continue
        if place.start > trigger.start and place.start > following and best is not None:
            break
        if trigger.noun and place.start > following:
            break
        if best is None or (best.start < trigger.start <= place.start and visit):
            best = place
    return best


def _mode(text: str, trigger: Trigger, right: tuple[int, int], sentence: tuple[int, int]) -> Mode | None:
    near = text[max(sentence[0], trigger.start - 20) : min(sentence[1], right[1] + 60)]
    if trigger.kind is not EngagementKind.CALL and _VIDEO.search(near):
        return Mode.VIDEO
    if trigger.kind is EngagementKind.CALL and re.search(r"\bvideo\b", near):
        return Mode.VIDEO
    return trigger.mode


def _status(
    scene: Scene, passage: Passage, trigger: Trigger, date: DateMention | None, sentence: tuple[int, int]
) -> tuple[Status, str]:
    """Held or to come: by the date against the document's own, then by the tense of the verb."""
    text = passage.text
    if _CANCELLED.search(text, max(sentence[0], trigger.start - 40), min(sentence[1], trigger.end + 60)):
        return Status.CANCELLED, "status.cancelled"
    anchor = scene.anchor.value if scene.anchor else None
    if date and date.first and anchor and not anchor.startswith(date.first):
        if date.first > anchor:
            return Status.PLANNED, "status.date-to-come"
        if (date.last or date.first) < anchor[: len(date.last or date.first)]:
            return Status.HELD, "status.date-past"
    verb = trigger.verb
    near = text[max(sentence[0], trigger.start - 30) : trigger.end]
    if trigger.noun:
        if _FUTURE.search(near) or _TO_COME.match(text[trigger.end : sentence[1]]):
            return Status.PLANNED, "status.future-words"
        if verb is not None and _future(verb):
            return Status.PLANNED, "status.future-tense"
        return Status.HELD, "status.past-tense"
    if verb is not None and _future(verb):
        return Status.PLANNED, "status.future-tense"
    return Status.HELD, "status.past-tense"


def _future(verb: object) -> bool:
    children = [c.text.casefold() for c in verb.children]  # type: ignore[attr-defined]
    if any(c in ("will", "shall", "’ll", "'ll") for c in children):
        return True
    token = verb
    if token.dep_ in ("xcomp", "conj", "advcl") and token.head is not token:  # type: ignore[attr-defined]
        head = token.head  # type: ignore[attr-defined]
        if head.lemma_ in (
            "plan",
            "expect",
            "schedule",
            "intend",
            "look",
            "agree",
            "go",
            "set",
            "be",
        ) and token.tag_ in ("VB", "VBG"):  # type: ignore[attr-defined]
            return True
        if token.dep_ == "conj":  # type: ignore[attr-defined]
            return any(c.text.casefold() in ("will", "shall") for c in head.children) and token.tag_ == "VB"  # type: ignore[attr-defined]
    return False


def day_of(mention: DateMention, passage: Passage) -> tuple[Cited[str] | None, Cited[str] | None]:
    """Give the first and last day of a date mention as cited values."""
    span: Span = passage.span(mention.start, mention.end)
    first = Cited(mention.first, (span,), mention.rule) if mention.first else None
    last = Cited(mention.last, (span,), mention.rule) if mention.last else None
    return first, last


def place_value(mention: PlaceMention, passage: Passage) -> Cited[Place]:
    """Give the place as a cited value."""
    return Cited(mention.place, (passage.span(mention.start, mention.end),))
