"""When and where an occasion is, how the parties meet, and whether it is held or to come."""

from __future__ import annotations

import re

from memcon.model import Cited, EngagementKind, Mode, Place, Span, Status
from memcon.reading.arguments import purpose_at
from memcon.reading.dates import DateMention
from memcon.reading.forums import ForumMention
from memcon.reading.passages import Passage
from memcon.reading.place_names import PlaceMention
from memcon.reading.scene import Scene
from memcon.reading.trigger_nouns import Trigger

_TO_COME = re.compile(
    r"^(?:[\w’' -]{0,30})?,? ?(?:to be (?:held|hosted|convened)|to take place|(?:which|that) (?:will|"
    r"is to)|will (?:be held|take place)|"
    r"scheduled for|planned for)"
)
# a clause that tells more of an occasion: "the Summit, which will take place in Tirana on 6 December"
_RELATIVE = re.compile(
    r",? (?:(?:which|that) (?:will|is|was|are|were|has|had|took|takes|brought|brings|opens?|begins?|began|starts?)\b|"
    r"(?:which|that) [^,.;]{2,40}? (?:will (?:host|make|pay|undertake)|hosts?|hosted|made|paid|is (?:hosting|"
    r"making|paying))\b|"
    r"(?:scheduled|due|set|planned|slated|expected|hosted|held|convened)\b|"
    r"to (?:be (?:held|hosted|convened)|take place)\b)"
)
_BESIDE = re.compile(r"(?:[Oo]n|[Ii]n|[Aa]t) the (?:margins|sidelines|fringes) of ")
# what is talked about: "held a summit on the situation in Niger"
_TALKED_OF = re.compile(
    r"\b(?:situation|developments?|events|crisis|war|conflict|fighting|violence|coup|unrest|ceasefire|elections?|peace|"
    r"aggression|hostilities|transition|reconstruction) in(?: the)? $",
    re.IGNORECASE,
)
_DATE_AFTER = 12
_CUE_REACH = 60
_NEAR_AFTER = 110
_OURS = re.compile(r" (?:to|in) (?P<ours>our country|the country)\b")
_DATE_BEFORE = 25  # "the launch this week of the second Strategic Dialogue"
_PARTICIPLE = re.compile(
    r"(initiated|established|signed|adopted|founded|agreed|announced|issued|released|created|negotiated|published|"
    r"approved|reached) (?:on|in) $"
)
_TELLS_AFTER = re.compile(r" (?:announced|said|confirmed|stated|reported|told reporters)\b")
_TELLS_BEFORE = re.compile(r"\b(?:announced|confirmed|reported)(?: (?:on|late|earlier|late on))? $")
_OWNED = re.compile(r"[’']s ")  # "a united approach to Russia’s build-up"
_VIDEO = re.compile(
    r"\b(?:virtual(?:ly)?|videoconference|video[- ]?(?:conference|link|call|teleconference)|online|secure video)\b",
    re.IGNORECASE,
)
_SETTLES = frozenset({"agree", "announce", "confirm", "decide", "say", "add", "note", "inform"})
GOES = frozenset({"visit", "travel", "go", "come", "fly", "tour", "return", "stop"})
PART_OF = r"(?: (?:north|south|east|west|northeast|northwest|southeast|southwest|central)(?:ern)?)?"
"""What may stand before a country of which only a part is meant: "to northeast Syria"."""
_WHAT = r"(?: the (?:[\w’'-]+ ){0,3}(?:capital|city|town|resort|port|province)(?: city| of)?,?)?"  # "the Thai capital"
_CUE = re.compile(
    rf"\b(in|at|to|visit|visits|visited|visiting|from)(?:(?: the| our country’s)?|{_WHAT}) $", re.IGNORECASE
)
_CUE_OF_VISIT = re.compile(
    rf"\b(in|at|to|visit|visits|visited|visiting|from)(?:(?: the)?{PART_OF}|{_WHAT}) $", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|shall|upcoming|planned|forthcoming|scheduled|next|to be held|look(?:s|ed|ing)? forward to|"
    r"in advance of|ahead of|in preparation for|preparing for|in the run-up to|leading up to)\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:will|shall|is to|are to)(?: \w+ly| also| then| jointly| both)* (?:co-)$")
_AWAITED = re.compile(r"\blook(?:s|ed|ing)? forward to (?:\w+ )?$")
_LATER = re.compile(r"[^.,;]{0,40}\blater (?:this|in the) ")  # "plans for a summit in person later this fall"
_CANCELLED = re.compile(r"\b(?:cancel(?:l)?ed|postponed|called off)\b", re.IGNORECASE)


def date_of(
    passage: Passage, trigger: Trigger, sentence: tuple[int, int], reach: tuple[int, int]
) -> DateMention | None:
    """The date that stands nearest to the trigger, inside its reach first."""
    dates = [
        d
        for d in passage.dates
        if sentence[0] <= d.start < sentence[1]
        and d.rule != "date.attributive"
        and not passage.text.endswith("since ", 0, d.start)  # "the first summit since 2016"
        and not _of_another(passage, d, trigger)
        and not _of_telling(passage.text, d, trigger)
    ]
    if not trigger.noun and trigger.kind in (EngagementKind.MEETING, EngagementKind.CALL):
        beside = _BESIDE.match(passage.text, reach[1])  # "a meeting on the margins of the Summit in June"
        told_in = _relative_clause(passage, trigger, sentence)  # "the consultations, to be held tomorrow"
        dates = [d for d in dates if sentence[0] <= d.start <= (sentence[1] if beside else max(reach[1], told_in))]
    if trigger.noun:
        told_in = _relative_clause(passage, trigger, sentence)
        reach = (reach[0], max(reach[1], told_in))
        dates = [
            d
            for d in dates
            if d.start < max(trigger.end, told_in) or not _verb_between(passage, _held_until(trigger), d.start)
        ]
        if _held_until(trigger) > trigger.end:
            reach = (reach[0], sentence[1])
        dates = [d for d in dates if reach[0] <= d.start <= reach[1] or 0 <= trigger.start - d.end <= _DATE_BEFORE]
    if not dates:
        return None
    told = [d for d in dates if trigger.end <= d.start < _relative_clause(passage, trigger, sentence)]
    dates = told or dates  # "to take part in the consultations, to be held tomorrow"
    inside = [d for d in dates if reach[0] <= d.start <= reach[1]] or dates
    if trigger.verb is not None and trigger.verb.tag_ == "VB" and trigger.verb.dep_ in ("advcl", "xcomp"):
        # "will travel April 19 to 22 to attend the Dialogue on April 21"
        inside = [d for d in inside if 0 <= d.start - trigger.end <= _DATE_AFTER] or inside
    return min(inside, key=lambda d: (max(trigger.start - d.end, d.start - trigger.end, 0), d.start))


def _relative_clause(passage: Passage, trigger: Trigger, sentence: tuple[int, int]) -> int:
    """Where the clause that stands right after an occasion's noun and tells more of it ends; 0 if there is none."""
    clause = _RELATIVE.match(passage.text, trigger.end, sentence[1])
    if clause is None:
        return 0
    comma = re.compile(r", (?!\d)").search(passage.text, clause.end(), sentence[1])
    return comma.start() if comma else sentence[1]


def _held_until(trigger: Trigger) -> int:
    """Where what is told of an occasion's noun may begin: after its own verb in "the session was held in Maputo in"."""
    if trigger.root and trigger.verb is not None and trigger.verb.tag_ == "VBN":
        return max(trigger.end, trigger.verb.idx + len(trigger.verb.text))
    return trigger.end


def _of_telling(text: str, date: DateMention, trigger: Trigger) -> bool:
    """Whether a day is when something was announced: "today announced that she is travelling", "said on Monday"."""
    if trigger.start <= date.start < trigger.end:
        return False
    after = _TELLS_AFTER.match(text, date.end) if date.end <= trigger.start else None
    before = _TELLS_BEFORE.search(text, trigger.end, date.start) if date.start >= trigger.end else None
    return after is not None or before is not None


def _of_another(passage: Passage, date: DateMention, trigger: Trigger) -> bool:
    """Whether a date belongs to a participle that only describes something: "the dialogue, initiated on June 11"."""
    before = _PARTICIPLE.search(passage.text, trigger.end, date.start) if date.start > trigger.end else None
    if before is None:
        return False
    word = passage.parse.char_span(before.start(), before.end(1), alignment_mode="expand")
    if word is None or word[0] == trigger.verb or word[0].tag_ not in ("VBN", "VBD"):
        return False
    bare = not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in word[0].children)
    return bare and (word[0].dep_ == "acl" or passage.text.endswith(", ", 0, before.start()))


def place_of(
    scene: Scene, index: int, trigger: Trigger, kind: EngagementKind, zone: tuple[int, int], following: int
) -> PlaceMention | None:
    """The place of the occasion: after "in" or "at", or where a visit goes."""
    passage = scene.passages[index]
    visit = kind is EngagementKind.VISIT
    if trigger.kind is EngagementKind.CALL:
        return None
    met = kind is EngagementKind.MEETING and not trigger.noun
    purpose = purpose_at(passage, trigger.end, zone[1]) if met else None
    root_verb = trigger.verb.idx if trigger.noun and trigger.root and trigger.verb is not None else None
    told_in = _relative_clause(passage, trigger, zone) if trigger.noun else 0
    best: PlaceMention | None = None
    for place in scene.places[index]:
        if (purpose is not None and place.start > purpose) or _of_another_clause(scene, index, trigger, place, met=met):
            continue  # "met to prepare for the summit in Madrid"
        if (
            trigger.noun
            and root_verb is None
            and place.start >= told_in
            and _verb_between(passage, trigger.end, place.start)
        ):
            break
        if not (zone[0] <= place.start < zone[1]) or any(p.start <= place.start < p.end for p in passage.people):
            continue
        before = passage.text[max(0, place.start - _CUE_REACH) : place.start]
        cue = (_CUE_OF_VISIT if visit else _CUE).search(before)
        if cue is None or _OWNED.match(passage.text, place.end) or _leads_elsewhere(cue, before, visit=visit):
            continue
        if place.place.city is None and not visit and cue.group(1).casefold() not in ("in", "at"):
            continue
        told_elsewhere = place.start > max(following, told_in)
        if trigger.noun and told_elsewhere and not (root_verb is not None and place.start > root_verb):
            break
        if best is not None and best.start > trigger.start:
            break  # the first after the verb or noun is nearest
        if best is None or place.start > trigger.start:
            best = place
    return best or (_our_country(scene, index, trigger) if visit else None)


def _of_another_clause(scene: Scene, index: int, trigger: Trigger, place: PlaceMention, *, met: bool) -> bool:
    """Whether a place is somebody's or another forum's: "met Minister X, who arrived in Israel".

    It is another forum's inside its name, or after it where the occasion has a forum of its own: "convened the Forum,
    with 44 days left to the Conference in Glasgow".
    """
    forums = scene.forums[index]
    if met and scene.passages[index].text.find(" who ", trigger.end, place.start) >= 0:
        return True
    if any(f.start <= place.start < f.end for f in forums):
        return True
    return trigger.forum is not None and any(trigger.end < f.start and f.end <= place.start for f in forums)


def _our_country(scene: Scene, index: int, trigger: Trigger) -> PlaceMention | None:
    """The publisher's own country, as "a visit to our country" tells it."""
    match = _OURS.match(scene.passages[index].text, trigger.end)
    if match is None or scene.home is None:
        return None
    return PlaceMention(match.start("ours"), match.end("ours"), Place(None, scene.home))


def mode_of(text: str, trigger: Trigger, right: tuple[int, int], sentence: tuple[int, int]) -> Mode | None:
    """The mode that the words near the trigger tell, or the trigger's own; None where nothing tells."""
    near = text[max(sentence[0], trigger.start - 20) : min(sentence[1], right[1] + 60)]
    if trigger.kind is not EngagementKind.CALL and _VIDEO.search(near):
        return Mode.VIDEO
    if trigger.kind is EngagementKind.CALL and re.search(r"\bvideo\b", near):
        return Mode.VIDEO
    return trigger.mode


def _leads_elsewhere(cue: re.Match[str], before: str, *, visit: bool) -> bool:
    """Whether the word before a place tells whence somebody comes, what is talked about, or no place of a meeting."""
    word = cue.group(1).casefold()
    return word == "from" or (not visit and (word == "to" or _TALKED_OF.search(before) is not None))


def status_of(
    scene: Scene, passage: Passage, trigger: Trigger, date: DateMention | None, sentence: tuple[int, int]
) -> tuple[Status, str]:
    """Held or to come: by the date against the document's own, then by the tense of the verb."""
    text = passage.text
    if _CANCELLED.search(text, max(sentence[0], trigger.start - 40), min(sentence[1], trigger.end + _NEAR_AFTER)):
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
        after = text[trigger.end : sentence[1]]
        if _FUTURE.search(near) or _TO_COME.match(after) or _LATER.match(after):
            return Status.PLANNED, "status.future-words"
        if verb is not None and _future(verb):
            return Status.PLANNED, "status.future-tense"
        return Status.HELD, "status.past-tense"
    own = text[sentence[0] : verb.idx] if verb is not None else ""
    if (verb is not None and _future(verb)) or _WILL.search(own) or _AWAITED.search(text, sentence[0], trigger.start):
        return Status.PLANNED, "status.future-tense"
    return Status.HELD, "status.past-tense"


def _future(verb: object) -> bool:
    children = [c.text.casefold() for c in verb.children]  # type: ignore[attr-defined]
    if any(c in ("will", "shall", "’ll", "'ll") for c in children):
        return True
    if "would" in children and verb.dep_ == "ccomp" and verb.head.lemma_ in _SETTLES:  # type: ignore[attr-defined]
        return True  # "agreed that the next round would be held in Kyiv"
    token = verb
    if token.dep_ in ("xcomp", "conj", "advcl") and token.head is not token:  # type: ignore[attr-defined]
        head = token.head  # type: ignore[attr-defined]
        if head.lemma_ in GOES and token.tag_ == "VB":  # type: ignore[attr-defined]
            return _future(head)  # "will visit the Canal to speak with"
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
            "decide",
            "propose",
            "hope",
            "want",
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


def city_in_name(scene: Scene, index: int, forum: ForumMention) -> PlaceMention | None:
    """The city that a forum is called after: "Berlin II Conference on Libya", "Baghdad Regional Summit"."""
    return next((p for p in scene.places[index] if p.start == forum.start and p.place.city), None)


def _verb_between(passage: Passage, start: int, end: int) -> bool:
    """Whether a finite verb stands between two places of a sentence."""
    return any(start <= t.idx < end and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in passage.parse)
