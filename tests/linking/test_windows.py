import pytest
from tests.linking.tell import account

from memcon.linking.windows import ALWAYS, Exactness, first_day, iso_day, last_day, window_of
from memcon.model import Status


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_first_and_last_day(iso: str, first: str, last: str) -> None:
    assert (iso_day(first_day(iso)), iso_day(last_day(iso))) == (first, last)


def test_a_window_is_as_exact_as_its_dates() -> None:
    assert window_of(account(), None, None).exactness is Exactness.DAY
    assert window_of(account(start="2024-05"), None, None).exactness is Exactness.MONTH
    assert window_of(account(start="2024"), None, None).exactness is Exactness.YEAR
    assert window_of(account(start=None), None, None) == ALWAYS


def test_without_a_date_a_window_is_bounded_by_the_document() -> None:
    held = window_of(account(start=None), "2024-05-02", None)
    assert (held.exactness, iso_day(held.last)) == (Exactness.BOUNDED, "2024-05-02")
    planned = window_of(account(start=None, status=Status.PLANNED), "2024-05-02", None)
    assert iso_day(planned.first) == "2024-05-02"
    reprint = window_of(account(start=None), None, "2024-05-02")
    assert (reprint.exactness, iso_day(reprint.last)) == (Exactness.UNKNOWN, "2024-05-02")


def test_gaps_and_holding() -> None:
    may, second, ninth = (window_of(account(start=s), None, None) for s in ("2024-05", "2024-05-02", "2024-05-09"))
    assert may.gap(second) == 0
    assert second.gap(ninth) == ninth.gap(second) == 7
    assert may.holds(ninth)
    assert not ninth.holds(may)


def test_an_end_before_the_start_is_no_window_turned_about() -> None:
    wrong = window_of(account(start="2024-05-09", end="2024-05-02"), None, None)
    assert iso_day(wrong.first) == iso_day(wrong.last) == "2024-05-09"
