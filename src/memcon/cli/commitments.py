"""``memcon commitments``: what was agreed and pledged, and what later documents say of it."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.material import nothing_of
from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines
from memcon.comparing.commitments import commitments
from memcon.comparing.material import parties_of
from memcon.comparing.recorded import material_of, party_codes
from memcon.exporting.commitments import commitment_value, commitments_as_text

_EPILOG = """Examples:

  memcon commitments US KZ

  memcon commitments Kazakhstan --open        not found as carried out

  memcon commitments --engagement E-3f9a2c --all
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command(
        "commitments",
        epilog=_EPILOG,
        help="List what was agreed and pledged, by whom, for whom, by when, and its fate.",
    )(commitments_command)


def commitments_command(
    party: Annotated[
        list[str] | None, typer.Argument(help="Parties, by code or name, that all took part.", metavar="PARTY")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    engagement: Annotated[
        str | None, typer.Option("--engagement", "-e", help="Only those of this engagement.", metavar="ID")
    ] = None,
    still_open: Annotated[bool, typer.Option("--open", help="Only those not found as carried out.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="Also shared views, attitudes, and what speakers promise in general.")
    ] = False,
    form: FormOption = Form.TEXT,
) -> None:
    """Print each commitment with its words, the accounts that have it, and its later mentions."""
    parties = party_codes(party, 2)
    wanted = frozenset(parties)
    with existing(record) as store:
        material = material_of(store)
        only = store.engagement(engagement).id if engagement else None
    chosen = [e for e in material.engagements if wanted <= parties_of(e) and only in (None, e.id)]
    found = [c for c in commitments(material, chosen, everything=everything) if c.open or not still_open]
    if form is Form.JSON:
        json_lines(commitment_value(c) for c in found)
    elif found:
        typer.echo("\n".join(commitments_as_text(found, material.documents)))
    if not found:
        nothing_of(material, parties, "no commitments were found in these accounts")
