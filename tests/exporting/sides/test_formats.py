"""A comparison in each format."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.comparing.sides.accounts import read, sides

from memcon.comparing.sides import Comparison, Side, compare, sides_of
from memcon.exporting.sides import as_csv, as_html, as_markdown, as_objects, as_text, pair_as_objects

NASTY = '<script>alert("1")</script> *bold* | [a](b)'


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(sides(), by_words=True)


@pytest.fixture(scope="module")
def nasty() -> Comparison:
    """The same with markup in a title and in the words of a point."""
    document, reading = read(
        f"Prime Minister Henrik Saar spoke with Prime Minister Astrid Falk of Norway. The parties discussed {NASTY}.",
        f"Call {NASTY}",
        "Ministry of Foreign Affairs of Estonia",
        "2024-04-02",
    )
    return compare(sides_of([(sides()[0].document, sides()[0].reading), (document, reading)]), by_words=True)


def test_text_is_no_wider_than_the_terminal_and_holds_every_point(comparison: Comparison) -> None:
    text = as_text(comparison)
    assert max(map(len, text.splitlines())) <= 100
    words = re.sub(r"[\s│]+", " ", text)
    for row in comparison.rows:
        for point in filter(None, row.points):
            assert point.span.text.split()[-1] in words
    assert "CONTRADICTED (2)" in text
    assert "contradicted: numbers differ: “40 million euros” and “30 million euros”" in text
    assert "COMMITMENTS" in text


def test_text_of_four_accounts_stands_below_one_another(comparison: Comparison) -> None:
    four = compare([*sides(), *sides()], by_words=True)
    text = as_text(four)
    assert max(map(len, text.splitlines())) <= 100
    assert "\nD  Ministry" in text
    assert re.search(r"^C The prime ministers", text, re.MULTILINE)


def test_json_has_the_keys_of_the_design_and_exact_words(comparison: Comparison) -> None:
    made = json.loads(json.dumps(as_objects(comparison)))
    assert {"a", "b", "both", "only_a", "only_b", "contradict"} <= made.keys()
    assert [len(entry) for entry in made["contradict"]] == [3, 3]
    a, b = (side.document.text for side in sides())
    assert all(x in a and y in b for x, y, *_ in (*made["both"], *made["contradict"]))
    assert all(x in a for x in made["only_a"])
    assert all(x in b for x in made["only_b"])
    placed = len(made["both"]) + len(made["contradict"]) + len(made["only_a"]) + len(made["only_b"])
    assert placed == len(made["rows"])
    point = made["rows"][0]["points"][0]
    assert a[point["span"]["start"] : point["span"]["end"]] == point["span"]["text"]
    assert made["encoder"] is None


def test_the_objects_of_a_pair_are_those_of_the_design_only(comparison: Comparison) -> None:
    assert list(pair_as_objects(comparison)) == ["a", "b", "both", "only_a", "only_b", "contradict"]


def test_markdown_tables_are_whole_and_words_are_no_marks(nasty: Comparison, comparison: Comparison) -> None:
    text = as_markdown(nasty)
    assert "<script" not in text.replace("\\<script", "")
    for block in re.findall(r"(?:^\|.*\n)+", as_markdown(comparison) + text, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in block.splitlines()}
        assert len(widths) == 1
    assert "## Contradicted (2)" in as_markdown(comparison)


class _Tags(HTMLParser):
    """Collects tags, and checks that they are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.places: list[tuple[str, int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag != "br":
            self.open.append(tag)
        given = dict(attrs)
        if tag == "q":
            where = given["data-document"], int(given["data-start"] or -1), int(given["data-end"] or -1)
            self.places.append((str(where[0]), where[1], where[2]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_a_closed_fragment_of_inert_text_with_places(nasty: Comparison) -> None:
    text = as_html(nasty)
    parser = _Tags()
    parser.feed(text)
    assert parser.open == []
    assert not parser.tags & {"script", "style", "a", "img", "html", "body"}
    assert "&lt;script&gt;" in text
    spans = {(p.span.document, p.span.start, p.span.end) for r in nasty.rows for p in r.points if p}
    assert spans <= set(parser.places)


def test_remarks_and_columns_without_title(comparison: Comparison) -> None:
    bare = Side(replace(sides()[0].document, title=None, publisher=None, name="t1"), sides()[0].reading, None)
    found = compare([bare, sides()[1]], by_words=True)
    for written in (as_text(found), as_markdown(found), as_html(found)):
        assert "tells of no engagement" in written


def test_csv_has_a_line_for_each_row_with_its_places(comparison: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(comparison))))
    assert len(rows) == len(comparison.rows)
    for told, row in zip(rows, comparison.rows, strict=True):
        for name, side, point in zip("ab", comparison.sides, row.points, strict=True):
            assert told[f"{name}_document"] == side.document.id
            if point is None:
                assert told[f"{name}_words"] == ""
            else:
                start, end = int(told[f"{name}_start"]), int(told[f"{name}_end"])
                assert " ".join(side.document.text[start:end].split()) == told[f"{name}_words"]
        assert (told["standing"] == "contradicted") == bool(row.contradictions)


def test_no_cell_of_csv_is_a_formula(comparison: Comparison) -> None:
    first = comparison.rows[0]
    point = next(filter(None, first.points))
    bad = replace(point, span=replace(point.span, text='=HYPERLINK("http://evil.example")'))
    row = replace(first, points=tuple(bad if p is point else p for p in first.points))
    told = as_csv(replace(comparison, rows=(row,)))
    assert "'=HYPERLINK" in told
    assert not [
        cell for line in csv.reader(io.StringIO(told)) for cell in line if cell.startswith(("=", "+", "-", "@"))
    ]
