import pytest

from memcon import document
from memcon.model import DocumentKind
from memcon.reading.document_kind import document_kind
from memcon.reading.layout import read_layout


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        (
            "Readout of the Minister’s Call with Minister Vella of Malta",
            "The minister spoke today with Minister Vella.",
            "readout",
        ),
        (
            "Secretary Whitlow’s Meeting with Maltese Foreign Minister Vella",
            "The Secretary met today with the minister.",
            "readout",
        ),
        (
            "Statement by Spokesperson Hale on Advisor Reed’s Meeting with Minister Vella",
            "Mr. Reed met today.",
            "readout",
        ),
        (
            "Statement by the Press Secretary on the Visit of President Vella of Malta",
            "The President will welcome her.",
            "announcement",
        ),
        ("Secretary Whitlow Travels to Malta and Cyprus", "The Secretary will travel to Malta.", "announcement"),
        ("Public Schedule – May 4, 2023", "2:00 p.m. The Secretary meets with the minister.", "schedule"),
        ("Joint Statement of the Trilateral Partnership", "The partners met in Valletta.", "joint-statement"),
        ("Malta’s National Day", "On behalf of the people, I congratulate Malta.", "statement"),
        ("Sanctioning Officials of the Former Regime", "Today we designate four officials.", "statement"),
        ("Remarks at a Dinner", "Thank you all. It is good to be here.", "transcript"),
        (
            "Telephone conversation with President of Malta Pauline Vella",
            "The presidents had a telephone conversation.",
            "readout",
        ),
    ],
)
def test_kinds(title: str, text: str, kind: str) -> None:
    made = document(text, title=title, publisher="Ministry of Foreign Affairs")
    found = document_kind(made, read_layout(made))
    assert found.value is DocumentKind(kind)
    assert all(s.stands_in(made.text) for s in found.spans)


def test_an_agency_s_report_is_news() -> None:
    made = document(
        "Ministers meet in Doha\n\nDOHA, May 9 (QNA) - The ministers met on Monday.", published="2022-05-09"
    )
    assert document_kind(made, read_layout(made)).value is DocumentKind.NEWS


def test_speakers_make_a_transcript() -> None:
    made = document(
        "Before the Talks\n\nMINISTER VELLA: Welcome.\n\nSECRETARY WHITLOW: Thank you.", publisher="Ministry"
    )
    found = document_kind(made, read_layout(made))
    assert found.value is DocumentKind.TRANSCRIPT
    assert [s.text for s in found.spans] == ["MINISTER VELLA", "SECRETARY WHITLOW"]
