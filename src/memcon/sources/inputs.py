"""Go from paths to documents: expand folders and globs, have each input read, report what cannot be read."""

from __future__ import annotations

import glob
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from memcon.model import Document
from memcon.sources.detect import reader_for
from memcon.sources.given import Failure, Input, InputError

_GLOB_SIGNS = frozenset("*?[")
_HEAD = 4096


def documents(
    paths: Iterable[str | Path], *, on_failure: Callable[[Failure], None] | None = None
) -> Iterator[Document]:
    """Read every document under ``paths``: files, folders (recursively, hidden files left out), globs, ``-``.

    The order is that of the paths, sorted inside folders and globs. What cannot be read goes to ``on_failure``; where
    that is None, SourceError is raised at the first.
    """
    for path in paths:
        for found in _read_all(str(path)):
            if isinstance(found, Document):
                yield found
            elif on_failure is None:
                raise found
            else:
                on_failure(found.failure)


def _read_all(path: str) -> Iterator[Document | InputError]:
    if path == "-":
        yield from _read("standard input", sys.stdin.buffer)
        return
    try:
        files = _files(path)
    except InputError as error:
        yield error
        return
    for file in files:
        try:
            with file.open("rb") as stream:
                yield from _read(str(file), stream)
        except OSError as error:
            yield InputError(str(file), f"cannot be opened ({error.strerror or error})")


def _read(origin: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    given = Input(origin, stream.read(_HEAD), stream)
    try:
        yield from reader_for(given)(given)
    except InputError as error:
        yield error


def _files(path: str) -> list[Path]:
    """Give the files that a path names; raises SourceError where a folder or a glob has none."""
    here = Path(path)
    if here.is_dir():
        return _in_folder(here) or _nothing(path, "is a folder without files to read")
    if here.exists() or not _GLOB_SIGNS & set(path):
        return [here]
    fitting = [Path(found) for found in sorted(glob.glob(path, recursive=True))]
    files = [file for found in fitting for file in (_in_folder(found) if found.is_dir() else [found])]
    # a folder and what is in it can both fit, as with **
    return list(dict.fromkeys(files)) or _nothing(path, "nothing fits this pattern")


def _in_folder(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )


def _nothing(path: str, reason: str) -> list[Path]:
    raise InputError(path, reason)
