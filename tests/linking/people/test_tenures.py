from dataclasses import replace

from tests.linking.people.conftest import reading

from memcon.linking.people import people_of, tenures_of
from memcon.model import Cited
from memcon.vocabulary.rosters import Roster


def held(people) -> list[tuple[str, str, str, str]]:  # type: ignore[no-untyped-def]
    return [(t.person.name, t.office, t.first, t.last) for t in tenures_of(people.mentions, people.of_mention)]


def test_a_tenure_runs_from_first_to_last_sighting(people) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2022-05-09", ["Aino Virta / Minister of Foreign Affairs / FI"]),
        ("2021-05-09", ["Aino Virta / Foreign Minister / FI"]),
        ("2022-05", ["Aino Virta / Foreign Minister / FI"]),
        ("2021-07-09", ["Aino Virta / Minister / FI"]),
        ("2023", ["Aino Virta / former Foreign Minister / FI"]),
        (None, ["Aino Virta / Foreign Minister / FI"]),
    )
    assert held(found) == [("Aino Virta", "Foreign Minister", "2021-05-09", "2022-05")]
    (tenure,) = tenures_of(found.mentions, found.of_mention)
    assert [m.date for m in tenure.sightings] == ["2021-05-09", "2021-07-09", "2022-05", "2022-05-09"]
    assert tenure.covers("2021") is False
    assert tenure.covers("2021-12")


def test_an_office_that_comes_back(people) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2009", ["Aino Virta / Prime Minister / FI"]),
        ("2021", ["Bruno Koski / Prime Minister / FI"]),
        ("2022", ["Aino Virta / Prime Minister / FI"]),
        ("2009", ["Cecilia Aalto / Ambassador / FI"]),
        ("2010", ["Dora Lahti / Ambassador / FI"]),
        ("2011", ["Cecilia Aalto / Ambassador / FI"]),
    )
    assert held(found) == [
        ("Aino Virta", "Prime Minister", "2009", "2009"),
        ("Cecilia Aalto", "Ambassador", "2009", "2011"),
        ("Dora Lahti", "Ambassador", "2010", "2010"),
        ("Bruno Koski", "Prime Minister", "2021", "2021"),
        ("Aino Virta", "Prime Minister", "2022", "2022"),
    ]


def test_two_offices_at_once(people) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2021", ["Aino Virta / Prime Minister and Minister of Defence / FI"]),
        ("2022", ["Aino Virta / Prime Minister / FI"]),
    )
    assert sorted(held(found)) == [
        ("Aino Virta", "Prime Minister", "2021", "2022"),
        ("Aino Virta", "Prime Minister and Minister of Defence", "2021", "2021"),
    ]


def test_what_is_recalled_long_after_shows_no_tenure_then_or_now() -> None:
    told = [("2016", "2022-05-09"), ("2021-12", "2022-05-09"), ("2022-05-09", "2022-05-09"), ("2022-05-12", None)]
    readings = [
        replace(reading(n, date, ["Aino Virta / Foreign Minister / FI"]), dated=Cited(day, ()) if day else None)
        for n, (date, day) in enumerate(told)
    ]
    found = people_of(readings, Roster(()))
    assert [m.date for m in found.mentions] == [None, "2021-12", "2022-05-09", "2022-05-12"]
    assert held(found) == [("Aino Virta", "Foreign Minister", "2021-12", "2022-05-12")]
