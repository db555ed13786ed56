"""Whom each person of a document represents, where no words beside the name tell it."""

from __future__ import annotations

import re
from collections import Counter

from memcon.model import BlockKind, Cited, DocumentKind
from memcon.reading.cast import Member
from memcon.reading.passages import Passage
from memcon.reading.place_names import PlaceMention, find_places
from memcon.reading.scene import Scene
from memcon.vocabulary.homes import knows_office
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.offices import Rank
from memcon.vocabulary.states import state

_LEAST_NAMED = 2
_OF_A_STATE = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.FOREIGN_MINISTER, Rank.MINISTER})
_OF_THE_SENDING = frozenset({Rank.AMBASSADOR, Rank.ENVOY, Rank.SPOKESPERSON})
_ONE_EACH = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.FOREIGN_MINISTER})
_TITLE_KINDS = frozenset({"state-name", "state-adjective", "seat"})
_MEETS = re.compile(
    r"\b(?:meet|meets|met|meeting|meetings|talks|consultations|discussions|speak|calls? on|called on|(?:received|"
    r"hosted|"
    r"welcomed)(?: in [A-Z][\w-]+)? by) ?(?:with )?"
)
_OPENING_PLACE = re.compile(
    r"\s*(?:(?:While|When|Also|Later) )?(?:[Ii]n|[Dd]uring (?:his|her|the) (?:visit|stay|trip) (?:to|in))(?: the)? "
)
_THERE = re.compile(r"\bthere\b")
_FOREIGN_MINISTER = re.compile(
    r"(?<!Deputy )(?<!Vice )(?<!Assistant )(?:(?:Foreign|External Affairs) Minister|"
    r"Minister (?:of|for) (?:Foreign|External) Affairs)"
)
_TO = re.compile(r"\bto (?:the )?$")
_OWN_PAGE = re.compile(
    r"\b(?:president|presidency|prime minister|kremlin|royal|akorda|élysée|emir|head of state)", re.IGNORECASE
)


def default_parties(scene: Scene) -> None:
    """Give a party to members whose party no words tell: by an office that only one party has, else the home's."""
    own_head = any(p.rule == "party.publisher-subject" for m in scene.cast.members for p in m.parties)
    for member in scene.cast.members:
        if member.parties or not member.offices:
            continue
        if own_head and any(h.rank is Rank.HEAD_OF_STATE for _, h in member.offices):
            continue  # the publisher's own president is another
        span, _head = member.offices[0]
        fixed = next((h.party for _, h in member.offices if h.party), None)
        if fixed:
            member.parties.append(Cited(fixed, (span,), "party.office-of-one-party"))
        elif (
            scene.home
            and not _second_head(scene, member)
            and not _sent_here(scene.home, member)
            and all(knows_office(scene.home, h.head) for _, h in member.offices)
        ):
            member.parties.append(Cited(scene.home, (span,), "party.publisher"))


def _sent_here(home: str, member: Member) -> bool:
    """Whether somebody is accredited to the publisher's own state: "Ambassador to the United States"."""
    return any(
        head.rank is Rank.AMBASSADOR
        and any(p.code == home and _TO.search(office.text, 0, p.start) for p in find_phrases(office.text))
        for office, head in member.offices
    )


def _second_head(scene: Scene, member: Member) -> bool:
    """Whether the publisher's party has a president, prime or foreign minister already, and this is another."""
    ranks = only_held(member)
    return any(
        other is not member and other.code == scene.home and other.names and ranks & only_held(other)
        for other in scene.cast.members
    )


def only_held(member: Member) -> set[Rank]:
    """The offices of a member that a state has one holder of."""
    foreign = {Rank.FOREIGN_MINISTER for office, _ in member.offices if _FOREIGN_MINISTER.search(office.text)}
    return foreign | ({h.rank for _, h in member.offices} & _ONE_EACH)


def hosts(scene: Scene) -> None:
    """Give whom a traveller meets abroad, and whose party no words tell, to the country in which they meet.

    "In Haiti, the Assistant Secretary will meet with Prime Minister X": the country must be named, a city alone may
    be where two others met. Where the title tells of one country, everybody met is of it but ambassadors and envoys.
    """
    title = scene.title()
    told = [p for p in title[1].phrases if p.kind in _TITLE_KINDS and p.code != scene.home] if title else []
    single = told[0] if title and len({p.code for p in told}) == 1 else None
    countries = {p.code for passage in scene.passages for p in passage.phrases if p.kind == "state-name"}
    for index, passage in enumerate(scene.passages):
        if passage.kind is not BlockKind.TEXT or scene.home is None:
            continue
        for mention, member in scene.mentioned(index):
            ranks = {h.rank for _, h in member.offices}
            counterpart = passage.text.endswith("counterpart ", 0, mention.start)
            if (
                member.parties
                or not (ranks or counterpart)
                or ranks & _OF_THE_SENDING
                or not _is_met(scene, index, mention.start)
            ):
                continue
            place = _opening_place(passage, mention.start) or _place_before(scene, passage, mention.start)
            country = place.place.country if place else None
            if place and country in countries and country != scene.home and ranks <= _OF_A_STATE:
                member.parties.append(Cited(str(country), (passage.span(place.start, place.end),), "party.host"))
            elif place is None and single and title:
                span = title[1].span(single.start, single.end)
                member.parties.append(Cited(single.code, (span,), "party.host"))


def _is_met(scene: Scene, index: int, start: int) -> bool:
    """Whether somebody of the publisher's side is told to meet the person mentioned at ``start``."""
    passage = scene.passages[index]
    sentence = passage.sentence_at(start)
    if sentence is None:
        return False
    before = [
        (mention, scene.members.get((index, n), []))
        for n, mention in enumerate(passage.people)
        if sentence.start_char <= mention.start and mention.end <= start
    ]
    first = before[0][1][0].code if before and before[0][1] else None
    if first is not None and first != scene.home:
        return False  # "The Minister of Fiji called on President X and was hosted to lunch by Minister Y"
    ours = any(
        members[0].code in (None, scene.home) if members else mention.party is None or mention.party.code == scene.home
        for mention, members in before
    )
    to_come = scene.kind.value is DocumentKind.ANNOUNCEMENT and not before
    ours = ours or to_come  # "On the same day, she will be received by"
    return ours and _MEETS.search(passage.text, sentence.start_char, start) is not None


def _place_before(scene: Scene, passage: Passage, start: int) -> PlaceMention | None:
    """The last city abroad that the sentence of an announced journey names before ``start``: "talks in Skopje with"."""
    sentence = passage.sentence_at(start)
    if sentence is None or scene.kind.value is not DocumentKind.ANNOUNCEMENT:
        return None
    places = find_places(passage.text, passage.phrases, [(m.start, m.end) for m in passage.people if m.name])
    back = _THERE.search(passage.text, start, sentence.end_char)  # "I travel to Amman. When I meet X there"
    before = [p for p in places if (0 if back else sentence.start_char) <= p.start < start and p.place.city]
    abroad = [p for p in before if p.place.country not in (None, scene.home)]
    return abroad[-1] if abroad else None


def _opening_place(passage: Passage, start: int) -> PlaceMention | None:
    """The place at the head of the sentence: "While in San José, he will meet with"."""
    sentence = passage.sentence_at(start)
    opening = _OPENING_PLACE.match(passage.text, sentence.start_char, start) if sentence is not None else None
    if opening is None:
        return None
    places = find_places(passage.text, passage.phrases, [(m.start, m.end) for m in passage.people if m.name])
    return next((p for p in places if p.start == opening.end()), None)


def subject_of_publisher(scene: Scene) -> None:
    """Take the person whom a head of state's own page names first, without office or country, for its own.

    "Vladimir Putin had a telephone conversation with President of Uzbekistan Shavkat Mirziyoyev".
    """
    title = scene.title()
    if scene.kind.value is DocumentKind.SCHEDULE and scene.home and title:
        for member in scene.members_in(title[0], 0, len(title[1].text))[:1]:
            if member.names and not member.parties:
                member.parties.append(Cited(scene.home, (member.names[0],), "party.publisher-subject"))
    if scene.home is None or not _OWN_PAGE.search(scene.document.publisher or ""):
        return
    first = next((i for i, p in enumerate(scene.passages) if p.kind is BlockKind.TEXT), None)
    if first is None:
        return
    for member in scene.members_in(first, 0, len(scene.passages[first].text)):
        if any(m.code == scene.home for m in scene.cast.members if m.names):
            return
        if member.names and not member.parties and not member.offices:
            member.parties.append(Cited(scene.home, (member.names[0],), "party.publisher-subject"))
            return


def party_of_text(scene: Scene) -> None:
    """Where the publisher is unknown: give the one office-holder of the opening who has no party the state that the
    text speaks of most, those of the others left out ("Foreign Minister Qiao met with Senegal's ...": China).
    """
    if scene.home is None and scene.kind.value is DocumentKind.TRANSCRIPT:
        _party_of_words(scene)
    first = next((i for i, p in enumerate(scene.passages) if p.kind is BlockKind.TEXT), None)
    if scene.home is not None or first is None:
        return
    opening = [m for m in scene.members_in(first, 0, len(scene.passages[first].text)) if m.names and m.offices]
    loose = [m for m in opening if not m.parties]
    taken = {m.code for m in opening}
    if len(loose) != 1 or len(opening) < 2:
        return
    named = [
        (phrase.code, passage, phrase)
        for passage in scene.passages
        for phrase in passage.phrases
        if phrase.kind in ("state-name", "state-adjective") and phrase.code not in taken
    ]
    ranked = Counter(code for code, _, _ in named).most_common(2)
    if ranked and ranked[0][1] >= _LEAST_NAMED and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        spans = tuple(p.span(x.start, x.end) for code, p, x in named if code == ranked[0][0])
        loose[0].parties.append(Cited(ranked[0][0], spans[:3], "party.most-named"))


def _of_some_state(member: Member) -> bool:
    """Whether somebody holds an office of a state and of no organisation: "Foreign Minister X"."""
    return bool(member.offices) and {h.rank for _, h in member.offices} <= _OF_A_STATE


def _party_of_words(scene: Scene) -> None:
    """Where a transcript's publisher is unknown: give the one person of the title who has no party the state that his
    turns speak for, the subject of their sentences ("The United States stands firmly behind").
    """
    title = scene.title()
    named = [m for m in scene.members_in(title[0], 0, len(title[1].text)) if m.names] if title else []
    loose = [m for m in named if not m.parties and m.offices]
    if len(loose) != 1 or len(named) < 2:
        return
    taken = {m.code for m in named}
    found: dict[str, Cited[str]] = {}
    for passage in scene.passages:
        for phrase in passage.phrases if passage.kind is BlockKind.TURN else ():
            if phrase.kind != "state-name" or phrase.code in taken:
                continue
            words = passage.parse.char_span(phrase.start, phrase.end)
            if words is not None and words.root.dep_ == "nsubj" and words.root.head.dep_ == "ROOT":
                span = passage.span(phrase.start, phrase.end)
                found.setdefault(phrase.code, Cited(phrase.code, (span,), "party.speaks-for"))
    if len(found) == 1:
        loose[0].parties.extend(found.values())


def other_parties(scene: Scene) -> None:
    """Give a party to named office-holders whom nothing else places, from the parties in the title.

    Where the title names one other party, it is theirs; where it names as many parties as the opening names people,
    they go in the same order ("United States-Australia-Japan Joint Statement": Biden, Albanese, Kishida).
    """
    title = scene.title()
    if title is None:
        return
    codes = list(dict.fromkeys(p.code for p in title[1].phrases if p.kind.startswith(("state", "organisation"))))
    first = next((i for i, p in enumerate(scene.passages) if p.kind is BlockKind.TEXT), title[0])
    opening = scene.members_in(title[0], 0, len(title[1].text)) + scene.members_in(
        first, 0, len(scene.passages[first].text)
    )
    if scene.home is not None and state(scene.home) is None:
        opening += [m for m in scene.cast.members if m not in opening and _of_some_state(m)]  # an organisation's page
    loose = [m for m in opening if m.names and m.offices and not m.parties]
    foreign = [c for c in codes if c != scene.home]
    spans = tuple(title[1].span(p.start, p.end) for p in title[1].phrases if p.code in foreign)
    if len(foreign) == 1 and (scene.home or all(m.code != foreign[0] for m in opening)):
        for member in loose:
            member.parties.append(Cited(foreign[0], spans[:1], "party.only-other-in-title"))
    elif len(codes) > 2:
        people = [m for m in scene.cast.members if m.names and m.offices][: len(codes)]
        if len(people) == len(codes) and all(m.code in (None, c) for m, c in zip(people, codes, strict=True)):
            for member, code in zip(people, codes, strict=True):
                if not member.parties:
                    member.parties.append(Cited(code, spans, "party.order-in-title"))
