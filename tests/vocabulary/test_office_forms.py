import pytest

from memcon.vocabulary.office_forms import (
    as_written,
    asked_for,
    is_of_the_moment,
    leads_a_state,
    may_be_same_office,
    same_office,
)


@pytest.mark.parametrize(
    ("a", "b", "party"),
    [
        ("Minister for Foreign Affairs and Trade", "Foreign Minister", "AU"),
        ("Minister of External Affairs", "EAM", "IN"),
        ("Deputy Prime Minister and Minister of Foreign Affairs", "Foreign Minister", "BE"),
        ("Foreign Secretary", "Secretary of State for Foreign, Commonwealth and Development Affairs", "GB"),
        ("Secretary of State", "Foreign Minister", "US"),
        ("Ambassador to the Republic of Korea", "Ambassador to South Korea", "US"),
        ("Permanent Representative to the UN", "Ambassador to the United Nations", "US"),
        ("Under Secretary of State for Political Affairs", "Undersecretary for Political Affairs", "US"),
        ("Federal Chancellor", "Chancellor", "DE"),
        ("Queen", "Monarch", "DK"),
        ("Defence Minister", "Minister of Defense", "EE"),
        ("Presidents", "President", "US"),
        ("Acting Foreign Minister", "Minister of Foreign Affairs", "AF"),
    ],
)
def test_one_office_in_two_forms(a: str, b: str, party: str) -> None:
    assert same_office(a, b, party)
    assert same_office(b, a, party)


@pytest.mark.parametrize(
    ("a", "b", "party"),
    [
        ("Foreign Secretary", "Foreign Minister", "IN"),
        ("Deputy Foreign Minister", "Foreign Minister", "KZ"),
        ("Minister of State for Foreign Affairs", "Minister of Foreign Affairs", "AE"),
        ("Vice President", "President", "US"),
        ("President of the Senate", "President", "KZ"),
        ("Ambassador to Kazakhstan", "Ambassador to Uzbekistan", "US"),
        ("Secretary of State", "Foreign Minister", "RO"),
    ],
)
def test_two_offices(a: str, b: str, party: str) -> None:
    assert not same_office(a, b, party)
    assert not may_be_same_office(a, b, party)


def test_short_forms() -> None:
    assert may_be_same_office("Minister", "Minister of Foreign Affairs", "RU")
    assert may_be_same_office("Secretary", "Secretary of State", "US")
    assert not may_be_same_office("Minister", "Prime Minister", "RU")
    assert not may_be_same_office("Secretary", "Foreign Minister", "RU")


def test_offices_of_another_time_and_of_leaders() -> None:
    assert is_of_the_moment("Foreign Minister")
    assert not is_of_the_moment("former Foreign Minister")
    assert not is_of_the_moment("President-elect")
    assert leads_a_state("Taoiseach", "IE")
    assert leads_a_state("Federal President", "DE")
    assert not leads_a_state("Vice President", "US")


def test_what_a_user_asks_for() -> None:
    assert asked_for("head of state", "King", "JO")
    assert asked_for("head of government", "Chancellor", "AT")
    assert not asked_for("head of state", "Prime Minister", "JO")
    assert asked_for("president", None, "KZ"), "a leader whose office is not told can be meant"
    assert not asked_for("foreign minister", None, "KZ")
    assert asked_for("foreign minister", "Minister of Foreign Affairs", "KZ")


def test_each_part_of_a_double_office_is_as_written() -> None:
    told = as_written("Deputy Prime Minister and Minister of Foreign Affairs", "BE")
    assert list(told.values()) == ["Deputy Prime Minister", "Minister of Foreign Affairs"]
    assert list(as_written("Minister of Trade and Industry", "FI").values()) == ["Minister of Trade and Industry"]
