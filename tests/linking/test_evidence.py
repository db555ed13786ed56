"""The outcomes of comparisons, and the words for them."""

from typing import Any

import pytest
from tests.linking.tell import account, meeting, telling, visit

from memcon.exporting.evidence import odds, waterfall
from memcon.linking.evidence import told_apart, weigh
from memcon.model import EngagementKind, Mode


def outcome(comparison: str, a: Any, b: Any) -> str:
    weighed = weigh(telling("a", a), telling("b", b))
    assert weighed == weigh(telling("b", b), telling("a", a)), "the order does not matter"
    return next(row.level for row in weighed.levels if row.comparison == comparison)


FI, LV, EE = ("Aino Virta", "FI"), ("Janis Ozols", "LV"), ("Mart Tamm", "EE")


@pytest.mark.parametrize(
    ("people", "level"),
    [
        ((FI, ("J. Ozols", "LV")), "both-sides"),
        ((FI, LV, EE), "third-party"),
        ((FI,), "one-side"),
        ((FI, ("Liga Kalna", "LV")), "one-side-only"),
        ((FI, EE), "other-parties"),
        ((("Pekka Salo", "FI"), ("Liga Kalna", "LV")), "nobody"),
        ((), "unknown"),
    ],
)
def test_people(people: tuple[tuple[str, str], ...], level: str) -> None:
    parties = tuple(dict.fromkeys(p for _, p in people)) or ("FI", "LV")
    assert outcome("people", account(), account(people=people, parties=parties)) == level


@pytest.mark.parametrize(
    ("start", "level"),
    [("2024-05-02", "equal"), ("2024-05-03", "next-day"), ("2024-05-04", "apart")],
)
def test_days(start: str, level: str) -> None:
    assert outcome("day", account(), account(start=start)) == level


def test_neighbouring_days() -> None:
    posted = meeting(start="2024-05-03", rule="date.publication")
    assert outcome("day", meeting(), posted) == "posted", "Riga and Helsinki have one clock"
    far: dict[str, Any] = {"parties": ("US", "KZ"), "people": (("Dana Whitlow", "US"), ("Asel Nur", "KZ"))}
    late = meeting(country="US", start="2024-05-03", rule="date.publication", **far)
    assert outcome("day", meeting(country="US", **far), late) == "zone"
    there = meeting(country="KZ", start="2024-05-03", rule="date.publication", **far)
    assert outcome("day", meeting(country="KZ", **far), there) == "posted", "nobody lives further east"
    assert outcome("day", visit(), visit(start="2024-05-03")) == "adjacent"
    assert outcome("day", visit(start="2024-05-01", end="2024-05-09"), visit()) == "within"


def test_other_comparisons() -> None:
    assert outcome("kind", account(), meeting()) == "call-or-meeting"
    assert outcome("kind", account(), visit()) == "different"
    assert outcome("mode", account(mode=Mode.PHONE), account(mode=Mode.VIDEO)) == "phone-or-video"
    assert outcome("place", meeting(city="Riga"), meeting(city="Liepāja")) == "other-city"
    assert outcome("place", meeting(), meeting(country="EE")) == "different"
    assert outcome("place", visit(), visit(country="EE")) == "other-visit"
    assert outcome("parties", account(), account(parties=("FI", "LV", "EE"))) == "within"
    assert outcome("travellers", visit(), visit(people=(("Pekka Salo", "FI"),))) == "others"


def test_one_document_tells_its_accounts_apart_but_for_one_stay() -> None:
    one, other = telling("a", account(1)), telling("a", account(2))
    assert told_apart(one, other)
    leg, stay = telling("a", visit(1, start="2024-05-01", end="2024-05-09")), telling("a", visit(2))
    assert not told_apart(leg, stay)
    assert told_apart(leg, telling("a", visit(2, start="2024-06-09")))
    assert not told_apart(one, telling("b", account(kind=EngagementKind.VISIT)))


def test_the_waterfall_adds_up() -> None:
    weighed = weigh(telling("a", account()), telling("b", account()))
    lines = list(waterfall(weighed))
    assert lines[0].endswith("few of the pairs that are looked at are one occasion")
    assert any("the same people on both sides" in line for line in lines)
    assert f"{weighed.bits:+.1f}" in lines[-1]
    assert odds(5) == "odds 32 to 1 that they are one occasion"
    assert odds(-3) == "odds 8 to 1 that they are different occasions"
