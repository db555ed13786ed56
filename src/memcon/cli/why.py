"""``memcon why``: why accounts are taken for one occasion."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.exporting.evidence import waterfall
from memcon.linking.evidence import weigh
from memcon.linking.reprints import dated_by_sources
from memcon.linking.tellings import tellings_of

_EPILOG = """Example:

  memcon why E-3f9a2c
"""
_HEAD = "  bits     sum"


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("why", epilog=_EPILOG, help="Tell why the accounts of an engagement were joined, weight by weight.")(
        why
    )


def why(
    engagement: Annotated[str, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Print, for each account after the first, the weights of the evidence on it and the account it fits best."""
    with existing(record) as store:
        found = store.engagement(engagement)
        readings = [store.reading(document) for document in sorted({key.document for key in found.accounts})]
        known = {t.key: t for r in dated_by_sources(readings, store.reprints()) for t in tellings_of(r)}
        titles = [store.document(key.document) for key in found.accounts]
    for number, document in enumerate(titles, start=1):
        typer.echo(f"[{number}] {document.title or document.name}")
    tellings = [known[key] for key in found.accounts]
    if len(tellings) == 1:
        typer.echo("\nthe only account; nothing was joined")
    numbered = list(enumerate(tellings, start=1))
    for at, later in numbered[1:]:
        fits = [(weigh(earlier, later), n) for n, earlier in numbered[: at - 1]]
        best, other = max(fits, key=lambda fit: (fit[0].bits, -fit[1]))
        typer.echo(f"\n[{other}] and [{at}]\n{_HEAD}")
        for line in waterfall(best):
            typer.echo(line)
