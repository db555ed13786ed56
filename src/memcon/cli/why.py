"""``memcon why``: why accounts are taken for one occasion."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.exporting.decisions import joined_by_hand
from memcon.exporting.evidence import waterfall
from memcon.exporting.noted import sources_of
from memcon.exporting.quoting import wrapped
from memcon.linking.engagements import AccountKey
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
    """Print what people joined and parted, then the weights of the evidence.

    Of each account after the first, the evidence is that on the account which it fits best.
    """
    with existing(record) as store:
        found = store.engagement(engagement)
        sources = sources_of(store, found)
        readings = {document.id: reading for document, reading, _ in sources}
        known = {t.key: t for r in dated_by_sources(readings.values(), store.reprints()) for t in tellings_of(r)}
        by_hand = list(joined_by_hand(found, {d.id: d for d in store.decisions()}))
    for number, (document, _, _) in enumerate(sources, start=1):
        for words in wrapped(f"[{number}] {document.title or document.name}", 0, 4):
            typer.echo(words)
    if by_hand:
        typer.echo("\nby hand, whatever the evidence")
    for line in by_hand:
        typer.echo(line)
    tellings = [known[AccountKey(document.id, account.id)] for document, _, account in sources]
    if len(tellings) == 1:
        typer.echo("\nthe only account; nothing was joined")
    numbered = list(enumerate(tellings, start=1))
    for at, later in numbered[1:]:
        fits = [(weigh(earlier, later), n) for n, earlier in numbered[: at - 1]]
        best, other = max(fits, key=lambda fit: (fit[0].bits, -fit[1]))
        typer.echo(f"\n[{other}] and [{at}]\n{_HEAD}")
        for line in waterfall(best):
            typer.echo(line)
