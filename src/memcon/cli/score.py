"""``memcon score``: hold a coding against a gold coding."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from memcon.errors import UsageError
from memcon.scoring import score as tally_of
from memcon.scoring.facts import FACTS

_EPILOG = """Example:

  memcon score gold.jsonl coded.jsonl --errors
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("score", epilog=_EPILOG, help="Score a coding against gold, fact by fact: precision, recall, F1.")(
        score
    )


def score(
    gold: Annotated[Path, typer.Argument(help="The gold coding (JSON Lines).")],
    coded: Annotated[Path, typer.Argument(help="The coding to score (JSON Lines).")],
    errors: Annotated[bool, typer.Option("--errors", help="List every fact that is not right.")] = False,
) -> None:
    """Print one line per kind of fact, and all facts together."""
    tally = tally_of(_read(gold), _read(coded))
    typer.echo(f"{'fact':<24}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>7}")
    for name in (*FACTS, None):
        precision, recall, f1, count = tally.scores(name)
        if name is None or count or tally.invented[name]:
            typer.echo(f"{name or 'all facts':<24}{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}{count:>7}")
    if errors:
        for line in tally.faults:
            typer.echo(line)


def _read(path: Path) -> dict[str, Any]:
    """Read a coding by document; raises UsageError with file and line for what is no coded document."""
    found: dict[str, Any] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    for number, line in enumerate(lines, start=1):
        try:
            document = json.loads(line)
            found[document["doc"]] = document
        except (ValueError, KeyError, TypeError):
            raise UsageError(f'{path}:{number}: is not a coded document (JSON with a "doc")') from None
    return found
