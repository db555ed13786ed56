from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.sources.days import iso_day


@pytest.mark.parametrize(
    "written",
    [
        "2022-05-09",
        " 2022-05-09\n",
        "2022-05-09T23:30:00Z",
        "2022-05-09 23:30:00 +0300",
        "2022-05-09T23:30:00.123+03:00",
        "Mon, 09 May 2022 23:30:00 +0000",
        "9 May 2022 23:30:00 EST",
        "May 9, 2022",
        "May 9th, 2022",
        "Monday, May 9, 2022",
        "MAY 9 2022, 5:30 PM",
        "9 May 2022",
        "Mon 9 May 2022",
        "09.05.2022",
        "9.5.2022",
        "2022/05/09",
        "2022.5.9.",
    ],
)
def test_the_same_day_in_the_ways_of_sources(written: str) -> None:
    assert iso_day(written) == "2022-05-09"


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "soon",
        "today",
        "2022",
        "May 2022",
        "2022-05",
        "05/09/2022",
        "9/5/22",
        "31.02.2022",
        "2022-02-30",
        "20220509",
        "May 9",
        "Maybe 9, 2022",
        "9 May 2022 or later",
        "0000-00-00",
        "32 May 2022",
        "1652054400",
    ],
)
def test_what_is_no_complete_date_that_reads_in_one_way(written: str | None) -> None:
    assert iso_day(written) is None


def test_a_time_with_a_zone_is_turned_to_the_day_of_the_publisher() -> None:
    assert iso_day("2022-05-09T23:30:00Z", url="https://www.mofa.go.jp/x") == "2022-05-10"
    assert iso_day("Mon, 09 May 2022 03:00:00 GMT", url="https://www.state.gov/x") == "2022-05-08"
    assert iso_day("2022-05-09T23:30:00Z", publisher="Ministry of Foreign Affairs of Japan") == "2022-05-10"


def test_a_time_without_a_zone_is_the_publisher_s_already() -> None:
    assert iso_day("2022-05-09T23:30:00", url="https://www.mofa.go.jp/x") == "2022-05-09"
    assert iso_day("2022-05-09", url="https://www.state.gov/x") == "2022-05-09"


def test_values_of_python() -> None:
    assert iso_day(date(2022, 5, 9)) == "2022-05-09"
    assert iso_day(datetime(2022, 5, 9, 23, 30, tzinfo=UTC), url="https://www.mofa.go.jp/x") == "2022-05-10"


@given(st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2100, 1, 1)), st.integers(-23, 23))
def test_a_moment_has_one_day_in_whichever_zone_it_is_written(moment: datetime, hours: int) -> None:
    aware = moment.replace(tzinfo=UTC)
    written = [aware.isoformat(), aware.astimezone(timezone(timedelta(hours=hours))).isoformat()]
    assert len({iso_day(w, url="https://www.state.gov/x") for w in written}) == 1


@given(st.text(max_size=30))
def test_any_text_gives_a_day_or_none(text: str) -> None:
    day = iso_day(text)
    assert day is None or date.fromisoformat(day).isoformat() == day
