"""Templates to responses: Jinja2 with autoescape on, so that a text can never become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import HTTPException, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from memcon.errors import UsageError
from memcon.exporting.citing import citation_of, heading_of
from memcon.exporting.citing import title_of_engagement as title_of
from memcon.exporting.words import day_in_words, party_in_words, place_in_words
from memcon.linking.engagements import Engagement
from memcon.record import Record
from memcon.record.search import CLOSE, OPEN
from memcon.vocabulary.glossary import explained
from memcon.web import links
from memcon.web.asking import Asked
from memcon.web.notes import title_of_document
from memcon.web.visitors import visitor_of

_WORDS = {
    400: "This cannot be answered",
    403: "Not allowed",
    404: "Not found",
    503: "The record cannot be read now",
}
_OFFSET = re.compile(r" at \d+(?=\))")
_DAY = re.compile(r"(?<![\w/.-])\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\w/-])")


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals |= {"links": links, "day_in_words": day_in_words}
    made.globals |= {"searching": _searching}
    made.globals |= {"title_of": title_of, "title_of_document": title_of_document}
    made.globals |= {"explained": explained, "heading_of": heading_of, "citation_of": citation_of}
    made.filters |= {
        "party": party_in_words,
        "place": place_in_words,
        "squeezed": lambda text: " ".join(text.split()),
        "hits": hits,
        "days": days_in_words,
        "readable": lambda text: _OFFSET.sub("", days_in_words(text)),
        "moment": moment_in_words,
        "upper_first": lambda text: text[:1].upper() + text[1:],
    }
    return made


def days_in_words(text: str) -> str:
    """Give a text with its ISO days and months as people write them, each kept on one line; addresses stay."""
    return _DAY.sub(lambda day: day_in_words(day[0], day[0]).replace(" ", "\N{NO-BREAK SPACE}"), text)


def moment_in_words(moment: str) -> str:
    """Say a time as it is kept (ISO 8601): "5 May 2024, 09:30 UTC"; a day or a time in no known zone without one."""
    try:
        told = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    if len(moment) <= len("2024-05-05"):
        return day_in_words(moment, moment)
    zone = " UTC" if told.tzinfo is not None else ""
    told = told.astimezone(UTC) if told.tzinfo is not None else told
    day = told.date().isoformat()
    return f"{day_in_words(day, day)}, {told:%H:%M}{zone}"


def _searching(**values: str | Sequence[str]) -> Asked:
    """A search by the names of its address, for what a page hands on: feeds, exports."""
    told = {name: value if isinstance(value, str) else tuple(value) for name, value in values.items()}
    return Asked(**told)  # type: ignore[arg-type]


def hits(snippet: str) -> Iterator[tuple[bool, str]]:
    """Cut a snippet of a search into what was searched for (true) and what stands around it."""
    for number, part in enumerate(snippet.replace(CLOSE, OPEN).split(OPEN)):
        if part:
            yield number % 2 == 1, part


def render(template: str, **values: Any) -> str:
    """Fill in a template."""
    return _environment().get_template(template).render(**values)


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """Give a page; ``q``, what was searched for last, stands in the search box of every page.

    Every template has ``visitor``, who asks: what they may not do is not offered, by ``visitor.may("reviewer")``.
    """
    given = {"q": "", "visitor": visitor_of(request)} | values
    return HTMLResponse(render(template, request=request, **given), status)


def error_page(request: Request, status: int, detail: str) -> Response:
    """Give a page that says what went wrong and where to go on."""
    words = _WORDS.get(status, HTTPStatus(status).phrase)
    said = "" if detail == HTTPStatus(status).phrase else detail.split(";")[0]
    return page(request, "error.html", status, code=status, heading=words, said=said)


def not_found(error: UsageError) -> HTTPException:
    """Give the answer to a reference to what is not there."""
    return HTTPException(404, str(error))


def engagement_at(record: Record, reference: str) -> Engagement:
    """Give the engagement with this id, an id that it had, or the beginning of one; answers 404 where there is none."""
    try:
        return record.engagement(reference)
    except UsageError as error:
        raise not_found(error) from None
