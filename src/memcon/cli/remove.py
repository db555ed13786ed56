"""``memcon remove``: take a document out of the record."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing

_EPILOG = """Example:

  memcon remove 05-reprint
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("remove", epilog=_EPILOG, help="Take a document, and what only it reports, out of the record.")(remove)


def remove(
    document: Annotated[str, typer.Argument(help="The document's id, the beginning of it, or its name.")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Remove one document and rebuild the engagements from those that stay."""
    with existing(record) as store:
        removed = store.remove(document)
        store.relink()
    typer.echo(f"removed {removed.name} ({removed.id[:12]}): {removed.title or 'no title'}")
