"""Dates in prose, reckoned from a document of Wednesday 11 May 2022."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.errors import VocabularyError
from memcon.reading.dates import DateMention, Tense, find_dates, find_times, parse_day
from memcon.vocabulary.date_words import DateWordKind, date_words, read_date_words

ANCHOR = "2022-05-11"


def told(
    text: str, anchor: str | None = ANCHOR, tense: Tense | None = None
) -> list[tuple[str, str | None, str | None]]:
    return [(text[m.start : m.end], m.first, m.last) for m in find_dates(text, anchor, tense)]


def only(text: str, anchor: str | None = ANCHOR, tense: Tense | None = None) -> DateMention:
    mentions = find_dates(text, anchor, tense)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("They met on May 9, 2022.", "2022-05-09", "2022-05-09"),
        ("They met on 9 May 2022.", "2022-05-09", "2022-05-09"),
        ("the 9th of May, 2022", "2022-05-09", "2022-05-09"),
        ("MAY 9, 2022", "2022-05-09", "2022-05-09"),
        ("Mon., May 9th, 2022", "2022-05-09", "2022-05-09"),
        ("on Oct. 28, 2021", "2021-10-28", "2021-10-28"),
        ("on May\u00a09, 2022", "2022-05-09", "2022-05-09"),
        ("June 29–30, 2022", "2022-06-29", "2022-06-30"),
        ("June 29—30, 2022", "2022-06-29", "2022-06-30"),
        ("15-16 July 2021", "2021-07-15", "2021-07-16"),
        ("28 April-1 May 2022", "2022-04-28", "2022-05-01"),
        ("December 30, 2021 to January 2, 2022", "2021-12-30", "2022-01-02"),
        ("December 30 – January 2, 2022", "2021-12-30", "2022-01-02"),
        ("between January 18 and 20, 2023", "2023-01-18", "2023-01-20"),
        ("on 3 and 4 May 2022", "2022-05-03", "2022-05-04"),
        ("May 26, 27 and 28, 2022", "2022-05-26", "2022-05-28"),
        ("2022-05-09", "2022-05-09", "2022-05-09"),
        ("09.05.2022", "2022-05-09", "2022-05-09"),
        ("27-04-2022 18:14", "2022-04-27", "2022-04-27"),
        ("13/09/2022", "2022-09-13", "2022-09-13"),
        ("July 2021", "2021-07", "2021-07"),
        ("in September of 2020", "2020-09", "2020-09"),
        ("in July and August 2021", "2021-07", "2021-08"),
        ("in 2021", "2021", "2021"),
        ("from 2014 to 2016", "2014", "2016"),
        ("in mid-2019", "2019", "2019"),
        ("since 1991", "1991", None),
    ],
)
def test_complete_dates_need_no_anchor(text: str, first: str, last: str | None) -> None:
    for anchor in (None, ANCHOR):
        mention = only(text, anchor)
        assert (mention.first, mention.last, mention.rule) == (first, last, "stated")


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("held on May 9 in the capital", "2022-05-09", "2022-05-09"),
        ("will travel February 25 to March 3", "2023-02-25", "2023-03-03"),
        ("travelled February 25 to March 3", "2022-02-25", "2022-03-03"),
        ("March 29-April 1", "2022-03-29", "2022-04-01"),
        ("from 27 to 28 February", "2022-02-27", "2022-02-28"),
        ("on February 19 and 20", "2022-02-19", "2022-02-20"),
        ("On Wednesday, July 13, the two met", "2022-07-13", "2022-07-13"),
        ("will be held on January 5", "2023-01-05", "2023-01-05"),
        ("was held on January 5", "2022-01-05", "2022-01-05"),
        ("On July 15, the Minister will travel", "2022-07-15", "2022-07-15"),
        ("visited the region on December 30 - January 2", "2021-12-30", "2022-01-02"),
        ("since our last meeting in September in Oslo", "2021-09", "2021-09"),
        ("will meet again in September", "2022-09", "2022-09"),
        ("met in September last year", "2021-09", "2021-09"),
        ("in September of last year", "2021-09", "2021-09"),
        ("during his March visit", "2022-03", "2022-03"),
        ("They discussed the President's June trip", "2022-06", "2022-06"),
        ("this October", "2022-10", "2022-10"),
        ("last November", "2021-11", "2021-11"),
        ("last May", "2021-05", "2021-05"),
        ("next May", "2023-05", "2023-05"),
        ("arrived on February 29", "2020-02-29", "2020-02-29"),
    ],
)
def test_dates_without_a_year_take_the_nearest_on_the_side_the_words_tell(
    text: str, first: str, last: str | None
) -> None:
    mention = only(text)
    assert (mention.first, mention.last) == (first, last)
    assert mention.rule != "stated"
    assert only(text, None).first is None


def test_the_callers_tense_overrules_the_words() -> None:
    assert only("on January 5", tense="past").first == "2022-01-05"
    assert only("on January 5", tense="future").first == "2023-01-05"
    assert only("was planned for September", tense="past").first == "2021-09"
    assert only("on Friday", tense="past").first == "2022-05-06"
    assert only("on Friday", tense="future").first == "2022-05-13"


def test_a_weekday_told_with_a_date_decides_its_year() -> None:
    # 13 July was a Wednesday in 2022; the page was put up again in 2024.
    assert only("On Wednesday, July 13, they met", "2024-06-01").first == "2022-07-13"
    assert only("On July 13, they met", "2024-06-01").first == "2023-07-13"


@pytest.mark.parametrize(
    "text, first, rule",
    [
        ("met today with", "2022-05-11", "date.today"),
        ("spoke this morning", "2022-05-11", "date.today"),
        ("Later today she", "2022-05-11", "date.today"),
        ("yesterday’s talks", "2022-05-10", "date.yesterday"),
        ("tomorrow", "2022-05-12", "date.tomorrow"),
        ("the day after tomorrow", "2022-05-13", "date.day-after-tomorrow"),
        ("the day before yesterday", "2022-05-09", "date.day-before-yesterday"),
        ("met on Wednesday", "2022-05-11", "date.weekday"),
        ("met on Thursday", "2022-05-05", "date.weekday"),
        ("will meet on Friday", "2022-05-13", "date.weekday"),
        ("last Wednesday", "2022-05-04", "date.weekday"),
        ("next Wednesday", "2022-05-18", "date.weekday"),
        ("on Thursday of next week", "2022-05-19", "date.weekday"),
        ("this week", "2022-05", "date.week"),
        ("last month", "2022-04", "date.month"),
        ("later this month", "2022-05", "date.month"),
        ("next month", "2022-06", "date.month"),
        ("earlier this year", "2022", "date.year"),
        ("by the end of the year", "2022", "date.year"),
        ("last year", "2021", "date.year"),
        ("two days ago", "2022-05-09", "date.ago"),
        ("two weeks ago", "2022-04", "date.ago"),
        ("two months ago", "2022-03", "date.ago"),
        ("three years ago", "2019", "date.ago"),
        ("20 years ago", "2002", "date.ago"),
        ("in three days' time", "2022-05-14", "date.ahead"),
        ("last summer", "2021", "date.season"),
        ("this fall", "2022", "date.season"),
        ("held on the 10th.", "2022-05-10", "date.day-of-month"),
        ("will depart on the 9th, local time", "2022-05-09", "date.day-of-month"),
        ("will depart on the 2nd, local time", "2022-06-02", "date.day-of-month"),
    ],
)
def test_relative_dates(text: str, first: str, rule: str) -> None:
    mention = only(text)
    assert (mention.first, mention.last, mention.rule) == (first, first, rule)
    unresolved = only(text, None)
    assert (unresolved.first, unresolved.rule) == (None, rule)


def test_a_week_is_dated_by_the_month_of_the_same_weekday() -> None:
    assert only("this week", "2022-03-02").first == "2022-03"
    assert only("next week", "2021-07-28").first == "2021-08"
    assert only("last week", "2022-03-02").first == "2022-02"


def test_a_few_months_ago_is_a_year_only_where_all_of_them_lie_in_it() -> None:
    assert only("a few months ago", "2021-07-16").first == "2021"
    assert only("a few months ago", "2022-05-11").first is None


def test_last_winter_may_lie_in_two_years() -> None:
    assert told("last winter") == [("last winter", "2021", "2022")]


@pytest.mark.parametrize(
    "text",
    [
        "it may help; they march on",
        "in line with Agenda 2030, Vision 2030 and NATO 2030",
        "COP 26, Resolution 2254, UNEA 5.2, FY 2022, fiscal year 2023",
        "over 30 years ago",
        "for more than 20 years",
        "in the coming weeks",
        "over the past 48 hours",
        "over the last year and for the next week",
        "every Friday",
        "the Good Friday Agreement",
        "the world today",
        "April Verano spoke",
        "on the 14th anniversary",
        "February 30, 2022",
        "at 9:15 a.m. and 14:30",
        "It cost $2021 or 2,021 of them",
        "https://example.org/2022/05/09/readout",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert told(text) == []


def test_a_year_that_belongs_to_a_noun_is_marked() -> None:
    assert [m.rule for m in find_dates("the 2015 Lisbon accords and the 2021 summit", ANCHOR)] == [
        "date.attributive",
        "date.attributive",
    ]


def test_ends_without_beginnings() -> None:
    assert [(m.first, m.last, m.rule) for m in find_dates("until May 15 and by 2030", ANCHOR)] == [
        (None, "2022-05-15", "date.until"),
        (None, "2030", "date.deadline"),
    ]


def test_lists_of_days_that_do_not_follow_each_other_are_several() -> None:
    assert told("met on 12 and 15 April 2022") == [
        ("12", "2022-04-12", "2022-04-12"),
        ("15 April 2022", "2022-04-15", "2022-04-15"),
    ]


def test_the_full_stop_of_the_sentence_is_no_part_of_the_date() -> None:
    assert told("They met on 24 April. Then he left.") == [("24 April", "2022-04-24", "2022-04-24")]


def test_a_count_after_a_date_is_no_day() -> None:
    assert told("on May 9 and 20 officials came") == [("May 9", "2022-05-09", "2022-05-09")]


def test_days_joined_by_words_are_one_stretch() -> None:
    assert told("from Wednesday through Friday") == [("Wednesday through Friday", "2022-05-11", "2022-05-13")]
    assert told("from today to May 14") == [("today to May 14", "2022-05-11", "2022-05-14")]


def test_the_same_day_is_the_day_told_before() -> None:
    assert told("On May 9 he met one. The same day he met another; the next day he left.")[1:] == [
        ("The same day", "2022-05-09", "2022-05-09"),
        ("the next day", "2022-05-10", "2022-05-10"),
    ]
    assert only("The same day he met another.").first is None
    assert only("Earlier in the day he met another.").first == ANCHOR


def test_figures_with_two_readings_go_by_the_anchor() -> None:
    assert only("05/09/2022").first == "2022-05-09"
    assert only("05/09/2022", "2022-09-06").first == "2022-09-05"
    assert only("05/09/2022", None).first is None


def test_an_anchor_that_is_no_day_is_none() -> None:
    assert only("today", "2022-05").first is None
    assert only("today", "2022-02-30").first is None


@pytest.mark.parametrize(
    "text, day",
    [
        ("Tue. Jul 16th, 2024", "2024-07-16"),
        (" the 9th of May, 2022 ", "2022-05-09"),
        ("JULY 15, 2021", "2021-07-15"),
        ("september 5 2021", "2021-09-05"),
        ("(2022-05-09)", "2022-05-09"),
        ("09.05.2022", "2022-05-09"),
        ("13/9/2022", "2022-09-13"),
        ("May 9", None),
        ("May 2022", None),
        ("5/9/2022", None),
        ("30 February 2020", None),
        ("May 9-10, 2022", None),
        ("held May 9, 2022", None),
        ("", None),
    ],
)
def test_parse_day(text: str, day: str | None) -> None:
    assert parse_day(text) == day


def test_times_of_day() -> None:
    text = "9:15 a.m., 2:30-3:00 p.m., 14:30, 5 P.M. EDT, noon, 12:05 am, 18:14:22; not 10:1, 25:00 or 3 people"
    assert [(text[a:b], time) for a, b, time in find_times(text)] == [
        ("9:15 a.m.", "09:15"),
        ("2:30", "14:30"),
        ("3:00 p.m.", "15:00"),
        ("14:30", "14:30"),
        ("5 P.M.", "17:00"),
        ("noon", "12:00"),
        ("12:05 am", "00:05"),
        ("18:14:22", "18:14"),
    ]


_WORDS = st.sampled_from(
    [word.form for kind in DateWordKind for word in date_words(kind).values()]
    + [
        "9",
        "31",
        "2022",
        "1999",
        "29",
        "12th",
        "the",
        ",",
        "–",
        "-",
        ".",
        "\n",
        "ago",
        "days",
        "years",
        "05.05.2022",
        "ı",
        "٢",
    ]
)
_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


@given(
    st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=14).map(" ".join)),
    st.one_of(st.none(), st.text(max_size=10), st.dates().map(str)),
    st.sampled_from([None, "past", "future"]),
)
def test_any_text_gives_ordered_mentions_with_iso_dates(text: str, anchor: str | None, tense: Tense | None) -> None:
    end = 0
    for mention in find_dates(text, anchor, tense):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        for value in (mention.first, mention.last):
            assert value is None or _ISO.fullmatch(value)
        if mention.first and mention.last:
            assert mention.first[:4] <= mention.last[:4]


@given(st.dates(), st.sampled_from(["{0:%B} {0.day}, {1}", "{0.day} {0:%B} {1}", "{0:%a}. {0:%b} {0.day}, {1}"]))
def test_parse_day_reads_back_what_is_written(day, form: str) -> None:  # type: ignore[no-untyped-def]
    year = f"{day.year:04d}"
    assert parse_day(form.format(day, year)) == (day.isoformat() if year[:2] in ("19", "20") else None)


@given(st.text(max_size=40) | st.from_regex(r"[\d:.apm -]{1,20}"))
def test_times_are_ordered_and_valid(text: str) -> None:
    end = 0
    for start, stop, time in find_times(text):
        assert end <= start < stop <= len(text)
        end = stop
        assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", time, re.ASCII)


@pytest.mark.parametrize("line", ["Foober\tmonth\t13", "some\tsome\t3", "today\tday\t", "since\topens\t1"])
def test_wrong_values_in_the_vocabulary_are_told_by_line(tmp_path: Path, line: str) -> None:
    file = tmp_path / "date_words.tsv"
    file.write_text(f"form\tkind\tvalue\n{line}\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"date_words\.tsv:2: "):
        read_date_words(file)
