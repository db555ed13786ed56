"""How a document and an engagement are cited: one line each, with what is not known left out."""

from __future__ import annotations

from memcon.exporting.words import day_in_words, party_in_words
from memcon.linking.engagements import Engagement
from memcon.model import Document

_PARTIES = 4


def title_of_engagement(engagement: Engagement) -> str:
    """Say who met: "Kazakhstan – United States", or the forum where no party is told."""
    parties = [party_in_words(p.value) for p in engagement.parties]
    forum = engagement.forum.preferred
    if len(parties) > _PARTIES:
        parties = [*parties[: _PARTIES - 1], f"{len(parties) - _PARTIES + 1} more"]
    return " – ".join(parties) or (forum.value if forum else "parties not reported")


def heading_of(engagement: Engagement) -> str:
    """Say what happened, between whom and when: "Meeting: United States – Kazakhstan, 28 February 2023"."""
    kind = engagement.kind.preferred
    what = kind.value.value.capitalize() if kind else "Engagement"
    return f"{what}: {title_of_engagement(engagement)}, {days_of(engagement)}"


def days_of(engagement: Engagement) -> str:
    """Say when it was: "27–28 February 2023", "date not reported"."""
    start, end = engagement.start.preferred, engagement.end.preferred
    first = start.value if start else None
    return day_in_words(first, end.value if end else first)


def citation_of(document: Document, title: str) -> str:
    """Cite a document: publisher, title, day of publication, address and when it was retrieved, as far as known.

    ``title`` stands where the document has none of its own.
    """
    published = day_in_words(document.published, document.published) if document.published else "no date"
    told = [document.publisher, f"“{(document.title or title).rstrip('.')}”", published, document.url]
    retrieved = document.retrieved[:10] if document.retrieved else None
    words = ", ".join(filter(None, told))
    return f"{words} (retrieved {day_in_words(retrieved, retrieved)})." if retrieved else f"{words}."
