"""What a search can be narrowed by: the values of its facets with their numbers, and the address that each leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from memcon.errors import UsageError
from memcon.exporting.forums import called
from memcon.exporting.words import BANDS_IN_WORDS, REVIEW_IN_WORDS, party_in_words
from memcon.record import Counts, Facet, Record
from memcon.record.counting import KEPT
from memcon.vocabulary.topics import topic_named
from memcon.web.asking import SEVERAL, Asked
from memcon.web.records import RecordFile

_SHOWN = 8


def topic_in_words(code: str) -> str:
    """Say a topic by its code; the code where memcon knows no such topic."""
    try:
        return topic_named(code).name
    except UsageError:
        return code


@dataclass(frozen=True, slots=True)
class _Field:
    """A facet's heading, its name in an address, how its values read, and whether it stands open at first."""

    heading: str
    name: str
    words: Callable[[str], str] = str
    is_open: bool = False


_FIELDS = {
    Facet.YEAR: _Field("Year", "year", is_open=True),
    Facet.PARTY: _Field("Party", "party", party_in_words, is_open=True),
    Facet.WHO: _Field("Person", "who", is_open=True),
    Facet.PERSON: _Field("Name", "person", is_open=True),
    Facet.TOPIC: _Field("Topic", "topic", topic_in_words, is_open=True),
    Facet.OFFICE: _Field("Office", "office"),
    Facet.COUNTRY: _Field("Country", "country", party_in_words),
    Facet.CITY: _Field("City", "city"),
    Facet.KIND: _Field("Kind", "kind", is_open=True),
    Facet.STATUS: _Field("Status", "status"),
    Facet.MODE: _Field("Mode", "mode"),
    Facet.PUBLISHER: _Field("Source", "source"),
    Facet.BAND: _Field("Confidence", "confidence", lambda band: BANDS_IN_WORDS.get(band, band)),
    Facet.REVIEW: _Field("Reviewed", "reviewed", lambda review: REVIEW_IN_WORDS.get(review, review)),
}


@dataclass(frozen=True, slots=True)
class Choosable:
    """A value of a facet: its words, how many engagements have it, and the address with it, or without it if chosen."""

    words: str
    number: int | None
    href: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A facet with its values; ``is_open`` tells whether they are shown at first."""

    heading: str
    name: str
    values: tuple[Choosable, ...]
    is_open: bool
    all_href: str = ""
    """Where all values are, if these may not be all."""


def narrowings(records: RecordFile, asked: Asked) -> tuple[Counts, list[Narrowing]]:
    """Give the counts of a search and what it can be narrowed by; chosen values stand first, then the commonest.

    Raises UsageError where the search makes no sense.
    """
    taken = {facet: _chosen(field.name, asked) for facet, field in _FIELDS.items()}
    wanted = {
        facet: None if facet is Facet.YEAR else _SHOWN + len(taken[facet])
        for facet, field in _FIELDS.items()
        if field.name in SEVERAL or not taken[facet]
    }
    counts = records.counts(asked.filters(), wanted)
    fields = _fields(records, counts, asked)
    if counts.by.get(Facet.WHO) or asked.who:  # people tell more than names do
        fields.pop(Facet.PERSON)
    found = [_narrowing(facet, field, taken[facet], counts, asked) for facet, field in fields.items()]
    return counts, [*(n for n in found if n.values), _told(asked, counts)]


def values_of(records: RecordFile, asked: Asked, name: str) -> Narrowing | None:
    """Give the values, :data:`KEPT` at most, of the facet that has this name in an address; None where none has.

    Raises UsageError where the search makes no sense.
    """
    facet = next((facet for facet, field in _FIELDS.items() if field.name == name), None)
    if facet is None:
        return None
    counts = records.counts(asked.filters(), {facet: None if facet is Facet.YEAR else KEPT})
    field = _fields(records, counts, asked)[facet]
    return _narrowing(facet, field, _chosen(name, asked), counts, asked)


def _fields(records: RecordFile, counts: Counts, asked: Asked) -> dict[Facet, _Field]:
    """The facets; people, who are counted by their ids, with their names."""
    ids = [*(person for person, _ in counts.by.get(Facet.WHO, [])), *([asked.who] if asked.who else [])]
    people = {person: _named(records.record(), person) for person in ids}
    return _FIELDS | {Facet.WHO: replace(_FIELDS[Facet.WHO], words=people.__getitem__)}


def chosen(record: Record, asked: Asked) -> list[Choosable]:
    """Give what a search asks for beyond its words, each with the address of the search without it."""
    told: list[tuple[str, str, str]] = [("person", asked.person, f"named {asked.person}")] if asked.person else []
    told += [("who", asked.who, _named(record, asked.who))] if asked.who else []
    if asked.forum and (series := record.series_at(asked.forum)) is not None:
        told.append(("forum", asked.forum, called(series)))
    fields = [field for facet, field in _FIELDS.items() if facet not in (Facet.WHO, Facet.PERSON)]
    told += [(f.name, value, f.words(value)) for f in fields for value in _chosen(f.name, asked)]
    told += [("since", asked.since, f"from {asked.since}")] if asked.since else []
    told += [("until", asked.until, f"to {asked.until}")] if asked.until else []
    return [Choosable(words, None, _without(name, value, asked), chosen=True) for name, value, words in told]


def _named(record: Record, person: str) -> str:
    """The name of a person by the id; the id where there is no such person now."""
    with suppress(UsageError):
        return record.person(person).name
    return person


def in_words(record: Record, asked: Asked) -> str:
    """Say what a search asks for: "“fisheries”, Kazakhstan, call"; nothing where it asks for everything."""
    found = [f"“{asked.q}”"] if asked.q else []
    found += [one.words for one in chosen(record, asked)]
    return ", ".join(found + (["in passing too"] if asked.told == "all" else []))


def _narrowing(facet: Facet, field: _Field, taken: Sequence[str], counts: Counts, asked: Asked) -> Narrowing:
    told = [(value, number) for value, number in counts.by.get(facet, []) if value not in taken]
    values = [Choosable(field.words(v), None, _without(field.name, v, asked), chosen=True) for v in taken]
    values += [
        Choosable(field.words(v), number, _with(field.name, v, asked))
        for v, number in (told[::-1] if facet is Facet.YEAR else told)
    ]
    more = asked.address(f"/search/by/{field.name}") if facet is not Facet.YEAR and len(told) >= _SHOWN else ""
    return Narrowing(field.heading, field.name, tuple(values), field.is_open or bool(taken), more)


def _told(asked: Asked, counts: Counts) -> Narrowing:
    """Both ways of being told of, with their numbers."""
    is_wide = asked.told == "all"
    narrow, wide = (counts.otherwise, counts.total) if is_wide else (counts.total, counts.otherwise)
    values = (
        Choosable("as a document’s subject", narrow, replace(asked, told="").address(), not is_wide),
        Choosable("in passing too", wide, replace(asked, told="all").address(), is_wide),
    )
    return Narrowing("Told of", "told", values, is_open=True)


def _chosen(name: str, asked: Asked) -> Sequence[str]:
    value: str | tuple[str, ...] = getattr(asked, name)
    return value if isinstance(value, tuple) else [value] if value else []


def _with(name: str, value: str, asked: Asked) -> str:
    change = (*getattr(asked, name), value) if name in SEVERAL else value
    return replace(asked, **{name: change}).address()  # type: ignore[arg-type]


def _without(name: str, value: str, asked: Asked) -> str:
    change = tuple(v for v in getattr(asked, name) if v != value) if name in SEVERAL else ""
    return replace(asked, **{name: change}).address()  # type: ignore[arg-type]
