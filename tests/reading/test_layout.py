"""Layout of documents in the manners that occur; all of them invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import document
from memcon.model import BlockKind, DateRole, GapKind, TurnRole
from memcon.reading.layout import read_layout

TRANSCRIPT = """Wed. Mar 5th, 2025
Minister Dana K. Whitlow And Maltese Foreign Minister Pauline Vella Before Their Meeting

Dana K. Whitlow, Secretary of State

Valletta, Malta

FOREIGN MINISTER VELLA:  (Via interpreter) Secretary Whitlow, welcome to Valletta.  Our last (inaudible) was in May.

SECRETARY WHITLOW:  Thank you, Pauline.  (Laughter.)

It is good to be here.

Q    Madam Secretary, a question?

MODERATOR:  No questions, please.

Official news published at https://www.example.org/remarks-7/

originally published at Politics - HARBOUR NEWS
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind.value, b.span.text[:24]) for b in read_layout(document(text)).blocks]


def test_a_reprinted_transcript() -> None:
    layout = read_layout(document(TRANSCRIPT))
    assert layout.title is not None
    assert layout.title.text.startswith("Minister Dana K. Whitlow")
    assert layout.place is not None
    assert layout.place.text == "Valletta, Malta"
    assert layout.issuer is not None
    assert [(d.date, d.role) for d in layout.dates] == [("2025-03-05", DateRole.REPRINTED)]
    assert [r.value for r in layout.reprints] == ["https://www.example.org/remarks-7/", "Politics - HARBOUR NEWS"]
    assert [(t.label.text, t.role) for t in layout.turns] == [
        ("FOREIGN MINISTER VELLA", TurnRole.SPEAKER),
        ("SECRETARY WHITLOW", TurnRole.SPEAKER),
        ("Q", TurnRole.QUESTIONER),
        ("MODERATOR", TurnRole.MODERATOR),
    ]
    assert layout.turns[0].words.text.startswith("Secretary Whitlow, welcome")
    assert layout.turns[1].words.text.endswith("It is good to be here.")
    assert layout.turns[-1].words.text == "No questions, please."
    assert [g.kind for g in layout.gaps] == [GapKind.INTERPRETED, GapKind.INAUDIBLE, GapKind.LAUGHTER]


def test_an_agency_report_with_date_in_title_dateline_and_credit() -> None:
    layout = read_layout(
        document(
            "date 2024-04-11 President Omarov receives Latvian Foreign Minister Ilze Kalna\n\n"
            "ASTANA. KAZINFORM President Omarov received the minister, Kazinform has learned from the Akorda press service.\n"
        )
    )
    assert layout.title is not None
    assert layout.title.text == "President Omarov receives Latvian Foreign Minister Ilze Kalna"
    assert [(d.date, d.role) for d in layout.dates] == [("2024-04-11", DateRole.PUBLISHED)]
    assert layout.dateline is not None
    assert layout.dateline.text == "ASTANA. KAZINFORM"
    assert [c.value for c in layout.credits] == ["Akorda press service"]
    assert layout.blocks[-1].span.text.startswith("President Omarov received")


@pytest.mark.parametrize(
    "dateline",
    [
        "TOKYO, May 9 (Kyodo) --",
        "ANKARA (AA) -",
        "Doha, 10 May 2022 (QNA) -",
        "MOSCOW. May 3. INTERFAX",
        "BEIJING, Feb. 3 (Xinhua) --",
        "ASTANA. February 28. KAZINFORM /Dana Lind/",
        "NUR-SULTAN. KAZINFORM -",
        "Astana. June 5. KazTAG –",
        "Riyadh, 12 May 2022, SPA --",
        "ABU DHABI, 9th May, 2022 (WAM) --",
        "Manama, May 9 (BNA):",
        "ISLAMABAD: May 9 (APP):",
        "Hanoi (VNA) –",
        "BERLIN (dpa) -",
        "MOSCOW, May 9. /TASS/.",
        "Dushanbe, 09.05.2022 /NIAT Khovar/ –",
        "YEREVAN, MAY 9, ARMENPRESS.",
        "BAKU, Azerbaijan, May 9.",
        "KYIV. May 9 (Interfax-Ukraine) –",
        "CAIRO - 9 May 2022:",
        "TEHRAN, IRNA –",
        "NEW DELHI:",
    ],
)
def test_datelines_of_wire_services(dateline: str) -> None:
    layout = read_layout(document(f"Ministers meet\n\n{dateline} The ministers met.", published="2022-05-10"))
    assert layout.dateline is not None
    assert dateline.startswith(layout.dateline.text)
    assert layout.place == layout.dateline
    assert layout.blocks[-1].span.text == "The ministers met."


@pytest.mark.parametrize(
    "words",
    ["On May 9, the ministers met.", "The Minister, 9 May – the day after – met us.", "Foreign Minister Vella (Malta): We met."],
)  # fmt: skip
def test_openings_that_are_no_dateline(words: str) -> None:
    assert read_layout(document(f"Ministers meet\n\n{words}")).dateline is None


def test_a_place_line_may_end_with_an_abbreviation() -> None:
    layout = read_layout(
        document("Remarks\n\nWashington, D.C.\n\nHarbour Room\n\nMR HALE:  Hello.\n\nMS VELLA:  Hello.")
    )
    assert [b.kind.value for b in layout.blocks] == ["title", "place", "place", "turn", "turn"]
    assert layout.place is not None
    assert layout.place.text == "Washington, D.C."


def test_a_source_line_reprints_only_a_page() -> None:
    page = read_layout(document("A title\n\nThe ministers met.\n\nSource: https://www.example.org/a"))
    assert [r.value for r in page.reprints] == ["https://www.example.org/a"]
    office = read_layout(document("A title\n\nThe ministers met.\n\n(Source: press service of the ministry)"))
    assert office.reprints == ()
    assert [c.value for c in office.credits] == ["press service of the ministry"]


def test_lines_of_a_release() -> None:
    text = (
        "Secretary Whitlow’s Call with Maltese Foreign Minister Vella\n\nOffice of the Spokesperson\n\n"
        "The below is attributable to Spokesperson Tom Hale:\n\nThe Secretary spoke today with the minister.\n\n###\n"
    )
    assert [k for k, _ in kinds(text)] == ["title", "issuer", "attribution", "text", "mark"]


def test_a_schedule_is_dated_by_its_title() -> None:
    text = "Public Schedule – July 15, 2021\n\nSECRETARY DANA K. WHITLOW\n\n2:00 p.m. Secretary Whitlow meets with aides.\n\n(CLOSED PRESS COVERAGE)"
    layout = read_layout(document(text, published="2021-07-14"))
    assert [(d.date, d.role) for d in layout.dates] == [("2021-07-15", DateRole.EVENT)]
    assert [k for k, _ in kinds(text)] == ["title", "heading", "text", "notice"]
    assert layout.turns == ()


def test_a_label_inside_a_paragraph_after_stars() -> None:
    text = (
        "Meeting with members of the council\n\nThe Kremlin, Moscow\n\nThe President held a meeting. * * * "
        "President of Russia Ivan Testov: Colleagues, let us begin.\n"
    )
    (turn,) = read_layout(document(text)).turns
    assert turn.label.text == "President of Russia Ivan Testov"
    assert turn.words.text == "Colleagues, let us begin."


def test_words_before_a_colon_that_label_nobody() -> None:
    for text in (
        "A title\n\nBegin text:\n\nWe agreed.\n\nEnd text.",
        "A title\n\nParticipants included: several people.",
        "A title\n\nFor more information: see the page.",
        "A title\n\nThe President discussed: trade, security and more.",
    ):
        assert read_layout(document(text)).turns == ()


_PIECES = st.sampled_from(
    [
        "MR HALE:  Hello.", "Q    Why?", "Question: Why?", "Ivan Testov:", "* * *", "###", "END", "May 9, 2022", "Valletta, Malta",
        "DOHA, May 9 (QNA) - The", "ASTANA. KAZINFORM", "originally published at X", "Source: https://a.example", "(inaudible)",
        "The ministers met.", "6:15 P.M. EDT", "Office of the Spokesperson", "date 2023-02-28", "\u00a0", "**", ":", "\n", "\n\n", " ",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, min_size=1, max_size=14).map("".join).filter(lambda t: bool(t.strip())))
def test_any_mixture_of_lines_has_a_layout_that_covers_its_words(text: str) -> None:
    made = document(text)
    layout = read_layout(made)
    taken = [b.span for b in layout.blocks] + [t.label for t in layout.turns] + [d.span for d in layout.dates]
    taken += [layout.dateline] if layout.dateline else []
    assert all(span.stands_in(made.text) for span in taken)
    left = "".join(c for n, c in enumerate(made.text) if not any(s.start <= n < s.end for s in taken))
    assert not any(word.isalnum() and len(word) > 7 for word in left.split())


@given(st.text(min_size=1).filter(lambda t: bool(t.strip())))
def test_any_text_has_a_layout_with_true_spans_in_order(text: str) -> None:
    made = document(text)
    layout = read_layout(made)
    end = 0
    for block in layout.blocks:
        assert block.span.start >= end
        assert block.span.stands_in(made.text)
        end = block.span.end
    for span in [g.span for g in layout.gaps] + [t.words for t in layout.turns] + [d.span for d in layout.dates]:
        assert span.stands_in(made.text)


def test_the_blocks_of_a_turn_are_its_paragraphs() -> None:
    turns = [b.span.text for b in read_layout(document(TRANSCRIPT)).blocks if b.kind is BlockKind.TURN]
    assert "It is good to be here." in turns
    assert len(turns) == 5


def test_labels_on_lines_of_their_own() -> None:
    with_colon = "Before the talks\n\nMINISTER VELLA:\nWelcome, all of you.\n\nSECRETARY WHITLOW:\nThank you."
    without = (
        "Before the talks\n\nMINISTER VELLA\nWelcome, all of you.\n\nSECRETARY WHITLOW\nThank you.\n\nQUESTION\nWhy?"
    )
    for text in (with_colon, without):
        turns = [(t.label.text, t.words.text) for t in read_layout(document(text)).turns]
        assert turns[:2] == [("MINISTER VELLA", "Welcome, all of you."), ("SECRETARY WHITLOW", "Thank you.")]
    schedule = (
        "Public Schedule – May 4, 2024\n\nSECRETARY DANA WHITLOW\n\n2:00 p.m. Secretary Whitlow meets with aides."
    )
    assert read_layout(document(schedule)).turns == ()


def test_a_headline_alone_is_a_title() -> None:
    assert kinds("Meeting of the Foreign Minister with the Ambassador of Lithuania")[0][0] == "title"
    assert kinds("The Foreign Minister met the Ambassador of Lithuania.")[0][0] == "text"


def test_the_day_before_the_only_line_dates_it() -> None:
    layout = read_layout(document("18 April 2024: The Deputy Minister meets the Ambassador of Norway."))
    assert [(d.role, d.date) for d in layout.dates] == [(DateRole.PUBLISHED, "2024-04-18")]
    assert layout.blocks[0].span.text == "The Deputy Minister meets the Ambassador of Norway."
    several = read_layout(document("18 April 2024: The Minister meets X.\n\n19 April 2024: The Minister meets Y."))
    assert several.dates == ()
