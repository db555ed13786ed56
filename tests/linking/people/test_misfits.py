import pytest

from memcon.linking.people import RemarkKind


def flags(people, told, entry, who: str, date: str | None) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    roster = (
        entry("Aino Virta", "Foreign Minister", "FI", "2019-06-06", "2023-06-20"),
        entry("Bruno Koski", "Foreign Minister", "FI", "2015", "2019-06-06"),
        entry("Cecilia Aalto", "Ambassador to Malta", "FI", "2019-06-06", "2023-06-20"),
        entry("Tamm", None, "FI", "2012", "2024"),
    )
    found = people((date, [who]), roster=roster)
    return [(value, rule) for value, rule, _ in told(found, RemarkKind.MISFIT)]


VIRTA = "Aino Virta, Foreign Minister, 2019-06-06 – 2023-06-20"


def test_held_at_another_time(people, told, entry) -> None:  # type: ignore[no-untyped-def]
    after = flags(people, told, entry, "Aino Virta / Minister of Foreign Affairs / FI", "2024-01-01")
    assert after == [(VIRTA, "people.misfit-tenure")]
    assert flags(people, told, entry, "Virta / Minister of Foreign Affairs / FI", "2018") == [
        (VIRTA, "people.misfit-tenure")
    ]


def test_held_by_another(people, told, entry) -> None:  # type: ignore[no-untyped-def]
    found = flags(people, told, entry, "Dora Lahti / Foreign Minister / FI", "2021-05-09")
    assert found == [(VIRTA, "people.misfit-holder")]


@pytest.mark.parametrize(
    ("who", "date"),
    [
        ("Aino Virta / Foreign Minister / FI", "2021-05-09"),
        ("Aino Virta / Foreign Minister / FI", "2019"),
        ("Aino Virta / Foreign Minister / FI", None),
        ("Aino Virta / former Foreign Minister / FI", "2024-01-01"),
        ("Aino Virta / Minister of Trade / FI", "2024-01-01"),
        ("Aino Virta / Foreign Minister / EE", "2024-01-01"),
        ("Bruno Koski / Foreign Minister / FI", "2015-02-01"),
        ("Dora Lahti / Foreign Minister / FI", "2024-01-01"),
        ("Dora Lahti / Foreign Minister / FI", "2015-05-09"),
        ("Dora Lahti / Acting Foreign Minister / FI", "2021-05-09"),
        ("Aino Maria Wirta-Lahti / Foreign Minister / FI", "2021-05-09"),
        ("Dora Lahti / Ambassador to Malta / FI", "2021-05-09"),
        ("Dora Lahti / President / FI", "2021-05-09"),
    ],
)
def test_no_flag_where_the_roster_is_not_sure_or_another_office_is_meant(people, told, entry, who, date) -> None:  # type: ignore[no-untyped-def]
    assert flags(people, told, entry, who, date) == []
