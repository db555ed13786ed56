"""``memcon explain``: why the record says what it says in one field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.errors import UsageError
from memcon.exporting.copies import gaps_in_words
from memcon.exporting.decisions import ruling_in_words
from memcon.exporting.noted import sources_of
from memcon.exporting.words import value_in_words
from memcon.linking.engagements import Choice, Engagement
from memcon.model import Account, Cited, Document
from memcon.vocabulary.rules import meaning_of

FIELDS = ("kind", "status", "mode", "start", "end", "place", "forum", "parties", "participants", "statements")
_CONTEXT = 60
_EPILOG = f"""Fields: {", ".join(FIELDS)}.

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
) -> None:
    """Print the preferred value with its reason, then what every account says, with its words in context."""
    if field not in FIELDS:
        raise UsageError(f"there is no field {field!r}; the fields are {', '.join(FIELDS)}")
    with existing(record) as store:
        found = store.engagement(engagement)
        sources = sources_of(store, found)
        reprints = store.reprints()
    typer.echo(f"{found.id} {field}: {_preferred(found, field)}")
    for ruling in (r for r in found.rulings if r.field is not None and _is_of(r.field, field)):
        for words in ruling_in_words(ruling):
            typer.echo(f"  {words}")
    gaps = list(gaps_in_words(sources, reprints)) if field == "statements" else []
    for number, (document, _, account) in enumerate(sources, start=1):
        typer.echo(f"\n[{number}] {document.title or document.name}")
        cited = list(_values(account, field))
        if not cited:
            typer.echo("    not reported")
        for value in cited:
            for line in _explained(document, value):
                typer.echo(f"    {line}")
        for words in (words for of, words in gaps if of == number):
            typer.echo(f"    {words}")


def _preferred(engagement: Engagement, field: str) -> str:
    if field in ("parties", "participants", "statements"):
        by_hand = any(r.in_force and r.verb == "correct" and r.field == field for r in engagement.rulings)
        return f"all that the accounts tell, each once{', as corrected' if by_hand else ''}"
    choice: Choice[Any] = getattr(engagement, field)
    if choice.preferred is None:
        return "not reported"
    return f"{value_in_words(choice.preferred.value)} ({choice.standing.value}: {choice.reason})"


def _is_of(ruled: str, field: str) -> bool:
    """Whether a decision on one field is about the field that is explained."""
    return ruled == field or field in {"date": ("start", "end"), "country": ("place",), "city": ("place",)}.get(
        ruled, ()
    )


def _values(account: Account, field: str) -> Iterator[Cited[Any]]:
    if field == "participants":
        for participant in account.participants:
            yield from (c for c in (participant.name, participant.office, participant.party) if c is not None)
    elif field == "statements":
        for statement in account.statements:
            speakers = ", ".join(s.value for s in statement.speakers)
            yield Cited(
                f"{speakers}: {statement.act.value.value}",
                (statement.text,),
                statement.act.rule,
                statement.act.confidence,
            )
    elif field == "parties":
        yield from account.parties
    else:
        value: Cited[Any] | None = getattr(account, field)
        if value is not None:
            yield value


def _explained(document: Document, cited: Cited[Any]) -> Iterator[str]:
    sure = f"; {cited.confidence:.0%} of values found so are right" if cited.confidence is not None else ""
    yield f"{value_in_words(cited.value)} — {meaning_of(cited.rule)}{sure}"
    for span in cited.spans:
        before = " ".join(document.text[max(0, span.start - _CONTEXT) : span.start].split())
        after = " ".join(document.text[span.end : span.end + _CONTEXT].split())
        words = " ".join(span.text.split())
        yield f"    {span.start}–{span.end}: …{before} ⟦{words}⟧ {after}…"
