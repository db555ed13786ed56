from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.users.conftest import CHEAP, HOME, PASSWORD, Clock

from memcon.errors import TooManyAttempts
from memcon.users import Users, users_path
from memcon.users.attempts import FREE, LONGEST_WAIT, wait_after
from memcon.users.file import UsersFile


def fail(users: Users, name: str = "Ann Reader", address: str = HOME) -> None:
    assert users.log_in(name, "wrong plain words", address) is None


@given(st.integers(0, 10_000), st.integers(1, 30))
def test_the_wait_grows_and_has_an_end(failed: int, free: int) -> None:
    wait, next_wait = wait_after(failed, free), wait_after(failed + 1, free)
    assert wait <= next_wait <= LONGEST_WAIT
    assert (wait == timedelta()) == (failed < free)
    assert next_wait == min(2 * wait, LONGEST_WAIT) or failed < free


def test_a_name_waits_longer_after_each_failure(users: Users, clock: Clock) -> None:
    for number in range(FREE["name"]):
        fail(users, address=f"192.0.2.{number}")
    for wait in (1, 2, 4, 8, 16):
        with pytest.raises(TooManyAttempts) as told:
            users.log_in("Ann Reader", PASSWORD, "198.51.100.9")
        assert told.value.seconds == wait
        clock.pass_(seconds=wait)
        fail(users, address="198.51.100.10")
    assert users.log_in("Ben Reviewer", PASSWORD, "198.51.100.9")


def test_attempts_that_are_turned_away_lengthen_nothing(users: Users, clock: Clock) -> None:
    for _ in range(FREE["name"]):
        fail(users)
    for _ in range(50):
        with pytest.raises(TooManyAttempts):
            users.log_in("Ann Reader", PASSWORD, HOME)
    clock.pass_(seconds=1)
    assert users.log_in("Ann Reader", PASSWORD, HOME)


def test_names_that_are_not_there_wait_too(users: Users) -> None:
    for _ in range(FREE["name"]):
        fail(users, "Dee Nobody")
    with pytest.raises(TooManyAttempts):
        users.log_in("dee nobody", PASSWORD, HOME)


def test_an_address_waits_whatever_names_it_tries(users: Users, clock: Clock) -> None:
    for number in range(FREE["address"]):
        fail(users, f"name {number}")
    with pytest.raises(TooManyAttempts):
        users.log_in("Ann Reader", PASSWORD, HOME)
    assert users.log_in("Ann Reader", PASSWORD, "192.0.2.2")


def test_one_right_password_does_not_clear_an_address(users: Users, clock: Clock) -> None:
    for number in range(FREE["address"]):
        fail(users, f"name {number}")
        if number % 5 == 0:
            assert users.log_in("Ann Reader", PASSWORD, HOME)
    with pytest.raises(TooManyAttempts):
        users.log_in("Ann Reader", PASSWORD, HOME)


def test_a_network_of_ipv6_is_one_address(users: Users) -> None:
    for number in range(FREE["address"]):
        fail(users, f"name {number}", f"2001:db8:0:1::{number:x}")
    with pytest.raises(TooManyAttempts):
        users.log_in("Ann Reader", PASSWORD, "2001:db8:0:1:ffff::1")
    assert users.log_in("Ann Reader", PASSWORD, "2001:db8:0:2::1")


def test_an_ipv4_address_is_one_in_either_writing(users: Users) -> None:
    for number in range(FREE["address"]):
        fail(users, f"name {number}", "::ffff:192.0.2.1")
    with pytest.raises(TooManyAttempts):
        users.log_in("Ann Reader", PASSWORD, "192.0.2.1")


def test_a_restart_forgets_nothing(users: Users, clock: Clock, tmp_path: object) -> None:
    for _ in range(FREE["name"]):
        fail(users)
    again = Users(UsersFile(users._file.path, create=False), clock, CHEAP)
    with pytest.raises(TooManyAttempts):
        again.log_in("Ann Reader", PASSWORD, HOME)


def test_the_right_password_clears_the_name(users: Users) -> None:
    for _ in range(FREE["name"] - 1):
        fail(users)
    assert users.log_in("Ann Reader", PASSWORD, HOME)
    for _ in range(FREE["name"] - 1):
        fail(users)
    assert users.log_in("Ann Reader", PASSWORD, HOME)


def test_failures_are_forgotten_after_a_day(users: Users, clock: Clock) -> None:
    for _ in range(FREE["name"]):
        fail(users)
    clock.pass_(days=1, seconds=1)
    fail(users)
    assert users.log_in("Ann Reader", PASSWORD, HOME)


def test_a_new_password_ends_the_wait(users: Users) -> None:
    for _ in range(FREE["name"]):
        fail(users)
    users.set_password("Ann Reader", "new plain words", by="Cas Admin")
    assert users.log_in("Ann Reader", "new plain words", HOME)


def test_what_is_typed_as_a_name_is_kept_nowhere(users: Users) -> None:
    fail(users, "my secret password words")
    data = users._file.path.read_bytes()
    assert b"my secret" not in data
    assert users_path("x.memcon").name == "x.memcon.users"
    assert users.audit.entries()[0].who == "somebody"


def test_the_words_of_a_wait() -> None:
    assert str(TooManyAttempts(1)) == "too many log-ins have failed; try again in 1 second"
    assert str(TooManyAttempts(119)).endswith("119 seconds")
    assert str(TooManyAttempts(121)).endswith("3 minutes")
