"""Dates that stand outside the running prose."""

import pytest

from memcon import document
from memcon.model import DateRole
from memcon.reading.layout import read_layout
from memcon.reading.stated_dates import day_on_line


@pytest.mark.parametrize(
    "line",
    [
        "Mon. May 9th, 2022",
        "2022-05-09",
        "2022/05/09",
        "2022.05.09",
        "09.05.2022",
        "9 May 2022",
        "May 9, 2022",
        "May 9 2022",
        "9th May, 2022",
        "MAY 9, 2022",
        "Monday, 9 May 2022",
        "9 May 2022, 14:05",
        "9 May 2022 16:10 GMT+3",
        "May 9, 2022 | 4:05 PM",
        "May 9, 2022 (Monday)",
        "(May 9, 2022)",
        "Published 9 May 2022",
        "Release Date: May 9, 2022",
        "FOR IMMEDIATE RELEASE May 9, 2022",
    ],
)
def test_a_line_that_is_a_day(line: str) -> None:
    assert day_on_line(line) == "2022-05-09"


@pytest.mark.parametrize(
    "line", ["May 2022", "The ministers met on May 9, 2022.", "09/05/2022", "31 June 2022", "14:05"]
)
def test_a_line_that_is_no_one_day(line: str) -> None:
    assert day_on_line(line) is None


def stated(text: str, published: str | None = None) -> list[tuple[str, str]]:
    made = document(text, published=published)
    dates = read_layout(made).dates
    assert all(d.span.stands_in(made.text) for d in dates)
    return [(d.role.value, d.date) for d in dates]


def test_a_page_s_date_is_the_reprint_s_and_a_transcript_s_own_is_the_event_s() -> None:
    text = (
        "Tue. Jul 16th, 2024\nMinister Whitlow and Minister Vella Before Their Meeting\n\n"
        "Dana K. Whitlow, Secretary of State\n\nValletta, Malta\n\nFebruary 28, 2023\n\n"
        "SECRETARY WHITLOW:  Thank you.\n\nMINISTER VELLA:  Welcome.\n\noriginally published at Politics - HARBOUR NEWS"
    )
    assert stated(text) == [("reprinted", "2024-07-16"), ("event", "2023-02-28")]


def test_a_dateline_s_day_is_published_even_on_a_reprint_and_takes_its_year_from_the_source() -> None:
    text = "Ministers meet\n\nDOHA, May 9 (QNA) - The ministers met.\n\nThis article first appeared in Harbour News."
    assert stated(text, "2022-05-10") == [("published", "2022-05-09")]


def test_a_line_that_tells_when_the_text_first_appeared() -> None:
    text = "Jul 16, 2024\nMinisters meet\n\nThe ministers met.\n\nOriginally published on May 9, 2022."
    layout = read_layout(document(text))
    assert layout.reprints == ()
    assert (DateRole.PUBLISHED, "2022-05-09") in [(d.role, d.date) for d in layout.dates]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("date 2024-04-11 President Omarov receives a guest\n\nThe President received him.", [("published", "2024-04-11")]),
        ("No: 12, 4 January 2022, Press Release on a Visit\n\nThe Minister will pay a visit.", [("published", "2022-01-04")]),
        ("Public Schedule – July 15, 2021\n\n2:00 p.m. The Secretary meets with aides.", [("event", "2021-07-15")]),
        ("Press Briefing – May 9, 2022\n\nMR HALE:  Hello.\n\nQUESTION:  Hello.", [("event", "2022-05-09")]),
        ("Ministers meet\n\nBrussels, 9 May 2022\n\nThe ministers met today for talks.", [("published", "2022-05-09")]),
        ("Visit of the Minister\n\nThe Minister paid a visit.\n\nNew Delhi\n\nMay 09, 2022", [("published", "2022-05-09")]),
        ("A meeting\n\nThe ministers met on May 9, 2022.", []),
    ],
)  # fmt: skip
def test_dates_of_titles_and_lines(text: str, dates: list[tuple[str, str]]) -> None:
    assert stated(text) == dates


def test_a_place_under_the_text_is_not_where_they_met() -> None:
    layout = read_layout(document("A call\n\nThe ministers spoke.\n\nNew Delhi\n\nMay 09, 2022"))
    assert layout.place is None
    assert [b.kind.value for b in layout.blocks] == ["title", "text", "place", "time"]
