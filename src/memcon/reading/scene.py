"""The scene of a document: its passages, its cast, its own date, and whose voice it speaks with."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from memcon.model import BlockKind, Cited, Document, DocumentKind, Layout, Span, TurnRole
from memcon.reading.cast import Cast, Member
from memcon.reading.forums import ForumMention, find_forums
from memcon.reading.passages import Passage, passages_of
from memcon.reading.people import PersonMention, find_people
from memcon.reading.place_names import PlaceMention, find_places
from memcon.vocabulary.homes import home_of, knows_office
from memcon.vocabulary.lexicon import Match, find_phrases
from memcon.vocabulary.offices import NamePartKind, Rank, name_parts, name_stops, office_words, titles

_LEAST_NAMED = 2
_OF_A_STATE = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.FOREIGN_MINISTER, Rank.MINISTER})
_OF_THE_SENDING = frozenset({Rank.AMBASSADOR, Rank.ENVOY, Rank.SPOKESPERSON})
_ONE_EACH = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.FOREIGN_MINISTER})
_LED_BY = (
    r" (?:[\w-]+ )?(?:delegation|side|team)s?,? (?:(?:which|that) )?(?:was |were |is |will be )?(?:led|headed|represented|chaired) by "
    r"(?:(?:the|its|his|her) )?"
)
_DELEGATION_OF = re.compile(r"\bdelegation (?:of|from) (?:the )?$")
_HEADED = r",? (?:headed|led) by (?:(?:the|its) )?"
_COUNTERPART = r" counterpart, (?:the )?"
_TITLE_KINDS = frozenset({"state-name", "state-adjective", "seat"})
_MEETS = re.compile(
    r"\b(?:meet|meets|met|meeting|meetings|talks|speak|calls? on|called on|(?:received|hosted|welcomed)(?: in [A-Z][\w-]+)? by) ?(?:with )?"
)
_ON_BEHALF = re.compile(
    r"\b(?:on behalf of|[Aa]t the (?:kind |official )?invitation (?:of|from)) (?:the |his |her |its )?$"
)
_OPENING_PLACE = re.compile(
    r"\s*(?:(?:While|When|Also|Later) )?(?:[Ii]n|[Dd]uring (?:his|her|the) (?:visit|stay|trip) (?:to|in))(?: the)? "
)
_OWN_PAGE = re.compile(
    r"\b(?:president|presidency|prime minister|kremlin|royal|akorda|élysée|emir|head of state)", re.IGNORECASE
)


@dataclass(slots=True)
class Scene:
    """What the readers of engagements and statements look at.

    ``anchor`` is the document's own date (ISO day) with the words or rule it comes from, or None; ``home`` the party
    whose organ publishes the document, if known. ``members`` maps a passage's index and a mention's index in it to
    the member of the cast that it means.
    """

    document: Document
    layout: Layout
    kind: Cited[DocumentKind]
    anchor: Cited[str] | None
    home: str | None
    passages: list[Passage]
    cast: Cast = field(default_factory=Cast)
    members: dict[tuple[int, int], list[Member]] = field(default_factory=dict)
    places: list[list[PlaceMention]] = field(default_factory=list)
    forums: list[list[ForumMention]] = field(default_factory=list)

    def title(self) -> tuple[int, Passage] | None:
        """The passage of the title, with its index."""
        for i, passage in enumerate(self.passages):
            if passage.kind == BlockKind.TITLE:
                return i, passage
        return None

    def members_in(self, index: int, start: int, end: int) -> list[Member]:
        """Members mentioned in the range ``start:end`` (view offsets) of a passage, each once, in order.

        Somebody on whose behalf another acts is not among them.
        """
        text = self.passages[index].text
        found: list[Member] = []
        for m, mention in enumerate(self.passages[index].people):
            if start <= mention.start and mention.end <= end + 1 and not _ON_BEHALF.search(text, 0, mention.start):
                found.extend(x for x in self.members.get((index, m), []) if x not in found)
        return found


def scene_of(document: Document, layout: Layout, kind: Cited[DocumentKind], anchor: Cited[str] | None) -> Scene:
    """Parse the document and work out who its people are."""
    passages = passages_of(document, layout, anchor.value if anchor else None)
    scene = Scene(document, layout, kind, anchor, home_of(document, layout), passages)
    scene.cast.opening = next((p.block.span.end for p in passages if p.kind is BlockKind.TEXT), 0)
    _name_members(scene)
    _resolve_offices(scene)
    _known_names(scene)
    for passage in passages:
        people = [(m.start, m.end) for m in passage.people if m.name]
        scene.places.append(find_places(passage.text, passage.phrases, people))
        scene.forums.append(find_forums(passage.text, passage.phrases, people))
    return scene


def _name_members(scene: Scene) -> None:
    """First pass: everybody who is named, in the text or in full in the label of a turn."""
    for i, passage in enumerate(scene.passages):
        for m, mention in enumerate(passage.people):
            if mention.name is None:
                continue
            scene.members[i, m] = [_named(scene, passage, mention)]
    _labelled(scene)
    _subject_of_publisher(scene)
    _hosts(scene)
    _sides(scene)
    _default_parties(scene)
    _other_parties(scene)
    _party_of_text(scene)


def _labelled(scene: Scene) -> None:
    """Take in who is named in full by a turn's label: "Joanna Pettifer, Foreign Minister:"."""
    for turn in scene.layout.turns if scene.kind.value is DocumentKind.TRANSCRIPT else ():
        label = turn.label
        phrases = find_phrases(label.text)
        for mention in find_people(label.text, phrases) if turn.role is TurnRole.SPEAKER else ():
            if mention.name is None or " " not in label.text[slice(*mention.name)] or label.text.isupper():
                continue

            def span(part: tuple[int, int], start: int = label.start) -> Span:
                return scene.document.span(start + part[0], start + part[1])

            party = mention.party.code if mention.party else None
            member = scene.cast.named(span(mention.name), party, mention.head, label.start)
            if mention.office and mention.head and not member.offices:
                member.offices.append((span(mention.office), mention.head))
            if mention.party and not member.parties:
                member.parties.append(Cited(mention.party.code, (span((mention.party.start, mention.party.end)),)))


def _named(scene: Scene, passage: Passage, mention: PersonMention) -> Member:
    assert mention.name is not None
    party = mention.party.code if mention.party else None
    member = scene.cast.named(passage.span(*mention.name), party, mention.head, passage.position(mention.start))
    if mention.office and mention.head:
        member.offices.append((passage.span(*mention.office), mention.head))
    if mention.party:
        member.parties.append(Cited(mention.party.code, (passage.span(mention.party.start, mention.party.end),)))
    return member


def _default_parties(scene: Scene) -> None:
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
            and all(knows_office(scene.home, h.head) for _, h in member.offices)
        ):
            member.parties.append(Cited(scene.home, (span,), "party.publisher"))


def _sides(scene: Scene) -> None:
    """Give whom a side or a heading names to its party: "the Chilean side was headed by", "(New Zealand) Minister X"."""
    for index, passage in enumerate(scene.passages):
        if passage.kind is not BlockKind.TEXT:
            continue
        for number, mention in enumerate(passage.people):
            for member in scene.members.get((index, number), []):
                phrase = None if member.parties else _side_of(passage, mention.start)
                if phrase is not None:
                    span = passage.span(phrase.start, phrase.end)
                    member.parties.append(Cited(phrase.code, (span,), "party.side"))


@cache
def _leads() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between a party and the person who leads its side, its delegation, or is its counterpart."""
    return tuple(re.compile(p + f"(?:(?:{titles()}) )*") for p in (_LED_BY, _HEADED, _COUNTERPART))  # type: ignore[return-value]


def _side_of(passage: Passage, start: int) -> Match | None:
    """The party whose side is led by the person at ``start``, or under whose heading the sentence stands."""
    before = passage.text[:start]
    for phrase in reversed(passage.phrases):
        if phrase.end > start:
            continue
        led, headed, counterpart = _leads()
        of = _DELEGATION_OF.search(before, 0, phrase.start) is not None and headed.fullmatch(before, phrase.end)
        if of or led.fullmatch(before, phrase.end) or counterpart.fullmatch(before, phrase.end):
            return phrase
    first = passage.phrases[0] if passage.phrases else None
    if first and before[: first.start] == "(" and before[first.end : first.end + 1] == ")":
        return first
    return None


def _second_head(scene: Scene, member: Member) -> bool:
    """Whether the publisher's party has a president, prime or foreign minister already, and this is another."""
    ranks = {h.rank for _, h in member.offices} & _ONE_EACH
    return any(
        other is not member and other.code == scene.home and other.names and ranks & {h.rank for _, h in other.offices}
        for other in scene.cast.members
    )


def _hosts(scene: Scene) -> None:
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
        for number, mention in enumerate(passage.people):
            for member in scene.members.get((index, number), []):
                ranks = {h.rank for _, h in member.offices}
                if member.parties or not ranks or ranks & _OF_THE_SENDING or not _is_met(scene, index, mention.start):
                    continue
                place = _opening_place(passage, mention.start)
                country = place.place.country if place else None
                if place and country in countries and country != scene.home and ranks <= _OF_A_STATE:
                    member.parties.append(Cited(str(country), (passage.span(place.start, place.end),), "party.host"))
                elif place is None and single and title:
                    span = title[1].span(single.start, single.end)
                    member.parties.append(Cited(single.code, (span,), "party.host"))


def _is_met(scene: Scene, index: int, start: int) -> bool:
    """Whether somebody of the publisher's side is told to meet the person mentioned at ``start``."""
    passage = scene.passages[index]
    sentence = next((s for s in passage.parse.sents if s.start_char <= start < s.end_char), None)
    if sentence is None:
        return False
    before = [
        (mention, scene.members.get((index, n), []))
        for n, mention in enumerate(passage.people)
        if sentence.start_char <= mention.start and mention.end <= start
    ]
    ours = any(
        members[0].code in (None, scene.home) if members else mention.party is None or mention.party.code == scene.home
        for mention, members in before
    )
    to_come = scene.kind.value is DocumentKind.ANNOUNCEMENT and not before
    ours = ours or to_come  # "On the same day, she will be received by"
    return ours and _MEETS.search(passage.text, sentence.start_char, start) is not None


def _opening_place(passage: Passage, start: int) -> PlaceMention | None:
    """The place at the head of the sentence: "While in San José, he will meet with"."""
    sentence = next((s for s in passage.parse.sents if s.start_char <= start < s.end_char), None)
    opening = _OPENING_PLACE.match(passage.text, sentence.start_char, start) if sentence is not None else None
    if opening is None:
        return None
    places = find_places(passage.text, passage.phrases, [(m.start, m.end) for m in passage.people if m.name])
    return next((p for p in places if p.start == opening.end()), None)


def _subject_of_publisher(scene: Scene) -> None:
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


def _party_of_text(scene: Scene) -> None:
    """Where the publisher is unknown: give the one office-holder of the opening who has no party the state that the
    text speaks of most, those of the others left out ("Foreign Minister Qiao met with Senegal's ...": China).
    """
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


def _other_parties(scene: Scene) -> None:
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


def _resolve_offices(scene: Scene) -> None:
    """Second pass: offices without a name mean a named member where one fits, else an unnamed holder."""
    for i, passage in enumerate(scene.passages):
        for m, mention in enumerate(passage.people):
            if mention.name is not None or mention.office is None or mention.head is None or mention.plural:
                continue
            position = passage.position(mention.start)
            office = passage.span(*mention.office)
            party = mention.party.code if mention.party else None
            others = _named_later(scene, i, mention)
            fitting = None if not others else [x for x in scene.cast.members if x not in others]
            if passage.text.endswith("visiting ", 0, mention.start):
                fitting = [x for x in scene.cast.members if x.code not in (None, scene.home)]
            member = scene.cast.holder(office, mention.head, party, position, home=scene.home, among=fitting)
            if member is None and _is_protagonist(scene, passage, mention):
                member = next((x for x in scene.cast.members if x.names and x.code == scene.home), None)
            if member is None:
                member = scene.cast.unnamed(office, mention.head, _party_of(scene, passage, mention), position)
            else:
                member.seen.append(position)
                _note_office(member, passage, mention, office)
            scene.members[i, m] = [member]


def _is_protagonist(scene: Scene, passage: Passage, mention: PersonMention) -> bool:
    """Whether a word such as "head" stands for the publisher's own man: "the deputy head of Polish diplomacy met"."""
    assert mention.office is not None
    assert mention.head is not None
    words = passage.text[slice(*mention.office)]
    own = mention.party is not None and mention.party.code == scene.home
    return own and words.islower() and mention.head.rank in (Rank.OFFICIAL, Rank.DEPUTY)


def _named_later(scene: Scene, index: int, mention: PersonMention) -> list[Member]:
    """Who is named after an office in its sentence: "The Prime Minister spoke to the Prime Minister of Norway, X"."""
    passage = scene.passages[index]
    title = passage.kind is BlockKind.TITLE
    end = next((s.end_char for s in passage.parse.sents if s.start_char <= mention.start < s.end_char), 0)
    return [
        member
        for number, other in enumerate(passage.people)
        if other.name and other.start >= mention.end and (title or other.start < end)
        for member in scene.members.get((index, number), [])
    ]


def _note_office(member: Member, passage: Passage, mention: PersonMention, office: Span) -> None:
    """Let an office-only mention complete what is known of a member."""
    if mention.head and all(len(o.text) < len(office.text) for o, _ in member.offices) and mention.party:
        member.offices.append((office, mention.head))
    if mention.party:
        member.parties.append(Cited(mention.party.code, (passage.span(mention.party.start, mention.party.end),)))


def _party_of(scene: Scene, passage: Passage, mention: PersonMention) -> Cited[str] | None:
    if mention.party:
        return Cited(mention.party.code, (passage.span(mention.party.start, mention.party.end),))
    assert mention.office is not None
    assert mention.head is not None
    span = passage.span(*mention.office)
    if mention.head.party:
        return Cited(mention.head.party, (span,), "party.office-of-one-party")
    if scene.home and knows_office(scene.home, mention.head.head):
        return Cited(scene.home, (span,), "party.publisher")
    return None


def _known_names(scene: Scene) -> None:
    """Third pass: a member's last or full name that stands without an office, where no mention was found yet."""
    forms: dict[str, Member] = {}
    for member in scene.cast.members:
        for name in member.names:
            words = name.text.split()
            # either end may be the family name: "Antony J. Blinken", "Gao Ming"
            for form in dict.fromkeys((" ".join(words), words[-1], words[0])):
                if len(form) > 2 and form[0].isupper() and _names_alone(form):
                    forms.setdefault(form, member)
    if not forms:
        return
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True)) + r")\b")
    for i, passage in enumerate(scene.passages):
        people = list(passage.people)
        extra: list[tuple[PersonMention, Member]] = []
        for match in pattern.finditer(passage.text):
            if any(p.start < match.end() and match.start() < p.end for p in people):
                continue
            if any(f.start < match.end() and match.start() < f.end for f in passage.phrases):
                continue
            extra.append(
                (PersonMention(match.start(), match.end(), match.span(), None, None, None), forms[match.group()])
            )
        if extra:
            _insert(scene, i, extra)


def _names_alone(form: str) -> bool:
    """Whether a word can stand for a person by itself: no ordinary word, particle, title or office."""
    parts = [name_parts(k) for k in NamePartKind]
    return form not in name_stops() and form.casefold() not in office_words() and all((form,) not in p for p in parts)


def _insert(scene: Scene, index: int, extra: list[tuple[PersonMention, Member]]) -> None:
    """Put further mentions into a passage, in order, and keep the map of members true."""
    passage = scene.passages[index]
    pairs = [(m, scene.members.pop((index, k), [])) for k, m in enumerate(passage.people)]
    pairs += [(mention, [member]) for mention, member in extra]
    pairs.sort(key=lambda p: p[0].start)
    for mention, member in extra:
        member.seen.append(passage.position(mention.start))
    scene.passages[index] = Passage(
        passage.document,
        passage.block,
        passage.view,
        passage.parse,
        passage.phrases,
        tuple(m for m, _ in pairs),
        passage.dates,
    )
    for k, (_, members) in enumerate(pairs):
        if members:
            scene.members[index, k] = members
