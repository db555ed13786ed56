"""An engagement as its page shows it: every value with the place of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from memcon.exporting.copies import Source, gaps_in_words, reprint_in_words
from memcon.exporting.topics import topics_of_accounts
from memcon.exporting.words import day_in_words, party_in_words, place_in_words, value_in_words
from memcon.linking.engagements import CORRECTED, AccountKey, Choice, Engagement, Standing
from memcon.linking.people import Person
from memcon.linking.reprints import Reprint
from memcon.model import (
    PROMISES,
    STATED,
    Account,
    Cited,
    Document,
    EngagementKind,
    Participant,
    Place,
    Reading,
    Span,
    Statement,
)
from memcon.reading.names import same_person
from memcon.vocabulary.rules import meaning_of
from memcon.vocabulary.topics import Topic
from memcon.web import links

_TITLE = 120
_TOGETHER = "Together"
_UNKNOWN = "Side not reported"


@dataclass(frozen=True, slots=True)
class Where:
    """Where something is said: the number of the source (0: none of the engagement's), the address, the words."""

    number: int
    href: str
    quote: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words, with where it is said and why it is told so; without a place it was derived or set by hand."""

    words: str
    where: tuple[Where, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A field: its preferred value, how it stands, the reason, and what each account says."""

    label: str
    value: Value
    standing: str
    reason: str
    rivals: tuple[Value, ...] = ()

    @property
    def in_dispute(self) -> bool:
        """Whether accounts differ, or a human put another value in the place of theirs."""
        changed = self.standing in (Standing.CONTRADICTED.value, Standing.CORRECTED.value)
        return len({r.words for r in self.rivals}) > 1 or changed


@dataclass(frozen=True, slots=True)
class Attendee:
    """One who took part, with the address of the person's page, if it is known who that is.

    ``by_hand`` says whether a human added the person or put another name, office or party there.
    """

    name: Value | None
    office: Value | None
    href: str | None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """A party with those who took part for it; ``code`` is None where no party is told."""

    code: str | None
    name: str
    where: tuple[Where, ...]
    people: tuple[Attendee, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: what its speaker does by it, the words, whether they are quoted, and where they stand.

    ``why`` says who corrected or added it, empty where nobody did.
    """

    speakers: str
    act: str
    words: str
    quoted: bool
    where: tuple[Where, ...]
    why: str = ""


class Noter:
    """Puts an engagement into the values of its page, from its sources in the order of their numbers."""

    def __init__(self, engagement: Engagement, sources: Sequence[Source], people: Mapping[str, Person]) -> None:
        self._engagement = engagement
        self._sources = sources
        self._people = people
        self._numbers: dict[str, int] = {}
        for number, (document, _, _) in enumerate(sources, start=1):
            self._numbers.setdefault(document.id, number)

    def where(self, *spans: Span) -> tuple[Where, ...]:
        """Give the places of some words, each once."""
        found = {s: Where(self._numbers.get(s.document, 0), links.words(s), " ".join(s.text.split())) for s in spans}
        return tuple(found.values())

    def value(self, cited: Cited[Any], words: str | None = None) -> Value:
        """Give a value with the places of its words and the rule that derived it, if one did."""
        told = value_in_words(cited.value) if words is None else words
        return Value(told, self.where(*cited.spans), "" if cited.rule == STATED else meaning_of(cited.rule))

    def account(self, account: Account) -> list[tuple[str, Value]]:
        """Give what one account tells of when, where, how and in which forum."""
        fields: list[tuple[str, Cited[Any] | None]] = [
            ("Kind", account.kind),
            ("Status", account.status),
            ("Mode", account.mode),
            ("Date", account.start),
            ("Last day", account.end),
            ("Place", account.place),
            ("Forum", account.forum),
        ]
        return [(label, self.value(c, _in_words(c.value, label))) for label, c in fields if c is not None]

    def facts(self) -> list[Fact]:
        """Give when, where, how and in which forum, and what sort of occasion it is; a last day only if told apart."""
        e = self._engagement
        fields: list[tuple[str, Choice[Any]]] = [
            ("Date", e.start),
            ("Last day", e.end),
            ("Place", e.place),
            ("Venue", e.venue),
            ("Mode", e.mode),
            ("Forum", e.forum),
            ("Kind", e.kind),
            ("Status", e.status),
        ]
        facts = {label: self._fact(label, choice) for label, choice in fields}
        if replace(facts["Last day"], label="Date") == facts["Date"]:
            del facts["Last day"]
        return list(facts.values())

    def head(self) -> list[Fact]:
        """Give the facts for the head of a page: days, place, venue and mode.

        A date that is not reported is said to be so, and a place but of a call, which has none; a last day stands
        there only where its words are others than those of the first.
        """
        facts = {fact.label: fact for fact in self.facts()}
        kind = self._engagement.kind.preferred
        said_to_be_missing = {"Date"} if kind is not None and kind.value is EngagementKind.CALL else {"Date", "Place"}
        return [
            fact
            for label in ("Date", "Last day", "Place", "Venue", "Mode")
            if (fact := facts.get(label)) is not None
            and (fact.standing != Standing.NOT_REPORTED.value or label in said_to_be_missing)
            and not (label == "Last day" and fact.value.words == facts["Date"].value.words)
        ]

    def _fact(self, label: str, choice: Choice[Any]) -> Fact:
        preferred = choice.preferred
        value = Value("not reported") if preferred is None else self.value(preferred, _in_words(preferred.value, label))
        rivals: dict[str, list[Where]] = {}
        why: dict[str, str] = {}
        for key, cited in choice.rivals:
            words = _in_words(cited.value, label)
            rivals.setdefault(words, []).extend(self.where(*cited.spans[:1]) or self._at(key))
            why.setdefault(words, "" if cited.rule == STATED else meaning_of(cited.rule))
        places = {words: tuple(sorted(set(told), key=lambda w: w.number)) for words, told in rivals.items()}
        told = tuple(Value(words, where, why[words]) for words, where in places.items())
        return Fact(label, value, choice.standing.value, choice.reason, told)

    def _at(self, key: AccountKey) -> tuple[Where, ...]:
        return (Where(self._numbers.get(key.document, 0), links.document(key.document), ""),)

    def sides(self) -> list[Side]:
        """Give the parties, each with its people, last those of whom no party is told."""
        e = self._engagement
        told = {p.value: p for p in e.parties}
        for participant in e.participants:
            if participant.party is not None:
                told.setdefault(participant.party.value, participant.party)
        sides = [
            Side(code, party_in_words(code), self.where(*cited.spans), tuple(self._of(code)))
            for code, cited in told.items()
        ]
        rest = tuple(self._of(None))
        return [*sides, Side(None, _UNKNOWN, (), rest)] if rest else sides

    def _of(self, code: str | None) -> Iterator[Attendee]:
        for participant in self._engagement.participants:
            if (participant.party.value if participant.party else None) == code:
                yield self._attendee(participant)

    def _attendee(self, participant: Participant) -> Attendee:
        name, office = participant.name, participant.office
        person = self._person(name.value) if name else None
        return Attendee(
            self.value(name) if name else None,
            self.value(office) if office else None,
            links.person(person.id) if person else None,
            any(told.rule == CORRECTED for told in (name, office, participant.party) if told),
        )

    def _person(self, name: str) -> Person | None:
        exact = self._people.get(name)
        return exact or next((p for said, p in self._people.items() if same_person(said, name)), None)

    def statements(self, *, promises: bool) -> dict[str, list[Said]]:
        """Give what was said by side, or what was agreed and pledged; the same words of several sources stand once."""
        places: dict[tuple[str, str, str, str, bool], list[Span]] = {}
        for _, _, account in self._sources:
            for statement in account.statements:
                if (statement.act.value in PROMISES) is promises:
                    side, speakers = self._speakers(statement)
                    words = " ".join(statement.text.text.split())
                    told = (side, speakers, statement.act.value.value, words, statement.mode.value == "direct")
                    places.setdefault(told, []).append(statement.text)
        found: dict[str, list[Said]] = {}
        by_hand = {r.text: r.why for r in self._engagement.said}
        for (side, speakers, act, words, quoted), spans in places.items():
            why = "; ".join(by_hand[span] for span in spans if span in by_hand)
            found.setdefault(side, []).append(Said(speakers, act, words, quoted, self.where(*spans), why))
        order = [party_in_words(p.value) for p in self._engagement.parties]
        return dict(sorted(found.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order)))

    def _speakers(self, statement: Statement) -> tuple[str, str]:
        """The side that speaks, and the speakers by the fullest forms that the engagement knows."""
        people = [p for p in self._engagement.participants if p.name]
        sides, names = [], []
        for speaker in statement.speakers:
            known = next((p for p in people if p.name and same_person(p.name.value, speaker.value)), None)
            names.append(known.name.value if known and known.name else party_in_words(speaker.value))
            sides.append(self._side(known, speaker.value))
        one = list(dict.fromkeys(sides))
        side = one[0] if len(one) == 1 else _TOGETHER if one else _UNKNOWN
        order = [p.name.value for p in people if p.name]
        names.sort(key=lambda name: order.index(name) if name in order else len(order))
        return side, ", ".join(dict.fromkeys(names)) or "not reported"

    def _side(self, known: Participant | None, speaker: str) -> str:
        if known is not None:
            return party_in_words(known.party.value) if known.party else _UNKNOWN
        return party_in_words(speaker) if speaker in {p.value for p in self._engagement.parties} else _UNKNOWN

    def circumstances(self) -> list[tuple[str, Value]]:
        """Give who asked for it, how long it lasted and what was signed, as each source tells it."""
        found: list[tuple[str, Value]] = []
        for _, _, account in self._sources:
            if account.initiator:
                found.append(("Asked for by", self.value(account.initiator, party_in_words(account.initiator.value))))
            if account.duration:
                found.append(("Lasted", self.value(account.duration)))
            found += [("Signed", self.value(signed)) for signed in account.signed]
        return found

    def topics(self) -> list[tuple[Topic, int]]:
        """Give what was spoken of, each topic with the number of its statements."""
        accounts = [account for _, _, account in self._sources]
        return [(topic, len(told)) for topic, told in topics_of_accounts(accounts).items()]

    def sources(self, reprints: Sequence[Reprint]) -> list[tuple[int, Source, str | None, list[str]]]:
        """Give the sources with their numbers, of what each is a reprint (None: of nothing), and their gaps."""
        gaps: dict[int, list[str]] = {}
        for number, words in gaps_in_words(self._sources, reprints):
            gaps.setdefault(number, []).append(words)
        copies = {r.copy: reprint_in_words(r, self._called) for r in reversed(reprints)}
        return [
            (number, source, copies.get(source[0].id), gaps.get(number, []))
            for number, source in enumerate(self._sources, start=1)
        ]

    def _called(self, document: str) -> str:
        return f"[{self._numbers[document]}]" if document in self._numbers else document[:12]


def _in_words(value: Any, label: str) -> str:
    if isinstance(value, Place):
        return place_in_words(value)
    return day_in_words(value, value) if label in ("Date", "Last day") else value_in_words(value)


def title_of_document(document: Document, reading: Reading | None = None) -> str:
    """Give a document's title as its source has it or as read, else its first line, else its name."""
    if document.title:
        return document.title
    if reading is not None and reading.layout.title is not None:
        return " ".join(reading.layout.title.text.split())
    first = next((line.strip() for line in document.text.splitlines() if line.strip()), "")
    return first[:_TITLE] or document.name
