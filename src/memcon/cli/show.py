"""``memcon show``: the note on one engagement."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import nothing_found
from memcon.exporting.noted import note_of
from memcon.record import Filters

_EPILOG = """Examples:

  memcon show E-3f9a2c

  memcon show --all
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("show", epilog=_EPILOG, help="Show the note on an engagement, each line with the words it comes from.")(
        show
    )


def show(
    engagement: Annotated[
        str | None, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    everything: Annotated[bool, typer.Option("--all", "-a", help="Show the notes on all engagements.")] = False,
) -> None:
    """Print one note, or all."""
    if (engagement is None) == (not everything):
        raise typer.BadParameter("give either an engagement's ID or --all")
    with existing(record) as store:
        wanted = store.engagements(Filters()) if everything else [store.engagement(engagement or "")]
        notes = [note_of(store, e) for e in wanted]
    if not notes:
        nothing_found("the record has no engagement")
    typer.echo(("\n" + "─" * 100 + "\n\n").join(notes), nl=False)
