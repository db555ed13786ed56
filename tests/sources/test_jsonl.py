import json
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest

from memcon.model import Document
from memcon.sources import Failure, jsonl
from memcon.sources.given import Input, InputError

Given = Callable[..., Input]
ReadFile = Callable[[str, str | bytes], Document]
ReadBad = Callable[[str, str | bytes], list[Failure]]

ROWS = [{"doc": "a", "text": "One."}, {"doc": "b", "title": "T", "text": "Two é.", "published": "2024-05-02"}]
LINES = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)


def texts(found: Iterator[Document | InputError]) -> list[str]:
    return [f.text if isinstance(f, Document) else str(f) for f in found]


@pytest.mark.parametrize(
    "data",
    [
        LINES,
        LINES + "\n",
        "\n" + LINES.replace("\n", "\r\n\r\n"),
        "\ufeff" + LINES,
        LINES.encode("utf-16"),
        json.dumps(ROWS),
        json.dumps(ROWS, indent=2),
    ],
)
def test_lines_and_arrays(given_of: Given, data: str | bytes) -> None:
    assert texts(jsonl.read(given_of(data))) == ["One.", "T\n\nTwo é."]


def test_one_object_over_many_lines(given_of: Given) -> None:
    data = json.dumps(ROWS[1], indent=2) + "\n"
    (found,) = jsonl.read(given_of(data))
    assert isinstance(found, Document)
    assert found.raw == data.strip().encode()


def test_a_line_is_the_same_document_alone_or_among_others(given_of: Given) -> None:
    together = list(jsonl.read(given_of(LINES)))
    alone = [next(jsonl.read(given_of(line))) for line in LINES.split("\n")]
    ids = [[f.id for f in found if isinstance(f, Document)] for found in (together, alone)]
    assert ids[0] == ids[1]
    assert [f.raw for f in together if isinstance(f, Document)] == [line.encode() for line in LINES.split("\n")]


def test_a_wrong_line_is_named_and_the_rest_goes_on(given_of: Given) -> None:
    lines = ['{"text": "One."}', "not json", "[1]", '{"doc": "x"}', "", '{"text": "\\ud800"}', '{"text": "Six."}']
    assert texts(jsonl.read(given_of("\n".join(lines), "a.jsonl"))) == [
        "One.",
        "a.jsonl:2: is not JSON (expecting value, column 1)",
        'a.jsonl:3: is not an object with a "text"',
        'a.jsonl:4: has no "text"',
        "a.jsonl:6: holds half a character (\\ud800); have its source written as UTF-8",
        "Six.",
    ]


def test_a_wrong_first_line_does_not_hide_the_others(given_of: Given) -> None:
    found = texts(jsonl.read(given_of('{"text": "One\n{"text": "Two."}\n', "a.jsonl")))
    assert found[0].startswith("a.jsonl:1: is not JSON")
    assert found[1:] == ["Two."]


def test_a_line_in_another_encoding_is_named(given_of: Given) -> None:
    data = b'{"text": "One."}\n{"text": "' + "Élysée".encode("latin-1") + b'"}\n'
    assert texts(jsonl.read(given_of(data, "a.jsonl")))[1] == "a.jsonl:2: is not UTF-8; save it as UTF-8"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('{\n"text": "a",\n}', "is not JSON (illegal trailing comma before end of object, line 2, column 12)"),
        ("[]", "is an empty array"),
        ("\n \n", "holds no text"),
        ("[" * 100_000, "is not JSON that can be read (nested too deep)"),
    ],
)
def test_a_file_that_is_wrong_as_a_whole(read_bad: ReadBad, data: str, reason: str) -> None:
    (failure,) = read_bad("a.json", data)
    if "column" in reason:  # the words of the reason are those of the Python at hand
        assert failure.reason.startswith("is not JSON (")
        assert "line " in failure.reason
    else:
        assert failure == Failure("a.json", reason)


def test_a_wrong_entry_of_an_array_is_numbered(read_bad: ReadBad) -> None:
    assert read_bad("a.json", '[{"text": "One."}, 2]') == [Failure("a.json#2", 'is not an object with a "text"')]


class Endless(BytesIO):
    """A stream of lines that never ends."""

    def readline(self, size: int | None = -1, /) -> bytes:
        return b'{"text": "Again."}\n'

    def __next__(self) -> bytes:
        return self.readline()

    def read(self, size: int | None = -1, /) -> bytes:
        raise AssertionError("JSON Lines are read line by line")


def test_lines_are_read_as_a_stream() -> None:
    found = jsonl.read(Input("pipe", b"", Endless()))
    assert [f.text for f in (next(found), next(found)) if isinstance(f, Document)] == ["Again.", "Again."]
