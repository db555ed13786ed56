"""Holders of an office, by documents and by rosters."""

from memcon.exporting.offices import holders_of
from memcon.linking.people import Person, Seen
from memcon.vocabulary.roster import Exact, RosterEntry
from memcon.vocabulary.rosters import Roster

AINO = Person("P-1", "Aino Virta", "FI")
BRUNO = Person("P-2", "Bruno Koski", "FI")


def seen(person: Person, office: str, first: str, last: str, party: str = "FI") -> Seen:
    return Seen(person, office, party, first, last, 2, {office: 2}, "d", None)


def entry(name: str, start: str, end: str | None, office: str | None = "Foreign Minister") -> RosterEntry:
    return RosterEntry(name, office, "FI", start, Exact.DAY, end, Exact.DAY if end else None, None, "own.csv")


def test_a_holder_stands_once_with_what_both_tell() -> None:
    roster = Roster([entry("Aino Virta", "2019-06-06", "2023-06-20"), entry("Erik Salo", "2015-05-29", "2019-06-06")])
    told = [
        seen(AINO, "Minister of Foreign Affairs", "2020-01-01", "2022-02-02"),
        seen(BRUNO, "Prime Minister", "2021", "2021"),
    ]
    holders = holders_of("foreign minister", "FI", told, roster)
    assert [(h.name, h.person, len(h.tenures), len(h.entries)) for h in holders] == [
        ("Aino Virta", AINO, 1, 1),
        ("Erik Salo", None, 0, 1),
    ]
    assert holders[0].differences == ()
    assert (holders[0].since, holders[0].until) == ("2019-06-06", "2023-06-20")
    assert holders[0].times == 2


def test_where_the_two_differ_it_says_on_which_day() -> None:
    roster = Roster([entry("Aino Virta", "2019-06-06", "2023-06-20"), entry("Erik Salo", "2015-05-29", "2019-06-06")])
    told = [
        seen(AINO, "Foreign Minister", "2018-03-03", "2020-01-01"),
        seen(BRUNO, "Foreign Minister", "2016-01-01", "2016-01-01"),
    ]
    by_name = {h.name: h for h in holders_of("foreign minister", "FI", told, roster)}
    assert by_name["Aino Virta"].differences == (
        "seen in office 3 March 2018, outside the tenure that the roster tells (own.csv)",
    )
    assert by_name["Bruno Koski"].differences == (
        "seen in office 1 January 2016, when the roster has Erik Salo (own.csv)",
    )


def test_a_roster_that_has_only_surnames_means_the_person() -> None:
    roster = Roster([entry("Virta", "2019-06-06", "2023-06-20", None)])
    holders = holders_of("president", "FI", [seen(AINO, "President", "2020", "2021")], roster)
    assert [(h.name, len(h.entries)) for h in holders] == [("Aino Virta", 1)]


def test_nobody() -> None:
    assert holders_of("foreign minister", "FI", [], Roster([])) == []
