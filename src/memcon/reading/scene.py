"""The scene of a document: its passages, its cast, its own date, and whose voice it speaks with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from memcon.model import BlockKind, Cited, Document, DocumentKind, Layout
from memcon.reading.cast import Cast, Member
from memcon.reading.forums import ForumMention
from memcon.reading.passages import Passage
from memcon.reading.people import PersonMention
from memcon.reading.place_names import PlaceMention

_ON_BEHALF = re.compile(
    r"\b(?:on behalf of|[Aa]t the (?:kind |official )?invitation (?:of|from)) (?:the |his |her |its )?$"
)


@dataclass(slots=True)
class Scene:
    """What the readers of engagements and statements look at.

    ``anchor`` is the document's own date (ISO day) with the words or rule it comes from, or None; ``home`` the party
    whose organ publishes the document, if known. ``members`` maps a passage's index and a mention's index in it to
    the member of the cast that it means.
    """

    document: Document
    layout: Layout
    kind: Cited[DocumentKind]
    anchor: Cited[str] | None
    home: str | None
    passages: list[Passage]
    cast: Cast = field(default_factory=Cast)
    members: dict[tuple[int, int], list[Member]] = field(default_factory=dict)
    places: list[list[PlaceMention]] = field(default_factory=list)
    forums: list[list[ForumMention]] = field(default_factory=list)

    def title(self) -> tuple[int, Passage] | None:
        """The passage of the title, with its index."""
        for i, passage in enumerate(self.passages):
            if passage.kind == BlockKind.TITLE:
                return i, passage
        return None

    def mentioned(self, index: int) -> Iterator[tuple[PersonMention, Member]]:
        """Give each mention of a passage with every member of the cast that it means, in order."""
        for number, mention in enumerate(self.passages[index].people):
            for member in self.members.get((index, number), []):
                yield mention, member

    def members_in(self, index: int, start: int, end: int) -> list[Member]:
        """Members mentioned in the range ``start:end`` (view offsets) of a passage, each once, in order.

        Somebody on whose behalf another acts is not among them.
        """
        text = self.passages[index].text
        found: list[Member] = []
        for m, mention in enumerate(self.passages[index].people):
            if start <= mention.start and mention.end <= end + 1 and not _ON_BEHALF.search(text, 0, mention.start):
                found.extend(x for x in self.members.get((index, m), []) if x not in found)
        return found
