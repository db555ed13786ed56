"""Phrases found by counting."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparing.held import STATE, Page, call, held

from memcon.comparing.phrases import scope_of_parties
from memcon.comparing.phrases.distinctive import clauses_of, find_distinctive, log_likelihood


def test_what_only_this_pair_says_is_found_whole_and_with_its_reason() -> None:
    said = "The Secretary underscored the quiet strength of the northern lighthouse treaty."
    elsewhere = [
        "The Secretary underscored the strength of trade in amber and the beauty of Riga.",
        "They discussed a dictionary, two theatres and the price of timber.",
        "The ministers reviewed plans for a railway and for the bridges that it needs.",
        "The Foreign Minister thanked the Secretary for the loan of a painting.",
        "They exchanged views on bees, honey, and a law on seeds.",
        "The Secretary welcomed students of glass and bread.",
    ]
    others = [
        Page(
            f"o{n}",
            f"2031-0{n}-15",
            STATE,
            f"Secretary of State Dana K. Whitlow spoke today with Latvian Foreign Minister Janis Ozols. {words}",
            "Call with Latvian Foreign Minister Ozols",
        )
        for n, words in enumerate(elsewhere, 1)
    ]
    further = [
        "They discussed the price of cod and the icy roads of Finnmark.",
        "The ministers reviewed work on a cable under the sea and on its repair ships.",
        "The Secretary thanked the Foreign Minister for a choir that sang in Boston.",
        "They exchanged views on reindeer, snow, radar and the schools of the far north.",
    ]
    pages = [call(f"c{n}", f"2031-0{n}-10", f"{said} {more}") for n, more in enumerate(further, 1)]
    material = held(*pages, *others)
    found = find_distinctive(material, scope_of_parties(material, ("US", "NO")))
    assert [d.words for d in found] == ["quiet strength of the northern lighthouse treaty"], "no piece of it, no names"
    assert found[0].why == "in 4 of 4 documents here, in 0 of 6 others (log-likelihood 13)"


def test_clauses_are_cut_at_punctuation() -> None:
    assert clauses_of("The U.S. will, “by law”, act; now") == [
        ("the", "u.s.", "will"),
        ("by", "law"),
        ("act",),
        ("now",),
    ]


def test_log_likelihood_of_a_known_table() -> None:
    expected = 2 * (10 * math.log(10 / 6) + 2 * math.log(2 / 6) + 10 * math.log(10 / 14) + 18 * math.log(18 / 14))
    assert log_likelihood(10, 20, 2, 20) == pytest.approx(expected)


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_log_likelihood_is_no_less_than_nothing(a: int, more_a: int, b: int, more_b: int) -> None:
    value = log_likelihood(a, a + more_a, b, b + more_b)
    assert value >= -1e-9
    if a / (a + more_a) <= b / (b + more_b):
        assert value == 0
