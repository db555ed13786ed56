"""Parse a document and work out who its people are: the scene that the readers look at."""

from __future__ import annotations

import re

from memcon.model import BlockKind, Cited, Document, DocumentKind, Layout, Span, TurnRole
from memcon.reading.allegiance import default_parties, hosts, other_parties, party_of_text, subject_of_publisher
from memcon.reading.cast import Member
from memcon.reading.forums import find_forums
from memcon.reading.known_holders import are_two, leads, parties_of_known
from memcon.reading.passages import Passage, passages_of
from memcon.reading.people import PersonMention, find_people
from memcon.reading.place_names import find_places
from memcon.reading.receptions import received_at_home
from memcon.reading.scene import Scene
from memcon.reading.sides import across_the_table, companions, listed_beside, listed_between, sides
from memcon.vocabulary.homes import home_of, knows_office
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.offices import NamePartKind, Rank, name_parts, name_stops, office_words


def scene_of(document: Document, layout: Layout, kind: Cited[DocumentKind], anchor: Cited[str] | None) -> Scene:
    """Parse the document and work out who its people are."""
    passages = passages_of(document, layout, anchor.value if anchor else None)
    scene = Scene(document, layout, kind, anchor, home_of(document, layout), passages)
    scene.cast.opening = next((p.block.span.end for p in passages if p.kind is BlockKind.TEXT), 0)
    for passage in passages:
        people = [(m.start, m.end) for m in passage.people if m.name]
        scene.places.append(find_places(passage.text, passage.phrases, people))
        scene.forums.append(find_forums(passage.text, passage.phrases, people))
    _name_members(scene)
    _resolve_offices(scene)
    _known_names(scene)
    return scene


def _name_members(scene: Scene) -> None:
    """First pass: everybody who is named, in the text or in full in the label of a turn."""
    for i, passage in enumerate(scene.passages):
        for m, mention in enumerate(passage.people):
            if mention.name is None:
                continue
            scene.members[i, m] = [_named(scene, passage, mention)]
    _labelled(scene)
    subject_of_publisher(scene)
    sides(scene)
    companions(scene)
    hosts(scene)
    parties_of_known(scene)
    listed_beside(scene)
    default_parties(scene)
    across_the_table(scene)
    listed_between(scene)
    other_parties(scene)
    received_at_home(scene)
    party_of_text(scene)


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
    name = passage.span(*mention.name)
    at = scene.anchor.value if scene.anchor else None

    def another(member: Member) -> bool:
        """Whether a leader known by surname only and a namesake without an office would be taken for one."""
        if mention.head is None or not leads([mention.head]):
            return leads(h for _, h in member.offices) and all(are_two(name.text, n.text, at) for n in member.names)
        if not leads(h for _, h in member.offices):
            return any(are_two(n.text, name.text, at) for n in member.names)
        return False

    member = scene.cast.named(name, party, mention.head, passage.position(mention.start), another)
    if mention.office and mention.head:
        member.offices.append((passage.span(*mention.office), mention.head))
    if mention.party:
        member.parties.append(Cited(mention.party.code, (passage.span(mention.party.start, mention.party.end),)))
    return member


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
    sentence = passage.sentence_at(mention.start)
    end = sentence.end_char if sentence is not None else 0
    return [
        member
        for other, member in scene.mentioned(index)
        if other.name and other.start >= mention.end and (title or other.start < end)
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
