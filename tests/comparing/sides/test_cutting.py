"""A sentence is cut into what each verb of saying carries, and that into items."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.comparing.sides.cutting import pieces_of, trim
from memcon.reading.model_english import english


def pieces(text: str) -> list[str]:
    return [text[p.start : p.end] for p in pieces_of(english()(text))]


def items(text: str) -> list[str]:
    return [text[s:e] for p in pieces_of(english()(text)) for s, e in p.items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Falk voiced concern about the cables and called for restraint.",
            ["President Falk voiced concern about the cables", "called for restraint"],
        ),
        (
            "The ministers welcomed the ceasefire, noting the role of the mediators.",
            ["The ministers welcomed the ceasefire", "noting the role of the mediators"],
        ),
        (
            "The ministers tasked their teams to follow up, and Norway will do so with its partners.",
            ["The ministers tasked their teams to follow up", "Norway will do so with its partners"],
        ),
        (
            "She stressed that the border must stay open and that the aid must reach all villages.",
            ["She stressed that the border must stay open", "the aid must reach all villages"],
        ),
        (
            "The two presidents discussed the bilateral agenda, stating that cooperation remains weak.",
            ["The two presidents discussed the bilateral agenda, stating that cooperation remains weak"],
        ),
    ],
)
def test_one_piece_for_each_verb_of_saying(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In this context, the ministers recalled the treaty.", "the ministers recalled the treaty"),
        ("Overall, the talks took place in a frank atmosphere.", "the talks took place in a frank atmosphere"),
        ("On trade, the ministers agreed to lift the quota.", "On trade, the ministers agreed to lift the quota"),
    ],
)
def test_only_words_that_join_sentences_are_cut_from_the_head(text: str, expected: str) -> None:
    assert pieces(text) == [expected]


def test_the_items_of_a_list_near_the_verb() -> None:
    assert items("The leaders discussed the green transition, hydrogen and critical raw materials.") == [
        "The leaders discussed the green transition",
        "hydrogen",
        "critical raw materials",
    ]


def test_a_list_inside_what_is_said_has_no_items() -> None:
    assert items("He said that ports, roads and bridges would be built.") == []


def test_a_name_is_not_cut() -> None:
    found = items("They discussed the harvest and the work of the Organization for Security and Cooperation in Europe.")
    assert found[-1].endswith("Organization for Security and Cooperation in Europe")


def test_trim_gives_nothing_for_words_that_only_join() -> None:
    assert trim("They met, and , also.", 9, 21) is None


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(["The ministers", "agreed", "and", "discussed", "trade", ",", "noting", "“", "”", "peace", ".", "that", ";"]), max_size=25))  # fmt: skip
def test_pieces_stand_in_order_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = pieces_of(english()(text)) if text.strip() else []
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(p.start <= s < e <= p.end for p in found for s, e in p.items)
