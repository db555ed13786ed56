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
        (
            "Statement by Spokesperson Hale on the President’s Upcoming Call with President Vella",
            "They will speak.",
            "announcement",
        ),
        (
            "Statement by Spokesperson Hale on the Visit of Minister Vella",
            "The Minister will participate in talks.",
            "announcement",
        ),
        (
            "Foreign Minister’s Visit to Malta Postponed",
            "The visit planned for May has been postponed.",
            "announcement",
        ),
        (
            "Global Harbour Meeting",
            "Harbours are full. That is why I will convene a virtual meeting on May 14.",
            "announcement",
        ),
        ("Remarks by President Hale and President Vella in Joint Press Statement", "Thank you all.", "transcript"),
        (
            "Statement and answers to media questions at a news conference after talks with Minister Vella",
            "Dear all.",
            "transcript",
        ),
        ("Response to media queries on the remarks of the minister", "We have seen them.", "statement"),
        ("Threats to Free Speech in Malta", "We are concerned about the threats.", "statement"),
        ("Leaders of Malta and Cyprus Hold Talks", "The United States welcomes the talks held on May 9.", "statement"),
        ("Envoy Reed Concludes Regional Trip", "Envoy Reed returned from Malta and Cyprus.", "readout"),
        ("Ambassador Vella presents credentials", "The Ambassador presented them to the President.", "readout"),
        ("Malta and Cyprus sign memorandum", "The two ministers signed a memorandum today.", "readout"),
        ("Valletta Declaration of the Council of Heads of State", "We, the heads of state.", "joint-statement"),
        (
            "Malta-Cyprus summit",
            "Ivan Testov took part in the summit. It marked the 30th anniversary of relations.",
            "readout",
        ),
        ("Joint Readout of the Talks on a Joint Statement", "Ports were the theme.", "readout"),
        ("Readout from Valletta", "Ports were the theme.", "readout"),
        ("Address to the Council", "Good evening. It is good to be here.", "transcript"),
        (
            "Statement by Spokesperson Hale on the Upcoming Meeting with President Vella",
            "Ports are the theme.",
            "announcement",
        ),
        ("Statement by Spokesperson Hale on Travel by Minister Vella", "Ports are the theme.", "announcement"),
        ("Statement by Spokesperson Hale on the Conversation in Valletta", "Ports were the theme.", "readout"),
        ("Minister Vella Travels to Cyprus", "Ports are the theme.", "announcement"),
        ("Harbours", "Harbours are full.\n\nThat is why I will convene a virtual meeting on May 14.", "announcement"),
        ("Commemorating the Fallen", "Minister Vella visited the harbour.", "statement"),
        ("Remarks by Minister Vella on the Joint Statement by Malta and Cyprus", "We are glad.", "transcript"),
        ("G7 Leaders’ Statement", "The leaders of the G7 met in Valletta.", "joint-statement"),
        (
            "On Ports",
            "The text of the following statement was released by the Governments of Malta and Cyprus.",
            "joint-statement",
        ),
        ("Outcomes of the Malta-Cyprus Dialogue", "The sides will open a port.", "readout"),
        ("Interview of Minister Vella", "Good evening. It is good to be here.", "transcript"),
        ("Minister Vella before her departure", "She said that she was glad.", "announcement"),
        ("Minister Vella", "Minister Vella will pay a visit to Cyprus on May 14.", "announcement"),
        ("Minister Vella to Host Talks", "The talks are about ports.", "announcement"),
        ("Visit of the President of Cyprus", "The President comes at the invitation of Malta.", "announcement"),
        ("Visit of the President of Cyprus", "The President arrived in Malta on 9 May.", "readout"),
        ("Statement on the Ports of Malta", "Malta met with the port authority.", "statement"),
        ("An Ambassador Arrives", "The Ambassador handed over his letters of credence.", "readout"),
        ("Malta Calls for the Release of Sailors", "The sailors were received by Minister Vella.", "statement"),
        ("To the President of Cyprus", "In his telegram, the President wrote of friendship.", "readout"),
        ("Malta-Cyprus Foreign Office Consultations", "Ports were the theme.", "readout"),
        ("Malta and Cyprus", "The third round of the consultations was held in Valletta.", "readout"),
        ("Malta and Cyprus", "President Vella stressed that the ports are open.", "readout"),
        ("Malta and Cyprus", "Ports are open. This was stated by the Prime Minister at noon.", "readout"),
        ("Malta on Cyprus", "Today, we condemn the attack on the port.", "statement"),
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


@pytest.mark.parametrize(
    ("publisher", "kind"),
    [
        ("Harbour News Agency", "news"),
        ("The Valletta Times", "news"),
        ("Press Service of the President", "readout"),
        ("Ministry of Information and News", "readout"),
    ],
)
def test_an_agency_s_report_is_news_by_its_publisher(publisher: str, kind: str) -> None:
    made = document("Ministers meet", title="President receives minister", publisher=publisher)
    assert document_kind(made, read_layout(made)).value is DocumentKind(kind)


def test_a_ministry_s_dateline_makes_no_news() -> None:
    made = document(
        "Ministers meet\n\nBrussels, 9 May 2022 – The ministers met today.", publisher="Ministry of Foreign Affairs"
    )
    assert document_kind(made, read_layout(made)).value is DocumentKind.READOUT


def test_a_dialogue_under_a_joint_title_is_a_transcript() -> None:
    made = document("Joint Press Statement\n\nMINISTER VELLA: Welcome to you.\n\nSECRETARY WHITLOW: Thank you.")
    assert document_kind(made, read_layout(made)).value is DocumentKind.TRANSCRIPT


def test_speakers_make_a_transcript() -> None:
    made = document(
        "Before the Talks\n\nMINISTER VELLA: Welcome.\n\nSECRETARY WHITLOW: Thank you.", publisher="Ministry"
    )
    found = document_kind(made, read_layout(made))
    assert found.value is DocumentKind.TRANSCRIPT
    assert [s.text for s in found.spans] == ["MINISTER VELLA", "SECRETARY WHITLOW"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Foreign Minister Lisowski met his Latvian counterpart in Riga. He is confident.", DocumentKind.READOUT),
        ("Meeting of the Foreign Minister with the Ambassador of Lithuania", DocumentKind.READOUT),
        ("German Foreign Minister Brandt to visit Kyiv on Friday", DocumentKind.ANNOUNCEMENT),
        ("The situation is grave. Foreign Minister Lisowski met nobody.", DocumentKind.STATEMENT),
        ("The committee designates two companies. The list of their meetings is long.", DocumentKind.STATEMENT),
    ],
)
def test_the_first_sentence_of_a_text_without_title_tells_its_kind(text: str, kind: DocumentKind) -> None:
    doc = document(text)
    assert document_kind(doc, read_layout(doc)).value is kind
