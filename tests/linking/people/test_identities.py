def distinct(people) -> int:  # type: ignore[no-untyped-def]
    return len({people.person(m.key, m.number) for m in people.mentions})


def test_one_person_in_several_spellings(people, names) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2022-05-09", ["Kassym-Jomart Tamm / President / EE"]),
        ("2022-05-10", ["Kasym-Zhomart Tamm / President / EE"]),
        ("2022-05-11", ["Kassym-Jomart Tamm / Head of State / EE"]),
    )
    assert names(found) == ["Kassym-Jomart Tamm"] * 3


def test_the_fullest_form_that_is_not_rare_names_the_person(people, names) -> None:  # type: ignore[no-untyped-def]
    usual = [("2022-05-09", ["Dana K. Whitlow / Secretary of State / US"])] * 6
    rare = [("2022-05-09", ["Statement Dana K. Whitlow / Secretary of State / US"])]
    assert set(names(people(*usual, *rare))) == {"Dana K. Whitlow"}


def test_a_form_that_fits_two_persons_joins_neither(people) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2022", ["Ali Reza Khan / Minister of Trade / PK"]),
        ("2022", ["Amir Reza Khan / Minister of Health / PK"]),
        ("2022", ["A. Reza Khan / Adviser / PK"]),
    )
    assert distinct(found) == 3


def test_namesakes_in_two_parties(people) -> None:  # type: ignore[no-untyped-def]
    assert distinct(people(("2022", ["Jan Novak / Ambassador / CZ"]), ("2022", ["Jan Novak / Minister / SI"]))) == 2


def test_a_party_told_wrongly_is_no_second_person(people) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2022", ["Jan Novak / Secretary General / NATO"]),
        ("2023", ["Jan Novak / Secretary General / NATO"]),
        ("2022", ["Jan Novak / Secretary-General / NO"]),
    )
    assert [p.party for p in found.persons] == ["NATO"]


def test_namesakes_in_one_account(people) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2022-01", ["Jan Novak / Ambassador / CZ", "Jan Novak / Defence Minister / CZ"]),
        ("2022-02", ["Jan Novak / Defence Minister / CZ"]),
        ("2022-03", ["Jan Novak / Ambassador / CZ"]),
    )
    persons = [found.person(m.key, m.number) for m in found.mentions]
    assert persons[0] == persons[3]
    assert persons[1] == persons[2]
    assert persons[0] != persons[1]


def test_namesakes_of_two_generations(people) -> None:  # type: ignore[no-untyped-def]
    found = people(("1951", ["Jan Novak / Minister / CZ"]), ("2022", ["Jan Novak / Minister / CZ"]))
    assert distinct(found) == 2


def test_a_full_name_without_party_joins_the_only_person(people, told) -> None:  # type: ignore[no-untyped-def]
    from memcon.linking.people import RemarkKind

    found = people(("2022", ["Jan Novak / Minister / CZ"]), ("2022", ["Jan Novak / Minister / "]))
    assert distinct(found) == 1
    assert told(found, RemarkKind.PARTY) == [("CZ", "people.party-from-documents", "documents")]


def test_a_son_is_not_his_father(people) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2022", ["Khalid bin Rashid bin Hamad Al Nuri / Vice Minister of Defence / OM"]),
        ("2022", ["Rashid bin Hamad Al Nuri / King / OM"]),
        ("2022", ["Hamad bin Rashid Al Nuri / Minister of Energy / OM"]),
        ("2022", ["Khalid bin Rashid Al-Nuri / Vice Minister of Defence / OM"]),
    )
    assert distinct(found) == 3


def test_a_name_in_capitals_gives_way_to_one_in_small_letters(people, names) -> None:  # type: ignore[no-untyped-def]
    both = people(
        ("2022", ["DANA K. WHITLOW / Under Secretary / US"]),
        ("2022", ["DANA K. WHITLOW / Under Secretary / US"]),
        ("2022", ["Dana K. Whitlow / Under Secretary / US"]),
    )
    assert set(names(both)) == {"Dana K. Whitlow"}
    assert names(people(("2022", ["DANA K. MCWHITLOW / Under Secretary / US"]))) == ["Dana K. McWhitlow"]


def test_an_honorific_after_a_name_is_no_part_of_it(people, names) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2022", ["Arun Mehta-ji / Minister of Defence / IN"]),
        ("2022", ["Arun Mehta / Minister of Defence / IN"]),
        ("2022", ["Arun Mehta / Minister of Defence / IN"]),
    )
    assert set(names(found)) == {"Arun Mehta"}


def test_one_person_for_a_state_and_for_an_organisation(people) -> None:  # type: ignore[no-untyped-def]
    both = [("2022", ["Jan Novak / Foreign Minister / CZ"]), ("2022", ["Jan Novak / Chairman-in-Office / OSCE"])]
    assert distinct(people(*both)) == 1
    assert distinct(people(both[0], ("2009", ["Jan Novak / Chairman-in-Office / OSCE"]))) == 2


def test_a_party_told_wrongly_where_the_office_ranks_otherwise(people) -> None:  # type: ignore[no-untyped-def]
    found = people(
        ("2022", ["Dana K. Whitlow / Deputy Secretary of State / US"]),
        ("2022", ["Dana Whitlow / Deputy Secretary of State / US"]),
        ("2022", ["Dana Whitlow / Deputy Secretary of State / ZA"]),
    )
    assert [p.party for p in found.persons] == ["US"]
