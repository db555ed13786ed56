import time
from statistics import median

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type
from tests.users.conftest import CHEAP, PASSWORD

from memcon.errors import UsageError
from memcon.users.passwords import LONGEST, SHORTEST, Passwords, checked_password


def test_a_hash_is_argon2id_at_the_library_s_own_cost() -> None:
    told, standard = extract_parameters(Passwords().hashed(PASSWORD)), PasswordHasher()
    assert told.type is Type.ID
    assert (told.time_cost, told.memory_cost) == (standard.time_cost, standard.memory_cost)
    assert told.memory_cost >= 19 * 1024  # OWASP's least, in KiB


def test_only_the_password_fits() -> None:
    kept = CHEAP.hashed(PASSWORD)
    assert PASSWORD not in kept
    assert CHEAP.hashed(PASSWORD) != kept, "each has a salt of its own"
    assert CHEAP.fits(kept, PASSWORD)
    for wrong in ("", PASSWORD + " ", PASSWORD.upper(), "\ud800", PASSWORD[:-1]):
        assert not CHEAP.fits(kept, wrong)
    assert not CHEAP.fits("no hash at all", PASSWORD)


def test_composed_and_decomposed_letters_are_one_password() -> None:
    assert CHEAP.fits(CHEAP.hashed(checked_password("vår på fjorden i nord", "A")), "va\u030ar pa\u030a fjorden i nord")


def test_nobody_has_a_password() -> None:
    assert not CHEAP.fits(None, "nobody has this password")
    assert not CHEAP.fits(None, PASSWORD)


def test_a_name_that_is_not_there_takes_as_long_as_a_wrong_password() -> None:
    passwords = Passwords(PasswordHasher(time_cost=2, memory_cost=4096, parallelism=1))
    kept = passwords.hashed(PASSWORD)

    def took(hashed: str | None) -> float:
        start = time.process_time()
        passwords.fits(hashed, "wrong plain words")
        return time.process_time() - start

    took(kept)
    there, not_there = (median(took(hashed) for _ in range(9)) for hashed in (kept, None))
    assert 0.5 < not_there / there < 2


def test_a_hash_of_another_cost_is_outdated() -> None:
    dearer = Passwords(PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    assert not CHEAP.is_outdated(CHEAP.hashed(PASSWORD))
    assert dearer.is_outdated(CHEAP.hashed(PASSWORD))


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("x" * (SHORTEST - 1), "15 characters"),
        ("abcde" * (LONGEST // 5) + "f", "15 characters"),
        ("abababababababababab", "over and over"),
        ("Ann Reader Ann Reader", "is the name"),
        ("ANN READERann reader", "is the name"),
    ],
)
def test_passwords_that_are_not_taken(password: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as told:
        checked_password(password, "Ann Reader")
    assert password not in str(told.value)


def test_a_few_words_are_taken_without_rules_on_signs() -> None:
    assert checked_password("three plain words", "Ann Reader") == "three plain words"
    assert checked_password("Ann Reader likes tea", "Ann Reader") == "Ann Reader likes tea"
