"""What a record tells from above, held against lists of everything."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.reading.reader import read_document
from memcon.record import Filters, Record
from memcon.sources import documents

SAMPLES = Path(__file__).parents[2] / "samples"
ALL = Filters(main_only=False)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("overview") / "r.memcon") as made:
        made.link([d.id for d in documents([SAMPLES]) if made.add(d, read_document(d))])
        yield made


@pytest.mark.parametrize("filters", [Filters(), ALL, Filters(parties=("US",), main_only=False)])
def test_countries(record: Record, filters: Filters) -> None:
    places = [e.place.preferred.value.country for e in record.engagements(filters) if e.place.preferred]
    wanted = Counter(country for country in places if country)
    told = record.countries(filters)
    assert dict(told) == dict(wanted)
    assert told == sorted(told, key=lambda t: (-t[1], t[0]))


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_some_of_each_year(record: Record, limit: int) -> None:
    dated = [e for e in record.engagements(ALL) if e.start.preferred]
    found = record.of_each_year(ALL, limit)
    by_year = Counter(e.start.preferred.value[:4] for e in found if e.start.preferred)
    wanted = Counter(e.start.preferred.value[:4] for e in dated if e.start.preferred)
    assert by_year == Counter({year: min(number, limit) for year, number in wanted.items()})
    days = [e.start.preferred.value for e in found if e.start.preferred]
    assert days == sorted(days)
    for year in wanted:
        kept = [d for d in days if d.startswith(year)]
        left = sorted(
            e.start.preferred.value for e in dated if e.start.preferred and e.start.preferred.value[:4] == year
        )
        assert kept == left[-limit:]


@pytest.mark.parametrize(
    ("office", "party"), [("foreign minister", "US"), ("Foreign Minister", "NO"), ("president", "KZ")]
)
def test_tenures_in_an_office_are_those_of_all_that_have_it(record: Record, office: str, party: str) -> None:
    from memcon.vocabulary.office_forms import asked_for

    wanted = [t for t in record.tenures(party=party) if t.party == party and asked_for(office, t.office, party)]
    found = record.in_office(office, party).tenures
    assert list(found) == wanted
    assert found


def test_engagements_in_an_office(record: Record) -> None:
    office = record.in_office("Foreign Minister", "NO")
    found = record.newest_in(office, 100)
    told = {(s.key.document, s.key.account) for t in office.tenures for s in t.sightings}
    assert {e.id for e in found} >= {
        e.id for e in record.engagements(ALL) if any((k.document, k.account) in told for k in e.accounts)
    }
    for engagement in found:
        people = [p for _, account in record.accounts_of(engagement) for p in (*account.participants, *account.others)]
        assert any(p.office and p.party and p.party.value == "NO" for p in people)
    assert sum(number for _, number in record.years_in(office)) == sum(1 for e in found if e.start.preferred)
    assert record.newest_in(office, 1) == found[:1]
    nobody = record.in_office("Astronomer Royal", "NO")
    assert (nobody.forms, nobody.tenures, nobody.named) == ((), (), ())
    assert record.newest_in(nobody, 5) == []
    assert record.years_in(nobody) == []
