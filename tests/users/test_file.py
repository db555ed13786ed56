import os
import sqlite3
import stat
from pathlib import Path

import pytest
from tests.users.conftest import CHEAP, HOME, PASSWORD, Clock

from memcon.errors import UsersError
from memcon.record import Record
from memcon.users import Users, users_path


def test_users_are_kept_beside_the_record_and_not_in_it(tmp_path: Path, clock: Clock) -> None:
    from memcon.users import Role

    record = tmp_path / "record.memcon"
    Record.open(record).close()
    before = record.read_bytes()
    Users.open(record, create=True, clock=clock, passwords=CHEAP).add("Ann", Role.READER, PASSWORD, by="tests")
    assert record.read_bytes() == before
    assert users_path(record) == tmp_path / "record.memcon.users"


@pytest.mark.skipif(os.name != "posix", reason="file modes are of POSIX")
def test_only_its_owner_can_read_the_file_and_its_journal(users: Users, monkeypatch: pytest.MonkeyPatch) -> None:
    old = os.umask(0)
    try:
        with users._file.writing() as connection:
            connection.execute("DELETE FROM audit")
            modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in users._file.path.parent.glob("*.users*")}
    finally:
        os.umask(old)
    assert modes == {"record.memcon.users": 0o600, "record.memcon.users-journal": 0o600}


@pytest.mark.skipif(os.name != "posix", reason="file modes are of POSIX")
def test_a_file_that_others_can_read_is_refused_with_what_to_do(users: Users) -> None:
    users._file.path.chmod(0o640)
    with pytest.raises(UsersError, match="chmod 600"):
        Users.open(users._file.path.with_suffix(""))


def test_no_file_other_files_and_newer_files(tmp_path: Path) -> None:
    record = tmp_path / "record.memcon"
    path = users_path(record)
    with pytest.raises(UsersError, match="there is no file of users"):
        Users.open(record)
    path.write_text("some words " * 300)
    path.chmod(0o600)
    with pytest.raises(UsersError, match="file is not a database"):
        Users.open(record)
    path.unlink()
    sqlite3.connect(path).executescript("CREATE TABLE t (x)").connection.close()
    path.chmod(0o600)
    with pytest.raises(UsersError, match="is no file of users"):
        Users.open(record, create=True)
    path.unlink()
    Users.open(record, create=True)
    sqlite3.connect(path).executescript("PRAGMA user_version = 99").connection.close()
    with pytest.raises(UsersError, match="made by a newer memcon"):
        Users.open(record)


def test_no_secret_is_in_the_file(users: Users) -> None:
    from memcon.users import Role

    session = users.log_in("Cas Admin", PASSWORD, HOME)
    token, secret = users.tokens.make(users.get("Cas Admin"), "export", Role.ADMIN, by="Cas Admin")
    data = users._file.path.read_bytes()
    assert session is not None
    for kept in (PASSWORD, session, secret, secret.removeprefix("memcon_")):
        assert kept.encode() not in data
    assert token.id.encode() in data
    assert len(session) >= 43, "256 bits"
    assert len(secret.removeprefix("memcon_")) >= 43


def test_a_change_that_fails_leaves_nothing(users: Users) -> None:
    def half_done() -> None:
        with users._file.writing() as connection:
            connection.execute("DELETE FROM users")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert len(users.all()) == 3
