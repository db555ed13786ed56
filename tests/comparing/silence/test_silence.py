"""What was looked for and not found."""

import pytest
from tests.comparing.held import OSLO, STATE, Page, call, held, oslo

from memcon.comparing.material import Material
from memcon.comparing.silence import Absence, AbsenceKind, absences


def of(found: list[Absence], kind: AbsenceKind) -> list[Absence]:
    return [a for a in found if a.kind is kind]


def test_an_engagement_of_one_side_only_where_the_other_s_sources_were_there(year: Material) -> None:
    found = of(absences(year), AbsenceKind.ENGAGEMENT)
    assert [(a.day, a.party, a.said) for a in found] == [
        ("2031-03-12", "NO", False),
        ("2031-05-20", "NO", False),
        ("2031-07-01", "NO", True),
        ("2031-09-09", "NO", False),
    ]
    july = found[2]
    assert [(s.publisher, s.documents, s.last) for s in july.sources] == [
        ("Ministry of Foreign Affairs of Norway", 1, "2031-07-01")
    ]
    assert july.until == "2031-07-01"


def test_documents_of_the_days_before_cannot_tell() -> None:
    harbour = ("The Ministry of Foreign Affairs reports a quiet day.", "A quiet day")
    pages: tuple[Page, ...] = (
        call("a", "2031-07-01", "They discussed cod."),
        Page("eve", "2031-06-30", OSLO, *harbour),
    )
    (eve,) = of(absences(held(*pages)), AbsenceKind.ENGAGEMENT)
    assert (eve.party, eve.said, eve.sources) == ("NO", False, ())
    pages = (*pages, Page("later", "2031-07-03", OSLO, *harbour))
    (later,) = of(absences(held(*pages)), AbsenceKind.ENGAGEMENT)
    assert (later.party, later.said, later.until) == ("NO", True, "2031-07-03")


def test_what_the_other_side_tells_of_a_day_off_is_perhaps_the_same() -> None:
    met = "Secretary of State Dana K. Whitlow met today in Boston with Norwegian Foreign Minister Ingrid Solberg-Lie. "
    told = (
        "Norwegian Foreign Minister Ingrid Solberg-Lie met today in Boston with U.S. Secretary of State Dana Whitlow. "
    )
    pages = (
        Page("a", "2031-07-01", STATE, met + "They discussed cod.", "Meeting on cod"),
        Page("b", "2031-07-02", OSLO, told + "The ministers discussed snow.", "Meeting on snow"),
    )
    material = held(*pages)
    assert len(material.engagements) == 2
    assert of(absences(material), AbsenceKind.ENGAGEMENT) == []


TAIL = (
    "They discussed the price of cod and the icy roads of Finnmark in winter.",
    "The ministers reviewed work on a cable under the sea and on its two repair ships.",
    "Both spoke at length of a choir and of the old songs that it sang in Boston.",
    "They exchanged views on reindeer, snow, radar and the schools of the far north.",
)
WHALES = "The Secretary thanked Norway for its patient and ironclad protection of the last whales of the fjords. "


def test_a_phrase_and_a_point_that_stood_twice_and_not_since() -> None:
    material = held(*(call(f"c{n}", f"2031-0{n + 1}-10", (WHALES if n < 2 else "") + x) for n, x in enumerate(TAIL)))
    found = absences(material, ("US", "NO"))
    (phrase,) = of(found, AbsenceKind.PHRASE)
    assert phrase.words.text == "ironclad"
    assert phrase.words.stands_in(material.documents[phrase.words.document].text)
    assert (phrase.day, phrase.since) == ("2031-02-10", 2)
    (point,) = of(found, AbsenceKind.POINT)
    assert point.words.text == WHALES.strip()
    assert (point.party, point.since) == ("US", 2)
    assert "2 readouts" in point.what


def test_what_came_back_or_is_absent_from_one_readout_only_is_no_absence(year: Material) -> None:
    found = absences(year, ("US", "NO"))
    assert of(found, AbsenceKind.PHRASE) == of(found, AbsenceKind.POINT) == []


def test_commitments_in_one_account_only_and_not_mentioned_again() -> None:
    material = held(
        call("a", "2031-01-10", "They agreed to open a lighthouse museum."),
        oslo("a-oslo", "2031-01-10", "The ministers discussed maritime safety."),
        call("b", "2031-03-12", "They discussed cod."),
    )
    found = of(absences(material), AbsenceKind.COMMITMENT)
    assert [(a.party, a.since) for a in found] == [(None, 1), ("NO", 1)] or [(a.party, a.since) for a in found] == [
        ("NO", 1),
        (None, 1),
    ]
    assert all("lighthouse" in a.words.text for a in found)


@pytest.mark.parametrize(("held_too", "expected"), [(False, 1), (True, 0)])
def test_a_plan_never_reported_as_held(held_too: bool, expected: int) -> None:
    plan = (
        "Secretary of State Dana K. Whitlow will travel to Oslo, Norway, on March 12, 2031, where she will meet with "
        "Norwegian Foreign Minister Ingrid Solberg-Lie."
    )
    met = (
        "Secretary of State Dana K. Whitlow traveled to Oslo, Norway, where she met today with Norwegian Foreign "
        "Minister Ingrid Solberg-Lie. They discussed cod."
    )
    later = call("later", "2031-03-20", "They discussed cod.")
    pages = [Page("plan", "2031-03-01", STATE, plan, "Secretary Whitlow’s Travel to Norway"), later]
    if held_too:
        pages.append(Page("met", "2031-03-12", STATE, met, "Secretary Whitlow’s Visit to Norway"))
    found = of(absences(held(*pages)), AbsenceKind.PLAN)
    assert len([a for a in found if "meeting" in a.what]) == expected
    assert all(a.said and a.party is None for a in found)


def test_a_planned_visit_is_reported_by_what_was_held_on_it() -> None:
    plan = "Secretary of State Dana K. Whitlow will travel to Oslo, Norway, March 11-13, 2031."
    met = (
        "Secretary of State Dana K. Whitlow met today in Oslo, Norway, with Norwegian Foreign Minister Ingrid "
        "Solberg-Lie. They discussed cod."
    )
    pages = [
        Page("plan", "2031-03-01", STATE, plan, "Secretary Whitlow’s Travel to Norway"),
        Page(
            "met", "2031-03-12", STATE, met, "Secretary Whitlow’s Meeting with Norwegian Foreign Minister Solberg-Lie"
        ),
        call("later", "2031-04-20", "They discussed cod."),
    ]
    assert of(absences(held(*pages)), AbsenceKind.PLAN) == []
    assert len(of(absences(held(pages[0], pages[2])), AbsenceKind.PLAN)) == 1
