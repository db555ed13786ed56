"""Who comes in somebody's company."""

from .told import accounts, party, subjects


def test_who_accompanies_a_guest_is_of_his_party() -> None:
    visit = subjects(
        "Ministry of External Affairs, Government of India",
        "Visit of the Prime Minister of Armenia to India",
        "The Prime Minister of Armenia, H.E. Mr. Aram Sarian, paid an official visit to India from 7 to 9 May 2022. "
        "The Prime Minister was accompanied by a high-level delegation, including the Minister of Foreign Affairs, "
        "H.E. Ms. Lilit Hovan. External Affairs Minister K. Raman met with Ms. Hovan in New Delhi on 8 May 2022.",
    )
    told = {p.name.value: p.party for a in visit for p in a.participants if p.name}
    assert told["Lilit Hovan"] is not None
    assert (told["Lilit Hovan"].value, told["Lilit Hovan"].rule) == ("AM", "party.companion")


def test_whom_a_reprinted_speaker_speaks_for() -> None:
    found = accounts(
        None,
        "Secretary Dana Whitlow and Kazakhstan Foreign Minister Arman Seit Before Their Meeting",
        "FOREIGN MINISTER SEIT: It is a pleasure to see you here in our capital, Astana.",
        "SECRETARY WHITLOW: Thank you. The United States stands firmly behind Kazakhstan’s independence.",
        published=None,
    )
    told = party(found[0], "Dana Whitlow")
    assert told is not None
    assert (told.value, told.rule) == ("US", "party.speaks-for")
