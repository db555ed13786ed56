"""The pages of what a search is about: the party, the pair, the people, offices and forums that its words name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from memcon.errors import UsageError
from memcon.exporting.words import party_in_words
from memcon.linking.people import Person
from memcon.reading.names import fold_name
from memcon.record import Facet, Filters, Record
from memcon.record.counting import KEPT
from memcon.record.rows import office_forms
from memcon.vocabulary.office_forms import parties_with_forms
from memcon.vocabulary.parties import party_code
from memcon.web import links
from memcon.web.asking import Asked
from memcon.web.records import RecordFile

_PEOPLE, _FORUMS = 5, 3
_BETWEEN = re.compile(r"\s*(?:[–—/,&+]|\s-\s|\band\b|\bwith\b)\s*", re.IGNORECASE)
_WORDS = 6
"""So many words at most name two parties that nothing stands between."""


@dataclass(frozen=True, slots=True)
class Named:
    """A page that a search is about: what sort of page, its name, its address."""

    kind: str
    name: str
    href: str


def named(records: RecordFile, asked: Asked) -> list[Named]:
    """Give the pages of what a search asks for, by its words and by what was chosen, each once."""
    found = [*_chosen(records.record(), asked), *_worded(records, asked.q)]
    return list(dict.fromkeys(found))


def _chosen(record: Record, asked: Asked) -> Iterator[Named]:
    parties = list(dict.fromkeys(map(party_code, asked.party)))
    if len(parties) == 2:
        yield _pair(*parties)
    yield from map(_party, parties)
    if asked.who:
        with suppress(UsageError):
            yield _person(record.person(asked.who))
    if asked.office and len(parties) == 1:
        yield Named("Office", f"{asked.office}, {party_in_words(parties[0])}", links.office(parties[0], asked.office))
    if asked.forum and (series := record.series_at(asked.forum)) is not None:
        yield Named("Forum", series.name, links.forum(asked.forum))


def _worded(records: RecordFile, words: str) -> Iterator[Named]:
    plain = " ".join(words.replace('"', " ").split())
    folded = fold_name(plain)
    if not folded:
        return
    known = {told.party for told in records.kept("parties", lambda record: record.party_counts())}
    if (party := party_code(plain)) in known:
        yield _party(party)
    elif (pair := _two(plain, known)) is not None:
        yield _pair(*pair)
        yield from map(_party, pair)
    yield from map(_person, _people(records, folded))
    yield from _offices(records, plain)
    forums = records.kept("names of forums", lambda record: record.series_names())
    fitting = [(slug, name) for slug, name in forums if {*folded} <= {*fold_name(name)}]
    yield from (Named("Forum", name, links.forum(slug)) for slug, name in fitting[:_FORUMS])


def _two(words: str, known: set[str]) -> tuple[str, str] | None:
    """The two parties that words name: "KZ–US", "Kazakhstan and the United States", "kazakhstan united states"."""
    parts = [part.removeprefix("the ") for part in _BETWEEN.split(words) if part]
    single = words.split()
    ways = [parts] if len(parts) == 2 else []
    if len(single) <= _WORDS:
        ways += [[" ".join(single[:at]), " ".join(single[at:])] for at in range(1, len(single))]
    for way in ways:
        one, other = map(party_code, way)
        if one != other and {one, other} <= known:
            return one, other
    return None


def _people(records: RecordFile, folded: list[str]) -> list[Person]:
    """People in whose names all the words stand, those of most engagements first."""
    by_word: Mapping[str, set[Person]] = records.kept("people by word", _by_word)
    fitting = set.intersection(*(by_word.get(word, set()) for word in folded))
    if not fitting:
        return []
    often = dict(records.counts(Filters(), {Facet.WHO: KEPT}).by[Facet.WHO])
    return sorted(fitting, key=lambda p: (-often.get(p.id, 0), p.name, p.party or "", p.id))[:_PEOPLE]


def _by_word(record: Record) -> dict[str, set[Person]]:
    found: dict[str, set[Person]] = {}
    for person in record.persons():
        for word in fold_name(person.name):
            found.setdefault(word, set()).add(person)
    return found


def _offices(records: RecordFile, words: str) -> Iterator[Named]:
    """The search for an office of the record, where the words are a form of one; an office's page is of one party."""
    forms = {form for party in (None, *parties_with_forms()) for form in office_forms(words, party)}
    known = records.counts(Filters(), {Facet.OFFICE: KEPT}).by[Facet.OFFICE]
    if any(forms & {*office_forms(office)} for office, _ in known):
        yield Named("In office", words, links.search(office=words))


def _party(code: str) -> Named:
    return Named("Party", party_in_words(code), links.party(code))


def _pair(one: str, other: str) -> Named:
    return Named("Pair", f"{party_in_words(one)} and {party_in_words(other)}", links.pair(one, other))


def _person(person: Person) -> Named:
    of = f", {party_in_words(person.party)}" if person.party else ""
    return Named("Person", person.name + of, links.person(person.id))
