"""``memcon explain``: why the record says what it says in one field."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines
from memcon.exporting.explaining import EXPLAINED, explained, explanation_in_words, explanation_value

_EPILOG = f"""Fields: {", ".join(EXPLAINED)}. The same names are those of 'memcon correct' and 'memcon accept'.

Example:

  memcon explain E-3f9a2c start
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command(
        "explain", epilog=_EPILOG, help="Tell why the record says so: each account's words in context, and the rules."
    )(explain)


def explain(
    engagement: Annotated[str, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")],
    field: Annotated[str, typer.Argument(help="The field to explain.", metavar="FIELD")],
    record: RecordPath = DEFAULT_RECORD,
    form: FormOption = Form.TEXT,
) -> None:
    """Print the preferred value with its reason, then what every account says, with its words in context."""
    with existing(record) as store:
        found = explained(store, store.engagement(engagement), field)
    if form is Form.JSON:
        json_lines(map(explanation_value, found))
    else:
        typer.echo("\n\n".join("\n".join(explanation_in_words(one)) for one in found))
