from memcon.linking.people import RemarkKind


def completed(people, told) -> list[str]:  # type: ignore[no-untyped-def]
    return [value for value, _, _ in told(people, RemarkKind.NAME)]


def test_a_surname_is_completed_by_other_documents(people, names, told) -> None:  # type: ignore[no-untyped-def]
    found = people(("2022-05-09", ["Aino Virta / Foreign Minister / FI"]), ("2022-06-09", ["Wirta / Minister / FI"]))
    assert names(found) == ["Aino Virta", "Aino Virta"]
    (remark,) = found.remarks
    assert (remark.value, remark.rule, remark.source) == ("Aino Virta", "people.name-from-documents", "documents")
    assert remark.span is not None
    assert remark.span.document == found.mentions[0].key.document
    assert remark.key == found.mentions[1].key


def test_a_surname_is_completed_by_the_roster(people, names, told, entry) -> None:  # type: ignore[no-untyped-def]
    roster = (
        entry("Aino Virta", "Foreign Minister", "FI", "2019-06-06", "2023"),
        entry("Bruno Virta", "Foreign Minister", "FI", "2001", "2005"),
        entry("Virta", None, "FI", "2019"),
    )
    found = people(("2022-06-09", ["Virta / Minister of Foreign Affairs / FI"]), roster=roster)
    assert told(found, RemarkKind.NAME) == [("Aino Virta", "people.name-from-roster", "own")]
    assert [(p.name, p.qid) for p in found.persons] == [("Aino Virta", "Q5")]
    assert names(found) == ["Aino Virta"]


def test_whom_the_roster_names_is_the_one_whom_documents_name_in_full(people, names, entry) -> None:  # type: ignore[no-untyped-def]
    roster = (entry("Joe Marlow", "President", "FI", "2019", "2033"),)
    told = (
        ("2022-06-09", ["Joseph R. Marlow, Jr. / President / FI"]),
        ("2022-06-10", ["Jane Marlow / President / FI"]),
        ("2022-06-11", ["Marlow / President / FI"]),
    )
    found = people(*told, roster=roster)
    assert names(found) == ["Joseph R. Marlow, Jr.", "Jane Marlow", "Joseph R. Marlow, Jr."]
    assert len(found.persons) == 2


def test_the_account_itself_is_left_as_it_is(people, entry) -> None:  # type: ignore[no-untyped-def]
    roster = (entry("Aino Virta", "Foreign Minister", "FI", "2019"),)
    (mention,) = people(("2022", ["Virta / Foreign Minister / FI"]), roster=roster).mentions
    assert mention.name == "Virta"


def test_what_could_be_several_people_is_left_open(people, told, entry) -> None:  # type: ignore[no-untyped-def]
    roster = (
        entry("Aino Virta", "Minister of Trade", "FI", "2019"),
        entry("Bruno Virta", "Minister of Health", "FI", "2019"),
    )
    assert completed(people(("2022", ["Virta / Minister / FI"]), roster=roster), told) == []
    by_documents = people(
        ("2022", ["Aino Virta / Minister of Trade / FI"]),
        ("2022", ["Bruno Virta / Minister of Health / FI"]),
        ("2022", ["Virta / Minister / FI"]),
        ("2022", ["Virta / Health Minister / FI"]),
    )
    assert completed(by_documents, told) == ["Bruno Virta"], "the office tells the second apart"


def test_office_party_and_date_must_fit(people, told, entry) -> None:  # type: ignore[no-untyped-def]
    full = ("2022-05-09", ["Aino Virta / Foreign Minister / FI"])
    assert completed(people(full, ("2022", ["Virta / Foreign Minister / EE"])), told) == []
    assert completed(people(full, ("2022", ["Virta / General / FI"])), told) == []
    assert completed(people(full, ("1990", ["Virta / Foreign Minister / FI"])), told) == []
    assert completed(people(full, ("2022", ["B. Virta / Foreign Minister / FI"])), told) == []
    assert completed(people(full, ("2022", ["Virta / / FI"])), told) == ["Aino Virta"]


def test_a_roster_that_is_sure_goes_before_documents_of_another_time(people, told, entry) -> None:  # type: ignore[no-untyped-def]
    roster = (entry("Bruno Virta", "President", "FI", "2012-03-01", "2018-03-01"),)
    found = people(
        ("2019-05-09", ["Aino Virta / President / FI"]), ("2015-05-09", ["Virta / President / FI"]), roster=roster
    )
    assert completed(found, told) == ["Bruno Virta"]


def test_a_surname_without_a_party_needs_the_very_office(people, told) -> None:  # type: ignore[no-untyped-def]
    full = ("2022", ["Aino Virta / Chancellor / FI"])
    found = people(full, ("2022", ["Virta / Chancellor / "]))
    assert completed(found, told) == ["Aino Virta"]
    assert [value for value, _, _ in told(found, RemarkKind.PARTY)] == ["FI"]
    assert completed(people(full, ("2022", ["Virta / Minister / "])), told) == []
    two = people(full, ("2022", ["Bruno Virta / Chancellor / EE"]), ("2022", ["Virta / Chancellor / "]))
    assert completed(two, told) == []


def test_a_given_name_as_a_surname(people, told) -> None:  # type: ignore[no-untyped-def]
    found = people(("2022", ["Isaias Berhe / President / ER"]), ("2022", ["Isaias / President / ER"]))
    assert completed(found, told) == ["Isaias Berhe"]
