"""Answers of a blind round, and what is compared of them."""

import pytest
from tests.reviewing.made import KEYS

from memcon import UsageError
from memcon.decisions import Field
from memcon.reviewing import Answer, RoundAnswer, RoundItem, Verdict
from memcon.reviewing.rounds import agreements, answered, in_words, reviewers_of

DATE = RoundItem(1, "E-01234567", Field.DATE, "2022-05-09", KEYS)
PLACE = RoundItem(2, "E-01234567", Field.PLACE, "Oslo, NO", KEYS)


def test_another_value_is_kept_in_normal_form_and_may_be_none_at_all() -> None:
    assert answered(DATE, Verdict.VALUE, " 2022-05-08 ") == Answer(Verdict.VALUE, "2022-05-08")
    assert answered(DATE, Verdict.VALUE, "2022-05-09/2022-05-09") == Answer(Verdict.ACCEPT)
    assert answered(DATE, Verdict.VALUE, "none") == Answer(Verdict.REJECT)
    assert answered(PLACE, Verdict.VALUE, "Oslo, Norway") == Answer(Verdict.ACCEPT)
    assert answered(DATE, Verdict.UNKNOWN, "whatever") == Answer(Verdict.UNKNOWN)
    with pytest.raises(UsageError, match="is no date"):
        answered(DATE, Verdict.VALUE, "soon")
    with pytest.raises(UsageError, match="is empty"):
        answered(DATE, Verdict.VALUE, None)


def test_a_round_needs_two_reviewers_with_names_of_their_own() -> None:
    assert reviewers_of([" Ann  Lee", "Bo", ""]) == ("Ann Lee", "Bo")
    for names in ([], ["Ann"], ["Ann", "Ann"], ["Ann", "ann"]):
        with pytest.raises(UsageError, match="two reviewers or more"):
            reviewers_of(names)


def said(*given: Answer) -> dict[int, RoundAnswer]:
    return {n: RoundAnswer(n, "", one, None, "") for n, one in enumerate(given, start=1)}


def test_equal_other_values_agree_and_different_ones_do_not() -> None:
    right, other = Answer(Verdict.ACCEPT), Answer(Verdict.VALUE, "2022-05-08")
    items = [DATE, PLACE]
    same = agreements(items, {"A": said(other, right), "B": said(other, right)})
    assert [name for name, _ in same] == ["all fields", "date", "place"]
    assert same[0][1][0][1].agreed == 2
    differ = agreements(items, {"A": said(other, right), "B": said(Answer(Verdict.VALUE, "2022-05-07"), right)})
    assert [pairs[0][1].agreed for _, pairs in differ] == [1, 0, 1]
    three = agreements(items, {"A": said(right, right), "B": said(right, right), "C": said(other, right)})
    assert [pair for pair, _ in three[0][1]] == [("A", "B"), ("A", "C"), ("B", "C")]


def test_answers_in_words() -> None:
    assert [in_words(Answer(v, "a\nb" if v is Verdict.VALUE else None)) for v in Verdict] == [
        "right as read",
        "not told",
        "a / b",
        "cannot tell",
    ]
