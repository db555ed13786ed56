"""What a record tells from above, held against lists of everything."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.exporting.topics import topics_of_accounts
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


@pytest.mark.parametrize("filters", [Filters(), ALL, Filters(parties=("US", "NO"), main_only=False)])
def test_topics_by_year(record: Record, filters: Filters) -> None:
    wanted: Counter[tuple[str, str]] = Counter()
    for engagement in record.engagements(filters):
        if engagement.start.preferred:
            accounts = [account for _, account in record.accounts_of(engagement)]
            year = engagement.start.preferred.value[:4]
            wanted.update((topic.code, year) for topic in topics_of_accounts(accounts))
    told = record.topics_by_year(filters)
    assert {(code, year): number for code, by_year in told.items() for year, number in by_year.items()} == dict(wanted)
    sums = [sum(by_year.values()) for by_year in told.values()]
    assert sums == sorted(sums, reverse=True)


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
