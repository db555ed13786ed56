"""``memcon figures``: amounts, counts, shares and durations, with what they measure, and how accounts agree on them."""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import Annotated

import typer
from rich.progress import track

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, nothing_found
from memcon.comparing.figures.gathering import recorded_figures
from memcon.comparing.recorded import party_codes
from memcon.exporting.figures import figures_as_json, figures_in_words

_EPILOG = """Examples:

  memcon figures KZ US                    of all engagements of the two

  memcon figures --engagement E-3f9a2c    of one, its accounts side by side

  memcon figures --document 4f21 --format json
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command(
        "figures",
        epilog=_EPILOG,
        help="List amounts, counts, shares and durations with what they measure, and compare accounts.",
    )(figures)


def figures(
    parties: Annotated[
        list[str] | None, typer.Argument(help="Codes or names of parties that all take part.", metavar="[PARTY]...")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    engagement: Annotated[
        str | None, typer.Option("--engagement", "-e", metavar="ID", help="The accounts of this engagement.")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="ID", help="This document (id or name).")
    ] = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Print the figures of engagements or of one document."""
    if sum(bool(given) for given in (parties, engagement, document)) != 1:
        raise typer.BadParameter("give either parties, --engagement ID or --document ID")
    progress = partial(track, description="reading", disable=not sys.stderr.isatty(), transient=True)
    with existing(record) as store:
        listing = recorded_figures(
            store, parties=party_codes(parties), engagement=engagement, document=document, track=progress
        )
    if form is Form.JSON:
        typer.echo(json.dumps(figures_as_json(listing), ensure_ascii=False, indent=2))
    elif listing.groups:
        typer.echo(figures_in_words(listing), nl=False)
    if not listing.groups:
        nothing_found("there are no figures in these documents")
