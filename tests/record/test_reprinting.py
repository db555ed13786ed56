import random
from itertools import permutations
from pathlib import Path

import pytest
import sqlalchemy as sa

import memcon
from memcon import Document, Record, read_document
from memcon import document as made
from memcon.linking.reprints import find_reprints
from memcon.reading.layout import read_layout
from memcon.record import reprinting, schema

TEXT = (
    "Secretary of State Dana K. Whitlow spoke today with Norwegian Foreign Minister Ingrid Solberg-Lie about the tankers "
    "of the Barents Sea and about the ports of the north.\n\nShe thanked the Foreign Minister for the help of the coast "
    "guard and said that experts of both countries would meet in Tromsø in February."
)
ADDRESS = "https://www.state.gov/example/1"


def documents() -> list[Document]:
    def page(name: str, text: str, **facts: str) -> Document:
        return made(text, name=name, raw=f"{name}\n{text}".encode(), **facts)

    return [
        page(
            "source",
            TEXT,
            title="Call",
            url=ADDRESS,
            publisher="United States Department of State",
            published="2024-12-30",
        ),
        page("paper", TEXT, title="Tankers", publisher="Fjord Post", published="2025-01-02"),
        page("named", f"Kurzmeldung.\n\nSource: {ADDRESS}", title="Telefonat", published="2025-01-03"),
        page("other", "Prime Minister Virta opened a school in Turku.", title="School", published="2024-12-30"),
    ]


def filled(path: Path, order: tuple[Document, ...], *, at_once: bool) -> Record:
    record = memcon.open(path)
    for document in order:
        record.add(document, read_document(document))
        if not at_once:
            record.relink()
    record.relink()
    return record


def test_the_record_finds_what_the_function_finds_in_any_order(tmp_path: Path) -> None:
    given = documents()
    expected = list(find_reprints(given, {d.id: read_layout(d) for d in given}))
    assert {r.copy for r in expected} == {given[1].id, given[2].id}
    orders = random.Random(7).sample(list(permutations(given)), 4)
    for n, order in enumerate(orders):
        with filled(tmp_path / f"{n}.memcon", order, at_once=n % 2 == 0) as record:
            assert record.reprints() == expected


def test_removing_and_adding_again(tmp_path: Path) -> None:
    given = documents()
    with filled(tmp_path / "r.memcon", tuple(given), at_once=True) as record:
        assert [r.source for r in record.reprints(given[1].id)] == [given[0].id]
        record.remove("source")
        record.relink()
        assert [(r.copy, r.source, r.named) for r in record.reprints()] == [(given[2].id, None, ADDRESS)]
        record.add(given[0], read_document(given[0]))
        record.relink()
        assert {r.source for r in record.reprints()} == {given[0].id}


def test_an_index_made_by_another_method_is_made_anew(tmp_path: Path) -> None:
    with filled(tmp_path / "r.memcon", tuple(documents()), at_once=True) as record:
        before = record.reprints()
        with record._writing() as connection:
            connection.execute(schema.reprint_texts.update().values(method="old"))
            connection.execute(schema.reprint_bands.delete())
        record.relink()
        assert record.reprints() == before
        with record._reading() as connection:
            methods = connection.execute(sa.select(schema.reprint_texts.c.method).distinct()).scalars().all()
        assert methods != ["old"]


def test_an_engagement_counts_independent_sources(tmp_path: Path) -> None:
    with filled(tmp_path / "r.memcon", tuple(documents()), at_once=True) as record:
        (call,) = [e for e in record.engagements() if e.kind.preferred and e.kind.preferred.value == "call"]
        assert len(call.accounts) == 2
        assert call.sources == 1
        assert call.start.preferred is not None
        assert call.start.preferred.value == "2024-12-30"


@pytest.mark.parametrize("table", ["reprint_bands", "reprint_addresses", "reprint_pairs", "reprints"])
def test_nothing_stays_of_a_document_that_is_removed(tmp_path: Path, table: str) -> None:
    with filled(tmp_path / "r.memcon", tuple(documents()), at_once=True) as record:
        for document in documents():
            record.remove(document.name)
        with record._reading() as connection:
            assert connection.execute(sa.text(f"SELECT COUNT(*) FROM {table}")).scalar_one() == 0


def test_reprints_are_followed_back_to_the_first_source(tmp_path: Path) -> None:
    given = documents()
    again = made(TEXT, name="again", raw=b"again", title="Again", publisher="Harbour News", published="2025-02-03")
    with filled(tmp_path / "r.memcon", (*given, again), at_once=True) as record, record._reading() as connection:
        everything = record.reprints()
        for document in (*given, again):
            wanted, rest = set(), {document.id}
            while rest:
                wanted |= rest
                rest = {r.source for r in everything if r.copy in rest and r.source is not None} - wanted
            back = reprinting.read_back(connection, [document.id])
            assert back == [r for r in everything if r.copy in wanted]
        assert reprinting.read_back(connection, [again.id])
        assert reprinting.read_back(connection, [given[3].id]) == []
