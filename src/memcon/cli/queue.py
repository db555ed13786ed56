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
from memcon.exporting.queue import queue_rows, row_in_words
from memcon.reviewing.items import About, ItemKind

_EPILOG = """Wrong: the chance that the value is wrong, that accounts were joined wrongly, or that two engagements
are one. The heaviest comes first: that chance times what hangs on it, a quarter of it where documents only mention
the engagement. The same queue, one item at a time, is the page Review of 'memcon serve'.

Examples:

  memcon queue

  memcon queue --limit 100 --below 0.8

  memcon queue --about date --all --format json
"""
_HELP = "List what to check first: what is likely wrong and has much hanging on it."


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("queue", epilog=_EPILOG, help=_HELP)(queue)


def queue(
    record: RecordPath = DEFAULT_RECORD,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many.")] = 20,
    below: Annotated[
        float | None, typer.Option("--below", metavar="SHARE", min=0, max=1, help="Only what is less sure than this.")
    ] = None,
    about: Annotated[
        About | None,
        typer.Option("--about", help="Only this field, joins, near joins, or second looks.", show_choices=True),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", "-a", help="All that waits, whatever the limit.")] = False,
    form: FormOption = Form.TEXT,
) -> None:
    """Write decisions that want a second look, then what else waits for review, in the order of the review page."""
    with existing(record) as store:
        rows = queue_rows(store, about=about, below=below, limit=None if everything else limit)
        found = list(rows)
        wanted = about in (None, About.LOOK) and below != 0
        looks = store.second_looks() if wanted and form is Form.TEXT else []
    if form is Form.JSON:
        json_lines(found)
    elif looks:
        typer.echo("Decisions to look at again: memcon accept or memcon undo\n")
        typer.echo("\n".join(line for entry in looks for line in log_entry(entry)) + "\n")
    # a second look is told in full above
    cells = [row_in_words(row) for row in found if row["kind"] != ItemKind.LOOK]
    if form is Form.TEXT and cells:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for heading in ("Wrong", "ID", "Field", "Value", "Hangs on it", "Words"):
            table.add_column(heading, overflow="fold", no_wrap=heading in ("Wrong", "ID", "Field"))
        for row in cells:
            table.add_row(*row)
        Console(width=None if sys.stdout.isatty() else 120).print(table, markup=False)
    if not found and not looks:
        nothing_found("there is nothing to check")
