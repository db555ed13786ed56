"""Which sentences of an account are points, whose they are, and what share of the text they take."""

import pytest

from memcon import document, read_document
from memcon.comparing.sides.points import points_of
from memcon.comparing.sides.values import Point
from memcon.model import Act


def points(text: str, title: str = "Call with Foreign Minister Ilves", published: str = "2024-05-02") -> list[Point]:
    made = document(text, title=title, publisher="The White House", published=published)
    reading = read_document(made)
    found = points_of(made, reading, next((a for a in reading.accounts if a.main), None))
    assert all(p.span.stands_in(made.text) for p in found)
    return list(found)


HEAD = "Secretary of State Dana Whitlow spoke today with Estonian Foreign Minister Kaja Ilves"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEAD}. They discussed the harvest.", ["They discussed the harvest"]),
        (f"{HEAD} about the drought in the north.", ["about the drought in the north"]),
        (f"{HEAD} to discuss a range of bilateral issues. They condemned the attack.", ["They condemned the attack"]),
        (f"{HEAD}. Ambassador Lind was present. They discussed the harvest.", None),
        (f"{HEAD}. She was joined by Ambassador Lind. They discussed the harvest.", ["They discussed the harvest"]),
    ],
)
def test_that_it_was_held_is_no_point_and_its_topic_is_one(text: str, expected: list[str] | None) -> None:
    found = [p.span.text for p in points(text)]
    assert found == expected if expected is not None else "They discussed the harvest" in found


def test_speakers_act_order_and_share() -> None:
    found = points(f"{HEAD}. The Secretary thanked Estonia for its aid. They agreed to meet again in June.")
    assert [(p.order, p.speakers, p.act) for p in found] == [
        (1, ("US",), Act.SUPPORT),
        (2, ("US", "EE"), Act.AGREE),
    ]
    assert sum(p.share for p in found) == pytest.approx(1)


def test_a_briefing_gives_what_was_said_at_the_talks_and_not_what_the_spokesman_thinks() -> None:
    text = (
        "Background briefing on the President's call with President Orlov\n\n"
        "MR. HALE: Good evening. President Grace Hollis spoke today with President Pavel Orlov of Russia. "
        "I want to note that it is late. President Hollis warned that a blockade of the port would have consequences. "
        "The two presidents agreed that their advisers would meet in Geneva.\n\n"
        "QUESTION: Did the presidents discuss the prisoners?\n\n"
        "MR. HALE: I have nothing for you on that. We will see tomorrow."
    )
    found = [p.span.text for p in points(text, title="Background briefing on the President's call")]
    assert any("warned that a blockade" in words for words in found)
    assert any("advisers would meet in Geneva" in words for words in found)
    assert not any("it is late" in words or "prisoners" in words or "tomorrow" in words for words in found)


def test_what_is_told_to_the_press_is_no_point() -> None:
    found = points(f"{HEAD}. The Secretary briefed reporters on the call. They discussed the harvest.")
    assert [p.span.text for p in found] == ["They discussed the harvest"]
