"""What a record tells from above, held against lists of everything."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.record.older import before_growth, before_tenures

from memcon.exporting.topics import topics_of_accounts
from memcon.linking.people import seen
from memcon.reading.reader import read_document
from memcon.record import Facet, Filters, Record
from memcon.sources import documents
from memcon.vocabulary.roster import first_day

SAMPLES = Path(__file__).parents[2] / "samples"
ALL = Filters(main_only=False)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("overview") / "r.memcon") as made:
        made.link([d.id for d in documents([SAMPLES]) if made.add(d, read_document(d))])
        yield made


@pytest.mark.parametrize("filters", [Filters(), ALL, Filters(parties=("US", "NO"), main_only=False)])
def test_topics_by_year(record: Record, filters: Filters) -> None:
    wanted: Counter[tuple[str, str]] = Counter()
    for engagement in record.engagements(filters):
        accounts = [account for _, account in record.accounts_of(engagement)]
        year = engagement.start.preferred.value[:4] if engagement.start.preferred else ""
        wanted.update((topic.code, year) for topic in topics_of_accounts(accounts))
    told = record.dealings(filters, {}, 0).topics
    assert {(code, year): number for code, by_year in told.items() for year, number in by_year.items()} == dict(wanted)
    sums = [sum(by_year.values()) for by_year in told.values()]
    assert sums == sorted(sums, reverse=True)


@pytest.mark.parametrize(
    ("office", "party"), [("foreign minister", "US"), ("Foreign Minister", "NO"), ("president", "KZ")]
)
def test_tenures_in_an_office_are_those_of_all_that_have_it(record: Record, office: str, party: str) -> None:
    from memcon.vocabulary.office_forms import asked_for

    told = record.tenures(party=party)
    wanted = [seen(t) for t in told if t.party == party and asked_for(office, t.office, party)]
    found = record.in_office(office, party).tenures
    assert list(found) == wanted
    assert found


def test_dealings_are_counts_topics_and_the_newest_of_one_search(record: Record) -> None:
    filters, facets = Filters(parties=("US", "NO"), main_only=False), {Facet.YEAR: None, Facet.KIND: None}
    told = record.dealings(filters, facets, 3)
    assert told.counts == record.counts(filters, facets)
    assert list(told.newest) == record.newest(filters, 3)
    assert len(told.newest) == 3


def test_engagements_in_an_office(record: Record) -> None:
    office = record.in_office("Foreign Minister", "NO")
    years, found = record.engagements_in(office, 100)
    sightings = [
        s for t in record.tenures(party="NO") if t.office in {x.office for x in office.tenures} for s in t.sightings
    ]
    told = {(s.key.document, s.key.account) for s in sightings}
    wanted = [e for e in record.engagements(ALL) if any((k.document, k.account) in told for k in e.accounts)]
    assert wanted
    assert {e.id for e in found} >= {e.id for e in wanted}
    for engagement in found:
        people = [p for _, account in record.accounts_of(engagement) for p in (*account.participants, *account.others)]
        assert any(p.office and p.party and p.party.value == "NO" for p in people)
    assert years == sorted(Counter(e.start.preferred.value[:4] for e in found if e.start.preferred).items())
    assert found == sorted(found, key=lambda e: (e.start.preferred.value if e.start.preferred else "", e.id))[::-1]
    assert record.engagements_in(office, 1) == (years, found[:1])
    for year, number in years:
        assert len(record.engagements_in(office, 100, year)[1]) == number
    nobody = record.in_office("Astronomer Royal", "NO")
    assert (nobody.forms, nobody.tenures, nobody.named) == ((), (), ())
    assert record.engagements_in(nobody, 5) == ([], [])


def kept(path: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as base:
        columns = "person, office, first, last, times, written, document, account, number, form, party, at, said"
        return base.execute(f"SELECT {columns} FROM tenures ORDER BY first, person, office, form").fetchall()


def test_tenures_are_kept_right_whatever_the_order_of_adding(tmp_path: Path) -> None:
    several = list(documents([SAMPLES]))[:8]
    for name, order in (("one", several), ("other", several[::-1])):
        with Record.open(tmp_path / name) as made:
            for document in order:
                made.add(document, read_document(document))
                made.link([document.id])
    assert kept(tmp_path / "one")
    assert kept(tmp_path / "one") == kept(tmp_path / "other")
    with Record.open(tmp_path / "other") as made:
        made.remove(several[0].id)
        made.relink()
        wanted = sorted((seen(t) for t in made.tenures()), key=lambda t: (first_day(t.first), t.person, t.office))
    rows = kept(tmp_path / "other")
    assert [r[:5] for r in rows] == [(t.person.id, t.office, t.first, t.last, t.times) for t in wanted]


@pytest.mark.parametrize("before", [before_growth, before_tenures])
def test_an_older_record_gets_its_tenures(tmp_path: Path, before: Callable[[sqlite3.Connection], None]) -> None:
    path = tmp_path / "older.memcon"
    with Record.open(path) as made:
        made.link([d.id for d in documents([SAMPLES]) if made.add(d, read_document(d))])
    wanted = kept(path)
    with sqlite3.connect(path) as base:
        before(base)
    Record.open(path).close()
    assert wanted
    assert kept(path) == wanted
