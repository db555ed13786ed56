"""Whether the people of a record were told apart by what memcon knows now: names, offices, rosters."""

from __future__ import annotations

import hashlib
from functools import cache

import sqlalchemy as sa

from memcon._version import __version__
from memcon.record import schema
from memcon.record.keeping import PEOPLE
from memcon.vocabulary.table import data_file

_m = schema.made_of.c


def told_now(connection: sa.Connection) -> bool:
    """Tell whether what people are told apart by is the same as when that was done last.

    An upgrade of memcon or another roster of the user may tell anybody apart otherwise.
    """
    return connection.execute(sa.select(_m.state).where(_m.what == PEOPLE)).scalar() == _state(connection)


def note_told(connection: sa.Connection) -> None:
    """Note that all people of the record are told apart by what memcon knows now."""
    connection.execute(schema.made_of.delete().where(_m.what == PEOPLE))
    connection.execute(schema.made_of.insert(), {"what": PEOPLE, "state": _state(connection)})


def _state(connection: sa.Connection) -> str:
    table = schema.roster
    rows = connection.execute(sa.select(table).order_by(table.c.source, table.c.number))
    own = hashlib.sha256(repr([tuple(row) for row in rows]).encode()).hexdigest()
    return f"{__version__} {_vocabulary()[:16]} {own[:16]}"


@cache
def _vocabulary() -> str:
    """What distinguishes the files of the vocabulary, all of them: offices are known by parties, these by states."""
    files = sorted(data_file("spellings.tsv").parent.glob("*.tsv"))
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()
