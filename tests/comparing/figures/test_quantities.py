"""Numbers with their units and approximation, and what is none."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.comparing.figures.quantities import find_quantities

PHRASES: list[tuple[str, float | None, float | None, str, str]] = [
    ("62 billion US dollars of investment", 62e9, 62e9, "USD", "exact"),
    ("more than 30 years of partnership", 30, None, "year", "more-than"),
    ("32 years or so", 32, 32, "year", "about"),
    ("$1.2 billion in humanitarian aid", 1.2e9, 1.2e9, "USD", "exact"),
    ("nearly two million doses of vaccine", 2e6, 2e6, "count", "nearly"),
    ("approximately $720 million", 720e6, 720e6, "USD", "about"),
    ("EUR 300 million in loans", 300e6, 300e6, "EUR", "exact"),
    ("€1 billion package", 1e9, 1e9, "EUR", "exact"),
    ("£22 million", 22e6, 22e6, "GBP", "exact"),
    ("500 million yen", 500e6, 500e6, "JPY", "exact"),
    ("100 million euros", 100e6, 100e6, "EUR", "exact"),
    ("a hundred million people", 100e6, 100e6, "count", "exact"),
    ("50 percent of emissions", 50, 50, "percent", "exact"),
    ("50 per cent by 2030", 50, 50, "percent", "exact"),
    ("26-28% below 2005 levels", 26, 28, "percent", "exact"),
    ("one third of the population", 100 / 3, 100 / 3, "percent", "exact"),
    ("three quarters of the trade", 75, 75, "percent", "exact"),
    ("a 45-minute call", 45, 45, "minute", "exact"),
    ("for two and a half hours", 2.5, 2.5, "hour", "exact"),
    ("for over 20 years", 20, None, "year", "more-than"),
    ("three decades of ties", 30, 30, "year", "exact"),
    ("over the last 32 years or so now", 32, 32, "year", "about"),
    ("a dozen agreements", 12, 12, "count", "exact"),
    ("hundreds of thousands of refugees", 200_000, 1_000_000, "count", "about"),
    ("1,500 troops", 1500, 1500, "count", "exact"),
    ("5.5 million barrels of oil per day", 5.5e6, 5.5e6, "barrel", "exact"),
    ("30 billion cubic meters of gas", 30e9, 30e9, "cubic metre", "exact"),
    ("some 70 countries", 70, 70, "count", "about"),
    ("25 megawatts of solar capacity", 25, 25, "megawatt", "exact"),
    ("20,000 tonnes of wheat", 20_000, 20_000, "tonne", "exact"),
    ("80,000 metric tons of grain", 80_000, 80_000, "tonne", "exact"),
    ("1.5 degrees Celsius", 1.5, 1.5, "degree Celsius", "exact"),
    ("AED 45 million", 45e6, 45e6, "AED", "exact"),
    ("US$ 20 million", 20e6, 20e6, "USD", "exact"),
    ("Rs. 500 crore", 5e9, 5e9, "INR", "exact"),
    ("C$120 million", 120e6, 120e6, "CAD", "exact"),
    ("A$ 10 million", 10e6, 10e6, "AUD", "exact"),
    ("USD 4.5bn", 4.5e9, 4.5e9, "USD", "exact"),
    ("$10m", 10e6, 10e6, "USD", "exact"),
    ("$1 trillion", 1e12, 1e12, "USD", "exact"),
    ("twenty-five ministers", 25, 25, "count", "exact"),
    ("400 kilometers of border", 400, 400, "kilometre", "exact"),
    ("two-thirds majority", 200 / 3, 200 / 3, "percent", "exact"),
    ("doubling of trade to $100 billion", 1e11, 1e11, "USD", "exact"),
    ("within 90 days", 90, 90, "day", "exact"),
    ("between 10 and 12 percent", 10, 12, "percent", "exact"),
    ("$5-7 billion", 5e9, 7e9, "USD", "exact"),
    ("one hundred and fifty students", 150, 150, "count", "exact"),
    ("more than 1,000 American companies", 1000, None, "count", "more-than"),
    ("at least 21 people", 21, None, "count", "more-than"),
    ("up to 3,000 soldiers", None, 3000, "count", "up-to"),
    ("an additional $64 million", 64e6, 64e6, "USD", "exact"),
    ("half a billion doses", 5e8, 5e8, "count", "exact"),
    ("200 million doses", 2e8, 2e8, "count", "exact"),
    ("600 MW wind farm", 600, 600, "megawatt", "exact"),
    ("a quarter of a billion euros", 2.5e8, 2.5e8, "EUR", "exact"),
    ("10 million Swiss francs", 1e7, 1e7, "CHF", "exact"),
    ("3 million hectares of forest", 3e6, 3e6, "hectare", "exact"),
    ("15 million tons of CO2", 15e6, 15e6, "tonne", "exact"),
    ("just under 400 km", 400, 400, "kilometre", "nearly"),
    ("fewer than 200 cases", None, 200, "count", "less-than"),
    ("20+ countries", 20, None, "count", "more-than"),
    ("millions of dollars in aid", 2e6, 1e7, "USD", "about"),
    ("six or seven countries", 6, 7, "count", "exact"),
    ("six more weeks of talks", 42, 42, "day", "exact"),
    ("$5 million to $7 million", 5e6, 7e6, "USD", "exact"),
    ("12 billion Kazakhstani tenge", 12e9, 12e9, "KZT", "exact"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "approximation"), PHRASES)
def test_a_phrase(text: str, low: float | None, high: float | None, unit: str, approximation: str) -> None:
    (found,) = find_quantities(text)
    assert found.low == (None if low is None else pytest.approx(low))
    assert found.high == (None if high is None else pytest.approx(high))
    assert (found.unit.name, found.approximation.value) == (unit, approximation)


@pytest.mark.parametrize(
    "text",
    [
        "the C5+1 and the G7 met",
        "the Group of Seven",
        "the COVID-19 pandemic",
        "a 1.5 track dialogue",
        "a Track 1.5 dialogue",
        "UN Security Council Resolution 2254",
        "Article 5 of the treaty",
        "Nord Stream 2 is off",
        "at 3:15 p.m. EDT",
        "the 21st century",
        "the four leaders agreed",
        "their two countries",
        "one of the reasons",
        "call +1 202-555-0143",
        "elections in 2021",
        "in the past 18 months",
        "forty years ago",
        "thousands of times",
        "a two-state solution",
        "24/7 support",
        "see https://example.org/2021/07/root-causes",
        "a third country",
        "Air Force One",
        "the Three Seas Initiative",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert find_quantities(text) == []


def test_the_dollar_of_the_house_that_writes() -> None:
    assert [q.unit.name for q in find_quantities("$5 million and 3 million dollars", "AU")] == ["AUD", "AUD"]
    assert [q.unit.name for q in find_quantities("US$5 million", "AU")] == ["USD"]
    assert [q.unit.name for q in find_quantities("$5 million", "KZ")] == ["USD"]


def test_a_change_from_one_to_another_is_two_figures() -> None:
    found = find_quantities("rose from 5 to 7 percent")
    assert [(q.low, q.unit.name) for q in found] == [(5, "percent"), (7, "percent")]


def test_over_as_a_stretch_of_time_and_about_as_what_is_spoken_of() -> None:
    assert [q.approximation.value for q in find_quantities("$6 billion over five years")] == ["exact", "exact"]
    assert [q.approximation.value for q in find_quantities("I will talk about 40 topics")] == ["exact"]


@given(st.text(alphabet="0123456789.,-%€$ abdefghilmnorstuvwyzABCM", max_size=80))
def test_any_text_gives_ranges_in_order(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= q.start <= q.core[0] < q.core[1] <= q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(q.low is not None or q.high is not None for q in found)
