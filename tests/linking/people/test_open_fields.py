from memcon.linking.people import RemarkKind


def test_an_office_is_told_between_two_sightings(people, told) -> None:  # type: ignore[no-untyped-def]
    seen = [
        ("2021-01-05", ["Aino Virta / Foreign Minister / FI"]),
        ("2021-09-05", ["Aino Virta / Foreign Minister / FI"]),
    ]
    found = people(*seen, ("2021-05-05", ["Aino Virta / / FI"]))
    assert told(found, RemarkKind.OFFICE) == [("Foreign Minister", "people.office-from-documents", "documents")]
    assert told(people(*seen, ("2022-05-05", ["Aino Virta / / FI"])), RemarkKind.OFFICE) == []
    both = people(
        *seen,
        ("2021-05-05", ["Aino Virta / / FI"]),
        ("2021-01-01", ["Aino Virta / Governor / FI"]),
        ("2021-12-01", ["Aino Virta / Governor / FI"]),
    )
    assert told(both, RemarkKind.OFFICE) == [], "in two offices at once, neither is told"


def test_an_office_is_told_by_a_roster_that_is_sure(people, told, entry) -> None:  # type: ignore[no-untyped-def]
    roster = (entry("Aino Virta", "Foreign Minister", "FI", "2019-06-06", "2023"),)
    sure = people(("2021-05-05", ["Aino Virta / / FI"]), roster=roster)
    assert told(sure, RemarkKind.OFFICE) == [("Foreign Minister", "people.office-from-roster", "own")]
    assert told(people(("2023-05-05", ["Aino Virta / / FI"]), roster=roster), RemarkKind.OFFICE) == []


def test_a_party_is_told_by_the_roster(people, told, entry) -> None:  # type: ignore[no-untyped-def]
    roster = (entry("Aino Virta", "Foreign Minister", "FI", "2019-06-06", "2023"),)
    found = people(("2021-05-05", ["Aino Virta / Foreign Minister / "]), roster=roster)
    assert told(found, RemarkKind.PARTY) == [("FI", "people.party-from-roster", "own")]
    namesake = (*roster, entry("Aino Virta", "Foreign Minister", "EE", "2019-06-06", "2023"))
    assert told(people(("2021", ["Aino Virta / / "]), roster=namesake), RemarkKind.PARTY) == []
    assert told(people(("2021", ["Virta / / "]), roster=roster), RemarkKind.PARTY) == []


def test_who_an_unnamed_holder_is(people, told, entry) -> None:  # type: ignore[no-untyped-def]
    roster = (entry("Aino Virta", "President", "FI", "2019-06-06", "2023-03-01"),)
    found = people(("2021-05-05", [" / President / FI"]), roster=roster)
    assert told(found, RemarkKind.NAME) == [("Aino Virta", "people.holder-from-roster", "own")]
    assert found.person(found.mentions[0].key, 0) is None
    for other in ("President / EE", "Vice President / FI", "former President / FI", "Ambassador / FI"):
        assert told(people(("2021-05-05", [f" / {other}"]), roster=roster), RemarkKind.NAME) == []
    assert told(people((None, [" / President / FI"]), roster=roster), RemarkKind.NAME) == []
    seen = [("2021-01", ["Aino Virta / President / FI"]), ("2021-12", ["Aino Virta / President / FI"])]
    by_documents = people(*seen, ("2021-05-05", [" / President / FI"]))
    assert told(by_documents, RemarkKind.NAME) == [("Aino Virta", "people.holder-from-documents", "documents")]
