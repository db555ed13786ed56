"""``memcon queue``: what to check first."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.exporting.decisions import log_entry
from memcon.exporting.words import value_in_words
from memcon.linking.doubts import Doubt, doubts
from memcon.record import Filters

_EPILOG = """Examples:

  memcon queue

  memcon queue --limit 100 --below 0.8
"""
_WORDS = 60


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("queue", epilog=_EPILOG, help="List what to check first: the least sure values, with their words.")(
        queue
    )


def queue(
    record: RecordPath = DEFAULT_RECORD,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many values.")] = 20,
    below: Annotated[
        float, typer.Option("--below", metavar="SHARE", min=0, max=1, help="Only values less sure than this.")
    ] = 1.0,
    everything: Annotated[bool, typer.Option("--all", "-a", help="Also what documents only mention.")] = False,
) -> None:
    """Write decisions that want a second look, then the least sure values, of equals those of more accounts first."""
    with existing(record) as store:
        looks = store.second_looks()
        found = doubts(store.engagements(Filters(main_only=not everything)))
    rows = [d for d in found if d.value.confidence is not None and d.value.confidence < below][:limit]
    console = Console(width=None if sys.stdout.isatty() else 120)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Sure", "ID", "Field", "Value", "Words"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("Sure", "ID", "Field"))
    for doubt in rows:
        table.add_row(
            f"{doubt.value.confidence:.2f}",
            doubt.engagement.id,
            doubt.field,
            value_in_words(doubt.value.value),
            _words(doubt),
        )
    if looks:
        typer.echo("Decisions to look at again: memcon accept or memcon undo\n")
        typer.echo("\n".join(line for entry in looks for line in log_entry(entry)) + "\n")
    if rows:
        console.print(table, markup=False)
    elif not looks:
        typer.echo("nothing to check", err=True)


def _words(doubt: Doubt) -> str:
    """The words that the value comes from, cut where they are long; its rule where it comes from none."""
    words = " … ".join(" ".join(span.text.split()) for span in doubt.value.spans)
    if not words:
        return f"({doubt.value.rule})"
    return words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
