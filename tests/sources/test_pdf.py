from collections.abc import Callable

import pytest

from memcon.model import Document
from memcon.sources import Failure

Make = Callable[..., bytes]
ReadFile = Callable[[str, str | bytes], Document]
ReadBad = Callable[[str, str | bytes], list[Failure]]


def column(*lines: str, top: float = 720, left: float = 72) -> list[tuple[float, float, str]]:
    """Lines under one another, 13 points apart; an empty one leaves a gap."""
    return [(left, top - 13 * i, line) for i, line in enumerate(lines) if line]


def test_lines_of_a_paragraph_are_joined_and_paragraphs_parted(make_pdf: Make, read_file: ReadFile) -> None:
    page = column(
        "JOINT STATEMENT",
        "",
        "The Foreign Minister of Ruritania, Ms. Ada Kessler, and her counterpart of Sylvania, Mr. Brandt,",
        "met in Strelsau. They reviewed the implementation of the agreement on the common border and",
        "welcomed the progress made.",
        "They agreed to meet again in the autumn, and thanked the experts of both sides for their work in",
        "the past year.",
        "",
        "• on water",
        "• on fish",
    )
    assert read_file("a.pdf", make_pdf([page])).text.split("\n\n") == [
        "JOINT STATEMENT",
        "The Foreign Minister of Ruritania, Ms. Ada Kessler, and her counterpart of Sylvania, Mr. Brandt, met in "
        "Strelsau. They reviewed the implementation of the agreement on the common border and welcomed the progress made.",
        "They agreed to meet again in the autumn, and thanked the experts of both sides for their work in the past year.",
        "• on water",
        "• on fish",
    ]


def test_hyphens_at_line_ends(make_pdf: Make, read_file: ReadFile) -> None:
    page = column(
        "The Ministers of the two states spoke at length about the imple-",
        "mentation of what they called a long-term plan, which the long-",
        "term programme of the commission had prepared, and the Euro-",
        "Atlantic community.",
    )
    assert read_file("a.pdf", make_pdf([page])).text == (
        "The Ministers of the two states spoke at length about the implementation of what they called a long-term plan, "
        "which the long-term programme of the commission had prepared, and the Euro-Atlantic community."
    )


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_fall_out(make_pdf: Make, read_file: ReadFile) -> None:
    first = [*column("They spoke of the opening of the fourth crossing, which"), (300.0, 40.0, "1")]
    second = [*column("will serve both banks.", "", "They met in 2021 in Riga."), (300.0, 40.0, "Page 2 of 2")]
    assert read_file("a.pdf", make_pdf([first, second])).text == (
        "They spoke of the opening of the fourth crossing, which will serve both banks.\n\nThey met in 2021 in Riga."
    )


def test_an_indented_line_begins_a_paragraph(make_pdf: Make, read_file: ReadFile) -> None:
    page = [
        *column("The Ministers discussed the crossing and they", "agreed on the opening in June of that yearly fair."),
        *column("The experts will meet before the summer begins", top=694, left=90),
        *column("and report in the autumn.", top=681),
    ]
    assert read_file("a.pdf", make_pdf([page])).text.split("\n\n") == [
        "The Ministers discussed the crossing and they agreed on the opening in June of that yearly fair.",
        "The experts will meet before the summer begins and report in the autumn.",
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Joint Statement", "Joint Statement"),
        ("Microsoft Word - statement.docx", None),
        ("final.pdf", None),
        ("", None),
    ],
)
def test_a_title_is_not_the_name_of_a_file(
    make_pdf: Make, read_file: ReadFile, title: str, expected: str | None
) -> None:
    assert read_file("a.pdf", make_pdf([column("They met.")], title=title)).title == expected


def test_the_day_the_file_was_made_is_no_day_of_publication(make_pdf: Make, read_file: ReadFile) -> None:
    assert read_file("a.pdf", make_pdf([column("They met.")])).published is None


def test_what_cannot_be_read(make_pdf: Make, read_bad: ReadBad) -> None:
    assert read_bad("a.pdf", make_pdf([[]])) == [Failure("a.pdf", "has no text layer; run OCR first")]
    assert read_bad("a.pdf", b"%PDF-1.4 broken") == [Failure("a.pdf", "is not a readable PDF")]
    assert read_bad("a.pdf", make_pdf([column("They met.")], locked=True)) == [
        Failure("a.pdf", "is encrypted; save it without a password")
    ]
