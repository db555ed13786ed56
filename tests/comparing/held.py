"""What a record of a few invented documents holds, read and linked as the program does it."""

from typing import NamedTuple

from memcon import document, read_document
from memcon.comparing.material import Material
from memcon.linking.link import link
from memcon.linking.reprints import find_reprints

STATE = "United States Department of State"
OSLO = "Ministry of Foreign Affairs of Norway"
WASHINGTON = "Secretary of State Dana K. Whitlow spoke today with Norwegian Foreign Minister Ingrid Solberg-Lie. "
NORWAY = (
    "Norwegian Foreign Minister Ingrid Solberg-Lie spoke by telephone today with U.S. Secretary of State Dana Whitlow. "
)


class Page(NamedTuple):
    """One document: a name, the day of publication, the publisher, the text, a title."""

    name: str
    day: str | None
    publisher: str | None
    text: str
    title: str | None = "Call with Norwegian Foreign Minister Solberg-Lie"


def held(*pages: Page) -> Material:
    """Give the material of these pages."""
    documents = [document(p.text, name=p.name, published=p.day, publisher=p.publisher, title=p.title) for p in pages]
    readings = [read_document(d) for d in documents]
    reprints = find_reprints(documents, {r.document: r.layout for r in readings})
    return Material(
        {d.id: d for d in documents},
        {r.document: r for r in readings},
        tuple(e for e in link(readings, reprints) if e.main),
        tuple(reprints),
    )


def call(name: str, day: str, text: str) -> Page:
    """A State Department readout of a call of the two ministers, with further sentences."""
    return Page(name, day, STATE, WASHINGTON + text)


def oslo(name: str, day: str, text: str) -> Page:
    """A Norwegian readout of a call of the two ministers, with further sentences."""
    return Page(name, day, OSLO, NORWAY + text)
