"""Lists as they are handed on: what is written comes back, and no cell is a formula."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import memcon
from memcon.exporting.lists import ListFormat, written
from memcon.exporting.rows import COLUMNS, cell, csv_lines, row_of
from memcon.linking import Engagement

TEXT = "Foreign Minister Anna Virta of Finland met on 3 May 2024 in Turku with Foreign Minister Olav Berg of Norway."


@pytest.fixture(scope="module")
def engagements(tmp_path_factory: pytest.TempPathFactory) -> list[Engagement]:
    with memcon.open(tmp_path_factory.mktemp("lists") / "r.memcon") as record:
        document = memcon.document(TEXT)
        record.add(document, memcon.read_document(document))
        record.link([document.id])
        return record.engagements() * 3


@given(st.text() | st.lists(st.text(), max_size=3))
def test_no_cell_is_a_formula(value: object) -> None:
    written_ = cell(value)
    assert not written_.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    words = "; ".join(value) if isinstance(value, list) else str(value)
    assert written_.removeprefix("'") == words or written_ == words


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(None, ""), ("", ""), (0.93, "0.93"), (-1, "-1"), (["KZ", "US"], "KZ; US"), ("=1+1", "'=1+1"), (["@x"], "'@x")],
)
def test_cells(value: object, wanted: str) -> None:
    assert cell(value) == wanted


def test_a_table_comes_back(engagements: list[Engagement]) -> None:
    text = "".join(csv_lines(map(row_of, engagements)))
    assert text.count("\n") == len(engagements) + 1
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert dict(zip(rows[0], rows[1], strict=True))["parties"] == "FI; NO"


def test_lists_of_json(engagements: list[Engagement]) -> None:
    def text(form: ListFormat, several: list[Engagement]) -> str:
        return "".join(written(form, several, lambda e: f"note on {e.id}\n"))

    wanted = [json.loads(json.dumps(row_of(e))) for e in engagements]
    assert json.loads(text(ListFormat.JSON, engagements)) == wanted
    assert [json.loads(line) for line in text(ListFormat.JSON_LINES, engagements).splitlines()] == wanted
    assert json.loads(text(ListFormat.JSON, [])) == []
    assert text(ListFormat.JSON_LINES, []) == ""
    notes = text(ListFormat.TEXT, engagements)
    assert notes.count("note on") == 3
    assert notes.count("-" * 100) == 2
