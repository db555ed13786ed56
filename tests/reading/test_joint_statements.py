"""Joint statements and fact sheets: the occasion that produced them, in full."""

from memcon.model import EngagementKind

from .told import STATE, codes, days, names, place, subjects


def test_the_title_names_the_ministerial_at_which_those_who_sign_met() -> None:
    (ministerial,) = subjects(
        STATE,
        "Joint Statement on the Ministerial Meeting on Haiti",
        "The text of the following statement was released by the Governments of the United States, Brazil, Canada and "
        "Chile, which met today to discuss Haiti.",
        "We, the Ministers of the United States, Brazil, Canada and Chile, met today to discuss the crisis in Haiti.",
    )
    assert ministerial.kind.value is EngagementKind.CONFERENCE
    assert ministerial.forum is not None
    assert ministerial.forum.value == "Ministerial Meeting on Haiti"
    assert codes(ministerial) == ["BR", "CA", "CL", "US"]


def test_a_later_sentence_tells_in_full_of_todays_meeting() -> None:
    (meeting,) = subjects(
        STATE,
        "Joint Communiqué by Ministers of the African Union and Norway",
        "The following statement was released following today’s meeting.",
        "The Ministers met today in Oslo at the invitation of Norwegian Foreign Minister Ingrid Dahl and Kenyan Foreign "
        "Minister Wanjiru Kamotho.",
    )
    assert names(meeting) == ["Ingrid Dahl", "Wanjiru Kamotho"]
    assert place(meeting) == ("Oslo", "NO")


def test_delegations_of_a_format_took_part_in_a_conference() -> None:
    (conference,) = subjects(
        STATE,
        "Joint Statement of the C5+1 on the International Conference “Rivers and Roads”",
        "Delegations of the C5+1 – Kazakhstan, the Kyrgyz Republic, Tajikistan, Turkmenistan, Uzbekistan, and the "
        "United States – participated in the May 5-6, 2022 International Conference on “Rivers. Roads” in Almaty.",
    )
    assert conference.forum is not None
    assert conference.forum.value == "International Conference on “Rivers. Roads”"
    assert (days(conference), place(conference)) == (("2022-05-05", "2022-05-06"), ("Almaty", "KZ"))


def test_a_fact_sheet_sums_up_the_forum_in_its_title() -> None:
    (summit,) = subjects(
        "The White House",
        "FACT SHEET: The United States Advances Shared Interests with G20 Leaders",
        "At the G20 Summit in Rome, President Alder coordinated with fellow leaders on taxes and the climate.",
    )
    assert (names(summit), place(summit), days(summit)) == (["Alder"], ("Rome", "IT"), ("2022-05-09", "2022-05-09"))
    assert not subjects(
        "The White House",
        "FACT SHEET: The United States Advances Clean Energy",
        "At the G20 Summit in Rome, President Alder coordinated with fellow leaders on taxes and the climate.",
    )
