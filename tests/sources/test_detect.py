import io

import pytest

from memcon.errors import SourceError
from memcon.sources import feeds, html, jsonl, markdown, pdf, plain
from memcon.sources.detect import BY_SUFFIX, Reader, reader_for
from memcon.sources.given import Input


def given(origin: str, data: bytes) -> Input:
    return Input(origin, data, io.BytesIO())


@pytest.mark.parametrize("suffix", sorted(BY_SUFFIX))
def test_a_suffix_names_the_reader(suffix: str) -> None:
    assert reader_for(given(f"a{suffix.upper()}", b"words")) is BY_SUFFIX[suffix]


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b"The Minister met the Ambassador.", plain.read),
        (b"", plain.read),
        (b"[As delivered] Good morning.", plain.read),
        ("Встреча".encode("utf-16"), plain.read),
        ("They met in Riga.".encode("utf-16-le"), plain.read),
        (b"---\ntitle: A call\n---\nThey spoke.", markdown.read),
        (b"--- They spoke.", plain.read),
        (b"\n<!DOCTYPE html>\n<html>", html.read),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', html.read),
        ("<html><p>x</p></html>".encode("utf-16"), html.read),
        (b"%PDF-1.7\n", pdf.read),
        (b'\xef\xbb\xbf{"text": "x"}', jsonl.read),
        (b'[\n  {"text": "x"}]', jsonl.read),
        (b'<?xml version="1.0"?><rss version="2.0">', feeds.read),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', feeds.read),
        (b'<rdf:RDF xmlns:rdf="x">', feeds.read),
    ],
)
def test_the_beginning_tells_the_kind(data: bytes, reader: Reader) -> None:
    assert reader_for(given("standard input", data)) is reader


def test_a_pdf_is_one_whatever_its_name() -> None:
    assert reader_for(given("a.txt", b"%PDF-1.7\n")) is pdf.read


@pytest.mark.parametrize(
    ("origin", "data", "words"),
    [
        ("a.docx", b"PK\x03\x04word", "a document of Word"),
        ("a.txt", b"\x89PNG\r\n", "run OCR first"),
        ("a.gz", b"\x1f\x8b\x08", "unpack it first"),
        ("a.bin", bytes(range(256)) * 4, "a binary file"),
        ("style.css", b"p { color: red }", "a .css file"),
        ("a.xml", b"<?xml version='1.0'?><urlset>", "XML, but no feed and no page"),
    ],
)
def test_other_kinds_are_named(origin: str, data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=rf"^{origin}: is not a kind of document that memcon reads \(.*{words}"):
        reader_for(given(origin, data))
