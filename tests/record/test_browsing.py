"""Counts and pages are held against lists of everything."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from memcon.errors import UsageError
from memcon.exporting.topics import topics_of_accounts
from memcon.linking.engagements import Engagement
from memcon.reading.reader import read_document
from memcon.record import Band, Facet, Filters, Record
from memcon.record.filters import BANDS
from memcon.sources import documents
from memcon.vocabulary.office_forms import office_keys

SAMPLES = Path(__file__).parents[2] / "samples"
ALL = Filters(main_only=False)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("browsing") / "r.memcon") as made:
        made.link([d.id for d in documents([SAMPLES]) if made.add(d, read_document(d))])
        yield made


def values(record: Record, facet: Facet, engagement: Engagement) -> set[str]:
    match facet:
        case Facet.YEAR:
            return {engagement.start.preferred.value[:4]} if engagement.start.preferred else set()
        case Facet.PARTY:
            return {p.value for p in engagement.parties}
        case Facet.PERSON:
            return {p.name.value for p in engagement.participants if p.name}
        case Facet.PUBLISHER:
            return {d.publisher for d, _ in record.accounts_of(engagement) if d.publisher}
        case Facet.OFFICE:
            return set(offices(engagement))
        case Facet.TOPIC:
            return {t.code for t in topics_of_accounts(a for _, a in record.accounts_of(engagement))}
        case Facet.COUNTRY | Facet.CITY:
            place = engagement.place.preferred
            value = getattr(place.value, facet.value) if place else None
            return {value} if value else set()
        case Facet.BAND:
            sure = engagement.sure()
            return {next(b for b, (least, below) in BANDS.items() if least <= sure < below)} if sure else set()
        case Facet.REVIEW:
            return {engagement.review.value}
        case _:
            choice = getattr(engagement, facet.value).preferred
            return {choice.value.value} if choice else set()


def offices(engagement: Engagement) -> set[str]:
    """The forms of the offices in which people take part."""
    held = ((p.office.value, p.party.value if p.party else None) for p in engagement.participants if p.office)
    return {" ".join(sorted(key)) for office, party in held for key in office_keys(office, party)}


@pytest.mark.parametrize("facet", [f for f in Facet if f not in (Facet.OFFICE, Facet.WHO)])
@pytest.mark.parametrize("filters", [Filters(), ALL, Filters(parties=("US",), main_only=False)])
def test_counts(record: Record, facet: Facet, filters: Filters) -> None:
    engagements = record.engagements(filters)
    wanted = Counter(value for e in engagements for value in values(record, facet, e))
    counts = record.counts(filters, {facet: None})
    told = counts.by[facet]
    assert dict(told) == dict(wanted)
    assert told == sorted(told, key=(lambda t: (t[0],)) if facet is Facet.YEAR else (lambda t: (-t[1], t[0])))
    assert record.counts(filters, {facet: 2}).by[facet] == told[:2]
    assert counts.total == len(engagements)
    assert record.count(filters) == len(engagements)


def test_offices_are_counted_in_all_their_forms(record: Record) -> None:
    engagements = record.engagements(ALL)
    wanted = Counter(office for e in engagements for office in offices(e))
    counts = record.counts(ALL, {Facet.OFFICE: None}).by[Facet.OFFICE]
    assert sorted(number for _, number in counts) == sorted(wanted.values())
    assert record.counts(ALL, {Facet.OFFICE: 2}).by[Facet.OFFICE] == counts[:2]
    for written, number in counts:
        assert number == record.count(Filters(office=written, main_only=False))
    foreign = [e.id for e in engagements if "foreign minister" in offices(e)]
    for office in ("Minister of Foreign Affairs", "foreign minister"):
        assert [e.id for e in record.engagements(Filters(office=office, main_only=False))] == foreign


def test_a_title_is_found_as_the_parties_that_use_it_have_it(record: Record) -> None:
    with_party = record.engagements(Filters(office="Secretary of State", parties=("US",), main_only=False))
    without = record.engagements(Filters(office="Secretary of State", main_only=False))
    held = {
        e.id
        for e in record.engagements(ALL)
        for p in e.participants
        if p.office and p.office.value == "Secretary of State" and p.party and p.party.value == "US"
    }
    assert held
    assert held <= {e.id for e in without}
    for engagement in without:  # and no foreign minister of another party is one
        assert any(p.office and "Secretary of State" in p.office.value for p in engagement.participants)
    assert len(with_party) >= len(held)
    of_the_us = Filters(parties=("US",), main_only=False)
    for office, number in record.counts(of_the_us, {Facet.OFFICE: None}).by[Facet.OFFICE]:
        assert number == record.count(replace(of_the_us, office=office))


@pytest.mark.parametrize("few", [2000, 0])
@pytest.mark.parametrize("filters", [Filters(), ALL, Filters(parties=("US",), main_only=False)])
def test_people_are_counted_as_they_are_found(
    record: Record, filters: Filters, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memcon.record.counting._FEW", few)
    everybody = {p.id: n for p in record.persons() if (n := record.count(replace(filters, who=p.id)))}
    told = record.counts(replace(filters, since="1000"), {Facet.WHO: None}).by[Facet.WHO]
    dated = {p: n for p in everybody if (n := record.count(replace(filters, who=p, since="1000")))}
    assert dict(told) == dated
    assert told == sorted(told, key=lambda t: (-t[1], t[0]))
    some = record.counts(replace(filters, since="1000"), {Facet.WHO: 10}).by[Facet.WHO]
    assert some == (told[:10] if few else [])


def test_what_is_mentioned_is_counted_beside(record: Record) -> None:
    for parties in ((), ("US",)):
        narrow, wide = Filters(parties=parties), Filters(parties=parties, main_only=False)
        counts = record.counts(narrow, {})
        assert (counts.total, counts.otherwise) == (record.count(narrow), record.count(wide))
        assert (counts.otherwise, counts.total) == (record.counts(wide, {}).total, record.counts(wide, {}).otherwise)
        assert counts.total < counts.otherwise


@pytest.mark.parametrize(
    ("facet", "field"),
    [(Facet.TOPIC, "topics"), (Facet.COUNTRY, "country"), (Facet.CITY, "city"), (Facet.BAND, "band")],
)
def test_choosing_a_value_leaves_as_many_as_were_counted(record: Record, facet: Facet, field: str) -> None:
    counts = record.counts(ALL, {facet: None}).by[facet]
    assert counts
    for value, number in counts:
        chosen: Any = (value,) if field == "topics" else Band(value) if field == "band" else value
        filters = replace(ALL, **{field: chosen})
        found = record.engagements(filters)
        assert len(found) == number == record.count(filters)
        assert all(value in values(record, facet, e) for e in found)


def test_filters_by_person_and_forum_are_of_the_person_and_the_series(record: Record) -> None:
    for person in record.persons()[:20]:
        wanted = [e.id for e in record.newest_with(person, 100)]
        assert [e.id for e in record.newest(Filters(who=person.id, main_only=False), 100)] == wanted
    for slug, series in record.series_page(5):
        found = record.engagements(Filters(forum=slug, main_only=False))
        assert {e.id for e in found} == set(series.engagements)


def test_pages_hold_everything_once(record: Record) -> None:
    pages = [e.id for skip in range(0, 60, 7) for e in record.newest(ALL, 7, skip)]
    assert sorted(pages) == sorted(e.id for e in record.engagements(ALL))
    starts = [e.start.preferred.value if e.start.preferred else "" for e in record.newest(ALL, 100)]
    assert starts == sorted(starts, reverse=True)


def test_what_stands_beside_an_engagement(record: Record) -> None:
    everything = record.engagements(ALL)
    parts = 0
    for engagement in everything:
        mine = {key.document for key in engagement.accounts}
        wanted = [
            e.id
            for e in everything
            if e.id != engagement.id
            and (mine & {k.document for k in e.accounts} or engagement.id == e.part_of or e.id == engagement.part_of)
        ]
        assert [e.id for e in record.beside(engagement)] == wanted
        parts += engagement.part_of is not None
    assert parts > 3
    for document in record.documents():
        told = record.of_document(document.id)
        assert {(document.id, account) for account in told} == {
            (k.document, k.account) for e in everything for k in e.accounts if k.document == document.id
        }


def test_people(record: Record) -> None:
    everything = record.engagements(ALL)
    for person in record.persons():
        assert record.person(person.id) == person
        with_them = record.newest_with(person, 100)
        years = Counter(e.start.preferred.value[:4] for e in with_them if e.start.preferred)
        assert dict(record.years_with(person)) == dict(years)
    for engagement in everything:
        known = record.people_in(engagement.accounts)
        for person in known.values():
            assert engagement.id in {e.id for e in record.newest_with(person, 100)}
    seen = record.seen_for("US", 3)
    assert len(seen) == 3
    assert all(p.party == "US" and n == len(record.newest_with(p, 100)) for p, n in seen)
    with pytest.raises(UsageError, match="no person"):
        record.person("P-none")


def test_snippets_mark_the_words(record: Record) -> None:
    found = record.snippets("fisheries", {d.id for d in record.documents()})
    assert found
    assert all("⟦" in words and "fisheries" in words.casefold() for words in found.values())
    one = min(found)
    assert record.snippets("fisheries", {one}) == {one: found[one]}
    assert record.snippets("fisheries", set()) == {}
