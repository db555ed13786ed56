"""What is made of the whole record when it is asked for, kept in it until its engagements change."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import Any

import msgspec
import sqlalchemy as sa

from memcon.errors import RecordError
from memcon.record import schema

Opening = Callable[[], AbstractContextManager[sa.Connection]]
"""Opens a connection to the record."""

SERIES = "series"
"""The series of forums, which change only where an engagement with a forum does."""
PEOPLE = "people"
"""What all people were told apart by, which changes with no engagement."""
_m = schema.made_of.c


def engagements_changed(connection: sa.Connection, *, with_forum: bool) -> None:
    """Note that engagements have changed; ``with_forum`` tells whether one of them has, or had, a forum."""
    stay = (PEOPLE,) if with_forum else (PEOPLE, SERIES)
    connection.execute(schema.made_of.delete().where(_m.what.not_in(stay)))


def kept(what: str, make: Callable[[], Any], reading: Opening, writing: Opening) -> Any:
    """Give what ``make`` made last, made now where engagements have changed since; plain values, as JSON has them.

    In a record that cannot be written to it is made every time.
    """
    with reading() as connection:
        row = connection.execute(sa.select(_m.state).where(_m.what == what)).first()
    if row is not None:
        return msgspec.json.decode(row.state)
    made = make()
    with suppress(RecordError), writing() as connection:
        connection.execute(schema.made_of.delete().where(_m.what == what))
        connection.execute(schema.made_of.insert(), {"what": what, "state": msgspec.json.encode(made).decode()})
    return made
