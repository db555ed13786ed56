"""Whom labels of turns and offices without a name mean."""

from memcon import read_document
from memcon.sources import document_from_text

from .told import FINLAND, names, party, statements, subjects


def test_a_label_may_name_in_full_who_is_named_nowhere_else() -> None:
    text = (
        "Remarks by Foreign Minister Aino Virta and her guest\n\nHelsinki\n\nAino Virta, Foreign Minister of Finland: Welcome "
        "to Helsinki, dear Janis.\n\nJanis Ozols, Foreign Minister of Latvia: Thank you, Aino, for the warm welcome."
    )
    reading = read_document(document_from_text(text, publisher=FINLAND, published="2022-05-09"))
    assert [t.speaker.value if t.speaker else None for t in reading.turns] == ["Aino Virta", "Janis Ozols"]
    (meeting,) = reading.accounts
    ozols = party(meeting, "Janis Ozols")
    assert ozols is not None
    assert ozols.value == "LV"


def test_an_office_is_not_who_is_named_later_in_its_sentence() -> None:
    (call,) = subjects(
        "Prime Minister’s Office of Finland",
        "Call with Norway",
        "The Prime Minister spoke this morning to Prime Minister Siri Dahl of Norway.",
        "Prime Minister Aino Virta thanked her.",
    )
    assert names(call) == ["Aino Virta", "Siri Dahl"]


def test_an_office_nobody_holds_but_who_is_named_later_stays_without_a_name() -> None:
    (call,) = subjects(
        "Prime Minister’s Office of Norway",
        "Call",
        "The Prime Minister spoke to the Prime Minister of Finland, Aino Virta, today.",
    )
    own, other = call.participants
    assert (own.name, own.party.value if own.party else None) == (None, "NO")
    assert other.name is not None
    assert other.name.value == "Aino Virta"


def test_the_visiting_holder_of_an_office_is_not_the_publishers() -> None:
    (meeting,) = subjects(
        FINLAND,
        "Meeting in Helsinki",
        "Foreign Minister Aino Virta met with Minister of Finance Elina Salo and Latvian Minister of Finance Janis Ozols in "
        "Helsinki on 9 May 2022.",
        "The visiting Minister of Finance thanked Finland.",
    )
    assert statements(meeting) == [(["Janis Ozols"], "support", "thanked Finland")]


def test_a_description_of_the_publishers_own_office_is_its_protagonist() -> None:
    (meeting,) = subjects(
        "Ministry of Foreign Affairs of Poland",
        "Jan Kowal meets the State Secretary of Latvia",
        "Under Secretary Jan Kowal met with State Secretary of Latvia Janis Ozols in Warsaw on 9 May 2022.",
        "The deputy head of Polish diplomacy thanked Latvia for its help.",
    )
    assert statements(meeting) == [(["Jan Kowal"], "support", "thanked Latvia for its help")]


def test_a_last_name_alone_is_the_person_named_before() -> None:
    (meeting,) = subjects(
        FINLAND,
        "Meeting in Helsinki",
        "Foreign Minister Aino Virta met with Foreign Minister of Latvia Janis Ozols in Helsinki on 9 May 2022.",
        "Ozols stressed the value of trade.",
    )
    assert statements(meeting) == [(["Janis Ozols"], "assert", "stressed the value of trade")]
