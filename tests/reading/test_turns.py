"""Turns of transcripts in the manners that occur; all officials and papers invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import document
from memcon.model import TurnRole
from memcon.reading.layout import read_layout


def turns(text: str) -> list[tuple[str, str, str]]:
    return [(t.role.value, t.label.text, t.words.text) for t in read_layout(document(text)).turns]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Before the talks\n\nMR. HALE:  Welcome.\n\nMS VELLA:  Thank you.", ["MR. HALE", "MS VELLA"]),
        ("Interview\n\nBRANDT: Why now?\n\nVELLA: Because.\n\nBRANDT: Really?\n\nVELLA: Yes.", ["BRANDT", "VELLA"] * 2),
        ("Interview\n\nQ. Why did you come?\nA. To talk.\nQ. And now?\nA. We go.", ["Q", "A", "Q", "A"]),
        ("Talks\n\nTHE PRESIDENT:  Hello.\n\nQ Mr. President, why?\n\nTHE PRESIDENT:  Because.", ["THE PRESIDENT", "Q"] * 1 + ["THE PRESIDENT"]),
        ("Talks\n\n**Foreign Minister Vella**: Welcome.\n\n**Q (Harbour Times)**: Why?", ["Foreign Minister Vella", "Q"]),
        ("Talks\n\nForeign Minister Vella (via interpreter): Welcome to all of you.\n\nQ (through interpretation): Why?", ["Foreign Minister Vella", "Q"]),
        ("A reply\n\nQuestion: Can you comment?\n\nAnswer: We have seen it.", ["Question", "Answer"]),
        ("Reply by Spokeswoman Daria Petrova\n\nQuestion: Can you comment?\n\nDaria Petrova: We have seen it.", ["Question", "Daria Petrova"]),
        (
            "Press conference\n\nSATO Ken, Minister for Foreign Affairs: I begin.\n\nNHK, Tanaka: Why?\n\n"
            "SATO Ken, Minister for Foreign Affairs: Because.",
            ["SATO Ken, Minister for Foreign Affairs", "NHK, Tanaka", "SATO Ken, Minister for Foreign Affairs"],
        ),
        (
            "Regular press conference\n\nReuters: Will they meet?\n\nLin Mao: They will.\n\nHarbour News Agency: Where?\n\nLin Mao: Here.",
            ["Reuters", "Lin Mao", "Harbour News Agency", "Lin Mao"],
        ),
        (
            "Panel\n\nMaria de Costa Lind: Welcome, all.\n\nDeputy Minister Vella: Thank you.\n\n"
            "Maria\u00a0de Costa\u00a0Lind: And now to you.\n\nHans Brandt, Director of the Harbour Institute: Thanks.",
            ["Maria de Costa Lind", "Deputy Minister Vella", "Maria\u00a0de Costa\u00a0Lind", "Hans Brandt, Director of the Harbour Institute"],
        ),
    ],
)  # fmt: skip
def test_labels(text: str, labels: list[str]) -> None:
    assert [label for _, label, _ in turns(text)] == labels


@pytest.mark.parametrize(
    "text",
    [
        "Fact sheet\n\nClimate Finance: We will give money.\n\nGlobal Health: Vaccines.\n\nClimate Finance: more.",
        "Joint Statement\n\nUnited States: will do this.\n\nJapan: will do that.\n\nUnited States: will do more.",
        "Round table\n\nTom Hale, President and CEO, Harbour Mining: “We like it.”\n\nJane Lind, Director, Earth: “So do we.”",
        "Outcomes\n\nNext Steps:\n\nMore visits.\n\nNext Steps:\n\nAnd more.",
        "A report\n\nThe ministers met. Reuters: The talks were good.",
        "Notes\n\nReuters: The ministers met in Valletta.",
        "Who came\n\nSecretary of State Dana Whitlow\nMinister: Foreign Minister Vella\nChair: Foreign Minister Sato",
    ],
)
def test_words_before_a_colon_that_nobody_speaks(text: str) -> None:
    assert turns(text) == []


def test_labels_inside_a_paragraph_that_has_lost_its_line_ends() -> None:
    text = (
        "Meeting with Foreign Minister Petr Ivanov\n\nThe President met the minister. * * * Opening words "
        "President of Russia Ivan Testov: Mr Ivanov, we agreed to talk. Petr Ivanov: Mr President, the message "
        "reads: patience. Ivan Testov: Good. Question: Will you go? Petr Ivanov: Yes. <…>"
    )
    found = [(label, words) for _, label, words in turns(text)]
    assert [label for label, _ in found[1:]] == ["Petr Ivanov", "Ivan Testov", "Question", "Petr Ivanov"]
    assert found[0][0].endswith("President of Russia Ivan Testov")
    assert found[1][1] == "Mr President, the message reads: patience."


def test_roles_by_a_part_of_the_label() -> None:
    text = (
        "Talks\n\nPetra Lind, Moderator: Dear all.\n\nMINISTER VELLA:  Hello.\n\nGUEST:  Hello.\n\nINTERPRETER:  Yes."
    )
    assert [role for role, _, _ in turns(text)] == ["moderator", "speaker", "questioner", "interpreter"]


def test_a_stage_direction_before_the_words_is_skipped_and_alone_is_kept() -> None:
    text = "Talks\n\nQUESTION:  (Off-mike.)\n\nMR HALE:  (In Maltese.) Thank you.\n\nQUESTION:  (Hale) is here?"
    assert [words for _, _, words in turns(text)] == ["(Off-mike.)", "Thank you.", "(Hale) is here?"]


def test_the_last_turn_ends_before_what_stands_under_the_text() -> None:
    text = "Talks\n\nMR HALE:  Hello.\n\nMS VELLA:  Good day.\n\nAnd good night.\n\n6:17 P.M. EDT\n\nEND"
    assert turns(text)[-1] == ("speaker", "MS VELLA", "Good day.\n\nAnd good night.")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["MR HALE", "MINISTER VELLA", "QUESTION", "Foreign Minister Vella", "Q"]),
            st.text(alphabet="ab c.,:*()\n-", min_size=1).filter(lambda words: bool(words.strip(" \n*()"))),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_turns_stand_in_the_text_in_order(said: list[tuple[str, str]]) -> None:
    made = document("Talks\n\n" + "\n\n".join(f"{label}: {words}" for label, words in said))
    end = 0
    for turn in read_layout(made).turns:
        assert turn.label.stands_in(made.text)
        assert turn.words.stands_in(made.text)
        assert end <= turn.label.start < turn.label.end <= turn.words.start < turn.words.end
        assert isinstance(turn.role, TurnRole)
        end = turn.words.end
