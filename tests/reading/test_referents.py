"""Pronouns and descriptions at the verb of an occasion."""

import pytest

from .told import FINLAND, STATE, codes, days, names, subjects

TRAVEL = (
    "Assistant Secretary Whitlow’s Travel to Haiti",
    "Office of the Spokesperson",
    "Assistant Secretary of State Dana Whitlow will travel to Port-au-Prince, Haiti, from May 12-14, 2022.",
)
RECEPTION = (
    "Foreign Minister Aino Virta receives her Latvian colleague",
    "Foreign Minister Aino Virta received Foreign Minister of Latvia Janis Ozols in Helsinki on 9 May 2022.",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "In Haiti, she will meet with Foreign Minister Jean Duval to discuss security.",
        "The island is poor. She will meet with Foreign Minister Jean Duval.",
    ],
)
def test_a_pronoun_is_the_first_person_of_a_sentence_before(sentence: str) -> None:
    _, meeting = subjects(STATE, *TRAVEL, sentence)
    assert names(meeting) == ["Dana Whitlow", "Jean Duval"]


def test_a_pronoun_after_a_pronoun_is_not_whom_the_first_one_meets() -> None:
    found = subjects(
        STATE,
        *TRAVEL,
        "She will meet with Foreign Minister Jean Duval. She will also meet with Interior Minister Luc Pierre.",
    )
    assert [names(a) for a in found[1:]] == [["Dana Whitlow", "Jean Duval"], ["Dana Whitlow", "Luc Pierre"]]


def test_a_pronoun_is_followed_over_a_paragraph_that_names_nobody() -> None:
    _, meeting = subjects(
        FINLAND,
        "Travel to Riga",
        "Foreign Minister Aino Virta will travel to Riga on 12 May 2022.",
        "The visit is her second to Latvia.",
        "There, she will meet with Foreign Minister of Latvia Janis Ozols.",
    )
    assert names(meeting) == ["Aino Virta", "Janis Ozols"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Later the guest met with President Elina Salo.",
        "The visiting dignitary also met with President Elina Salo.",
    ],
)
def test_the_guest_is_who_was_named_last_and_is_not_the_publishers(sentence: str) -> None:
    _, second = subjects(FINLAND, *RECEPTION, sentence)
    assert names(second) == ["Janis Ozols", "Elina Salo"]
    assert codes(second) == ["FI", "LV"]


def test_two_ministers_are_one_of_each_party() -> None:
    _, meeting = subjects(
        FINLAND,
        "Visit of the Foreign Minister of Latvia",
        "Foreign Minister of Latvia Janis Ozols will visit Helsinki on 12 May 2022 at the invitation of Foreign Minister "
        "Aino Virta.",
        "The two Ministers will hold a working meeting in Espoo.",
    )
    assert (meeting.kind.value.value, names(meeting)) == ("meeting", ["Janis Ozols", "Aino Virta"])


def test_the_prime_ministers_are_not_the_president_named_between() -> None:
    _, meeting = subjects(
        FINLAND,
        "Prime Minister Ozols in Helsinki",
        "Prime Minister of Latvia Janis Ozols met with President Elina Salo in Helsinki on 9 May 2022. Prime Minister Aino "
        "Virta was absent.",
        "The Prime Ministers met later in Espoo.",
    )
    assert names(meeting) == ["Janis Ozols", "Aino Virta"]


@pytest.mark.parametrize(
    "title",
    [
        "Statement by Secretary of State Dana K. Whitlow on the U.S.-Malta Strategic Dialogue",
        "Dana K. Whitlow, Secretary of State",
    ],
)
def test_the_first_person_of_a_text_is_the_person_of_its_title(title: str) -> None:
    (meeting,) = subjects(
        STATE, title, "I will meet with Maltese Foreign Minister Pauline Vella in Valletta on May 14."
    )
    assert names(meeting) == ["Dana K. Whitlow", "Pauline Vella"]
    assert days(meeting) == ("2022-05-14", "2022-05-14")
