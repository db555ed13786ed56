from itertools import permutations
from typing import Any

from memcon.linking import join
from memcon.model import Account, Cited, DocumentKind, EngagementKind, Layout, Participant, Place, Reading, Status


def told(value: Any) -> Any:
    return None if value is None else Cited(value, ())


def account(number: int = 1, **fields: Any) -> Account:
    values: dict[str, Any] = {
        "main": True,
        "kind": EngagementKind.CALL,
        "status": Status.HELD,
        "start": "2024-05-02",
        "parties": ("FI", "LV"),
        "people": (("Aino Virta", "FI"), ("Janis Ozols", "LV")),
        "country": None,
        "forum": None,
    } | fields
    return Account(
        id=f"e{number}",
        document="",
        main=values["main"],
        kind=Cited(values["kind"], ()),
        status=Cited(values["status"], ()),
        start=told(values["start"]),
        end=told(values["start"]),
        place=told(Place(None, values["country"]) if values["country"] else None),
        forum=told(values["forum"]),
        parties=tuple(Cited(p, ()) for p in values["parties"]),
        participants=tuple(Participant(Cited(n, ()), None, Cited(p, ())) for n, p in values["people"]),
        part_of=values.get("part_of"),
    )


def reading(name: str, *accounts: Account) -> Reading:
    return Reading(name, "test", Cited(DocumentKind.READOUT, ()), "en", Layout(), accounts)


def joined(*readings: Reading) -> list[list[str]]:
    return sorted(sorted(f"{k.document}/{k.account}" for k in e.accounts) for e in join(readings))


def test_two_accounts_that_agree_are_one_engagement() -> None:
    short = account(people=(("Virta", "FI"), ("J. Ozols", "LV")))
    (engagement,) = join([reading("a", account()), reading("b", short)])
    assert [k.document for k in engagement.accounts] == ["a", "b"]
    assert [p.name.value for p in engagement.participants if p.name] == ["Aino Virta", "Janis Ozols"]
    assert engagement.sources == 2


def test_what_differs_is_not_joined() -> None:
    for other in (
        account(start="2024-05-03"),
        account(people=(("Aino Virta", "FI"), ("Liga Kalna", "LV"))),
        account(parties=("FI", "EE"), people=(("Aino Virta", "FI"), ("Mart Tamm", "EE"))),
        account(start=None),
    ):
        assert joined(reading("a", account()), reading("b", other)) == [["a/e1"], ["b/e1"]]


def test_two_accounts_of_one_document_are_never_joined() -> None:
    assert joined(reading("a", account(1), account(2))) == [["a/e1"], ["a/e2"]]


def test_visits_agree_by_country_and_conferences_by_forum() -> None:
    visit: dict[str, Any] = {"kind": EngagementKind.VISIT, "people": (("Aino Virta", "FI"),)}
    assert joined(reading("a", account(country="LV", **visit)), reading("b", account(country="LV", **visit))) == [
        ["a/e1", "b/e1"]
    ]
    assert len(joined(reading("a", account(country="LV", **visit)), reading("b", account(country="EE", **visit)))) == 2
    meet: dict[str, Any] = {"kind": EngagementKind.CONFERENCE, "people": ()}
    same = [
        reading(n, account(forum=f, **meet))
        for n, f in (("a", "Baltic Ports Forum"), ("b", "third Baltic Ports Forum"))
    ]
    assert joined(*same) == [["a/e1", "b/e1"]]
    assert len(joined(same[0], reading("c", account(forum="Alpine Rail Summit", **meet)))) == 2


def test_the_order_of_readings_does_not_matter() -> None:
    readings = [
        reading("a", account(1), account(2, start="2024-05-03")),
        reading("b", account(1)),
        reading("c", account(1, start="2024-05-03"), account(2, kind=EngagementKind.MEETING)),
    ]
    results = {join(order) for order in permutations(readings)}
    assert len(results) == 1


def test_the_preferred_value_has_a_reason_and_rivals_are_kept() -> None:
    a, b, c = account(), account(main=False), account()
    (engagement,) = join([reading("a", a), reading("b", b), reading("c", c)])
    assert engagement.start.reason == "all 3 accounts that tell agree"
    assert len(engagement.start.rivals) == 3
    assert engagement.place.preferred is None
    assert engagement.place.reason == "not reported"


def test_a_part_points_at_its_whole() -> None:
    visit = account(1, kind=EngagementKind.VISIT, country="LV", people=(("Aino Virta", "FI"),))
    meeting = account(2, kind=EngagementKind.MEETING, part_of="e1")
    found = {e.accounts[0].account: e for e in join([reading("a", visit, meeting)])}
    assert found["e2"].part_of == found["e1"].id
    assert found["e1"].part_of is None
