"""Documents written for these tests; officials are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon import Document
from memcon import document as made
from memcon.linking.reprints import Reprint, find_reprints
from memcon.reading.layout import read_layout

READOUT = """Secretary of State Dana K. Whitlow spoke today with Norwegian Foreign Minister Ingrid Solberg-Lie. The Secretary \
and the Foreign Minister discussed the safety of shipping in the Barents Sea and the growing number of uninsured tankers.

The Secretary thanked the Foreign Minister for Norway’s steady support of the coast guards of the region and underscored \
the commitment of the United States to freedom of navigation.

They agreed to send experts to a working meeting in Tromsø in February, and to tell the fishing fleets of both countries \
in good time which waters will be closed for exercises."""

ADDRESS = "https://www.state.gov/example/secretary-whitlows-call-with-norwegian-foreign-minister"


def page(
    text: str,
    name: str,
    title: str | None = None,
    *,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Document:
    """A document with an id of its own, whatever its text."""
    raw = f"{name}\n{text}".encode()
    return made(text, name=name, raw=raw, title=title, publisher=publisher, published=published, url=url)


def found(*documents: Document) -> tuple[Reprint, ...]:
    return find_reprints(documents, {d.id: read_layout(d) for d in documents})


@pytest.fixture
def source() -> Document:
    return page(
        "Office of the Spokesperson\n\n" + READOUT,
        "source",
        "Secretary Whitlow’s Call with Norwegian Foreign Minister Solberg-Lie",
        publisher="United States Department of State",
        published="2024-12-30",
        url=ADDRESS,
    )


def without_signs(document: Document) -> Document:
    return replace(document, publisher=None, url=None, published=None)
