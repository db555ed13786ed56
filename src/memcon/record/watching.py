"""Let whoever waits for long work in a record see how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Watch = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and of how much."""
T = TypeVar("T")


def unwatched(_what: str, _done: int, _of: int) -> None:
    """Tell nobody."""


def watched(things: Sequence[T], what: str, watch: Watch) -> Iterator[T]:
    """Give things one after the other, and tell after each that it is done."""
    for done, thing in enumerate(things, start=1):
        yield thing
        watch(what, done, len(things))
