"""``memcon correct``, ``statement`` and ``accept``: put right what was read, or say that it is right."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, Author, Because, RecordPath, author_of, existing
from memcon.decisions.changes import FIELDS, change, field_named
from memcon.decisions.values import Change, Field
from memcon.exporting.decisions import decision_in_words
from memcon.linking.engagements import Engagement
from memcon.model import Act
from memcon.vocabulary.roster import known_party

_CORRECT = f"""Fields: {", ".join(FIELDS)}, as in
'memcon explain' and 'memcon accept'; city and country of a place are corrected each by itself.
A value that is not told is 'none'. Of parties, VALUE is one party, and of participants the name of
one person (or the office where no name is told): who is added where he is not there, taken out with
--remove, or given another --name, --office or --party.

Examples:

  memcon correct E-3f9a2c start 2024-12-31 --because "local time in Oslo"

  memcon correct E-3f9a2c date 2024-12-30/2024-12-31

  memcon correct E-3f9a2c parties Sweden

  memcon correct E-3f9a2c participants "Solberg-Lie" --office "Minister of Fisheries"

  memcon correct E-3f9a2c participants "Thomas Hale" --remove --because "the spokesman"
"""
_STATEMENT = f"""WORDS are those of a statement that was read, as 'memcon explain ID statements' shows
them, or other words of a source, which are then added; where copies have the same words, theirs too.
Acts: {", ".join(Act)}.

Examples:

  memcon statement E-3f9a2c "support for the ferries" --speaker Solberg-Lie

  memcon statement E-3f9a2c "would open a consulate" --act pledge --because "not a wish"

  memcon statement E-3f9a2c "Ferries leave on Mondays." --remove
"""
_ACCEPT = """FIELD is a field as of 'memcon correct' and 'memcon explain', with place for city and country together;
without it, all of the engagement.

Examples:

  memcon accept E-3f9a2c start

  memcon accept E-3f9a2c

  memcon accept D-1f0c2a                a decision still holds, after a second look

  memcon accept D-1f0c2a E-3f9a2c       and for which of the engagements that its accounts are of now
"""


def register(app: typer.Typer) -> None:
    """Add the subcommands to ``app``."""
    app.command("correct", epilog=_CORRECT, help="Correct a field of an engagement; what was read stays beside it.")(
        correct
    )
    restating = "Correct who says something and by which act, take a statement out, or add one."
    app.command("statement", epilog=_STATEMENT, help=restating)(statement)
    app.command("accept", epilog=_ACCEPT, help="Mark an engagement, or one field of it, as checked.")(accept)


def correct(
    engagement: Annotated[str, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")],
    field: Annotated[str, typer.Argument(help="What to correct.", metavar="FIELD")],
    value: Annotated[str, typer.Argument(help="The right value.", metavar="VALUE")],
    record: RecordPath = DEFAULT_RECORD,
    because: Because = None,
    remove: Annotated[bool, typer.Option("--remove", help="The party or person does not take part.")] = False,
    name: Annotated[str | None, typer.Option("--name", help="The person's right name.")] = None,
    office: Annotated[str | None, typer.Option("--office", help="The office in which they took part.")] = None,
    party: Annotated[str | None, typer.Option("--party", help="Whom the person represents.")] = None,
    author: Author = None,
) -> None:
    """Put a value in the place of what was read."""
    wanted = change(field, value, remove=remove, name=name, office=office, party=party)
    with existing(record) as store:
        made = store.correct(engagement, wanted, author=author_of(author), because=because)
        (entry,) = store.log(made.id)
        left = [name for e in entry.engagements for name in _still_there(store.engagement(e), wanted)]
    typer.echo(f"{made.id}: {', '.join(entry.engagements)} {decision_in_words(made)}")
    if left:
        typer.echo(
            f"{' and '.join(left)} still takes part for {wanted.value}; to take a person out: "
            f"memcon correct {entry.engagements[0]} participants '{left[0]}' --remove",
            err=True,
        )
    named = wanted.value if wanted.field is Field.PARTIES and not wanted.remove else wanted.party
    if named is not None and not known_party(named):
        typer.echo(
            f"memcon knows no party {named!r}; kept as a name (to take it back: memcon undo {made.id})", err=True
        )


def _still_there(engagement: Engagement, wanted: Change) -> list[str]:
    """Who still takes part for a party that was taken out, by name or office."""
    if wanted.field is not Field.PARTIES or not wanted.remove:
        return []
    people = [p for p in engagement.participants if p.party and p.party.value == wanted.value]
    return [told.value for p in people if (told := p.name or p.office) is not None]


def statement(
    engagement: Annotated[str, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")],
    words: Annotated[str, typer.Argument(help="The statement's words, as they stand in a source.", metavar="WORDS")],
    record: RecordPath = DEFAULT_RECORD,
    because: Because = None,
    speaker: Annotated[
        list[str] | None, typer.Option("--speaker", help="Who speaks: a participant or a party; repeat for several.")
    ] = None,
    act: Annotated[str | None, typer.Option("--act", help="What is done by it: pledge, warn, assert ...")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="The words are no statement.")] = False,
    author: Author = None,
) -> None:
    """Say who speaks and by which act; what is not given stays. Words that are no statement so far become one."""
    with existing(record) as store:
        who = author_of(author)
        made = store.restate(
            engagement, words, speakers=speaker or (), act=act, remove=remove, author=who, because=because
        )
        (entry,) = store.log(made.id)
    typer.echo(f"{made.id}: {', '.join(entry.engagements)} {decision_in_words(made)}")


def accept(
    reference: Annotated[str, typer.Argument(help="The id of an engagement or of a decision.", metavar="ID")],
    field: Annotated[
        str | None, typer.Argument(help="What was checked; of a decision, for which engagement.", metavar="[FIELD]")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    because: Because = None,
    author: Author = None,
) -> None:
    """Say that it was checked: such values leave the queue until they change."""
    who = author_of(author)
    with existing(record) as store:
        if reference.startswith("D-"):
            made = store.confirm(reference, field, author=who, because=because)
        else:
            wanted = field_named(field) if field is not None else None
            made = store.accept(reference, wanted, author=who, because=because)
        (entry,) = store.log(made.id)
    about = "" if made.of else f"{', '.join(entry.engagements)} "
    typer.echo(f"{made.id}: {about}{decision_in_words(made)}")
