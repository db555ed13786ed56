from memcon import Document, Reading, read_document
from memcon.linking.link import link
from memcon.linking.reprints import dated_by_sources, find_reprints, reprinted_from
from memcon.linking.reprints.values import OF_SOURCE
from memcon.model import EngagementKind
from memcon.reading.layout import read_layout

from .conftest import ADDRESS, READOUT, page


def linked(*documents: Document) -> tuple[dict[str, Reading], list[Reading], list[tuple[str, int, str | None]]]:
    readings = {d.id: read_document(d) for d in documents}
    reprints = find_reprints(documents, {n: r.layout for n, r in readings.items()})
    calls = [
        e
        for e in link(readings.values(), reprints)
        if e.main and e.kind.preferred and e.kind.preferred.value is EngagementKind.CALL
    ]
    told = [(e.start.preferred.value if e.start.preferred else "", e.sources, e.start.reason) for e in calls]
    return readings, dated_by_sources(readings.values(), reprints), told  # type: ignore[return-value]


def test_a_reprint_s_own_date_dates_no_engagement(source: Document) -> None:
    copy = page(READOUT, "copy", "Tankers on the line", publisher="Fjord Post", published="2025-01-20")
    readings, dated, told = linked(source, copy)
    own = readings[copy.id].accounts[0].start
    assert own is not None
    assert own.value == "2025-01-20", "the reader knows nothing of other documents"
    start = dated[1].accounts[0].start
    assert start is not None
    assert (start.value, start.rule, start.spans[0].document) == ("2024-12-30", OF_SOURCE, source.id)
    assert told == [("2024-12-30", 1, "the only account that tells")]


def test_a_copy_without_a_day_joins_its_source_and_is_no_independent_source(source: Document) -> None:
    copy = page(f"{READOUT}\n\nOfficial news published at {ADDRESS}", "copy", "A call", published="2025-03-14")
    _, _, told = linked(source, copy)
    assert [(day, count) for day, count, _ in told] == [("2024-12-30", 1)]


def test_two_copies_of_one_source_outside_the_record_are_one_source() -> None:
    line = f"\n\nOfficial news published at {ADDRESS}"
    text = READOUT.replace("spoke today", "spoke on December 30, 2024")
    copies = [page(text + line, f"copy{n}", "A call", published=f"2025-03-1{n}") for n in range(3)]
    _, _, told = linked(*copies)
    assert [count for _, count, _ in told] == [1]


def test_a_date_that_the_copy_states_stays(source: Document) -> None:
    text = READOUT.replace("spoke today", "spoke on December 29, 2024")
    copy = page(text, "copy", "Tankers on the line", publisher="Fjord Post", published="2025-01-20")
    _, dated, _ = linked(source, copy)
    start = dated[1].accounts[0].start
    assert start is not None
    assert start.value == "2024-12-29"


def test_own_reporting_beside_a_quoted_passage_is_a_source_of_its_own(source: Document) -> None:
    own = (
        "Our correspondent in Oslo met the fishermen of the north on Tuesday. They had waited for weeks to hear what the "
        "two governments would do about the tankers, and few of them believe that a meeting of experts will help."
    )
    copy = page(f"{own}\n\n{READOUT}", "copy", "Fishermen wait", publisher="Fjord Post", published="2025-01-20")
    reprints = find_reprints([source, copy], {d.id: read_layout(d) for d in (source, copy)})

    def where(words: str) -> str | None:
        at = copy.text.index(words)
        reprint = reprinted_from(copy.id, [copy.span(at, at + len(words))], reprints)
        return reprint.source if reprint else None

    assert where("spoke today") == source.id
    assert where("met the fishermen") is None
