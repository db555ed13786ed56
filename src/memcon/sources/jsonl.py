"""JSON and JSON Lines: one document an object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from memcon.model import Document
from memcon.sources.given import Input, InputError
from memcon.sources.made import document_from_record
from memcon.sources.plain import decode, marked_encoding

_MARK = b"\xef\xbb\xbf"
_NOT_UTF_8 = "is not UTF-8; save it as UTF-8"

Numbered = tuple[int, bytes]


def read(given: Input) -> Iterator[Document | InputError]:
    """Give the documents of a JSON object, an array of objects, or one object a line; a wrong line is named.

    JSON Lines are read as a stream: only one line is held in memory. The bytes of a document are those of its line;
    in an array, which has no lines of its own, the object as JSON with sorted keys.
    """
    numbered = enumerate(_lines(given), start=1)
    first = next(((n, line) for n, line in numbered if line.removeprefix(_MARK).strip()), None)
    if first is None:
        raise InputError(given.origin, "holds no text")
    first = (first[0], first[1].removeprefix(_MARK))
    if isinstance(_value_or_none(first[1]), dict):
        yield from _each_line(chain([first], numbered), given.origin)
    else:
        yield from _whole([first, *numbered], given.origin)


def _lines(given: Input) -> Iterable[bytes]:
    encoding = marked_encoding(given.head)
    if encoding in (None, "utf-8-sig"):
        return given.lines()
    return decode(given.read(), given.origin).encode().split(b"\n")


def _whole(lines: list[Numbered], origin: str) -> Iterator[Document | InputError]:
    """Read a file whose first line is no object: one value over many lines, an array, or JSON Lines that begin wrong.

    Raises SourceError where it is none of these.
    """
    data = b"\n".join(line for _, line in lines).strip()
    try:
        value = _value(data, lines[0][0])
    except ValueError as error:
        # lines that are objects show that a line is wrong, not the file
        if any(isinstance(_value_or_none(line), dict) for _, line in lines):
            yield from _each_line(lines, origin)
            return
        raise InputError(origin, str(error)) from None
    if not isinstance(value, list):
        yield _document(value, data, origin)
        return
    if not value:
        raise InputError(origin, "is an empty array")
    for number, record in enumerate(value, start=1):
        yield _document(record, None, f"{origin}#{number}")


def _each_line(lines: Iterable[Numbered], origin: str) -> Iterator[Document | InputError]:
    for number, line in lines:
        where, line = f"{origin}:{number}", line.strip()
        if not line:
            continue
        try:
            value = _value(line)
        except ValueError as error:
            yield InputError(where, str(error))
            continue
        yield _document(value, line, where)


def _value(data: bytes, first: int | None = None) -> Any:
    """Parse JSON that begins in line ``first``, or is one line; raises ValueError with a reason for people."""
    try:
        return json.loads(data.decode())
    except UnicodeDecodeError:
        raise ValueError(_NOT_UTF_8) from None
    except json.JSONDecodeError as error:
        line = "" if first is None else f"line {first + error.lineno - 1}, "
        raise ValueError(f"is not JSON ({error.msg.lower()}, {line}column {error.colno})") from None
    except RecursionError:
        raise ValueError("is not JSON that can be read (nested too deep)") from None


def _value_or_none(data: bytes) -> Any:
    try:
        return _value(data)
    except ValueError:
        return None


def _document(record: Any, raw: bytes | None, where: str) -> Document | InputError:
    if not isinstance(record, dict):
        return InputError(where, 'is not an object with a "text"')
    try:
        return document_from_record(record, raw=raw, origin=where)
    except InputError as error:
        return error
