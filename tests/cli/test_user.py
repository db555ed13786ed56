import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="memcon user needs memcon[web]")

from tests.users.conftest import CHEAP, OTHER, PASSWORD

from memcon.record import Record
from memcon.users import Role, Users, keeper, users_path

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(keeper, "Passwords", lambda: CHEAP)
    monkeypatch.setenv("LOGNAME", "desk")
    Record.open(tmp_path / "r.memcon").close()
    return tmp_path / "r.memcon"


@pytest.fixture
def user(memcon: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``memcon user`` on the record, with a password on standard input."""

    def run(*words: object, typed: str = PASSWORD) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\nanother line\n"))
        return memcon("user", *words, "--record", path)

    return run


def test_a_user_is_added_listed_changed_and_removed(user: Run, path: Path) -> None:
    assert user("add", "Cas Admin", "--role", "admin") == (0, "Cas Admin may log in as admin\n", "")
    assert user("add", "Ann Reader") == (0, "Ann Reader may log in as reader\n", "")
    users = Users.open(path, passwords=CHEAP)
    assert users.log_in("Ann Reader", PASSWORD, "")
    code, out, _ = user("list")
    assert code == 0
    assert [line.split()[:3] for line in out.splitlines()[1:]] == [
        ["Ann", "Reader", "reader"],
        ["Cas", "Admin", "admin"],
    ]
    assert user("role", "ann reader", "reviewer")[0] == 0
    assert users.get("Ann Reader").role is Role.REVIEWER
    assert user("password", "Ann Reader", typed=OTHER)[0] == 0
    assert users.log_in("Ann Reader", OTHER, "")
    assert user("disable", "Ann Reader") == (0, "Ann Reader is not let in any more\n", "")
    assert "disabled" in user("list")[1]
    assert users.log_in("Ann Reader", OTHER, "") is None
    assert user("enable", "Ann Reader")[0] == 0
    assert users.log_in("Ann Reader", OTHER, "")
    assert user("remove", "Ann Reader") == (0, "removed Ann Reader\n", "")
    assert [u.name for u in users.all()] == ["Cas Admin"]


def test_a_token_is_printed_alone_and_once(user: Run, path: Path) -> None:
    user("add", "Cas Admin", "--role", "admin")
    code, out, err = user("token", "Cas Admin", "nightly export", "--role", "reviewer", "--until", "2999-12-31")
    assert code == 0
    assert re.fullmatch(r"memcon_[\w-]{43}\n", out)
    assert "not shown again" in err
    users = Users.open(path, passwords=CHEAP)
    found = users.with_token(out.strip())
    assert found is not None
    assert (found[0].name, found[1].role) == ("Cas Admin", Role.REVIEWER)
    listed = user("tokens", "Cas Admin")[1]
    assert found[1].id in listed
    assert "2999-12-31" in listed
    assert out.strip() not in listed
    assert user("revoke", "Cas Admin", found[1].id) == (0, f"revoked {found[1].id} 'nightly export' of Cas Admin\n", "")
    assert users.with_token(out.strip()) is None


def test_the_audit_tells_who_changed_users_from_the_command_line(user: Run) -> None:
    user("add", "Cas Admin", "--role", "admin")
    user("password", "Cas Admin", typed=OTHER)
    code, out, _ = user("audit")
    lines = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert [line[1:] for line in lines] == [
        ["desk (command line)", "-", "made user Cas Admin as admin"],
        ["desk (command line)", "-", "set a new password of Cas Admin"],
    ]
    assert user("audit", "--last", "1")[1].splitlines() == out.splitlines()[-1:]
    assert user("audit", "--who", "nobody")[1] == ""
    assert PASSWORD not in out


def test_a_password_is_asked_for_twice_at_a_terminal(
    user: Run, memcon: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def ask(*answers: str) -> tuple[int, str, str]:
        given = list(answers)
        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr("getpass.getpass", lambda prompt: given.pop(0))
        return memcon("user", "add", "Ann Reader", "--record", path)

    code, _, err = ask(PASSWORD, OTHER)
    assert (code, err) == (2, "memcon: the password was typed in two ways; nothing was changed\n")
    assert ask(PASSWORD, PASSWORD)[0] == 0


def test_no_password_is_taken_as_an_argument(user: Run) -> None:
    assert user("add", "Cas Admin", PASSWORD)[0] == 2
    assert user("add", "Cas Admin", "--password", PASSWORD)[0] == 2


@pytest.mark.parametrize(
    ("words", "typed", "why"),
    [
        (("add", "Dee", "--role", "king"), PASSWORD, "'king' is no role"),
        (("add", "a/b"), PASSWORD, "no slash"),
        (("add", "Dee"), "short", "15 characters or more"),
        (("add", "Dee"), "", "15 characters or more"),
        (("add", "cas admin"), PASSWORD, "there is a user cas admin already"),
        (("role", "Dee", "reader"), "", "there is no user 'Dee'"),
        (("role", "Cas Admin", "reader"), "", "the only admin"),
        (("role", "Cas Admin", "king"), "", "'king' is no role"),
        (("password", "Dee"), PASSWORD, "there is no user 'Dee'"),
        (("password", "Cas Admin"), "short", "15 characters or more"),
        (("disable", "Cas Admin"), "", "the only admin"),
        (("remove", "Cas Admin"), "", "the only admin"),
        (("token", "Dee", "x"), "", "there is no user 'Dee'"),
        (("token", "Cas Admin", "x", "--until", "soon"), "", "'soon' is no day"),
        (("token", "Cas Admin", "x", "--until", "2020-01-01"), "", "is past"),
        (("revoke", "Cas Admin", "x"), "", "has no token 'x'"),
        (("tokens", "Dee"), "", "there is no user 'Dee'"),
    ],
)
def test_wrong_use_is_one_line_and_2(user: Run, words: tuple[str, ...], typed: str, why: str) -> None:
    user("add", "Cas Admin", "--role", "admin")
    code, out, err = user(*words, typed=typed)
    assert (code, out) == (2, "")
    assert err.startswith("memcon: ")
    assert why in err
    assert err.count("\n") == 1
    assert not typed or typed not in err


def test_a_record_without_users_and_no_record(user: Run, memcon: Run, path: Path, tmp_path: Path) -> None:
    code, _, err = user("list")
    assert code == 2
    assert f"{path} has no users: make one with 'memcon user add NAME --role admin --record {path}'" in err
    assert not users_path(path).exists()
    code, _, err = memcon("user", "add", "Dee", "--record", tmp_path / "none.memcon")
    assert code == 2
    assert "there is no record at" in err
    assert list(tmp_path.glob("none*")) == []


def test_a_user_that_is_not_taken_makes_no_file(user: Run, path: Path) -> None:
    assert user("add", "Dee", "--role", "king")[0] == 2
    assert not users_path(path).exists()


def test_a_file_of_users_that_is_none_is_a_failure(user: Run, path: Path) -> None:
    users_path(path).write_text("words " * 500)
    users_path(path).chmod(0o600)
    code, _, err = user("list")
    assert code == 1
    assert err.count("\n") == 1
