"""Tell which mentions by full name are of one person.

Mentions are first put together by party and spelling. Within a party, forms of one name are one person
(:func:`memcon.vocabulary.spellings.one_name`), the fullest forms first; a form that fits several persons joins none.
Persons of one name in different parties are one only where they hold the same office. Persons of one name and party
are kept apart where one account names both, or where more than 40 years lie between them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from memcon.linking.people.persons import Mention
from memcon.vocabulary.office_forms import may_be_same_office, office_keys
from memcon.vocabulary.spellings import is_bare, name_words, one_name

Form = tuple[str | None, tuple[str, ...]]
_LIFE = 40
"""Years between two mentions of one name that no career spans."""
_RARE = 5
"""A form of a name is rare where another is so many times as frequent."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A person whom documents name in full: the fullest form that is not rare, the party of most mentions.

    ``seen`` tells in which offices (None where none is told) the person was seen in which years (None where undated).
    """

    name: str
    party: str | None
    mentions: tuple[Mention, ...]
    seen: Mapping[str | None, frozenset[int | None]]


@dataclass(slots=True)
class Group:
    """Mentions that are of one person, while persons are being told apart."""

    mentions: list[Mention] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form of the name that is not rare, the most frequent of equals, then the first in order."""
        counts = Counter(m.name for m in self.mentions if m.name)
        most = max(counts.values())
        usual = [name for name, count in counts.items() if count * _RARE >= most]
        return max(usual, key=lambda n: (len(name_words(n)), len(n), counts[n], [-ord(c) for c in n]))

    @property
    def party(self) -> str | None:
        """The party of most mentions, the first in order of equals."""
        counts = Counter(m.party for m in self.mentions if m.party)
        return min(counts, key=lambda p: (-counts[p], p)) if counts else None


def full_names(mentions: Sequence[Mention]) -> list[Known]:
    """Group the mentions by full name into persons, in order of their first mention."""
    forms: dict[Form, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.name and not is_bare(mention.name):
            forms[mention.party, name_words(mention.name)].append(mention)
    by_party: dict[str | None, _Clusters] = defaultdict(_Clusters)
    for (party, _), told in sorted(forms.items(), key=_fullest_first):
        if party is not None:
            by_party[party].put(told)
    groups = [group for clusters in by_party.values() for group in clusters.groups]
    groups = _across_parties(groups)
    groups = [part for group in groups for part in _apart(group)]
    known = _Clusters(groups)
    for (party, _), told in sorted(forms.items(), key=_fullest_first):
        if party is None:
            known.put(told)
    found = sorted(known.groups, key=lambda g: min((m.key, m.number) for m in g.mentions))
    return [Known(group.name, group.party, tuple(group.mentions), _seen(group.mentions)) for group in found]


def _seen(mentions: Sequence[Mention]) -> dict[str | None, frozenset[int | None]]:
    years: dict[str | None, set[int | None]] = defaultdict(set)
    for mention in mentions:
        years[mention.office].add(int(mention.date[:4]) if mention.date else None)
    return {office: frozenset(found) for office, found in years.items()}


def _fullest_first(form: tuple[Form, list[Mention]]) -> tuple[int, int, tuple[str, ...], str]:
    (party, words), told = form
    return -len([w for w in words if len(w) > 1]), -len(told), words, party or ""


class _Clusters:
    """Groups that can be searched by the beginnings of their names' words."""

    def __init__(self, groups: Iterable[Group] = ()) -> None:
        self.groups: list[Group] = []
        self._near: dict[str, list[int]] = defaultdict(list)
        for group in groups:
            self._keep(group)

    def _keep(self, group: Group) -> None:
        self.groups.append(group)
        group.names.clear()
        for name in dict.fromkeys(m.name for m in group.mentions if m.name):
            self._learn(len(self.groups) - 1, name)

    def _learn(self, at: int, name: str) -> None:
        if name in self.groups[at].names:
            return
        self.groups[at].names.append(name)
        for begins in {word[:2] for word in name_words(name) if len(word) > 1}:
            if not self._near[begins] or self._near[begins][-1] != at:
                self._near[begins].append(at)

    def put(self, told: list[Mention]) -> None:
        """Add mentions of one form to the only group that its name fits, else as a group of their own."""
        name = told[0].name or ""
        near = {at for word in name_words(name) if len(word) > 1 for at in self._near.get(word[:2], ())}
        fits = [at for at in sorted(near) if any(one_name(name, other) for other in self.groups[at].names)]
        if len(fits) == 1:
            self.groups[fits[0]].mentions += told
            for other in dict.fromkeys(m.name for m in told if m.name):
                self._learn(fits[0], other)
        else:
            self._keep(Group(list(told)))


def _across_parties(groups: list[Group]) -> list[Group]:
    """Put groups of one spelling and the same office in different parties together: a party was told wrongly."""
    alike: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for group in groups:
        alike[name_words(group.name)].append(group)
    return [group for same in alike.values() for group in _joined(same)]


def _joined(same: list[Group]) -> list[Group]:
    found: list[Group] = []
    for group in sorted(same, key=lambda g: (-len(g.mentions), g.party or "")):
        other = next((g for g in found if _same_office(g, group)), None)
        if other is None:
            found.append(group)
        else:
            other.mentions += group.mentions
    return found


def _same_office(a: Group, b: Group) -> bool:
    def keys(group: Group) -> set[frozenset[str]]:
        offices, party = {m.office for m in group.mentions if m.office}, group.party
        return {key for office in offices for key in office_keys(office, party)}

    return bool(keys(a) & keys(b))


def _apart(group: Group) -> Iterator[Group]:
    """Part a group that holds two persons of one name."""
    for part in _by_time(group):
        yield from _by_account(part)


def _by_time(group: Group) -> list[Group]:
    dated = sorted((m for m in group.mentions if m.date), key=lambda m: (m.date or "", m.key, m.number))
    parts: list[list[Mention]] = []
    for mention in dated:
        if parts and int((mention.date or "")[:4]) - int((parts[-1][-1].date or "")[:4]) <= _LIFE:
            parts[-1].append(mention)
        else:
            parts.append([mention])
    if len(parts) < 2:
        return [group]
    undated = [m for m in group.mentions if not m.date]  # nothing tells whose they are: the later person is likelier
    return [Group(part + (undated if part is parts[-1] else [])) for part in parts]


def _by_account(group: Group) -> list[Group]:
    """Two mentions of one name in one account, in offices that cannot be one, are two people."""
    together: dict[object, list[Mention]] = defaultdict(list)
    for mention in group.mentions:
        if mention.office:
            together[mention.key].append(mention)
    clash = next((ms for ms in together.values() if len(ms) > 1 and not _agree(ms[0], ms[1], group.party)), None)
    if clash is None:
        return [group]
    first, second = clash[0], clash[1]
    ours = [m for m in group.mentions if m is not second and (m is first or not _agree_only(m, second, first, group))]
    mine = {id(m) for m in ours}
    return [Group(ours), *_by_account(Group([m for m in group.mentions if id(m) not in mine]))]


def _agree(a: Mention, b: Mention, party: str | None) -> bool:
    return a.office is None or b.office is None or may_be_same_office(a.office, b.office, party)


def _agree_only(mention: Mention, one: Mention, other: Mention, group: Group) -> bool:
    return _agree(mention, one, group.party) and not _agree(mention, other, group.party)
