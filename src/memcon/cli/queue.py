"""``memcon queue``: what to check first."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines, nothing_found
from memcon.exporting.decisions import log_entry
from memcon.exporting.doubts import doubt_field, doubt_value, doubt_words
from memcon.exporting.words import value_in_words
from memcon.linking.doubts import doubts
from memcon.record import Filters

_EPILOG = """Examples:

  memcon queue

  memcon queue --limit 100 --below 0.8
"""


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
    form: FormOption = Form.TEXT,
) -> None:
    """Write decisions that want a second look, then the least sure values, of equals those of more accounts first."""
    with existing(record) as store:
        looks = store.second_looks()
        found = doubts(store.engagements(Filters(main_only=not everything)))
    rows = [d for d in found if d.value.confidence is not None and d.value.confidence < below][:limit]
    if form is Form.JSON:
        json_lines(map(doubt_value, rows))
        if not rows:
            nothing_found("there is nothing to check")
        return
    console = Console(width=None if sys.stdout.isatty() else 120)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Sure", "ID", "Field", "Value", "Words"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("Sure", "ID", "Field"))
    for doubt in rows:
        table.add_row(
            f"{doubt.value.confidence:.2f}",
            doubt.engagement.id,
            doubt_field(doubt),
            value_in_words(doubt.value.value),
            doubt_words(doubt),
        )
    if looks:
        typer.echo("Decisions to look at again: memcon accept or memcon undo\n")
        typer.echo("\n".join(line for entry in looks for line in log_entry(entry)) + "\n")
    if rows:
        console.print(table, markup=False)
    elif not looks:
        nothing_found("there is nothing to check")
