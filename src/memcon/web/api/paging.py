"""Pages of lists, and the cursors that lead from one to the next."""

from __future__ import annotations

import base64
import binascii
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
    return page, _cursor(key(page[-1])) if len(found) > limit else None


def _cursor(key: Key) -> str:
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode()
