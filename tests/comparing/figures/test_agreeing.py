"""Figures of several documents side by side."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.comparing.figures import Figure, Measure, Relation, compare
from memcon.comparing.figures.agreeing import bounds
from memcon.model import Cited, Span
from memcon.vocabulary.quantities import Approximation, UnitKind

AID = Measure("humanitarian assistance", "assistance", frozenset({"humanitarian", "assistance"}))


def figure(
    low: float | None,
    high: float | None,
    document: str,
    *,
    approximation: Approximation = Approximation.EXACT,
    day: str | None = "2023-05-04",
    measure: Measure = AID,
    digits: int = 6,
    kind: UnitKind = UnitKind.MONEY,
) -> Figure:
    span = Span(document, 0, 3, "9 m")
    as_of = Cited(day, (), "stated") if day else None
    return Figure(low, high, digits, "USD", kind, approximation, measure, span, span, as_of=as_of)


def relation(a: Figure, b: Figure, *, together: bool = True) -> list[Relation]:
    return [c.relation for c in compare([a, b], {"a": "E", "b": "E"} if together else {})]


def test_neighbours_of_the_last_digit_do_not_agree() -> None:
    """What lies just between 4 and 5 million is rounded to one of them."""
    assert relation(figure(4e6, 4e6, "a"), figure(5e6, 5e6, "b")) == [Relation.DIFFER]
    assert relation(figure(1.2e9, 1.2e9, "a", digits=8), figure(1.3e9, 1.3e9, "b", digits=8)) == [Relation.DIFFER]
    assert relation(figure(4.5e6, 4.5e6, "a", digits=5), figure(5e6, 5e6, "b")) == [Relation.AGREE]


def test_one_number_in_two_accounts_agrees() -> None:
    assert relation(figure(5e6, 5e6, "a"), figure(5e6, 5e6, "b")) == [Relation.AGREE]


def test_two_numbers_of_one_engagement_contradict() -> None:
    assert relation(figure(5e6, 5e6, "a"), figure(9e6, 9e6, "b", day="2023-06-01")) == [Relation.DIFFER]


def test_later_numbers_have_grown_or_fallen() -> None:
    small, large = figure(5e6, 5e6, "a"), figure(9e6, 9e6, "b", day="2023-06-01")
    (grown,) = compare([large, small], {})
    assert (grown.relation, grown.first, grown.second) == (Relation.GROWN, small, large)
    assert grown.reason == "from 2023-05-04 to 2023-06-01"
    later = replace(small, as_of=Cited("2024", (), "stated"))
    assert relation(later, replace(large, as_of=Cited("2023", (), "stated")), together=False) == [Relation.FALLEN]


def test_different_numbers_as_of_one_date_contradict() -> None:
    assert relation(figure(5e6, 5e6, "a"), figure(9e6, 9e6, "b"), together=False) == [Relation.DIFFER]


@pytest.mark.parametrize(
    ("approximation", "low", "high", "agrees"),
    [
        (Approximation.MORE_THAN, 4e6, None, True),
        (Approximation.MORE_THAN, 6e6, None, False),
        (Approximation.UP_TO, None, 6e6, True),
        (Approximation.UP_TO, None, 4e6, False),
        (Approximation.LESS_THAN, None, 7e6, True),
        (Approximation.ABOUT, 5.4e6, 5.4e6, True),
        (Approximation.ABOUT, 7e6, 7e6, False),
        (Approximation.NEARLY, 5.5e6, 5.5e6, True),
        (Approximation.NEARLY, 4e6, 4e6, False),
    ],
)
def test_approximations_are_understood(
    approximation: Approximation, low: float | None, high: float | None, agrees: bool
) -> None:
    other = figure(low, high, "b", approximation=approximation, digits=4)
    assert relation(figure(5e6, 5e6, "a", digits=4), other) == [Relation.AGREE if agrees else Relation.DIFFER]


def test_open_numbers_far_apart_say_nothing() -> None:
    more = figure(6e5, None, "b", approximation=Approximation.MORE_THAN, digits=4)
    assert relation(figure(5e6, 5e6, "a", digits=4), more) == []


def test_what_the_day_of_the_document_and_bare_nouns_do_not_tell() -> None:
    a, b = figure(5e6, 5e6, "a"), figure(9e6, 9e6, "b")
    derived = [replace(f, as_of=Cited("2023-05-04", (), "figure.as-of-document")) for f in (a, b)]
    assert relation(*derived, together=False) == []
    students = Measure("students", "student", frozenset({"student"}))
    few = figure(100, 100, "a", measure=students, kind=UnitKind.COUNT, digits=0)
    many = figure(5000, 5000, "b", measure=students, kind=UnitKind.COUNT, digits=0, day="2024-01-01")
    assert relation(few, many, together=False) == []
    assert relation(few, many) == [Relation.DIFFER]


def test_rounded_numbers_agree_with_exact_ones() -> None:
    assert relation(figure(1.2e9, 1.2e9, "a", digits=8), figure(1.24e9, 1.24e9, "b", digits=7)) == [Relation.AGREE]
    assert relation(figure(1.2e9, 1.2e9, "a", digits=8), figure(1.3e9, 1.3e9, "b", digits=7)) == [Relation.DIFFER]


def test_only_one_measure_of_different_documents_is_compared() -> None:
    loans = Measure("loans", "loan", frozenset({"loan"}))
    people = Measure("people", "people", frozenset({"people"}))
    assert relation(figure(5e6, 5e6, "a"), figure(9e6, 9e6, "b", measure=loans)) == []
    assert relation(figure(5e6, 5e6, "a"), figure(9e6, 9e6, "a")) == []
    assert relation(figure(5e6, 5e6, "a", measure=people), figure(9e6, 9e6, "b", measure=people)) == []
    assert relation(figure(5e6, 5e6, "a"), replace(figure(9e6, 9e6, "b"), unit="EUR")) == []


@given(st.floats(min_value=1, max_value=1e12), st.sampled_from(list(Approximation)))
def test_what_is_said_lies_within_its_own_bounds(value: float, approximation: Approximation) -> None:
    low = None if approximation in (Approximation.UP_TO, Approximation.LESS_THAN) else value
    high = None if approximation is Approximation.MORE_THAN else value
    least, most = bounds(figure(low, high, "a", approximation=approximation))
    assert least <= value <= most
    assert relation(
        figure(low, high, "a", approximation=approximation), figure(low, high, "b", approximation=approximation)
    ) == [Relation.AGREE]
