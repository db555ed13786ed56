"""When each side published, by both clocks."""

import pytest
from tests.comparing.sides.accounts import read

from memcon.comparing.sides import Fact, Side
from memcon.comparing.sides.publication import publication_of


def published(*given: tuple[str, str]) -> Fact:
    read_sides = [read("The ministers met.", f"t{n}", publisher, day) for n, (publisher, day) in enumerate(given)]
    return publication_of([Side(document, reading, None) for document, reading in read_sides])


def test_a_day_by_both_clocks_and_the_hours_between() -> None:
    found = published(("The White House", "2021-12-30"), ("President of Russia", "2021-12-31"))
    assert found.values == (
        "30 December 2021 by Washington time; by Moscow time between 30 December 08:00 and 31 December 08:00",
        "31 December 2021 by Moscow time; by Washington time between 30 December 16:00 and 31 December 16:00",
    )
    assert found.remark == (
        "President of Russia 1 day later by the dates: from 8 hours before to 40 hours after The White House"
    )


def test_an_organ_of_a_state_keeps_its_capitals_time() -> None:
    found = published(("The White House", "2021-12-30"), ("Ministry of Foreign Affairs of Norway", "2021-12-31"))
    assert (found.values[1] or "").startswith(
        "31 December 2021 by Oslo time; by Washington time between 30 December 18:00"
    )


def test_summer_time_counts() -> None:
    found = published(("The White House", "2022-07-01"), ("President of Russia", "2022-07-03"))
    assert "between 1 July 07:00 and 2 July 07:00" in (found.values[0] or "")
    assert (found.remark or "").endswith("between 17 and 65 hours after The White House")


@pytest.mark.parametrize(
    ("first", "second", "remark"),
    [
        (("The White House", "2022-07-01"), ("The White House", "2022-07-01"), "published on the same day; sources tell no hour"),
        (("The White House", "2022-07-01"), ("The Harbour News", "2022-07-03"), "The Harbour News 2 days after The White House, by the dates"),
        (("The White House", "2022-07-01"), ("President of Russia", "2022-08-01"), "President of Russia 31 days after The White House, by the dates"),
        (("The White House", "2022-08-01"), ("The White House", "2022-07-01"), "The White House (A) 31 days after The White House (B), by the dates"),
        (("The Harbour News", "2022-07-01"), ("The Fjord Post", "2022-07-01"), "published on the same day; sources tell no hour"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_not_reckoned(first: tuple[str, str], second: tuple[str, str], remark: str) -> None:
    assert published(first, second).remark == remark


def test_a_document_without_a_day() -> None:
    document, reading = read("The ministers met.", "t", "The White House", "2022-07-01")
    from dataclasses import replace

    none = Side(replace(document, published=None), reading, None)
    found = publication_of([none, Side(document, reading, None)])
    assert found.values[0] is None
    assert found.remark is None
