"""Inputs made for the tests of sources."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from memcon.model import Document
from memcon.sources import Failure, documents
from memcon.sources.given import Input

Placed = tuple[float, float, str]
Make = Callable[..., bytes]
Given = Callable[..., Input]
ReadFile = Callable[[str, str | bytes], Document]
ReadBad = Callable[[str, str | bytes], list[Failure]]


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf_of(pages: Sequence[Sequence[Placed]], *, title: str = "", locked: bool = False) -> bytes:
    """A PDF whose pages have the given words at the given points (x, y from the lower left corner)."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) /CreationDate (D:20240502103000Z) >>" % _escaped(title),
    ]
    for i, placed in enumerate(pages):
        words = b"\n".join(b"BT /F1 11 Tf %.1f %.1f Td (%s) Tj ET" % (x, y, _escaped(text)) for x, y, text in placed)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * i)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"41" * 32,
        b"42" * 32,
    )
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + b"".join(b"%010d 00000 n \n" % place for place in places)
        + b"trailer << /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (size, lock * locked, len(out))
    )


@pytest.fixture
def make_pdf() -> Make:
    return pdf_of


@pytest.fixture
def given_of() -> Given:
    def make(data: str | bytes, origin: str = "input") -> Input:
        """An input whose head is short, so that lines cross its end."""
        data = data.encode() if isinstance(data, str) else data
        stream = io.BytesIO(data)
        return Input(origin, stream.read(5), stream)

    return make


@pytest.fixture
def read_file(tmp_path: Path) -> ReadFile:
    def read(name: str, data: str | bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        (found,) = documents([path])
        return found

    return read


@pytest.fixture
def read_bad(tmp_path: Path) -> ReadBad:
    def read(name: str, data: str | bytes) -> list[Failure]:
        """The failures of a file, their origins without the folder; whatever documents it has are left out."""
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        failures: list[Failure] = []
        list(documents([path], on_failure=failures.append))
        return [Failure(f.origin.removeprefix(f"{tmp_path}/"), f.reason) for f in failures]

    return read
