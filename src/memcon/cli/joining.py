"""``memcon merge``, ``split``, ``apart``, ``part-of``, ``dismiss``: which accounts are of one occasion, or of none."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, Author, Because, RecordPath, author_of, existing
from memcon.decisions import Decision
from memcon.errors import UsageError
from memcon.exporting.noted import sources_of
from memcon.linking.engagements import AccountKey, Engagement
from memcon.record import Record

_MERGE = """Example:

  memcon merge E-3f9a2c E-77751414 --because "the same dinner; Oslo gives the day of printing"
"""
_SPLIT = """ACCOUNT is the number in brackets that 'memcon show' gives it, or its document's id or name.

Examples:

  memcon split E-3f9a2c 3

  memcon split E-3f9a2c 05-call-reprint 04-call-oslo --because "a second call, in the evening"
"""
_APART = """Example:

  memcon apart E-3f9a2c E-77751414 --because "the ministers called twice that day"
"""
_PART_OF = """WHOLE is the id of a visit or a conference, or 'none'.

Examples:

  memcon part-of E-3f9a2c E-77751414 --because "on the margins of the summit"

  memcon part-of E-3f9a2c none
"""
_DISMISS = """Example:

  memcon dismiss E-3f9a2c --because "the page only lists past summits"
"""
Ids = Annotated[list[str], typer.Argument(help="Ids of engagements, or the beginnings of them.", metavar="ID ID...")]


def register(app: typer.Typer) -> None:
    """Add the subcommands to ``app``."""
    app.command("merge", epilog=_MERGE, help="Decide that engagements are one.")(merge)
    app.command("split", epilog=_SPLIT, help="Decide that accounts are of another engagement than the rest.")(split)
    app.command("apart", epilog=_APART, help="Decide that two engagements are never the same.")(apart)
    placing = "Decide which visit or conference an engagement is a part of."
    app.command("part-of", epilog=_PART_OF, help=placing)(part_of)
    app.command("dismiss", epilog=_DISMISS, help="Decide that what was read is no engagement.")(dismiss)


def merge(ids: Ids, record: RecordPath = DEFAULT_RECORD, because: Because = None, author: Author = None) -> None:
    """Join engagements, with all their accounts, whatever the evidence says."""
    with existing(record) as store:
        made = store.merge(ids, author=author_of(author), because=because)
        _say(store, made, "one engagement now")


def split(
    engagement: Annotated[str, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")],
    accounts: Annotated[list[str], typer.Argument(help="The accounts to take out.", metavar="ACCOUNT...")],
    record: RecordPath = DEFAULT_RECORD,
    because: Because = None,
    author: Author = None,
) -> None:
    """Take accounts out of an engagement; they become one of their own, never joined with the rest again."""
    with existing(record) as store:
        found = store.engagement(engagement)
        out = [key for words in accounts for key in _accounts(store, found, words)]
        made = store.split(found.id, out, author=author_of(author), because=because)
        _say(store, made, "split")


def apart(ids: Ids, record: RecordPath = DEFAULT_RECORD, because: Because = None, author: Author = None) -> None:
    """Keep two engagements apart, whatever the evidence says."""
    with existing(record) as store:
        made = store.apart(ids, author=author_of(author), because=because)
        _say(store, made, "never the same")


def part_of(
    engagement: Annotated[str, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")],
    whole: Annotated[str, typer.Argument(help="What it is a part of, by its id, or 'none'.", metavar="WHOLE")],
    record: RecordPath = DEFAULT_RECORD,
    because: Because = None,
    author: Author = None,
) -> None:
    """Make it a part of a visit or conference, whatever was read; or of none."""
    with existing(record) as store:
        found = store.engagement(engagement)
        of = None if whole == "none" else store.engagement(whole).id
        made = store.part_of(found.id, of, author=author_of(author), because=because)
        typer.echo(f"{made.id}: {found.id} is a part of {of or 'nothing'}")


def dismiss(
    engagement: Annotated[str, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")],
    record: RecordPath = DEFAULT_RECORD,
    because: Because = None,
    author: Author = None,
) -> None:
    """Keep it out of lists, exports and the queue; it can still be shown, and the decision be undone."""
    with existing(record) as store:
        made = store.dismiss(engagement, author=author_of(author), because=because)
        _say(store, made, "no engagement")


def _say(store: Record, decision: Decision, what: str) -> None:
    """Say what has become of the accounts: each engagement with the number of its accounts."""
    ids = store.log(decision.id)[0].engagements
    counts = [f"{e.id} ({_count(len(e.accounts))})" for e in map(store.engagement, ids)]
    typer.echo(f"{decision.id}: {what}: {', '.join(counts)}")


def _count(accounts: int) -> str:
    return f"{accounts} account{'' if accounts == 1 else 's'}"


def _accounts(store: Record, engagement: Engagement, words: str) -> list[AccountKey]:
    """Give the accounts that are meant: one by its number, or all of a document."""
    keys = [AccountKey(document.id, account.id) for document, _, account in sources_of(store, engagement)]
    if words.strip("[]").isdigit() and len(words) < 4:
        number = int(words.strip("[]"))
        if not 1 <= number <= len(keys):
            raise UsageError(f"{engagement.id} has no account [{number}]; it has [1] to [{len(keys)}]")
        return [keys[number - 1]]
    document = store.document(words)
    found = [key for key in keys if key.document == document.id]
    if not found:
        raise UsageError(f"{engagement.id} has no account from {document.name}; see 'memcon show {engagement.id}'")
    return found
