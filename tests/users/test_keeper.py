from collections.abc import Callable
from datetime import date

import pytest
from argon2 import PasswordHasher
from tests.users.conftest import CHEAP, HOME, OTHER, PASSWORD, Clock, what

from memcon.errors import UsageError
from memcon.users import Role, Users
from memcon.users.passwords import Passwords
from memcon.users.sessions import IDLE, LONGEST


def session(users: Users, name: str = "Ann Reader") -> str:
    secret = users.log_in(name, PASSWORD, HOME)
    assert secret is not None
    return secret


def test_users_are_listed_by_name_and_found_in_any_capitals(users: Users, clock: Clock) -> None:
    assert [(u.name, u.role) for u in users.all()] == [
        ("Ann Reader", Role.READER), ("Ben Reviewer", Role.REVIEWER), ("Cas Admin", Role.ADMIN),
    ]  # fmt: skip
    assert users.get("ANN reader").name == "Ann Reader"
    assert users.get("Ann Reader").made == clock.now
    with pytest.raises(UsageError, match="there is no user 'Dee'"):
        users.get("Dee")


def test_a_name_is_taken_once(users: Users) -> None:
    with pytest.raises(UsageError, match="there is a user ann READER already"):
        users.add("ann READER", Role.ADMIN, OTHER, by="tests")
    assert users.get("Ann Reader").role is Role.READER


def test_log_in_needs_name_and_password(users: Users) -> None:
    assert users.in_session(session(users)) == users.get("Ann Reader")
    assert users.log_in("ann reader", PASSWORD, HOME)
    assert users.log_in("Ann Reader", OTHER, HOME) is None
    assert users.log_in("Dee", PASSWORD, HOME) is None
    assert users.log_in("", "", HOME) is None


def test_each_session_has_a_secret_of_its_own(users: Users) -> None:
    one, other = session(users), session(users)
    assert one != other
    users.log_out(one, HOME)
    assert users.in_session(one) is None
    assert users.in_session(other)
    assert users.in_session("made up") is None
    assert users.in_session("") is None


def test_a_session_ends_when_it_is_not_used(users: Users, clock: Clock) -> None:
    used, unused = session(users), session(users)
    for _ in range(3):
        clock.pass_(hours=IDLE.total_seconds() / 3600 - 1)
        assert users.in_session(used)
    assert users.in_session(unused) is None


def test_a_session_ends_after_a_week_however_it_is_used(users: Users, clock: Clock) -> None:
    secret, start = session(users), clock.now
    while clock.now - start <= LONGEST:
        assert users.in_session(secret)
        clock.pass_(hours=6)
    assert users.in_session(secret) is None


CHANGES: dict[str, Callable[[Users], object]] = {
    "password": lambda users: users.set_password("Ann Reader", OTHER, by="Cas Admin"),
    "role up": lambda users: users.set_role("Ann Reader", Role.ADMIN, by="Cas Admin"),
    "disabled": lambda users: users.set_disabled("Ann Reader", True, by="Cas Admin"),
    "removed": lambda users: users.remove("Ann Reader", by="Cas Admin"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_sessions_end_with_a_change_of_the_user_and_no_others(users: Users, change: str) -> None:
    mine, others = [session(users), session(users)], session(users, "Ben Reviewer")
    CHANGES[change](users)
    assert [users.in_session(secret) for secret in mine] == [None, None]
    assert users.in_session(others)


def test_the_same_role_again_ends_nothing(users: Users) -> None:
    secret = session(users)
    before = what(users)
    users.set_role("Ann Reader", Role.READER, by="Cas Admin")
    assert users.in_session(secret)
    assert what(users) == before


def test_a_disabled_user_is_let_in_again_only_when_enabled(users: Users) -> None:
    _, secret = users.tokens.make(users.get("Ann Reader"), "export", Role.READER, by="Ann Reader")
    users.set_disabled("Ann Reader", True, by="Cas Admin")
    assert users.log_in("Ann Reader", PASSWORD, HOME) is None
    assert users.with_token(secret) is None
    users.set_disabled("Ann Reader", False, by="Cas Admin")
    assert users.log_in("Ann Reader", PASSWORD, HOME)
    assert users.with_token(secret)


def test_somebody_who_takes_the_name_of_one_removed_gets_nothing_of_theirs(users: Users) -> None:
    old = session(users)
    _, secret = users.tokens.make(users.get("Ann Reader"), "export", Role.READER, by="Ann Reader")
    users.remove("Ann Reader", by="Cas Admin")
    users.add("Ann Reader", Role.ADMIN, OTHER, by="Cas Admin")
    assert users.in_session(old) is None
    assert users.with_token(secret) is None
    assert users.tokens.of(users.get("Ann Reader")) == []


@pytest.mark.parametrize("change", [
    lambda users: users.set_role("Cas Admin", Role.REVIEWER, by="Cas Admin"),
    lambda users: users.set_disabled("Cas Admin", True, by="Cas Admin"),
    lambda users: users.remove("Cas Admin", by="Cas Admin"),
])  # fmt: skip
def test_the_only_admin_stays(users: Users, change: Callable[[Users], object]) -> None:
    before = what(users)
    with pytest.raises(UsageError, match="Cas Admin is the only admin; make another one first"):
        change(users)
    assert users.get("Cas Admin").role is Role.ADMIN
    assert what(users) == before
    users.set_role("Ben Reviewer", Role.ADMIN, by="Cas Admin")
    change(users)
    assert what(users) != before


def test_a_disabled_admin_is_no_other_admin(users: Users) -> None:
    users.set_role("Ben Reviewer", Role.ADMIN, by="Cas Admin")
    users.set_disabled("Ben Reviewer", True, by="Cas Admin")
    with pytest.raises(UsageError, match="the only admin"):
        users.remove("Cas Admin", by="Cas Admin")
    users.remove("Ben Reviewer", by="Cas Admin")


def test_a_hash_is_made_anew_where_the_cost_has_changed(users: Users, clock: Clock) -> None:
    dearer = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    later = Users(users._file, clock, dearer)

    def kept() -> str:
        with users._file.reading() as connection:
            query = "SELECT password FROM users WHERE name = 'Ann Reader'"
            return str(connection.execute(query).fetchone()[0])

    assert "t=1" in kept()
    assert later.log_in("Ann Reader", OTHER, HOME) is None
    assert "t=1" in kept()
    assert later.log_in("Ann Reader", PASSWORD, HOME)
    assert "t=2" in kept()
    assert later.log_in("Ann Reader", PASSWORD, HOME)


def test_a_password_changed_while_it_is_looked_at_lets_nobody_in(users: Users, monkeypatch: pytest.MonkeyPatch) -> None:
    known = users._known

    def slow(name: str, password: str, address: str) -> object:
        row = known(name, password, address)
        users.set_password(name, OTHER, by="Cas Admin")
        return row

    monkeypatch.setattr(users, "_known", slow)
    assert users.log_in("Ann Reader", PASSWORD, HOME) is None


def test_a_token_is_known_by_its_secret_until_it_is_revoked(users: Users, clock: Clock) -> None:
    ann = users.get("Ann Reader")
    token, secret = users.tokens.make(ann, "export", Role.READER, by="Ann Reader")
    found = users.with_token(secret)
    assert found is not None
    assert (found[0], found[1].id) == (ann, token.id)
    assert users.tokens.of(ann)[0].used == clock.now
    assert users.with_token(secret[:-1]) is None
    assert users.with_token(token.id) is None
    users.tokens.revoke(ann, "export", by="Ann Reader")
    assert users.with_token(secret) is None
    with pytest.raises(UsageError, match="has no token 'export'"):
        users.tokens.revoke(ann, "export", by="Ann Reader")


def test_a_token_is_good_up_to_the_end_of_its_last_day(users: Users, clock: Clock) -> None:
    _, secret = users.tokens.make(users.get("Ann Reader"), "x", Role.READER, date(2026, 3, 4), by="Ann Reader")
    clock.pass_(days=2, hours=14, minutes=59)
    assert users.with_token(secret)
    clock.pass_(minutes=1)
    assert clock.now.date() == date(2026, 3, 5)
    assert users.with_token(secret) is None


def test_a_token_is_not_above_its_owner_nor_of_the_past_nor_there_twice(users: Users) -> None:
    ann = users.get("Ann Reader")
    with pytest.raises(UsageError, match="the role reader at most"):
        users.tokens.make(ann, "x", Role.REVIEWER, by="Ann Reader")
    with pytest.raises(UsageError, match="is past"):
        users.tokens.make(ann, "x", Role.READER, date(2026, 3, 1), by="Ann Reader")
    users.tokens.make(ann, "x", Role.READER, date(2026, 3, 2), by="Ann Reader")
    with pytest.raises(UsageError, match="has a token 'x' already"):
        users.tokens.make(ann, "x", Role.READER, by="Ann Reader")
    assert len(users.tokens.of(ann)) == 1


def test_nobody_revokes_another_s_token_as_their_own(users: Users) -> None:
    token, secret = users.tokens.make(users.get("Ben Reviewer"), "x", Role.READER, by="Ben Reviewer")
    with pytest.raises(UsageError, match="Ann Reader has no token"):
        users.tokens.revoke(users.get("Ann Reader"), token.id, by="Ann Reader")
    assert users.with_token(secret)


def test_every_change_leaves_one_line(users: Users) -> None:
    ben = users.get("Ben Reviewer")
    steps: list[tuple[Callable[[], object], str]] = [
        (lambda: users.add("Dee", Role.READER, PASSWORD, by="Cas Admin", address=HOME), "made user Dee as reader"),
        (
            lambda: users.set_role("Dee", Role.ADMIN, by="Cas Admin", address=HOME),
            "gave Dee the role admin (was reader)",
        ),
        (lambda: users.set_password("Dee", OTHER, by="Cas Admin", address=HOME), "set a new password of Dee"),
        (lambda: users.set_disabled("Dee", True, by="Cas Admin", address=HOME), "disabled Dee"),
        (lambda: users.set_disabled("Dee", False, by="Cas Admin", address=HOME), "enabled Dee"),
        (lambda: users.remove("Dee", by="Cas Admin", address=HOME), "removed user Dee"),
        (lambda: users.tokens.make(ben, "x", Role.READER, by="Cas Admin", address=HOME), "made token"),
        (lambda: users.tokens.revoke(ben, "x", by="Cas Admin", address=HOME), "revoked token"),
    ]
    for number, (step, told) in enumerate(steps, 4):
        step()
        entry = users.audit.entries()[0]
        assert (entry.number, entry.who, entry.address) == (number, "Cas Admin", HOME)
        assert entry.what.startswith(told)


def test_log_ins_and_log_outs_are_noted(users: Users) -> None:
    secret = session(users)
    users.log_in("Ann Reader", OTHER, "192.0.2.5")
    users.log_in("Dee", OTHER, "192.0.2.6")
    users.log_out(secret, HOME)
    users.log_out(secret, HOME)
    told = [(e.who, e.address, e.what) for e in users.audit.entries(most=4)]
    assert told[:3] == [
        ("Ann Reader", HOME, "logged out"),
        ("somebody", "192.0.2.6", "failed to log in"),
        ("Ann Reader", "192.0.2.5", "failed to log in"),
    ]
    assert told[3] == ("Ann Reader", HOME, "logged in")


def test_the_audit_is_given_newest_first_in_pages_and_by_name(users: Users) -> None:
    for number in range(25):
        users.audit.note("Ann Reader" if number % 2 else "Ben Reviewer", HOME, f"step {number}")
    first = users.audit.entries(most=10)
    assert [e.what for e in first] == [f"step {n}" for n in range(24, 14, -1)]
    following = users.audit.entries(before=first[-1].number, most=10)
    assert following[0].what == "step 14"
    mine = users.audit.entries(who="Ann Reader")
    assert [e.what for e in mine] == [f"step {n}" for n in range(23, 0, -2)]


def test_cheap_hashes_are_of_tests_only() -> None:
    assert not Passwords().is_outdated(PasswordHasher().hash("x"))
    assert Passwords().is_outdated(CHEAP.hashed("x"))
