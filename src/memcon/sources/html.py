"""HTML pages: the main text by trafilatura; the page as it came is kept as the document's bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree
from trafilatura.settings import use_config

from memcon.model import Document
from memcon.sources.given import Input, InputError
from memcon.sources.made import document_from_text
from memcon.sources.markup import without_controls
from memcon.sources.plain import decode

_TIMES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
MOST_BESIDE = 5_000
"""Elements that one element may hold. trafilatura goes through them anew for each of them: 5,000 links take a second or
two, 18,000 half a minute."""
_LINKED_DATA = "//script[@type='application/ld+json']/text()"
_DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
# bounds of the dates that are looked for; without them they would hang on the day of the run
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1900-01-01", "max_date": "9999-12-31"}


def read(given: Input) -> Iterator[Document | InputError]:
    """Give the one document of a page; raises SourceError where no main text is found in it, or it is too large."""
    data = given.read()
    page = without_controls(decode(data, given.origin))
    try:
        tree = trafilatura.load_html(page)
        _check(tree, given.origin)
        fields = _extracted(page)
    except (etree.LxmlError, ValueError, RecursionError):
        tree, fields = None, {}
    lines = [line.strip(" \t") for line in (fields.get("text") or "").split("\n")]
    text = "\n\n".join(line for line in lines if line.strip())
    if tree is None or not text:
        raise InputError(given.origin, "no main text is found in this page; save its text as a .txt file")
    yield document_from_text(
        text,
        name=given.name,
        raw=data,
        media_type="text/html",
        title=fields.get("title"),
        publisher=fields.get("sitename"),
        url=fields.get("url"),
        published=_stated_time(tree) or _if_certain(fields.get("date"), page),
        language=next(iter(tree.xpath("/html/@lang")), "").partition("-")[0].casefold() or None,
        origin=given.origin,
    )


def _check(tree: Any, origin: str) -> None:
    """Raise InputError where taking the text out of a page would take minutes."""
    most = max((len(element) for element in tree.iter(etree.Element)), default=0) if tree is not None else 0
    if most > MOST_BESIDE:
        told = f"{most:,} elements beside one another, and at most {MOST_BESIDE:,} are read"
        raise InputError(origin, f"is a page with {told}; save its text as a .txt file")


def _extracted(page: str) -> dict[str, str | None]:
    config = use_config()
    # no limit by the clock, and short releases are releases
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "20")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "10")
    found = trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_formatting=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        config=config,
        date_extraction_params=_DATES,
    )
    return {} if found is None or isinstance(found, dict) else found.as_dict()


def _if_certain(day: str | None, page: str) -> str | None:
    """Give the day that trafilatura finds, unless it read it off figures such as 05/11/2018, which are two days."""
    if not day or day in page:
        return day
    year, month, date = (int(part) for part in day.split("-"))
    guessed = re.search(rf"\b(?:0?{month}/0?{date}|0?{date}/0?{month})/{year}\b", page)
    return None if guessed and month != date and date <= 12 else day


def _stated_time(tree: Any) -> str | None:
    """Give the time at which the page says it was published; None where it says several, or none.

    trafilatura gives a day only, which is not yet that of the publisher.
    """
    linked = (found for script in tree.xpath(_LINKED_DATA) for found in _DATE_PUBLISHED.findall(script))
    for times in (*(tree.xpath(path) for path in _TIMES), list(linked)):
        if times and len(set(times)) == 1:
            return str(times[0])
    return None
