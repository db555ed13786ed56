"""What a reader is given, an input, and what it reports where the input cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from memcon.errors import SourceError


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: where it stands (a path, ``path:line`` or ``path#entry``) and why, in words."""

    origin: str
    reason: str


class InputError(SourceError):
    """A :class:`Failure` on its way: raised by a reader for a whole input, yielded for one of its lines or entries."""

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.failure = Failure(origin, reason)


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes with the name of their origin; ``head`` is their beginning, already taken from the stream ``rest``.

    Either method can be used once.
    """

    origin: str
    head: bytes
    rest: BinaryIO

    @property
    def name(self) -> str:
        """The name of a document that fills the whole input: the file name without its suffix."""
        return Path(self.origin).stem or self.origin

    def read(self) -> bytes:
        """Give all bytes."""
        return self.head + self.rest.read()

    def lines(self) -> Iterator[bytes]:
        """Give the lines one by one, without their ``\\n``; only the line at hand is held in memory."""
        # the head may end inside a line, so it is completed before it is split
        yield from (self.head + self.rest.readline()).removesuffix(b"\n").split(b"\n")
        for line in self.rest:
            yield line.removesuffix(b"\n")
