from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import VocabularyError
from memcon.vocabulary.roster import (
    Exact,
    Fit,
    RosterEntry,
    first_day,
    last_day,
    read_roster_file,
    read_roster_table,
    shipped_roster,
)

HEADER = "name\toffice\tparty\tstart\tstart_exact\tend\tend_exact\tqid\tsource\n"


def entry(start: str | None, start_exact: str | None, end: str | None, end_exact: str | None) -> RosterEntry:
    def exact(word: str | None) -> Exact | None:
        return Exact(word) if word else None

    return RosterEntry("A. Virta", "President", "FI", start, exact(start_exact), end, exact(end_exact), None, "t")


def test_what_ships_holds_known_facts() -> None:
    facts = {(e.name, e.office, e.party): (e.start, e.start_exact, e.end, e.end_exact) for e in shipped_roster()}
    assert facts["John Forbes Kerry", "Secretary of State", "US"] == ("2013-02-01", "day", "2017-01-20", "day")
    assert facts["Macron", None, "FR"] == ("2017-05-14", "day", "2021-03", "seen"), "the day stands before the month"
    assert facts["Abbasi", None, "PK"][:2] == ("2017-08", "month"), "a first of the month is a month"
    assert facts["Olaf Scholz", "Chancellor", "DE"] == ("2021", "year", "2022-09", "seen")
    assert facts["Boris Johnson", "Prime Minister", "GB"] == ("2019", "year", "2022", "year")
    assert facts["Letsie III", "King", "LS"][0] == "1996"
    assert facts["Denis Sassou Nguesso", "President", "CG"][0] == "1997"
    assert facts["Ivica Dačić", None, "RS"][0] == "2017-05-31", "letters read in the wrong encoding are mended"
    assert facts["Rastislav Káčer", "Foreign Minister", "SK"][:2] == ("2022-09-15", "seen"), "a doubted start"
    assert facts["George Albert Krol", "Ambassador to Kazakhstan", "US"][0] == "2015-03-18"
    assert not [e for e in shipped_roster() if e.party is None]
    assert not [e for e in shipped_roster() if e.office is None and e.source in ("us-historian", "foreign-ministers")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("A\tPresident\tFI\t2022\tday\t\t\t\tt", "start 2022 is no day"),
        ("A\tPresident\tFI\t2022\t\t\t\t\tt", "start and start_exact must both be there"),
        ("A\tPresident\tFI\t2022-13\tmonth\t\t\t\tt", "start 2022-13 is not in the calendar"),
        ("A\tPresident\tFI\t2022-02-30\tday\t\t\t\tt", "not in the calendar"),
        ("A\tPresident\tFI\t22\tyear\t\t\t\tt", "'22' is no date"),
        ("A\tPresident\tFI\t2022\tyear\t2021-12\tmonth\t\tt", "it ends (2021-12) before it starts (2022)"),
        ("A\tPresident\tFI\t\t\t2021-12-01\tappointed\t\tt", "an end is no appointment"),
        ("A\tPresident\tFI\t\t\t2021\tmonth\t\tt", "no month such as"),
        ("A\tPresident\tFI\t2021-05\tyear\t\t\t\tt", "no year such as"),
        ("A\tPresident\tFI\t\t\t\t\tP31\tt", "'P31' is no Wikidata item"),
        ("A\tPresident\tRuritania\t\t\t\t\t\tt", "'Ruritania' is the code of no state"),
        ("A\tPresident\tFI\t2021\tabout\t\t\t\tt", "'about' is none of day, month, year, seen, appointed"),
    ],
)
def test_a_wrong_line_is_rejected_by_file_and_number(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "r.tsv"
    path.write_text(f"{HEADER}B\tPresident\tFI\t\t\t\t\t\tt\n{line}\n", encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        read_roster_table(path)
    assert str(caught.value).startswith(f"{path}:3: ")
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("tenure", "at", "fits"),
    [
        (("2019", "year", "2021-05", "month"), "2018-12-31", Fit.NO),
        (("2019", "year", "2021-05", "month"), "2019-03", Fit.PERHAPS),
        (("2019", "year", "2021-05", "month"), "2020", Fit.YES),
        (("2019", "year", "2021-05", "month"), "2021-05-09", Fit.PERHAPS),
        (("2019", "year", "2021-05", "month"), "2021-06-01", Fit.NO),
        (("2019-02-01", "day", "2021-03-09", "day"), "2021-03-09", Fit.YES),
        (("2019-02-01", "day", "2021-03-09", "day"), "2021", Fit.PERHAPS),
        (("2019-02-01", "day", "2021-03", "seen"), "2021-03-01", Fit.YES),
        (("2019-02-01", "day", "2021-03", "seen"), "2021-03-02", Fit.PERHAPS),
        (("2019-02-01", "day", "2021-03", "seen"), "2031", Fit.PERHAPS),
        (("2019-02-01", "seen", "2021-03-09", "day"), "2011", Fit.PERHAPS),
        (("2019-02-01", "appointed", "2021-03-09", "day"), "2019-01-31", Fit.NO),
        (("2019-02-01", "appointed", "2021-03-09", "day"), "2020", Fit.PERHAPS),
        ((None, None, "2022", "year"), "2021", Fit.PERHAPS),
        ((None, None, "2022", "year"), "2023", Fit.NO),
        (("2019-02-01", "day", None, None), "2019-02-01", Fit.PERHAPS),
    ],
)
def test_whether_a_tenure_covers_a_date(tenure: tuple[str, str, str, str], at: str, fits: Fit) -> None:
    assert entry(*tenure).fits(at) is fits


@given(st.dates().map(str), st.sampled_from([4, 7, 10]))
def test_first_and_last_day(day: str, length: int) -> None:
    iso = day[:length]
    assert first_day(iso) <= day <= last_day(iso)
    assert first_day(iso)[:length] == last_day(iso)[:length] == iso


def test_a_users_file_needs_few_columns(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        '# mine\nname,party,office,start\n"Virta, Aino",Finland,President,2022-05\nB. Koski,FI,,\n',
        encoding="utf-8-sig",
    )
    first, second = read_roster_file(path)
    assert (first.name, first.party, first.start, first.start_exact) == ("Virta, Aino", "FI", "2022-05", Exact.MONTH)
    assert (second.office, second.start, second.source) == (None, None, "own.csv")
    tabbed = tmp_path / "own.tsv"
    tabbed.write_text("name\tparty\nA, B\tFI\n", encoding="utf-8")
    assert read_roster_file(tabbed)[0].name == "A, B"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("party\nFI\n", 1, "the column name is missing"),
        ("name,role\nA,b\n", 1, "no column is called 'role'"),
        ("name,name\nA,b\n", 1, "the column name stands twice"),
        ("name,party\nA,FI\nB\n", 3, "1 cells where 2 are due"),
        ("name,party\n,FI\n", 2, "the name is empty"),
        ("name,party\nA,\n", 2, "an office or a party is due"),
        ("name,party,start\nA,FI,9 May\n", 2, "'9 May' is no date"),
        ("name,party,start,start_exact\nA,FI,2022,about\n", 2, "'about' is none of"),
        ("name,party\nA,FI\n\nA,FI\n", 4, "repeats line 2"),
        ('name,party\n"A,FI\n', 3, ""),
        ("", 1, "a header line is due"),
    ],
)
def test_a_users_wrong_line_is_rejected(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        read_roster_file(path)
    assert str(caught.value).startswith(f"{path}:")
    assert reason in str(caught.value)
    if reason:
        assert str(caught.value).startswith(f"{path}:{line}: ")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    path.write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(VocabularyError, match="is not UTF-8 text"):
        read_roster_file(path)
