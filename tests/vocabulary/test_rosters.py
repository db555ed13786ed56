from memcon.vocabulary.roster import Exact, Fit, RosterEntry
from memcon.vocabulary.rosters import Roster


def entry(name: str, office: str | None, start: str, end: str | None, party: str = "FI") -> RosterEntry:
    exact = {4: Exact.YEAR, 7: Exact.MONTH, 10: Exact.DAY}
    return RosterEntry(
        name, office, party, start, exact[len(start)], end, exact[len(end)] if end else None, None, "test"
    )


AINO = entry("Aino Virta", "Foreign Minister", "2019-06-06", "2021-03-01")
BRUNO = entry("Bruno Virta", "Ambassador to Malta", "2015-01-01", None)
CECILIA = entry("Cecilia Koski", "Ambassador to Malta", "2018-02-01", None)
LEADER = entry("Tamm", None, "2016-11", "2023", "EE")
ROSTER = Roster([LEADER, CECILIA, BRUNO, AINO, AINO])


def test_entries_are_kept_once_in_order_of_time() -> None:
    assert ROSTER.entries == (BRUNO, LEADER, CECILIA, AINO)


def test_by_surname_party_and_date() -> None:
    assert ROSTER.by_surname("Virta", "FI") == [BRUNO, AINO]
    assert ROSTER.by_surname("Wirta", "FI", "2020") == [AINO], "Bruno's office had gone to Cecilia by then"
    assert ROSTER.by_surname("Virta", "EE") == []


def test_an_open_end_is_the_next_holders_beginning() -> None:
    assert ROSTER.fits(BRUNO, "2018-02-01") is Fit.PERHAPS
    assert ROSTER.fits(BRUNO, "2018-02-02") is Fit.NO
    assert ROSTER.fits(CECILIA, "2030") is Fit.PERHAPS
    assert ROSTER.fits(BRUNO, None) is Fit.PERHAPS


def test_by_name() -> None:
    assert ROSTER.by_name("A. Virta") == [AINO]
    assert ROSTER.by_name("virta", "FI") == [BRUNO, AINO]
    assert ROSTER.by_name("Tamm") == [LEADER]


def test_by_office() -> None:
    assert ROSTER.holders("minister of foreign affairs", "FI", "2020-01-01") == [AINO]
    assert ROSTER.holders("minister of foreign affairs", "FI", "2022") == []
    assert ROSTER.holders("prime minister", "EE", "2020") == [LEADER], "a leader whose office is not told"
    assert ROSTER.same_office("Ambassador to the Republic of Malta", "FI") == [BRUNO, CECILIA]


def test_what_ships_with_a_users_own() -> None:
    both = Roster.with_own([AINO])
    assert AINO in both.entries
    assert [e.name for e in both.holders("president", "KZ", "2020-06-01") if e.office] == ["Kassym-Jomart Tokayev"]
