"""``memcon why``: why accounts are taken for one occasion."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines
from memcon.exporting.joins import joins_in_words, joins_of, joins_value

_EPILOG = """Example:

  memcon why E-3f9a2c
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("why", epilog=_EPILOG, help="Tell why the accounts of an engagement were joined, weight by weight.")(
        why
    )


def why(
    engagement: Annotated[str, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")],
    record: RecordPath = DEFAULT_RECORD,
    form: FormOption = Form.TEXT,
) -> None:
    """Print what people joined and parted, then the weights of the evidence.

    Of each account after the first, the evidence is that on the account which it fits best.
    """
    with existing(record) as store:
        found = joins_of(store, store.engagement(engagement))
    if form is Form.JSON:
        json_lines([joins_value(found)])
    else:
        typer.echo("\n".join(joins_in_words(found)))
