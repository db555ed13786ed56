"""Whom people represent where no words beside their names tell it."""

import pytest

from .told import AGENCY, FINLAND, STATE, accounts, party, subjects


@pytest.mark.parametrize(
    "counterparts",
    [
        "the Latvian delegation led by State Secretary Janis Ozols",
        "a delegation of Latvia headed by State Secretary Janis Ozols",
        "a delegation from Latvia, led by its State Secretary Janis Ozols",
    ],
)
def test_who_leads_a_side_is_of_it(counterparts: str) -> None:
    (meeting,) = subjects(
        FINLAND,
        "Meeting in Helsinki",
        f"Foreign Minister Aino Virta met with {counterparts} in Helsinki on 9 May 2022.",
    )
    found = party(meeting, "Janis Ozols")
    assert found is not None
    assert (found.value, found.rule, [s.text for s in found.spans]) in [
        ("LV", "party.side", ["Latvian"]),
        ("LV", "party.side", ["Latvia"]),
    ]


def test_a_side_of_consultations_in_a_sentence_of_its_own() -> None:
    (meeting,) = subjects(
        "Ministry of External Affairs, Government of India",
        "India-Chile Consultations",
        "Political consultations with Chile were held in New Delhi on 9 May 2022.",
        "The Chilean side was headed by Under Secretary Alma Rojas.",
    )
    found = party(meeting, "Alma Rojas")
    assert found is not None
    assert (found.value, found.rule) == ("CL", "party.side")


def test_the_party_in_brackets_at_the_head_of_a_section() -> None:
    latvian, maltese = subjects(
        FINLAND,
        "Meetings in Geneva",
        "Finnish Foreign Minister Aino Virta held meetings in Geneva on 9 May 2022.",
        "(Latvia) Foreign Minister Virta met with State Secretary Janis Ozols.",
        "(Malta) Foreign Minister Virta met with Foreign Minister Pauline Vella.",
    )
    for meeting, name, code in ((latvian, "Janis Ozols", "LV"), (maltese, "Pauline Vella", "MT")):
        found = party(meeting, name)
        assert found is not None
        assert (found.value, found.rule) == (code, "party.side")


@pytest.mark.parametrize(
    ("title", "sentence", "country"),
    [
        (
            "Secretary Whitlow’s Trip",
            "In Haiti, Secretary Whitlow met with Prime Minister Jean Duval.",
            "Haiti",
        ),
        (
            "Secretary Whitlow’s Trip to Haiti",
            "Secretary Whitlow met with Prime Minister Jean Duval.",
            "Haiti",
        ),
    ],
)
def test_whom_a_traveller_meets_is_of_the_country(title: str, sentence: str, country: str) -> None:
    found = subjects(STATE, title, f"Secretary of State Dana K. Whitlow traveled to Port-au-Prince, Haiti. {sentence}")
    meeting = next(a for a in found if a.kind.value.value == "meeting")
    duval = party(meeting, "Jean Duval")
    assert duval is not None
    assert (duval.value, duval.rule, [s.text for s in duval.spans]) == ("HT", "party.host", [country])


def test_an_ambassador_met_abroad_is_not_of_the_country() -> None:
    found = accounts(
        STATE,
        "Secretary Whitlow’s Trip to Haiti",
        "Secretary of State Dana K. Whitlow traveled to Port-au-Prince, Haiti. Secretary Whitlow met with Ambassador Owen "
        "Marchbanks.",
    )
    assert all(p.party is None or p.party.rule != "party.host" for a in found for p in a.participants)


def test_a_city_abroad_before_whom_an_announcement_says_will_be_met() -> None:
    visit, meeting = subjects(
        STATE,
        "Secretary Whitlow’s Trip",
        "Secretary of State Dana K. Whitlow will travel to Skopje, North Macedonia, on May 12.",
        "She will hold talks in Skopje with Prime Minister Goran Petrov.",
    )
    petrov = party(meeting, "Goran Petrov")
    assert petrov is not None
    assert (petrov.value, petrov.rule) == ("MK", "party.host")
    assert meeting.part_of == visit.id


def test_the_first_whom_a_presidents_own_page_names_is_its_own() -> None:
    (call,) = subjects(
        "Office of the President of Finland",
        "Conversation with President of Latvia",
        "Aino Virta had a telephone conversation with President of Latvia Janis Ozols on 9 May 2022.",
    )
    virta = party(call, "Aino Virta")
    assert virta is not None
    assert (virta.value, virta.rule) == ("FI", "party.publisher-subject")


def test_a_second_prime_minister_is_not_the_publishers() -> None:
    found = accounts(
        "Prime Minister’s Office of Finland",
        "Meeting in Helsinki",
        "Prime Minister Aino Virta met with Prime Minister Siri Dahl and Maltese President Pauline Vella in Helsinki.",
    )
    dahl = party(found[0], "Siri Dahl")
    assert dahl is None


def test_without_a_publisher_the_state_that_a_text_speaks_of_most() -> None:
    (meeting,) = subjects(
        None,
        "Foreign Minister Qiao meets counterpart",
        "Foreign Minister Qiao Ling met with Foreign Minister of Senegal Awa Ndiaye in Dakar. China and Senegal are "
        "friends, Qiao said, and China stays so.",
    )
    qiao = party(meeting, "Qiao Ling")
    assert qiao is not None
    assert (qiao.value, qiao.rule) == ("CN", "party.most-named")


@pytest.mark.parametrize(
    "words",
    ["China and Japan are friends, Qiao said, and China and Japan stay so.", "China is a friend, Qiao said."],
)
def test_two_states_named_as_often_or_one_named_once_leave_the_party_open(words: str) -> None:
    found = accounts(
        None,
        "Foreign Minister Qiao meets counterpart",
        f"Foreign Minister Qiao Ling met with Foreign Minister of Senegal Awa Ndiaye in Dakar. {words}",
    )
    assert all(p.party is None or p.party.rule != "party.most-named" for a in found for p in a.participants)


def test_as_many_parties_in_the_title_as_people_go_in_order() -> None:
    (meeting,) = subjects(
        "Prime Minister’s Office",
        "United States-Australia-Japan Joint Statement",
        "We, President Warren Cole, Prime Minister Ruth Adler and Prime Minister Mori Haruto, met today in Hiroshima.",
    )
    assert [(p.party.value, p.party.rule) for p in meeting.participants if p.party] == [
        ("US", "party.order-in-title"),
        ("AU", "party.order-in-title"),
        ("JP", "party.order-in-title"),
    ]


def test_the_one_other_party_in_the_title() -> None:
    (call,) = subjects(
        "Prime Minister’s Office of Finland",
        "Call with Norway",
        "Prime Minister Aino Virta thanked Prime Minister Siri Dahl in a telephone call today.",
    )
    dahl = party(call, "Siri Dahl")
    assert dahl is not None
    assert (dahl.value, dahl.rule) == ("NO", "party.only-other-in-title")


def test_an_agency_gives_nobody_its_own_party() -> None:
    found = accounts(
        AGENCY,
        "Ministers meet",
        "Foreign Minister Janis Ozols met with Maltese Foreign Minister Pauline Vella on Monday.",
    )
    assert all(party(a, "Janis Ozols") is None for a in found)
