"""Which numbers count the sessions of the forum that is named."""

import pytest
from tests.linking.forums.build import PLANNED, PORTS, series, told


def numbers(text: str, forum: str = PORTS, **fields) -> list[int]:  # type: ignore[no-untyped-def]
    (one,) = series(told(1, text, forum, **fields))
    return [c.number for s in (*one.sessions, *one.undated) for c in s.claims]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"They met for the third {PORTS}.", 3),
        (f"They met for the 12th annual {PORTS}.", 12),
        (f"They met for the 3<sup>rd</sup> {PORTS}.", 3),
        (f"It was the twenty-first meeting of the {PORTS}.", 21),
        (f"It was the fifth round of the high-level {PORTS}.", 5),
        (f"They held the inaugural {PORTS}.", 1),
        (f"They held the first ever {PORTS}.", 1),
        (f"The {PORTS} held its fourth session in Riga.", 4),
        (f"The {PORTS} concluded its second ministerial meeting today.", 2),
    ],
)
def test_a_number_beside_the_name(text: str, number: int) -> None:
    assert numbers(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        f"On May 9th {PORTS} delegates met.",
        f"They marked the 10th anniversary of the {PORTS}.",
        f"On the second day of the {PORTS} they signed.",
        f"The third minister to attend the {PORTS} spoke.",
        f"The second question is about the {PORTS}.",
        f"They met for the third time. The {PORTS} followed.",
        f"It was the first, and the {PORTS} was the last.",
    ],
)
def test_a_number_of_something_else(text: str) -> None:
    assert numbers(text) == []


def test_a_session_of_a_summit_is_a_part_of_it() -> None:
    assert numbers("They spoke at the first working session of the G20 Summit.", "G20 Summit") == []
    assert numbers("They spoke at the first G20 Summit.", "G20 Summit") == [1]


def test_a_number_inside_the_name() -> None:
    assert numbers("They met for the Fourth Baltic Ports Forum.", "Fourth Baltic Ports Forum") == [4]
    assert numbers("They met for the XII Baltic Ports Forum.", "XII Baltic Ports Forum") == [12]
    assert numbers("They met at COP27.", "COP27") == [27]
    assert numbers("They met for the Third Committee Forum.", "Third Committee Forum") == []


def test_a_number_where_the_document_names_the_forum_again() -> None:
    assert numbers(f"Joint statement on the {PORTS}\nThe ministers met in Riga for the fourth {PORTS}.") == [4]


def test_the_next_one_is_not_the_one_just_held() -> None:
    text = f"They met for the {PORTS}. They look forward to the fourth {PORTS} in Turku."
    assert numbers(text) == []
    assert numbers(text, status=PLANNED) == [4]
