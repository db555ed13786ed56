"""``memcon compare``: what the sides say of one engagement, beside one another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.comparing.recorded import sides_of_engagement
from memcon.comparing.sides import Comparison, Side, sides_of
from memcon.comparing.sides import compare as compare_sides
from memcon.errors import SourceError, UsageError
from memcon.exporting.sides import as_html, as_markdown, as_objects, as_text, pair_as_objects
from memcon.model import Document, Reading
from memcon.reading.reader import read_document
from memcon.record import Record
from memcon.sources import documents as documents_in

_EPILOG = """Examples:

  memcon compare E-3f9a2c

  memcon compare washington.md oslo.md --format json

  memcon compare --pairs pairs.jsonl --documents documents.jsonl -o sides.jsonl
"""


class Format(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("compare", epilog=_EPILOG, help="Lay the accounts of an engagement side by side, point by point.")(
        compare
    )


def compare(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            help="An engagement's id, or two documents or more: files, or ids in the record.", metavar="ID | A B..."
        ),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = Format.TEXT,
    by_words: Annotated[
        bool, typer.Option("--by-words", help="Match points by words and subjects only, without the sentence encoder.")
    ] = False,
    pairs: Annotated[
        Path | None, typer.Option("--pairs", help="Compare many: JSON Lines with the names 'a' and 'b' of documents.")
    ] = None,
    given: Annotated[Path | None, typer.Option("--documents", help="The documents that --pairs names.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write into this file.")] = None,
) -> None:
    """Print the comparison, or with --pairs write one JSON object a line."""
    if pairs is not None or given is not None:
        if pairs is None or given is None or output is None or what:
            raise typer.BadParameter("--pairs, --documents and -o go together, without further arguments")
        _many(pairs, given, output, by_words)
        return
    if not what:
        raise typer.BadParameter("give an engagement's ID, two documents, or --pairs with --documents")
    sides = _engagement(what[0], record) if len(what) == 1 else _documents(what, record)
    written = _written(compare_sides(sides, by_words=by_words), form)
    if output is not None:
        output.write_text(written, encoding="utf-8")
    else:
        typer.echo(written, nl=False)


def _written(comparison: Comparison, form: Format) -> str:
    if form is Format.JSON:
        return json.dumps(as_objects(comparison), ensure_ascii=False) + "\n"
    writers: dict[Format, Callable[[Comparison], str]] = {
        Format.TEXT: as_text,
        Format.MARKDOWN: as_markdown,
        Format.HTML: as_html,
    }
    return writers[form](comparison)


def _engagement(reference: str, path: Path) -> Sequence[Side]:
    if Path(reference).is_file():
        raise UsageError(f"one document is nothing to compare: name a second beside {reference}")
    with existing(path) as store:
        return sides_of_engagement(store, reference)


def _documents(references: Sequence[str], path: Path) -> Sequence[Side]:
    store = existing(path) if any(not Path(r).is_file() for r in references) else None
    try:
        return sides_of([_document(reference, store) for reference in references])
    finally:
        if store is not None:
            store.close()


def _document(reference: str, store: Record | None) -> tuple[Document, Reading]:
    """A document by its file, or by its id or name in the record."""
    if Path(reference).is_file():
        found = list(documents_in([reference]))
        if len(found) != 1:
            raise UsageError(f"{reference} holds {len(found)} documents; give a file with one, or use --pairs")
        return found[0], read_document(found[0])
    if store is None:
        raise UsageError(f"there is no file {reference}")
    document = store.document(reference)
    return document, store.reading(document.id)


def _many(pairs: Path, given: Path, output: Path, by_words: bool) -> None:
    wanted = list(_pairs(pairs))
    known = {d.name: d for d in documents_in([str(given)])}
    missing = next((name for pair in wanted for name in pair if name not in known), None)
    if missing is not None:
        raise UsageError(f"{pairs} names {missing!r}, which {given} does not have")
    names = dict.fromkeys(name for pair in wanted for name in pair)
    quiet = not Console(stderr=True).is_terminal
    console = Console(stderr=True)
    readings = {n: read_document(known[n]) for n in track(names, "reading", console=console, disable=quiet)}
    with output.open("w", encoding="utf-8") as file:
        for a, b in track(wanted, "comparing", console=console, disable=quiet):
            sides = sides_of([(known[name], readings[name]) for name in (a, b)])
            made: dict[str, Any] = pair_as_objects(compare_sides(sides, by_words=by_words))
            file.write(json.dumps(made, ensure_ascii=False) + "\n")
    typer.echo(f"{len(wanted)} pairs compared; written to {output}")


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The names in each line of a file of pairs; raises SourceError with the line that is wrong."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield str(row["a"]), str(row["b"])
        except (ValueError, KeyError, TypeError):
            raise SourceError(f"{path}:{number}: is no JSON object with the keys 'a' and 'b'") from None
