"""Failed log-ins: how long a name and an address wait after so many.

Counted in the file, so that a restart forgets nothing. An attempt is counted before the password is looked at and taken
back when it was right, so that many at once get no further than one after the other. Attempts that are turned away
count for nothing: whoever goes on trying does not lengthen the wait.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
import sqlite3
from datetime import datetime, timedelta

from memcon.errors import TooManyAttempts
from memcon.users.file import Clock, UsersFile, read, written
from memcon.users.values import name_key

FREE = {"name": 5, "address": 20}
"""So many may fail without a wait; an address can be that of a whole office."""
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN = timedelta(days=1)
"""After so long without another, failures are forgotten."""


def wait_after(failed: int, free: int) -> timedelta:
    """Give how long the next attempt must wait after so many failures: a second, two, four ... a quarter of an hour."""
    over = failed - free
    if over < 0:
        return timedelta()
    return min(timedelta(seconds=2 ** min(over, 20)), LONGEST_WAIT)


class Attempts:
    """Counts failed log-ins by name and by address."""

    def __init__(self, file: UsersFile, clock: Clock) -> None:
        self._file, self._clock = file, clock

    def begin(self, name: str, address: str) -> None:
        """Count an attempt as failed until :meth:`succeeded`; raises TooManyAttempts where it must wait."""
        now = self._clock()
        with self._file.writing() as connection:
            connection.execute("DELETE FROM attempts WHERE last < ?", (written(now - FORGOTTEN),))
            counts = {key: _failed(connection, key) for key in _keys(name, address)}
            wait = max(_left(failed, last, FREE[key.partition(":")[0]], now) for key, (failed, last) in counts.items())
            if wait > timedelta():
                raise TooManyAttempts(math.ceil(wait.total_seconds()))
            for key, (failed, _) in counts.items():
                connection.execute("REPLACE INTO attempts VALUES (?, ?, ?)", (key, failed + 1, written(now)))

    def succeeded(self, name: str, address: str) -> None:
        """Forget the failures of a name, and take back this attempt of an address.

        The address's other failures stay, since else whoever has one password could try all others in between.
        """
        of_name, of_address = _keys(name, address)
        with self._file.writing() as connection:
            connection.execute("DELETE FROM attempts WHERE key = ?", (of_name,))
            connection.execute("UPDATE attempts SET failed = failed - 1 WHERE key = ?", (of_address,))

    def forget(self, name: str) -> None:
        """Forget the failures of a name."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM attempts WHERE key = ?", (_keys(name, "")[0],))


def _keys(name: str, address: str) -> tuple[str, str]:
    """That by which a name and an address are counted.

    Names are counted by two bytes of their hash: people type passwords where the name belongs, and those must not be
    kept in any form that they could be found from.
    """
    short = hashlib.sha256(name_key(name).encode("utf-8", "surrogatepass")).hexdigest()[:4]
    return f"name:{short}", f"address:{_network(address)}"


def _network(address: str) -> str:
    """An address; of IPv6 its network of 64 bits, since whoever has one has all of it."""
    try:
        told = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(told, ipaddress.IPv4Address):
        return str(told)
    return str(told.ipv4_mapped or ipaddress.ip_network((told, 64), strict=False))


def _failed(connection: sqlite3.Connection, key: str) -> tuple[int, datetime | None]:
    row = connection.execute("SELECT failed, last FROM attempts WHERE key = ?", (key,)).fetchone()
    return (0, None) if row is None else (row["failed"], read(row["last"]))


def _left(failed: int, last: datetime | None, free: int, now: datetime) -> timedelta:
    return timedelta() if last is None else last + wait_after(failed, free) - now
