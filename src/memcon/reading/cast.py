"""The cast of a document: each person once, with every form of name, office and party the document gives.

A name is one person's where the forms fit (:func:`memcon.reading.names.same_person`) and the parties do not clash.
Offices without a name ("the Secretary", "the Prime Minister of Japan") are resolved to a member of the cast.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from memcon.model import Cited, Participant, Span
from memcon.reading.names import fold_name, same_person
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.offices import OfficeHead, Rank

_OF_BODY = re.compile(r" of (?:the )?(?P<body>[A-Z][\w.]*(?: [A-Z][\w.]*)*)(?= for [A-Z])")
_RANK_MARKS = frozenset(
    {"vice", "deputy", "assistant", "under", "prime", "crown", "state", "former", "first", "alternate"}
)


@dataclass(slots=True)
class Member:
    """One person, or the unnamed holder of an office, while a document is being read."""

    order: int
    names: list[Span] = field(default_factory=list)
    offices: list[tuple[Span, OfficeHead]] = field(default_factory=list)
    parties: list[Cited[str]] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)

    @property
    def name(self) -> Cited[str] | None:
        """The fullest form of the name in the document, the first of equals."""
        if not self.names:
            return None
        best = max(self.names, key=lambda s: (len(fold_name(s.text)), _letters(s.text), -s.start))
        return Cited(" ".join(best.text.split()), (best,))

    @property
    def office(self) -> Cited[str] | None:
        """The fullest form of the office first named, without its country (not another that the person once held)."""
        if not self.offices:
            return None
        first, head = self.offices[0]
        core = _words(first.text)
        same = [o for o, h in self.offices if h.head == head.head or core <= _words(o.text)]
        plurals = {f"{o.text}s".casefold() for o in same}  # "Presidents X and Y" beside "President X"
        one = [o for o in same if o.text.casefold() not in plurals]
        best = max(one, key=lambda s: (len(" ".join(s.text.split())), -s.start))
        words = " ".join(best.text.split())
        plural = next((h.plural for o, h in self.offices if o is best), None)
        at = words.casefold().find(plural.casefold()) if plural else -1
        if plural and at >= 0:  # "the Foreign Ministers of A and B, X and Y": each is Foreign Minister
            one_of_them = head.head if words[at : at + len(plural)] == plural else head.head.casefold()
            words = words[:at] + one_of_them + words[at + len(plural) :]
            return Cited(_without_body(words), (best,), "office.one-of-several")
        return Cited(_without_body(words), (best,))

    @property
    def party(self) -> Cited[str] | None:
        """Whom the person represents: the party named with them first, else what was derived."""
        for rule_stated in (True, False):
            for party in self.parties:
                if (party.rule == "stated") == rule_stated:
                    return party
        return None

    @property
    def speaks_for_others(self) -> bool:
        """Whether this is a spokesperson, who issues a text and takes part in nothing."""
        return bool(self.offices) and all(h.rank is Rank.SPOKESPERSON for _, h in self.offices)

    @property
    def code(self) -> str | None:
        """The party's code or name, if known."""
        return self.party.value if self.party else None

    @property
    def label(self) -> str:
        """How the member is called among speakers: name, else party, else office."""
        if self.names:
            return self.name.value if self.name else ""
        return self.code or (self.office.value if self.office else "")

    def participant(self) -> Participant:
        """Give the member as a value of the record."""
        return Participant(self.name, self.office, self.party)


@cache
def _without_body(office: str) -> str:
    """Cut the body out of an office that names it before its field: "High Representative of the EU for Security"."""
    for found in _OF_BODY.finditer(office):
        phrases = find_phrases(found["body"])
        if any(p.start == 0 and p.end == len(found["body"]) for p in phrases):
            return office[: found.start()] + office[found.end() :]
    return office


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)


_BY_RANK = {
    "Head of State": frozenset({Rank.HEAD_OF_STATE}),
    "Head of Government": frozenset({Rank.HEAD_OF_GOVERNMENT}),
    "Leader": frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT}),
}


class Cast:
    """All members, in order of first mention, and the search for the one that a mention means."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.opening = 0
        """Where the first paragraph of the text ends: whoever is named up to there is whom the document is about."""

    def named(
        self,
        name: Span,
        party: str | None,
        office: OfficeHead | None,
        position: int,
        another: Callable[[Member], bool] | None = None,
    ) -> Member:
        """Give the member that this name belongs to, a new one if none fits, and note the name.

        ``another`` tells of a member whose name fits that he is somebody else.
        """
        best: Member | None = None
        for member in self._by_recency(position):
            if another is not None and another(member):
                continue
            if not any(same_person(name.text, other.text) for other in member.names):
                continue
            if party and member.code and member.code != party and not _full(name.text):
                continue
            if office and self._clash(member, office, name.text):
                continue
            best = member
            break
        if best is None:
            best = Member(len(self.members))
            self.members.append(best)
        best.names.append(name)
        best.seen.append(position)
        return best

    @staticmethod
    def _clash(member: Member, office: OfficeHead, name: str) -> bool:
        """Whether a bare surname comes with a rank that its namesake cannot have ("First Lady Biden")."""
        if _full(name) or not member.offices:
            return False
        return office.head == "First Lady" and all(head.head != "First Lady" for _, head in member.offices)

    def holder(
        self,
        office: Span,
        head: OfficeHead,
        party: str | None,
        position: int,
        home: str | None = None,
        among: Iterable[Member] | None = None,
    ) -> Member | None:
        """Give the member whom an office without a name means, or None: the best fitting, the publisher's own, one
        whom the document is about, the latest.

        "The President" of a presidency's page is its own, also after another has been named. ``among`` restricts the
        search to some members.
        """
        allowed = None if among is None else {id(m) for m in among}
        scored = [
            (
                self._office_fit(member, office.text, head),
                home is not None and member.code == home,
                self._leads(member),
                -distance,
                member,
            )
            for distance, member in enumerate(self._by_recency(position))
            if not (party and member.code and member.code != party) and (allowed is None or id(member) in allowed)
        ]
        scored = [s for s in scored if s[0] > 0]
        if not scored:
            return None
        return max(scored, key=lambda s: s[:4])[4]

    def _leads(self, member: Member) -> bool:
        return min(member.seen, default=0) < self.opening

    @staticmethod
    def _office_fit(member: Member, office: str, head: OfficeHead) -> int:
        asked = _words(office)
        best = 0
        held_offices = [(part, other) for span, other in member.offices for part in _parts(span.text)]
        short = any(asked < _words(o.text) for o, _ in member.offices)  # "Minister" of a Minister of Education
        for part, other in held_offices:
            held = _words(part)
            if asked == held:
                best = max(best, 3 if short else 4)
            elif head.head in _BY_RANK and other.rank in _BY_RANK[head.head]:
                best = max(best, 3)
            elif asked <= held and not (held - asked) & _RANK_MARKS:
                best = max(best, 3 if head.head == other.head else 2)
            elif (held <= asked and not (asked - held) & _RANK_MARKS and head.rank == other.rank) or (
                head.rank == other.rank and head.rank in (Rank.ENVOY, Rank.AMBASSADOR) and head.head == other.head
            ):
                best = max(best, 1)
        return best

    def unnamed(self, office: Span, head: OfficeHead, party: Cited[str] | None, position: int) -> Member:
        """Add a member known by office only."""
        member = Member(len(self.members), offices=[(office, head)], seen=[position])
        if party:
            member.parties.append(party)
        self.members.append(member)
        return member

    def _by_recency(self, position: int) -> list[Member]:
        """Members by their last mention at or before ``position``, latest first; then those mentioned later."""

        def key(member: Member) -> tuple[int, int]:
            before = [p for p in member.seen if p <= position]
            return (0, -max(before)) if before else (1, min(member.seen, default=0))

        return sorted(self.members, key=key)


def _full(name: str) -> bool:
    return len(fold_name(name)) > 1


def _parts(office: str) -> list[str]:
    """A double office with its single ones: "Crown Prince and Prime Minister", "Crown Prince", "Prime Minister"."""
    parts = re.split(r" and |/", office)
    return [office, *parts] if len(parts) > 1 else [office]


def _words(office: str) -> frozenset[str]:
    plain = office.replace("’", "'").casefold()
    words = _ACRONYMS.get(plain, plain).replace("-", " ").replace("/", " ").split()
    return frozenset(_SYNONYMS.get(w.strip(",."), w.strip(",.")) for w in words) - _SMALL


_SMALL = frozenset({"of", "for", "the", "and", "to", "on", "at", "affairs"})
_ACRONYMS = {
    "eam": "external affairs minister",
    "fm": "foreign minister",
    "pm": "prime minister",
    "hr/vp": "high representative vice president",
    "hrvp": "high representative vice president",
}
_SYNONYMS = {"adviser": "advisor", "defence": "defense", "counsellor": "counselor"}


def speakers_of(members: Iterable[Member]) -> tuple[Cited[str], ...]:
    """Give the labels of members as speakers, each with the words that name it."""
    found: list[Cited[str]] = []
    for member in members:
        source = member.name or member.party or member.office
        if source is not None and all(source.value != f.value for f in found):
            found.append(source)
    return tuple(found)
