import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.errors import UsageError
from memcon.users import Role
from memcon.users.values import checked_name, name_key, role_named


def test_each_role_covers_those_before_it() -> None:
    covered = {role: [other for other in Role if role.covers(other)] for role in Role}
    assert covered == {
        Role.READER: [Role.READER],
        Role.REVIEWER: [Role.READER, Role.REVIEWER],
        Role.ADMIN: list(Role),
    }


def test_a_role_is_named_in_any_capitals_and_others_are_told() -> None:
    assert role_named(" Admin ") is Role.ADMIN
    with pytest.raises(UsageError, match="'boss' is no role: give reader, reviewer, admin"):
        role_named("boss")


@pytest.mark.parametrize("name", ["", "  ", "a/b", "a\\b", "a\x00b", "a\u202eb", "..", "x" * 81, "\ud800"])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(UsageError, match="a user's name"):
        checked_name(name)


def test_a_name_is_kept_with_one_space_and_composed() -> None:
    assert checked_name("  A\u030ase\tØdegård ") == "Åse Ødegård"


@given(st.text(max_size=90))
def test_whatever_name_is_taken_stays_as_it_is_and_can_be_shown(given_name: str) -> None:
    try:
        name = checked_name(given_name)
    except UsageError:
        return
    assert checked_name(name) == name
    assert 1 <= len(name) <= 80
    assert not [c for c in name if unicodedata.category(c).startswith("C") or c in "/\\"]


@pytest.mark.parametrize("other", ["ann reader", "ANN  READER", "Ａnn Reader", " Ann Reader"])
def test_names_that_differ_in_capitals_spaces_or_width_are_one(other: str) -> None:
    assert name_key(other) == name_key("Ann Reader")
    assert name_key("Ann Render") != name_key("Ann Reader")
