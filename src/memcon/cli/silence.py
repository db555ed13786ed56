"""``memcon silence``: what was looked for and not found in the sources of the record."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from memcon.cli.material import Form, nothing_of
from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.comparing.recorded import material_of, party_codes
from memcon.comparing.silence import AbsenceKind, absences
from memcon.exporting.silence import absence_value, absences_as_text

_EPILOG = """Examples:

  memcon silence US KZ

  memcon silence Norway --kind engagement --kind plan
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command(
        "silence",
        epilog=_EPILOG,
        help="List what one side reported, pledged, planned or used to say and was not found.",
    )(silence)


def silence(
    party: Annotated[
        list[str] | None, typer.Argument(help="Parties, by code or name, that all took part.", metavar="PARTY")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    kind: Annotated[list[AbsenceKind] | None, typer.Option("--kind", help="Only absences of these kinds.")] = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to write the list.")] = Form.TEXT,
) -> None:
    """Print each absence with the sources that were looked at and the day of the last."""
    parties = party_codes(party, 2)
    with existing(record) as store:
        material = material_of(store)
    found = [a for a in absences(material, parties) if not kind or a.kind in kind]
    if form is Form.JSON:
        typer.echo("\n".join(json.dumps(absence_value(a), ensure_ascii=False) for a in found), nl=bool(found))
    elif found:
        typer.echo("\n".join(absences_as_text(found, material.documents)))
    else:
        typer.echo(nothing_of(material, parties, "no absence was found among the kinds that are looked for"))
