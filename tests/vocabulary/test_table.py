from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from memcon import VocabularyError
from memcon.vocabulary.table import read_table


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Row:
    name: str
    colour: Colour
    others: tuple[str, ...]
    note: str | None
    old: bool


HEADER = "name\tcolour\tothers\tnote\told\n"


def test_cells_of_every_type(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(f"# a comment\n{HEADER}\nflag\tred\ta|b c\t\tyes\n", encoding="utf-8")
    assert read_table(path, Row) == (Row("flag", Colour.RED, ("a", "b c"), None, True),)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("name\tcolour\n", 1, "the header must be name colour others note old"),
        (HEADER + "flag\tred\n", 2, "2 cells where 5 are due"),
        (HEADER + "\tred\t\t\t\n", 2, "must not be empty"),
        (HEADER + "flag\tgreen\t\t\t\n", 2, "'green' is none of red, blue"),
        (HEADER + "\nflag \tred\t\t\t\n", 3, "stray white space"),
        (HEADER + "flag\tred\ta||b\t\t\n", 2, "an empty value"),
        (HEADER + "flag\tred\ta|b|a\t\t\n", 2, "'a' stands twice in 'a|b|a'"),
        ("# only a comment\n", 1, "the header name colour others note old is missing"),
        (HEADER + "flag\tred\t\t\tmaybe\n", 2, "'maybe' where 'yes' or nothing is due"),
        (HEADER + "flag\tred\t\t\t\nflag\tred\t\t\t\n", 3, "repeats line 2"),
    ],
)
def test_a_wrong_line_is_rejected_by_file_and_number(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        read_table(path, Row)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert reason in str(caught.value)
