"""Pages of lists, and the cursors that lead from one to the next."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import Field

from memcon.record.pages import Key
from memcon.web.api.models import Value
from memcon.web.api.problems import ProblemError

T = TypeVar("T")

Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]
Cursor = Annotated[str | None, Query(description="Where the page begins: 'next' of the page before.")]


class Page(Value, Generic[T]):
    """A page of a list."""

    items: list[T] = Field(description="In the order of the list.")
    next: str | None = Field(description="The cursor of the next page; null on the last.")


def read_cursor(cursor: str | None, length: int) -> Key | None:
    """Give the key of ``length`` parts that a cursor holds; answers 422 where it holds none."""
    if cursor is None:
        return None
    try:
        key = json.loads(base64.b64decode(cursor.encode("ascii"), altchars=b"-_", validate=True))
    except (UnicodeError, binascii.Error, ValueError, RecursionError):
        key = None
    if not isinstance(key, list) or len(key) != length or not all(isinstance(part, str) for part in key):
        raise ProblemError(422, f"cursor {cursor!r} is none that an answer gave; begin without one")
    return tuple(key)


def cut(found: Sequence[T], limit: int, key: Callable[[T], Key]) -> tuple[list[T], str | None]:
    """Give the first ``limit`` of what was found, and the cursor of what follows, if more was found than these."""
    page = list(found[:limit])
    return page, cursor_of(key(page[-1])) if len(found) > limit else None


def page_of(items: Sequence[T], limit: int, cursor: str | None, key: Callable[[T], str]) -> tuple[list[T], str | None]:
    """Give a page of a list that is made whole each time, and the cursor of what follows.

    It begins after the item with the key that the cursor holds; answers 422 where that is gone. ``key`` tells items of
    the list apart; a cursor holds a hash of it.
    """

    def short(item: T) -> str:
        return hashlib.sha256(key(item).encode("utf-8", "surrogatepass")).hexdigest()[:24]

    start = 0
    if cursor is not None:
        (last,) = read_cursor(cursor, 1) or ("",)
        places = [number for number, item in enumerate(items) if short(item) == last]
        if not places:
            raise ProblemError(422, f"what cursor {cursor!r} stands after is not in the list; begin without one")
        start = places[0] + 1
    return cut(items[start : start + limit + 1], limit, lambda item: (short(item),))


def cursor_of(key: Key) -> str:
    """Give the cursor that holds a key."""
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode()
