"""In what two matched points contradict one another, and in what they do not."""

import pytest
from tests.comparing.sides.accounts import content

from memcon.comparing.sides.content import Common
from memcon.comparing.sides.contradictions import contradictions_of
from memcon.comparing.sides.values import Conflict
from memcon.model import Act

APRIL = Common(anchor="2024-04-02")


def found(a: str, b: str, act: Act | None = None) -> list[Conflict]:
    x, y = content(a, act=act, common=APRIL), content(b, common=APRIL)
    forth, back = ([c.conflict for c in contradictions_of(*pair)] for pair in ((x, y), (y, x)))
    assert forth == back
    return forth


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("an investment of 5 trillion yen", "an investment of 4 trillion yen", [Conflict.NUMBERS]),
        ("$20 million for the schools", "30 million US dollars for the schools", [Conflict.NUMBERS]),
        ("trade grew by 15 per cent", "trade grew by 12%", [Conflict.NUMBERS]),
        ("$20 million for the schools", "20 million dollars for schools", []),
        ("nearly 100 ships", "98 ships", []),
        ("100 ships", "98 ships", [Conflict.NUMBERS]),
        ("40 rescue teams", "12 ships", []),
        ("a loan of 1.2 billion euros", "a loan of EUR 1,180 million", []),
        ("more than 100 ships", "140 ships", []),
        ("more than 100 ships", "80 ships", [Conflict.NUMBERS]),
        ("three hostages came home", "five hostages came home", [Conflict.NUMBERS]),
        ("the 2015 agreements", "the 2021 summit", []),
        ("Typhoon No. 14", "Typhoon No. 15", []),
    ],
)
def test_quantities_of_one_thing(a: str, b: str, expected: list[Conflict]) -> None:
    assert found(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the commission meets on 12 May", "the commission meets on 20 May", [Conflict.DATES]),
        ("the commission meets on 12 May", "the commission meets in May", []),
        ("the call on 12 May", "the call on 13 May", []),
        ("talks on 9 May and 12 May", "talks on 12 May", []),
    ],
)
def test_days(a: str, b: str, expected: list[Conflict]) -> None:
    assert found(a, b) == expected


def test_cities_of_one_country() -> None:
    assert found("they will meet in Lyon", "they will meet in Marseille") == [Conflict.PLACES]
    assert found("they will meet in Lyon", "they will meet in Lyon") == []
    assert found("they will meet in Lyon", "experts from Prague will come") == []


def test_one_denies_what_the_other_says_was_agreed() -> None:
    yes = "They agreed to conclude the customs agreement by the end of the year"
    no = "He said that no conclusion of the customs agreement by the end of the year had been agreed"
    assert found(yes, no, Act.AGREE) == [Conflict.POLARITY]
    assert found(yes, "He said that not a word had been spoken of visas", Act.AGREE) == []


def test_one_says_that_the_other_agreed() -> None:
    a = content("Estonia agreed to open the port", speakers=("EE",), act=Act.AGREE, common=Common(own="NO"))
    b = content("The opening of the port was discussed", speakers=("EE",), act=Act.DISCUSS, common=Common(own="EE"))
    assert [c.conflict for c in contradictions_of(a, b)] == [Conflict.ASCRIBED]
    own = content("Estonia pledged to open the port", speakers=("EE",), act=Act.PLEDGE, common=Common(own="EE"))
    assert contradictions_of(a, own) == ()


def test_the_reason_has_the_words_of_both() -> None:
    (one,) = contradictions_of(content("100 billion US dollars of trade"), content("90 billion dollars of trade"))
    assert one.why == "numbers differ: “100 billion US dollars” and “90 billion dollars”"
