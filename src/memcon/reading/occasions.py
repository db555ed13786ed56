"""Read what one sentence tells of an occasion: who, with whom, when, where, held or to come."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from memcon.model import BlockKind, Cited, EngagementKind, Mode, Status
from memcon.reading.arguments import ON_A_VISIT, bare_parties, has_guest, left_zone, right_zone, subject_token
from memcon.reading.cast import Member
from memcon.reading.circumstances import GOES, city_in_name, date_of, mode_of, place_of, status_of
from memcon.reading.dates import DateMention
from memcon.reading.forums import ForumMention
from memcon.reading.passages import Passage
from memcon.reading.place_names import PlaceMention
from memcon.reading.referents import several_meant, subject_meant
from memcon.reading.scene import Scene
from memcon.reading.trigger_nouns import Trigger
from memcon.reading.triggers import find_triggers
from memcon.vocabulary.occasions import Takes

_JOINS = re.compile(
    r"^(?:(?! to (?!launch|open|convene|hold|inaugurate|resume|co-chair))[^.;]){0,60}?\b(?:for|at|in|"
    r"during|to (?:launch|open|convene|hold|inaugurate|resume|co-chair))"
    r"(?: (?:a|an|the|their|its|our|first|second|third|fourth|fifth|latest|inaugural|annual|virtual))* ?$"
)
_LETTER = re.compile(r"\b(?:telegram|cable|letter|congratulatory message)\b", re.IGNORECASE)
_WHO_MEETS = r"(?:ministers|leaders|ambassadors|sherpas|officials)"
_MEMBERS = (  # whoever meets as a format, before the verb
    rf"(?:on \w+(?: \w+)?, )?(?:the )?(?:(?:[\w-]+ )?(?:and [\w-]+ )?{_WHO_MEETS} of (?:the )?FORMAT"
    rf"(?: (?:states|countries|nations))?|FORMAT (?:[\w-]+ ){{0,3}}{_WHO_MEETS}) (?:have |will )?"
)
_FACE_TO_FACE = re.compile(r"(?:speak|talk)(?:s|ing)? in [A-Z][\w-]+ (?:with|to)\b|spoke in [A-Z][\w-]+ (?:with|to)\b")
_RECEIVED_IN = re.compile(r"\breceive[sd]? (?:today )?in (?:an? )?(?:private )?$")
_WHERE_THEY = re.compile(r"[^.;]{0,60}, where (?:they|the two[^,.;]{0,20}) (?:will |are to )?meet$")
_ON_VISIT = re.compile(r".{0,60}\bon (?:an? |his |her )(?:[\w-]+ )?(?:official |state |working )?(?:visit|trip)\b")
_BY_PHONE = re.compile(r" (?:by|over|on)(?: the)? (?:tele)?phone\b")
_IS_IN = re.compile(r" (?:(?:currently|now) )?in (?:the )?")
_WHO = re.compile(r"\bwho $")
_PRESENTS = re.compile(r"\b(?:present|hand over)(?:ed|ing|s)? (?:his|her|their|the) $")
_TO_PRESENT = re.compile(r"present(?:ed|ing|s)?\b")
_FOR = re.compile(r"\bfor(?: (?:a|an|the|their|its|our|\w+th|first|second|third|latest|inaugural|annual|virtual))* ?$")
_EARLIER = re.compile(r"\b(?:last|previous|earlier|recent|first|latest|past)(?: \w+)? $")


@dataclass(slots=True)
class Occasion:
    """One telling of an occasion. Offsets are those of passage ``index``'s view.

    ``summed`` marks one that only sums up occasions which are told one by one, ``shared`` a leg of a journey whose
    days are those of the whole journey.
    """

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
    under_way: bool = False
    summed: bool = False
    shared: bool = False
    kind: EngagementKind = EngagementKind.MEETING


def occasions_in(scene: Scene, index: int, *, title: bool) -> list[Occasion]:
    """Read the occasions of one passage, in order."""
    passage = scene.passages[index]
    triggers = find_triggers(passage.parse, scene.forums[index], title=title)
    found: list[Occasion] = []
    for sentence in _sentences(passage, title=title):
        inside = [t for t in triggers if sentence[0] <= t.start < sentence[1]]
        inside = [t for t in inside if not (_in_an_office(passage, t) or _is_the_manner(passage, t))]
        inside = [
            t for t in inside if t.takes is not Takes.PERSON or t.forum or t.first + 1 < t.last or has_guest(passage, t)
        ]
        for k, trigger in enumerate(inside):
            following = inside[k + 1].start if k + 1 < len(inside) else sentence[1]
            before = inside[k - 1].end if k else sentence[0]
            whole = (sentence[0], _end_with(passage, trigger, sentence[1]))
            following = whole[1] if following == sentence[1] else following
            occasion = _occasion(scene, index, trigger, whole, before, following, title=title)
            if not _only_is(passage.text, occasion) and not _unwritten(scene, occasion):
                found.append(occasion)
    return _with_their_forums(passage.text, found)


def _end_with(passage: Passage, trigger: Trigger, end: int) -> int:
    """The end of a sentence that a full stop inside a forum's name has cut: "Conference “Asia. Opportunities” in"."""
    after = passage.sentence_at(trigger.end - 1) if trigger.end > end else None
    return after.end_char if after is not None else end


def _in_an_office(passage: Passage, trigger: Trigger) -> bool:
    """Whether a noun only belongs to somebody's office: "the President of the National Assembly"."""
    return (
        trigger.noun
        and trigger.forum is None
        and any(m.office and m.office[0] < trigger.start and trigger.end <= m.office[1] for m in passage.people)
    )


def _is_the_manner(passage: Passage, trigger: Trigger) -> bool:
    """Whether a noun only says how somebody was received: "received in audience"."""
    return trigger.noun and _RECEIVED_IN.search(passage.text, 0, trigger.start) is not None


def _only_is(text: str, occasion: Occasion) -> bool:
    """Whether the verb is "be" and no journey is told: only "will be in Amman from January 14" is one."""
    verb = occasion.trigger.verb
    if verb is None or occasion.trigger.noun or verb.lemma_ not in ("be", "come"):
        return False
    place, date = occasion.place, occasion.date
    if verb.lemma_ == "come":  # "came to Tokyo", not "came to present his credentials in Tokyo"
        return place is None or text[occasion.trigger.end : place.start].strip() not in ("to", "to the")
    told = place is not None and _IS_IN.fullmatch(text, occasion.trigger.end, place.start) is not None
    if not (told and any(m.names for m in occasion.people)):
        return True
    if _who_is_there(text, occasion) or _ON_VISIT.match(text, occasion.trigger.end, occasion.sentence[1]):
        return False
    return date is None or occasion.status is not Status.PLANNED


def _who_is_there(text: str, occasion: Occasion) -> bool:
    """Whether a clause tells where a guest is: "Minister X, who is currently in Muscat"."""
    country = occasion.place.place.country if occasion.place else None
    abroad = all(m.code not in (None, country) for m in occasion.people)
    return abroad and _WHO.search(text, occasion.sentence[0], occasion.trigger.start) is not None


def _unwritten(scene: Scene, occasion: Occasion) -> bool:
    """Whether somebody is congratulated and no letter is told of."""
    verb = occasion.trigger.verb
    if verb is None or occasion.trigger.noun or verb.lemma_ != "congratulate":
        return False
    return not any(_LETTER.search(p.text) for p in scene.passages if p.kind is BlockKind.TEXT)


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
            if _FOR.search(text[last.trigger.end : occasion.forum.start]) and last.kind is EngagementKind.MEETING:
                last.kind = occasion.kind  # "met for the fourth Ministers' Meeting" is that conference
            last.date = last.date or occasion.date
            last.place = last.place or occasion.place
            last.mode = last.mode if last.mode in (Mode.VIDEO,) else occasion.mode or last.mode
            continue
        if last is not None and _of_its_members(text, last, occasion):
            occasion.forum, occasion.kind = last.forum, last.kind
            kept[-1] = occasion
            continue
        if last is not None and _hands_credentials(text, last, occasion):
            last.kind = EngagementKind.CEREMONY
            continue
        if (
            last is not None
            and last.forum is not None
            and _WHERE_THEY.match(text, last.trigger.end, occasion.trigger.end)
        ):
            # "the NATO ministerial to be held in Brussels on March 4, where they will meet"
            occasion.forum, occasion.kind = last.forum, last.kind
            occasion.date, occasion.place = occasion.date or last.date, occasion.place or last.place
            kept.pop()
        kept.append(occasion)
    return kept


def _of_its_members(text: str, format_: Occasion, met: Occasion) -> bool:
    """Whether those who met are told by their format: "G7 foreign ministers met", "the finance ministers of the G7"."""
    if format_.forum is None or not format_.forum.known or not format_.trigger.noun or met.sentence != format_.sentence:
        return False
    if met.forum is not None or met.kind is not EngagementKind.MEETING or not met.trigger.root or met.trigger.noun:
        return False
    whole = text[met.sentence[0] : met.trigger.start]
    return re.fullmatch(_MEMBERS.replace("FORMAT", re.escape(format_.forum.text)), whole, re.IGNORECASE) is not None


def _hands_credentials(text: str, received: Occasion, credentials: Occasion) -> bool:
    """Whether somebody is received in order to present his letters: "received X, who came to present her letters"."""
    return (
        credentials.kind is EngagementKind.CEREMONY
        and credentials.sentence == received.sentence
        and received.kind is EngagementKind.MEETING
        and (
            _PRESENTS.search(text, received.trigger.end, credentials.trigger.start) is not None
            or (not credentials.trigger.noun and _TO_PRESENT.match(text, credentials.trigger.start) is not None)
        )
    )


def _sentences(passage: Passage, *, title: bool) -> list[tuple[int, int]]:
    if title:
        return [(0, len(passage.text))]
    return [(s.start_char, s.end_char) for s in passage.parse.sents]


def _occasion(
    scene: Scene, index: int, trigger: Trigger, sentence: tuple[int, int], before: int, following: int, *, title: bool
) -> Occasion:
    passage = scene.passages[index]
    if trigger.kind is EngagementKind.CALL and _FACE_TO_FACE.match(passage.text, trigger.start):
        trigger = replace(trigger, kind=EngagementKind.MEETING, mode=None)
    if trigger.kind is EngagementKind.CALL and _on_the_spot(trigger):
        trigger = replace(trigger, kind=EngagementKind.MEETING, mode=None)
    if trigger.kind is EngagementKind.MEETING and _BY_PHONE.match(passage.text, trigger.end):
        trigger = replace(trigger, kind=EngagementKind.CALL, mode=Mode.PHONE)  # "held a conversation by phone with"
    occasion = Occasion(index, trigger, sentence, title=title, forum=trigger.forum)
    occasion.kind = _kind(passage.text, trigger)
    occasion.under_way = trigger.noun and ON_A_VISIT.search(passage.text, sentence[0], trigger.start) is not None
    occasion.earlier = _EARLIER.search(passage.text[max(0, trigger.start - 30) : trigger.start]) is not None
    left = left_zone(passage, trigger, sentence, before, title=title)
    right = right_zone(passage, trigger, sentence, following, title=title)
    subject = subject_token(trigger) if occasion.kind is EngagementKind.VISIT and not trigger.noun else None
    zones = [left] if subject is not None and subject.tag_ in ("WP", "WDT") else [left, right]
    if not trigger.noun:
        zones.insert(1, (trigger.start, trigger.end))  # "participates in President Biden’s meeting"
    for zone in zones:
        for member in scene.members_in(index, *zone):
            if member not in occasion.people and not member.speaks_for_others:
                occasion.people.append(member)
        occasion.parties.extend(bare_parties(scene, index, zone, title=title))
    if not title:
        meant = subject_meant(scene, index, trigger) or several_meant(scene, index, trigger)
        occasion.people = meant + [m for m in occasion.people if m not in meant]
    reach = (left[0], right[1] if not trigger.noun else max(right[1], following))
    occasion.date = date_of(passage, trigger, sentence, reach)
    who = ON_A_VISIT.search(passage.text, sentence[0], trigger.start) if trigger.noun else None
    begin = who.start() if who else trigger.start if trigger.noun else sentence[0]
    occasion.place = place_of(scene, index, trigger, occasion.kind, (begin, sentence[1]), following)
    if occasion.place is None and occasion.forum is not None:
        occasion.place = city_in_name(scene, index, occasion.forum)
    occasion.mode = mode_of(passage.text, trigger, right, sentence)
    occasion.status, occasion.status_rule = status_of(scene, passage, trigger, occasion.date, sentence)
    return occasion


def _on_the_spot(trigger: Trigger) -> bool:
    """Whether somebody goes to a place in order to speak with another: "will visit the Canal to speak with"."""
    verb = trigger.verb
    purpose = verb is not None and not trigger.noun and verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp")
    return verb is not None and purpose and verb.head.lemma_ in GOES


def _kind(text: str, trigger: Trigger) -> EngagementKind:
    """What sort of occasion it is: "a visit with" somebody is a meeting, "welcome" to a place a visit."""
    after = text[trigger.end : trigger.end + 200]
    if trigger.kind is EngagementKind.VISIT and re.match(r" with\b", after):
        return EngagementKind.MEETING
    if (
        trigger.verb is not None
        and trigger.verb.lemma_ == "welcome"
        and trigger.verb.tag_ in ("VB", "VBG")
        and re.search(r"\bto the (?:White House|State Department)\b|\bto [A-Z]", after)
    ):
        return EngagementKind.VISIT
    return trigger.kind
