from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.tell import account, conference, joined, meeting, reading, visit, with_words

from memcon.linking import AccountKey, Constraints, Joiner, join, pair
from memcon.model import EngagementKind, Mode, Reading, Status

A, B = AccountKey("a", "e1"), AccountKey("b", "e1")


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
        account(
            parties=("FI", "LV", "EE"),
            people=(("Aino Virta", "FI"), ("Janis Ozols", "LV"), ("Mart Tamm", "EE")),
        ),
        account(start=None),
    ):
        assert joined(reading("a", account()), reading("b", other)) == [["a/e1"], ["b/e1"]]


def test_one_side_calls_it_a_meeting_by_video() -> None:
    a = account(mode=Mode.VIDEO)
    b = account(kind=EngagementKind.MEETING, rule="date.publication")
    assert joined(reading("a", a), reading("b", b)) == [["a/e1", "b/e1"]]


def test_a_call_late_in_the_evening_is_of_the_next_day_further_east() -> None:
    far: dict[str, Any] = {"parties": ("US", "JP"), "people": (("Dana Whitlow", "US"), ("Emi Sato", "JP"))}
    west, east = account(start="2024-12-30", **far), account(start="2024-12-31", **far)
    assert joined(reading("a", west), reading("b", east)) == [["a/e1", "b/e1"]]
    near = account(start="2024-05-03")
    assert joined(reading("a", account()), reading("b", near)) == [["a/e1"], ["b/e1"]]


def test_a_month_or_no_date_joins_only_where_one_occasion_fits() -> None:
    month = reading("b", account(start="2024-05", main=False))
    assert joined(reading("a", account()), month) == [["a/e1", "b/e1"]]
    two = [reading("a", account()), reading("c", account(start="2024-05-20"))]
    assert joined(*two, month) == [["a/e1"], ["b/e1"], ["c/e1"]]
    undated = account(start=None, main=False)
    assert joined(reading("a", account()), reading("b", undated, dated="2024-05-02")) == [["a/e1", "b/e1"]]
    assert len(joined(reading("a", account()), reading("b", undated, dated="2024-09-02"))) == 2


def test_what_a_document_tells_apart_from_the_occasion_that_fits_best_joins_no_other() -> None:
    own = reading("a", account(1), account(2, start=None, main=False), dated="2024-05-02")
    same = reading("b", account())
    assert joined(own, same) == [["a/e1", "b/e1"], ["a/e2"]]


def test_two_accounts_of_one_document_are_never_joined() -> None:
    assert joined(reading("a", account(1), account(2))) == [["a/e1"], ["a/e2"]]


def test_the_second_call_of_a_day_is_another() -> None:
    first = with_words(reading("a", account()), "They held their first call today.", "call")
    second = with_words(reading("b", account()), "They held a second call later today.", "call")
    assert joined(first, second) == [["a/e1"], ["b/e1"]]
    plain = with_words(reading("b", account()), "They held a call today.", "call")
    assert joined(first, plain) == [["a/e1", "b/e1"]]


def test_planned_and_held_are_one() -> None:
    plan = account(status=Status.PLANNED)
    (engagement,) = join([reading("a", plan, dated="2024-05-01"), reading("b", account())])
    assert engagement.status.preferred is not None
    assert engagement.status.preferred.value is Status.HELD
    assert "written before" in engagement.status.reason


def test_conferences_agree_by_forum() -> None:
    a, b = reading("a", conference()), reading("b", conference(forum="third Baltic Ports Forum"))
    assert joined(a, b) == [["a/e1", "b/e1"]]
    assert len(joined(a, reading("c", conference(forum="Alpine Rail Summit")))) == 2


def test_accounts_of_a_forum_each_name_their_own_side() -> None:
    people = {"FI": (("Aino Virta", "FI"),), "LV": (("Janis Ozols", "LV"),)}
    sides = [
        conference(forum="G20 Summit", start="2024-05-02", parties=(p,), people=people[p], mode=m)
        for p, m in (("FI", Mode.IN_PERSON), ("LV", Mode.VIDEO))
    ]
    assert joined(reading("a", sides[0]), reading("b", sides[1])) == [["a/e1", "b/e1"]]
    sides[1] = conference(forum="OSCE Summit", start="2024-05-02", parties=("LV",), people=people["LV"])
    assert joined(reading("a", sides[0]), reading("b", sides[1])) == [["a/e1"], ["b/e1"]]


def test_a_body_that_takes_part_is_its_forum_but_its_head_alone_is_not() -> None:
    summit = reading("a", conference(forum="APEC summit", parties=("APEC",)))
    host = meeting(parties=("US", "NZ", "APEC"), people=(("Dana Whitlow", "US"), ("Ada Rewi", "NZ")), country=None)
    assert len(joined(summit, reading("b", host))) == 1
    head = meeting(parties=("US", "APEC"), people=(("Dana Whitlow", "US"), ("Ada Rewi", "APEC")), country=None)
    assert len(joined(summit, reading("b", head))) == 2


def test_what_people_decided_wins() -> None:
    readings = [reading("a", account()), reading("b", account(start="2024-09-09"))]
    assert joined(*readings, constraints=Constraints(together=frozenset({pair(A, B)}))) == [["a/e1", "b/e1"]]
    alike = [reading("a", account()), reading("b", account())]
    apart = frozenset({pair(A, B)})
    assert len(joined(*alike, constraints=Constraints(apart=apart))) == 2
    assert len(joined(*alike, constraints=Constraints(together=apart, apart=apart))) == 2
    nobody = Constraints(together=frozenset({pair(A, AccountKey("zz", "e9"))}))
    assert joined(*alike, constraints=nobody) == [["a/e1", "b/e1"]]


def test_the_order_of_readings_does_not_matter() -> None:
    readings = [
        reading("a", account(1), account(2, start="2024-05-03")),
        reading("b", account(1)),
        reading("c", account(1, start="2024-05-03"), account(2, kind=EngagementKind.MEETING)),
    ]
    results = {join(order) for order in permutations(readings)}
    assert len(results) == 1


_DAYS = st.sampled_from(["2024-05-01", "2024-05-02", "2024-05-03", "2024-05", "2024", None])
_PEOPLE = st.sampled_from(
    [
        (("Aino Virta", "FI"), ("Janis Ozols", "LV")),
        (("Virta", "FI"), ("Ozols", "LV")),
        (("Aino Virta", "FI"), ("Liga Kalna", "LV")),
        (("Aino Virta", "FI"),),
        (),
    ]
)
_ACCOUNTS = st.one_of(
    st.builds(lambda d, p: account(start=d, people=p), _DAYS, _PEOPLE),
    st.builds(lambda d, p: meeting(start=d, people=p), _DAYS, _PEOPLE),
    st.builds(lambda d: visit(start=d, end="2024-05-03" if d == "2024-05-01" else d), _DAYS),
    st.builds(lambda d: conference(start=d, country="LV"), _DAYS),
)


def _readings(per_document: list[list[Any]]) -> list[Reading]:
    from dataclasses import replace

    return [
        reading(f"d{n}", *(replace(a, id=f"e{m}") for m, a in enumerate(accounts, 1)), dated="2024-05-02")
        for n, accounts in enumerate(per_document)
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_ACCOUNTS, max_size=3), max_size=6), st.randoms(use_true_random=False))
def test_one_at_a_time_in_any_order_and_all_at_once_give_the_same(documents: list[list[Any]], chance: Any) -> None:
    readings = _readings(documents)
    at_once = join(readings)
    chance.shuffle(readings)
    joiner = Joiner()
    for each in readings:
        joiner.add([each])
    assert joiner.engagements() == at_once
    if readings:
        gone = readings.pop()
        joiner.remove(gone.document)
        assert joiner.engagements() == join(readings)


def test_adding_a_document_makes_only_its_neighbourhood_anew() -> None:
    joiner = Joiner()
    joiner.add([reading(f"d{month}", account(start=f"2024-{month:02}-02")) for month in range(1, 13)])
    assert joiner.add([reading("new", account(start="2024-07-02"))]) == 2
    assert len(joiner.engagements()) == 12
