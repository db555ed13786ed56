"""``memcon silence``: what was looked for and not found in the sources of the record."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.material import nothing_of
from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines
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
    form: FormOption = Form.TEXT,
) -> None:
    """Print each absence with the sources that were looked at and the day of the last."""
    parties = party_codes(party, 2)
    with existing(record) as store:
        material = material_of(store)
    found = [a for a in absences(material, parties) if not kind or a.kind in kind]
    if form is Form.JSON:
        json_lines(absence_value(a) for a in found)
    elif found:
        typer.echo("\n".join(absences_as_text(found, material.documents)))
    if not found:
        nothing_of(material, parties, "no absence was found among the kinds that are looked for")
