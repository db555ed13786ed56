"""``memcon user``: who may log in, in which role, and their tokens."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from memcon.cli.options import DEFAULT_RECORD, RecordPath, author_of, existing
from memcon.errors import MemconError, UsageError

if TYPE_CHECKING:
    from memcon.users import Users

_ADD = """The password is asked for, or read from standard input: one line.

Examples:

  memcon user add "R. Meyer" --role admin

  pass show desk/meyer | memcon user add "R. Meyer" --role reviewer
"""
_TOKEN = """The token is printed once, alone on a line, and cannot be printed again.

Example:

  memcon user token "R. Meyer" "nightly export" --until 2026-12-31
"""
commands = typer.Typer(
    help="Who may log in where memcon serve answers others, and their tokens.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Name = Annotated[str, typer.Argument(help="The user's name, with which decisions are signed.", metavar="NAME")]
RoleName = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, reviewer or admin.")]


def register(app: typer.Typer) -> None:
    """Add the subcommands to ``app``."""
    commands.command("add", epilog=_ADD, help="Add a user.")(add)
    commands.command("list", help="List the users.")(list_users)
    commands.command("role", help="Give a user another role.")(role)
    commands.command("password", help="Give a user another password; it is asked for, or read from standard input.")(
        password
    )
    commands.command("disable", help="Let a user in no more; the name stays theirs.")(disable)
    commands.command("enable", help="Let a disabled user in again.")(enable)
    commands.command("remove", help="Remove a user with their tokens; what they decided stays.")(remove)
    commands.command("token", epilog=_TOKEN, help="Make a token, by which a program is let in as a user.")(token)
    commands.command("tokens", help="List a user's tokens.")(tokens)
    commands.command("revoke", help="Revoke a user's token.")(revoke)
    commands.command("audit", help="Print who logged in and changed what, newest last.")(audit)
    app.add_typer(commands, name="user")


def add(name: Name, record: RecordPath = DEFAULT_RECORD, role: RoleName = "reader") -> None:
    """Add a user; the first one makes the file of users beside the record."""
    from memcon.users.passwords import checked_password
    from memcon.users.values import checked_name, role_named

    wanted, name = role_named(role), checked_name(name)
    users = _users(record, create=True)
    if name.casefold() in {user.name.casefold() for user in users.all()}:
        raise UsageError(f"there is a user {name} already")
    made = users.add(name, wanted, checked_password(_password(), name), by=_by())
    typer.echo(f"{made.name} may log in as {made.role}")


def list_users(record: RecordPath = DEFAULT_RECORD) -> None:
    """List the users by name."""
    found = _users(record).all()
    rows = [(u.name, u.role.value, _time(u.made), "disabled" if u.disabled else "yes") for u in found]
    _table(("Name", "Role", "Added (UTC)", "Log-in"), rows)


def role(
    name: Name,
    role: Annotated[str, typer.Argument(help="reader, reviewer or admin.", metavar="ROLE")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Give a user another role."""
    from memcon.users.values import role_named

    user = _users(record).set_role(name, role_named(role), by=_by())
    typer.echo(f"{user.name} has the role {user.role} now, and has to log in again")


def password(name: Name, record: RecordPath = DEFAULT_RECORD) -> None:
    """Give a user another password."""
    users = _users(record)
    user = users.get(name)
    users.set_password(user.name, _password(), by=_by())
    typer.echo(f"{user.name} has a new password, and has to log in again")


def disable(name: Name, record: RecordPath = DEFAULT_RECORD) -> None:
    """Let a user in no more."""
    typer.echo(f"{_users(record).set_disabled(name, True, by=_by()).name} is not let in any more")


def enable(name: Name, record: RecordPath = DEFAULT_RECORD) -> None:
    """Let a disabled user in again."""
    typer.echo(f"{_users(record).set_disabled(name, False, by=_by()).name} is let in again")


def remove(name: Name, record: RecordPath = DEFAULT_RECORD) -> None:
    """Remove a user."""
    typer.echo(f"removed {_users(record).remove(name, by=_by()).name}")


def token(
    name: Name,
    label: Annotated[str, typer.Argument(help="What the token is for.", metavar="PURPOSE")],
    record: RecordPath = DEFAULT_RECORD,
    role: RoleName = "reader",
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="The last day on which it is good (UTC).")
    ] = None,
) -> None:
    """Make a token and print it."""
    from memcon.users.values import role_named

    users = _users(record)
    try:
        last_day = date.fromisoformat(until) if until else None
    except ValueError:
        raise UsageError(f"--until {until!r} is no day; write it as 2026-09-30") from None
    made, secret = users.tokens.make(users.get(name), label, role_named(role), last_day, by=_by())
    typer.echo(secret)
    typer.echo(f"token {made.id} of {made.user}, role {made.role}; it is not shown again", err=True)


def tokens(name: Name, record: RecordPath = DEFAULT_RECORD) -> None:
    """List a user's tokens, oldest first; their secrets are not kept."""
    users = _users(record)
    rows = [
        (t.id, t.name, t.role.value, _time(t.made), str(t.last_day or "none"), _time(t.used) if t.used else "never")
        for t in users.tokens.of(users.get(name))
    ]
    _table(("Token", "For", "Role", "Made (UTC)", "Last day", "Last used (UTC)"), rows)


def revoke(
    name: Name,
    token: Annotated[str, typer.Argument(help="The token's id or purpose.", metavar="TOKEN")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Revoke a token: whatever shows it is let in no more."""
    users = _users(record)
    gone = users.tokens.revoke(users.get(name), token, by=_by())
    typer.echo(f"revoked {gone.id} {gone.name!r} of {gone.user}")


def audit(
    record: RecordPath = DEFAULT_RECORD,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", help="Only what this user did.")] = None,
    last: Annotated[int, typer.Option("--last", min=1, max=1000, help="How many lines.")] = 100,
) -> None:
    """Print the last lines of the audit, one a line, tab-separated."""
    for entry in reversed(_users(record).audit.entries(who=who, most=last)):
        typer.echo(f"{entry.at:%Y-%m-%dT%H:%M:%SZ}\t{entry.who}\t{entry.address or '-'}\t{entry.what}")


def _users(record: Path, *, create: bool = False) -> Users:
    try:
        from memcon.users import Users, users_path
    except ModuleNotFoundError as error:
        raise MemconError(f"memcon user needs the package {error.name}: pip install 'memcon[web]'") from None
    existing(record).close()
    if not create and not users_path(record).exists():
        raise UsageError(f"{record} has no users: make one with 'memcon user add NAME --role admin --record {record}'")
    return Users.open(record, create=create)


def _by() -> str:
    """Who changes users from the command line: whoever is logged in on this machine."""
    return f"{author_of(None)} (command line)"


def _password() -> str:
    """Ask for a password twice on a terminal, else read one line; raises UsageError where the two differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    given = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != given:
        raise UsageError("the password was typed in two ways; nothing was changed")
    return given


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 160).print(table, markup=False)
