"""Figures of documents: what they measure, as of when, who said them."""

from pathlib import Path

import pytest

from memcon import document, documents, read_document
from memcon.comparing.figures import Figure, figures_of

SAMPLES = Path(__file__).parents[3] / "samples"
SHARED = Path(__file__).parents[4] / "shared/gold/seeds.documents.jsonl"


def told(text: str) -> list[Figure]:
    made = document(text, published="2023-05-04")
    return list(figures_of(made, read_document(made)))


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("The companies have brought 62 billion US dollars of investment to the country.", "investment"),
        ("Investment of $62 billion has come to the country.", "Investment"),
        ("The companies invested $62 billion in the energy sector.", "investment"),
        ("Trade between the two reached $3 billion last year.", "Trade"),
        ("The minister announced a €20 million loan for the railway.", "loan"),
        ("The government will provide $5 million in humanitarian assistance.", "humanitarian assistance"),
        ("He thanked the hosts of more than 400,000 Syrian refugees.", "Syrian refugees"),
        ("The country will send two million doses of vaccine.", "doses of vaccine"),
        ("The ministers praised 30 years of diplomatic relations.", "diplomatic relations"),
        ("They spoke in a 45-minute call.", "call"),
        ("The country will cut emissions by 50 percent.", "emissions"),
        ("Half a million people have crossed the border.", "people"),
        ("About 40 percent of the exports go to the neighbours.", "exports"),
        ("The donors gave $9 million in development and economic assistance.", "development and economic assistance"),
    ],
)
def test_what_a_figure_measures(sentence: str, measure: str) -> None:
    figure = told(f"The ministers met in Oslo.\n\n{sentence}")[-1]
    assert figure.measure is not None
    assert figure.measure.words == measure


def test_a_number_that_counts_nothing_is_no_figure() -> None:
    assert told("The ministers met in Oslo.\n\nWe are at 1,200 as of today.") == []
    assert told("Foreign Minister Ola Berg met the four leaders on 3 May 2023 and two ministers.") == []


def test_as_of_when() -> None:
    stated, derived = told("In 2021 the exports reached $4 billion.\n\nThe imports reached $3 billion.")
    assert stated.as_of is not None
    assert (stated.as_of.value, [s.text for s in stated.as_of.spans]) == ("2021", ["2021"])
    assert derived.as_of is not None
    assert (derived.as_of.value, derived.as_of.rule) == ("2023-05-04", "figure.as-of-document")


def test_who_says_it_and_for_which_parties() -> None:
    (made,) = documents([SAMPLES / "01-agency-president-receives.txt"])
    figures = figures_of(made, read_document(made))
    money, years = figures
    assert (money.low, money.high, money.unit) == (62e9, 62e9, "USD")
    assert money.speakers == ("Kassym-Jomart Tokayev",)
    assert years.speakers == ("Antony J. Blinken",)
    assert (years.low, years.high, years.unit) == (30, None, "year")
    assert set(years.parties) == {"KZ", "US"}
    assert all(f.span.stands_in(made.text) and f.sentence.stands_in(made.text) for f in figures)


def test_the_figures_of_the_two_documents_the_project_began_with() -> None:
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not there")
    found = [f for d in documents([SHARED]) for f in figures_of(d, read_document(d))]
    said = {(f.low, f.unit, f.approximation.value) for f in found}
    assert (62e9, "USD", "exact") in said
    assert (30, "year", "more-than") in said
    assert (32, "year", "about") in said
