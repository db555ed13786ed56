"""What can be corrected, and what is refused."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.decisions import Change, Field
from memcon.decisions.changes import before, change, field_named
from memcon.errors import UsageError


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("country", "kazakhstan", "KZ"),
        ("party", "European Union", "EU"),
        ("parties", "Fisheries Union of Narvik", "Fisheries Union of Narvik"),
        ("date", "2024-02-29", "2024-02-29"),
        ("date", "2024-02-28/2024-03", "2024-02-28/2024-03"),
        ("mode", "none", None),
        ("city", " Oslo ", "Oslo"),
    ],
)
def test_values_in_normal_form(field: str, value: str, expected: str | None) -> None:
    assert change(field, value).value == expected


def test_a_participant_s_party_is_a_code() -> None:
    assert change("participant", "Kask", office="Foreign Minister", party="Estonia") == Change(
        Field.PARTICIPANTS, "Kask", office="Foreign Minister", party="EE"
    )


@pytest.mark.parametrize(
    ("field", "value", "more", "message"),
    [
        ("weather", "fine", {}, "there is no field 'weather'; the fields are kind, "),
        ("place", "Oslo", {}, "correct the country or the city"),
        ("kind", "duel", {}, "'duel' is no kind; it is one of call, meeting, "),
        ("kind", "none", {}, "kind cannot be 'none'"),
        ("start", "2023-02-29", {}, "'2023-02-29' is no date"),
        ("start", "2023-02-01/2023-02-02", {}, "is no date; give a year, a month or a day such as 2022-05-09$"),
        ("date", "2023-02-03/2023-02-02", {}, "ends before it begins"),
        ("date", "yesterday", {}, "or two with a / between"),
        ("country", "Atlantis", {}, "'Atlantis' is no country"),
        ("party", "XQ", {}, "'XQ' is no party's code"),
        ("city", "KZ; US", {}, "^'KZ; US' is more than one place; an engagement has one, such as Astana, KZ$"),
        ("city", "KZ", {}, "^'KZ' is the code of a country, not a city; correct the country$"),
        ("city", "  ", {}, "the city is empty; say 'none'"),
        ("city", "Oslo", {"remove": True}, "a city is not removed"),
        ("city", "Oslo", {"office": "Mayor"}, "are those of a participant"),
        ("participants", "Kask", {"remove": True, "party": "EE"}, "needs no name, office or party"),
    ],
)
def test_what_is_refused(field: str, value: str, more: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        change(field, value, **more)  # type: ignore[arg-type]


def test_one_party_and_one_participant_can_be_said() -> None:
    assert (field_named("party"), field_named("participant")) == (Field.PARTIES, Field.PARTICIPANTS)


@given(st.sampled_from(list(Field)), st.text())
def test_any_words_are_a_value_or_are_refused_in_one_line(field: Field, words: str) -> None:
    with contextlib.suppress(UsageError):
        assert change(field.value, words).field is field


def test_before_as_exactly_as_both_are_known() -> None:
    assert before("2024-05-02", "2024-06")
    assert not before("2024-05-02", "2024-05")
    assert not before("2024", "2024-05-02")
