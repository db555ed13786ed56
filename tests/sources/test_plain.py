import codecs
from collections.abc import Callable

import pytest

from memcon.model import Document
from memcon.sources import Failure

ReadFile = Callable[[str, str | bytes], Document]
ReadBad = Callable[[str, str | bytes], list[Failure]]

WORDS = "Außenminister Müller traf Präsident Łukasz in Kraków und sprach über die Zusammenarbeit."


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        WORDS.encode("utf-32"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
    ],
)
def test_a_text_in_the_encodings_of_unicode(read_file: ReadFile, data: bytes) -> None:
    assert read_file("a.txt", data).text == WORDS


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("latin-1", "Le président a reçu le ministre à l'Élysée; ils ont évoqué la coopération européenne."),
        ("cp1251", "Президент принял министра иностранных дел и обсудил с ним сотрудничество двух стран."),
        ("cp1252", "“We stand together”, the Minister said – and the President agreed: “We do, and we’ll go on.”"),
    ],
)
def test_an_older_encoding_is_detected(read_file: ReadFile, encoding: str, words: str) -> None:
    assert read_file("a.txt", words.encode(encoding)).text == words


def test_line_ends_are_made_one_and_the_bytes_are_kept(read_file: ReadFile) -> None:
    found = read_file("a.txt", b"One\r\ntwo\rthree\n")
    assert found.text == "One\ntwo\nthree\n"
    assert found.raw == b"One\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"  \n ", "holds no text"),
        (b"", "holds no text"),
        (b"abc\0def ghi jkl", "is no text (it holds zero bytes)"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "begins as utf-16 and is not; save it as UTF-8"),
    ],
)
def test_what_is_no_text(read_bad: ReadBad, data: bytes, reason: str) -> None:
    assert read_bad("a.txt", data) == [Failure("a.txt", reason)]
