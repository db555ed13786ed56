"""Pages: each row once, in the order of the whole list, whatever the length of a page."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import memcon
from memcon.errors import UsageError
from memcon.record import Facet, Filters, Record
from memcon.record.pages import document_key, engagement_key, person_key

MORE = " They discussed trade and the security of the region, and agreed to meet again in the autumn."
TEXTS = (
    ("Prime Minister Ola Nord of Norway visited Estonia on 3 May 2024.", "2024-05-04"),
    ("Foreign Minister Anna Virta of Finland met Foreign Minister Olav Berg of Norway in Turku on 3 May 2024.", None),
    ("Foreign Minister Anna Virta of Finland spoke by phone with Foreign Minister Olav Berg of Norway.", None),
    ("Foreign Minister Anna Virta of Finland met today with Prime Minister Jaan Tamm of Estonia.", "2024-05-04"),
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    store = memcon.open(tmp_path_factory.mktemp("pages") / "record.memcon")
    documents = [memcon.document(text + MORE, published=day, publisher="Desk") for text, day in TEXTS]
    store.link([d.id for d in documents if store.add(d, memcon.read_document(d))])
    return store


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(limit=st.integers(1, 6))
def test_pages_put_together_are_the_list(record: Record, limit: int) -> None:
    documents, engagements, people = [], [], []
    after = None
    while page := record.document_page(after, limit):
        documents += [d.id for d in page]
        after = document_key(page[-1])
    after = None
    while some := record.engagement_page(Filters(main_only=False), after, limit):
        engagements += [e.id for e in some]
        after = engagement_key(some[-1])
    after = None
    while persons := record.person_page(after, limit):
        people += [p.id for p in persons]
        after = person_key(persons[-1])
    assert documents == [d.id for d in record.documents()]
    assert engagements == [e.id for e in record.engagements(Filters(main_only=False))]
    assert people == [p.id for p in record.persons()]
    assert (len(documents), len(people)) == (4, 4)


def test_a_filter_narrows_pages_and_counts_alike(record: Record) -> None:
    filters = Filters(parties=("EE",))
    wanted = [e.id for e in record.engagements(filters)]
    assert [e.id for e in record.engagement_page(filters, None, 50)] == wanted
    counts = record.counts(filters, {Facet.PARTY: None, Facet.KIND: None, Facet.PUBLISHER: None}).by
    assert dict(counts[Facet.PARTY])["EE"] == len(wanted) == sum(number for _, number in counts[Facet.KIND])
    assert counts[Facet.PUBLISHER] == [("Desk", len(wanted))]


def test_a_person_is_found_with_the_engagements(record: Record) -> None:
    (virta,) = record.persons("Virta")
    assert record.person(virta.id) == virta
    wanted = [e for e in record.engagements(Filters(main_only=False)) if "Anna Virta" in str(e.participants)]
    assert record.engagements_with(virta.id) == wanted
    assert len(wanted) == 3
    with pytest.raises(UsageError, match="there is no person 'P-none'"):
        record.person("P-none")


def test_engagements_of_a_document_are_those_with_its_accounts(record: Record, tmp_path: Path) -> None:
    for document in record.documents():
        wanted = [e for e in record.engagements(Filters(main_only=False)) if document.id in str(e.accounts)]
        assert record.engagements_of(document.id) == wanted
