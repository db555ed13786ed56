"""Which value is preferred, why, and what is known of a field."""

from typing import Any

from tests.linking.tell import account, meeting, reading

from memcon.linking import Engagement, join
from memcon.linking.engagements import Standing
from memcon.model import Mode, Status


def one(*accounts: object) -> Engagement:
    (engagement,) = join([reading(name, a) for name, a in zip("abcdef", accounts, strict=False)])  # type: ignore[arg-type]
    return engagement


def test_the_preferred_value_has_a_reason_and_rivals_are_kept() -> None:
    engagement = one(account(), account(main=False), account())
    assert engagement.start.reason == "all 3 accounts that tell agree"
    assert len(engagement.start.rivals) == 3
    assert engagement.start.standing is Standing.STATED
    assert engagement.place.preferred is None
    assert engagement.place.reason == "not reported"
    assert engagement.place.standing is Standing.NOT_REPORTED


def test_a_value_that_others_deny_is_contradicted() -> None:
    engagement = one(account(mode=Mode.VIDEO), account(mode=Mode.PHONE), account(mode=Mode.VIDEO))
    assert engagement.mode.preferred is not None
    assert engagement.mode.preferred.value is Mode.VIDEO
    assert engagement.mode.reason == "2 of 3 accounts that tell say so"
    assert engagement.mode.standing is Standing.CONTRADICTED


def test_a_day_of_publication_gives_way() -> None:
    far: dict[str, Any] = {"parties": ("US", "JP"), "people": (("Dana Whitlow", "US"), ("Emi Sato", "JP"))}
    engagement = one(account(start="2024-12-31", rule="date.publication", **far), account(start="2024-12-30", **far))
    assert engagement.start.preferred is not None
    assert engagement.start.preferred.value == "2024-12-30"
    assert engagement.start.reason.endswith("2024-12-31 is a day of publication")


def test_a_fuller_value_contradicts_nothing() -> None:
    engagement = one(meeting(city="Riga"), meeting(), meeting(country=None, start="2024-05", main=False))
    assert engagement.place.preferred is not None
    assert engagement.place.preferred.value.city == "Riga"
    assert engagement.place.standing is Standing.STATED
    assert engagement.start.reason == "the most exact of the dates told, which agree"


def test_a_plan_that_nobody_confirms_stays_a_plan() -> None:
    engagement = one(account(status=Status.PLANNED), account(status=Status.PLANNED))
    assert engagement.status.preferred is not None
    assert engagement.status.preferred.value is Status.PLANNED
    assert engagement.status.reason == "announced; no account says that it took place"


def test_held_and_called_off_contradict_one_another() -> None:
    engagement = one(account(), account(status=Status.CANCELLED), account())
    assert engagement.status.standing is Standing.CONTRADICTED
