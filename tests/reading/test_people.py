"""Names, offices and parties in the orders that occur; the people are invented."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.reading.people import find_people
from memcon.vocabulary.lexicon import find_phrases

Read = tuple[str | None, str | None, str | None]


def read(text: str) -> list[Read]:
    return [
        (
            text[slice(*m.name)] if m.name else None,
            text[slice(*m.office)] if m.office else None,
            m.party.code if m.party else None,
        )
        for m in find_people(text, find_phrases(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. Secretary of State Dana J. Whitlow spoke", ("Dana J. Whitlow", "Secretary of State", "US")),
        (
            "the Foreign Minister of Bangladesh, Dr. S. M. Abdul Karim, said",
            ("S. M. Abdul Karim", "Foreign Minister", "BD"),
        ),
        ("Prime Minister Arjun Rathore of India arrived", ("Arjun Rathore", "Prime Minister", "IN")),
        ("SECRETARY WHITLOW", ("WHITLOW", "SECRETARY", None)),
        ("Kazakhstan Foreign Minister Daniyar Sultanov", ("Daniyar Sultanov", "Foreign Minister", "KZ")),
        ("Mr. Whitlow thanked", ("Whitlow", None, None)),
        ("Republic of Korea Foreign Minister Han Seo-jun met", ("Han Seo-jun", "Foreign Minister", "KR")),
        ("King Talal bin Nasser Al Rashid of Jordan", ("Talal bin Nasser Al Rashid", "King", "JO")),
        (
            "the Crown Prince and Prime Minister of Bahrain, His Royal Highness Isa bin Khalid Al Amer, in",
            ("Isa bin Khalid Al Amer", "Crown Prince and Prime Minister", "BH"),
        ),
        (
            "Israeli Foreign Minister and Alternate Prime Minister Noa Barak",
            ("Noa Barak", "Foreign Minister and Alternate Prime Minister", "IL"),
        ),
        ("President Warren T. Cole, Jr. hosted", ("Warren T. Cole, Jr.", "President", None)),
        ("NATO Deputy Secretary General Ilinca Marin", ("Ilinca Marin", "Deputy Secretary General", "NATO")),
        (
            "Secretary General Per Lund of the North Atlantic Treaty Organization",
            ("Per Lund", "Secretary General", "NATO"),
        ),
        (
            "Special Presidential Envoy for Climate Ruth Adler",
            ("Ruth Adler", "Special Presidential Envoy for Climate", None),
        ),
        (
            "met Luc Perrin, head of cabinet of the President of the European Council, in",
            ("Luc Perrin", "head of cabinet of the President", "EU"),
        ),
        ("President of the Republic of Latvia Janis Ozols", ("Janis Ozols", "President", "LV")),
        (
            "Federal Chancellor of the Federal Republic of Germany Jan Brandt",
            ("Jan Brandt", "Federal Chancellor", "DE"),
        ),
        ("Japanese foreign minister Mori Haruto", ("Mori Haruto", "foreign minister", "JP")),
        (
            "Kenyan Cabinet Secretary for Foreign Affairs Ambassador Grace Wanjiru",
            ("Grace Wanjiru", "Cabinet Secretary for Foreign Affairs", "KE"),
        ),
        (
            "Bureau of Oceans and International Environmental and Scientific Affairs Assistant Secretary Nora P. Vale",
            (
                "Nora P. Vale",
                "Bureau of Oceans and International Environmental and Scientific Affairs Assistant Secretary",
                None,
            ),
        ),
        (
            "Acting U.S. Special Envoy for the Global Coalition to Defeat ISIS and Acting Counterterrorism Coordinator Sam T. Ford",
            (
                "Sam T. Ford",
                "Acting U.S. Special Envoy for the Global Coalition to Defeat ISIS and Acting Counterterrorism Coordinator",
                "US",
            ),
        ),
    ],
)
def test_one_person(text: str, expected: Read) -> None:
    assert expected in read(text)


def test_two_people_joined_by_and_stay_two() -> None:
    assert read("The Secretary and President Duarte agreed") == [
        (None, "Secretary", None),
        ("Duarte", "President", None),
    ]


def test_counterparts_and_names_after_their_state() -> None:
    assert ("Hakan Demir", None, "TR") in read("met with his Turkish counterpart Hakan Demir in Doha")
    assert read("spoke with her Turkish counterpart today") == []
    text = "He also met Brazil’s Carlos Prado."
    (found,) = find_people(text, find_phrases(text), [(text.index("Carlos"), len(text) - 1)])
    assert found.party is not None
    assert found.party.code == "BR"


def test_a_lower_case_noun_is_no_part_of_an_office() -> None:
    assert ("Ivan Testov", "President", "RU") in read("At the G20 summit President of Russia Ivan Testov said")


def test_two_presidents_joined_by_and_the() -> None:
    found = read(
        "a call between the President of the Russian Federation and the President of the United States Ann Doe"
    )
    assert found == [(None, "President", "RU"), ("Ann Doe", "President", "US")]


def test_a_list_under_one_plural_office() -> None:
    found = read("Presidents Cole and Von der Heide")
    assert [f[0] for f in found] == ["Cole", "Von der Heide"]


def test_an_ambassador_acts_for_the_sending_state() -> None:
    assert read("U.S. Ambassador to Kazakhstan Daniel Reed") == [("Daniel Reed", "Ambassador to Kazakhstan", "US")]


def test_the_country_visited_is_no_part_of_the_office() -> None:
    assert read("the official visit of the President of Ukraine to Austria") == [(None, "President", "UA")]


def test_a_common_noun_in_lower_case_is_nobody() -> None:
    assert read("they will chair and lead the work, and head home") == []


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    mentions = find_people(text, find_phrases(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Deputy Assistant Secretary for Israeli and Palestinian Affairs Omar Field left.",
            "Omar Field",
            "Deputy Assistant Secretary for Israeli and Palestinian Affairs",
        ),
        (
            "Assistant Secretary for Population, Refugees, and Migration (PRM) Ines Noble left.",
            "Ines Noble",
            "Assistant Secretary for Population, Refugees, and Migration",
        ),
        (
            "It was led by Dr. Hadi Salim, Iraq’s Minister of Foreign Affairs, and the United States of America.",
            "Hadi Salim",
            "Minister of Foreign Affairs",
        ),
    ],
)
def test_offices_with_fields_of_several_words(text: str, name: str, office: str) -> None:
    (mention,) = [m for m in find_people(text, find_phrases(text)) if m.name]
    assert mention.name is not None
    assert mention.office is not None
    assert (text[slice(*mention.name)], text[slice(*mention.office)]) == (name, office)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my friend and colleague Secretary Ford stated", ("Ford", "Secretary", None)),
        ("9:15 a.m. LOCAL Secretary Ford meets", ("Ford", "Secretary", None)),
        ("welcome to the Oval Office, Prime Minister Koski.", ("Koski", "Prime Minister", None)),
        ("First, Prime Minister Aino Koski, please.", ("Aino Koski", "Prime Minister", None)),
        ("Mr. President, President Koski, thank you", ("Koski", "President", None)),
        ("the 75th Secretary of State, Secretary Sam Ford.", ("Sam Ford", "Secretary", None)),
        ("USAFRICOM Commander General Sam Ford, and", ("Sam Ford", "USAFRICOM Commander", None)),
        ("Deputy General Counsel Ann Ford", ("Ann Ford", "Deputy General Counsel", None)),
        ("Secretary of State Cardinal Paolo Conti of the Holy See", ("Paolo Conti", "Secretary of State", "VA")),
        ("with German MFA State Secretary Jan Brandt", ("Jan Brandt", "MFA State Secretary", "DE")),
        ("Special Envoy for Climate Change Dr. Sultan Al Nuri said", ("Sultan Al Nuri", "Special Envoy for Climate Change", None)),
        ("Senior Advisor Amy Pope announced", ("Amy Pope", "Senior Advisor", None)),
        ("special envoy for North Korea Sung Kim’s trip", ("Sung Kim", "special envoy for North Korea", None)),
        ("with Ambassador to the United States Lin Gang", ("Lin Gang", "Ambassador to the United States", None)),
        ("the Foreign Ministry's Spokesman, Ambassador Tarek Nabil, said", ("Tarek Nabil", "Spokesman", None)),
        ("Minister of Trade of the Government of India Minister A. Mehta", ("A. Mehta", "Minister of Trade of the Government", "IN")),
    ],
)  # fmt: skip
def test_words_that_are_no_part_of_an_office(text: str, expected: Read) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "members of the International Counter Ransomware Initiative met",
        "the chairman of the Ethiopian Red Cross",
        "the Madeleine K. Ford Democracy Award",
        "As Secretary of State I’ve come to Brussels",
        "Leaders of Law Enforcement Groups on Police Reform",
        "Thank you, Mr. President, dear Joe",
    ],
)
def test_what_is_nobodys_name(text: str) -> None:
    assert all(name is None for name, _, _ in read(text))
