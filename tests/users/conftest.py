"""What the tests of users share: a clock that is set by hand, and users whose passwords cost little."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="users need memcon[web]")

from argon2 import PasswordHasher

from memcon.users import Role, Users
from memcon.users.passwords import Passwords

CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
PASSWORD = "three plain words"
OTHER = "other plain words"
HOME = "192.0.2.1"


class Clock:
    """Gives the time that it is set to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def users(tmp_path: Path, clock: Clock) -> Users:
    """One user of each role, all with the same password."""
    made = Users.open(tmp_path / "record.memcon", create=True, clock=clock, passwords=CHEAP)
    for name, role in (("Ann Reader", Role.READER), ("Ben Reviewer", Role.REVIEWER), ("Cas Admin", Role.ADMIN)):
        made.add(name, role, PASSWORD, by="tests")
    return made


def what(users: Users) -> list[str]:
    """What the audit tells, oldest first."""
    return [entry.what for entry in reversed(users.audit.entries())]
