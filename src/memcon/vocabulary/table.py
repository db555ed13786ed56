"""Read a vocabulary file: tab-separated lines under a header, ``#`` comments, ``|`` between several values.

A table's row is a frozen dataclass; its field names are the header's, its field types say how a cell is read:
``str`` (must not be empty), ``str | None`` (may be empty), ``tuple[str, ...]`` (values between ``|``), ``bool``
(``yes`` or empty), ``int`` (digits), ``float`` (``0.25``), or
an enumeration (one of its values).
"""

from __future__ import annotations

import dataclasses
import enum
import re
import types
import typing
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from memcon.errors import VocabularyError

Row = TypeVar("Row")


_PLAIN: dict[Any, tuple[str, str, Callable[[str], Any]]] = {
    bool: ("(?:yes)?", "'yes' or nothing", bool),
    int: ("[0-9]+", "a whole number", int),
    float: (r"[0-9]+(?:\.[0-9]+)?(?:e-[0-9]+)?", "a number", float),
}
"""How a cell of a plain type is written, in a pattern and in words, and what makes the value of it."""


def data_file(name: str) -> Path:
    """Give the path of a data file that ships with memcon, such as ``states.tsv``."""
    return Path(str(resources.files("memcon.vocabulary") / "data" / name))


def read_table(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """Read all rows of the file at ``path``.

    Raises VocabularyError, with file and line number, for a wrong header, a wrong number of cells, an empty cell
    that must not be empty, a value outside an enumeration, a value that stands twice in a cell, stray white space, or
    a line that repeats another.
    """
    return tuple(row for _, row in read_numbered(path, row_type))


def read_numbered(path: Path, row_type: type[Row]) -> Iterator[tuple[int, Row]]:
    """Like :func:`read_table`, with each row's line number (from 1)."""
    hints = typing.get_type_hints(row_type)
    names = [f.name for f in dataclasses.fields(row_type)]  # type: ignore[arg-type]
    header: list[str] | None = None
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if header != names:
                raise VocabularyError(f"{path}:{number}: the header must be {' '.join(names)}")
            continue
        if line in seen:
            raise VocabularyError(f"{path}:{number}: repeats line {seen[line]}")
        seen[line] = number
        if len(cells) != len(names):
            raise VocabularyError(f"{path}:{number}: {len(cells)} cells where {len(names)} are due")
        try:
            values = {name: _cell(cell, hints[name]) for name, cell in zip(names, cells, strict=True)}
        except ValueError as wrong:
            raise VocabularyError(f"{path}:{number}: {wrong}") from None
        yield number, row_type(**values)
    if header is None:
        raise VocabularyError(f"{path}:1: the header {' '.join(names)} is missing")


def _cell(cell: str, kind: Any) -> Any:
    """Turn a cell into a value of the type that its column has; raises ValueError with the reason."""
    if cell != cell.strip():
        raise ValueError(f"stray white space in {cell!r}")
    if typing.get_origin(kind) is tuple:
        values = tuple(cell.split("|")) if cell else ()
        if any(not value or value != value.strip() for value in values):
            raise ValueError(f"an empty value or stray white space in {cell!r}")
        if repeated := [value for at, value in enumerate(values) if value in values[:at]]:
            raise ValueError(f"{repeated[0]!r} stands twice in {cell!r}")
        return values
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        inner = [k for k in typing.get_args(kind) if k is not type(None)]
        return _cell(cell, inner[0]) if cell else None
    if kind in _PLAIN:
        pattern, due, make = _PLAIN[kind]
        if not re.fullmatch(pattern, cell):
            raise ValueError(f"{cell!r} where {due} is due")
        return make(cell)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        try:
            return kind(cell)
        except ValueError:
            allowed = ", ".join(str(member.value) for member in kind)
            raise ValueError(f"{cell!r} is none of {allowed}") from None
    if not cell:
        raise ValueError("a cell that must not be empty is empty")
    return cell
