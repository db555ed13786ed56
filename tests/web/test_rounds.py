"""Blind rounds on pages: nobody reads another's answers at any address until all have finished."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import hrefs, words

from memcon.record import Record
from memcon.reviewing import Verdict
from memcon.web import create_app

SECRET = "faint print in the margin"
A, B, C = "Ann Lee", "Bo Ek", "Cy Dahl"


@pytest.fixture
def desks(own: Record) -> Iterator[dict[str, TestClient]]:
    """The browsers of two reviewers and of somebody else."""
    app = create_app(own.path)
    made = {}
    for name in (A, B, C):
        made[name] = TestClient(app, base_url="http://localhost", follow_redirects=False)
        made[name].cookies.set("memcon-name", name.replace(" ", "%20"))
    yield made
    for client in made.values():
        client.close()


@pytest.fixture
def root(desks: dict[str, TestClient]) -> str:
    """The address of a round of four items."""
    given = {"name": "Pilot", "reviewers": f"{A}\n{B}", "size": "4", "draw": "random", "seed": "3"}
    answer = desks[A].post("/review/rounds", data=given)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def answer_all(desk: TestClient, root: str, verdict: str = "accept", **more: str) -> None:
    address = f"{root}/item/1"
    for _ in range(4):
        answer = desk.post(address, data={"verdict": verdict, **more})
        assert answer.status_code == 303, words(answer.text)
        address = answer.headers["location"]
    assert address == root


def test_the_same_items_in_the_same_order_for_everybody(desks: dict[str, TestClient], root: str) -> None:
    for number in range(1, 5):
        pages = [desks[who].get(f"{root}/item/{number}").text for who in (A, B)]
        assert pages[0] == pages[1]
        assert "<mark>" in pages[0] or "No words say it" in pages[0]
        assert "% of values" not in pages[0], "no confidence is shown"
        assert not [h for h in hrefs(pages[0]) if h.startswith("/engagement/")], "decisions made elsewhere are not near"


def test_no_address_tells_a_reviewers_answers_before_all_have_finished(
    desks: dict[str, TestClient], own: Record, root: str
) -> None:
    for item in own.round_items("Pilot"):
        own.answer_item("Pilot", item.number, A, Verdict.UNKNOWN, remark=SECRET)
    assert SECRET in desks[A].get(f"{root}/item/1").text, "one's own answers are there"
    engagements = {i.engagement for i in own.round_items("Pilot")}
    asked = [root, "/review/rounds", "/review", f"{root}/agreement", f"{root}/agreed", "/api/v1/decisions"]
    asked += [f"{root}/{part}/{n}" for n in range(1, 5) for part in ("item", "settle")]
    asked += [f"/engagement/{e}{end}" for e in engagements for end in ("", "/history", ".json", ".txt")]
    asked += [f"/review?engagement={e}" for e in engagements] + ["/api/v1/openapi.json"]
    for who in (B, C):
        for address in asked:
            got = desks[who].get(address)
            assert SECRET not in got.text, (who, address)
            assert "cannot tell</p>" not in got.text.replace("Cannot tell</button>", ""), (who, address)
        for path in (f"{root}/agreement", f"{root}/settle/1"):
            assert desks[who].get(path).status_code == 403
        assert desks[who].post(f"{root}/settle/1", data={"choice": A}).status_code == 403
        assert desks[who].post(f"{root}/agreed").status_code == 400
    assert own.decisions() == []


def test_only_its_reviewers_answer(desks: dict[str, TestClient], root: str) -> None:
    assert desks[C].get(f"{root}/item/1").status_code == 403
    assert desks[C].post(f"{root}/item/1", data={"verdict": "accept"}).status_code == 403
    assert desks[A].get(f"{root}/item/9").status_code == 404
    assert desks[A].get("/review/rounds/R-00000000").status_code == 404
    wrong = desks[A].post(f"{root}/item/1", data={"verdict": "perhaps"})
    assert wrong.status_code == 400
    assert "press one of the buttons" in words(wrong.text)


def test_from_answers_to_agreement_to_decisions(desks: dict[str, TestClient], own: Record, root: str) -> None:
    assert "Begin" in words(desks[A].get(root).text)
    answer_all(desks[A], root)
    assert "You have answered everything" in words(desks[A].get(root).text)
    desks[B].post(f"{root}/item/1", data={"verdict": "unknown", "remark": SECRET})
    for number in (2, 3, 4):
        desks[B].post(f"{root}/item/{number}", data={"verdict": "accept"})
    page = words(desks[C].get(f"{root}/agreement").text)
    assert "All fields 3 of 4 75%" in page
    assert "Cohen’s kappa" in page
    assert "not defined" in page
    agreed = desks[C].post(f"{root}/agreed")
    assert agreed.status_code == 303
    assert {d.author for d in own.decisions()} == {f"{A} and {B}"}
    settling = desks[C].get(f"{root}/settle/1").text
    assert SECRET in settling
    assert "right as read" in words(settling)
    assert "cannot tell" in words(settling)
    done = desks[C].post(f"{root}/settle/1", data={"choice": A, "because": "it stands in the title"})
    assert done.headers["location"] == root
    last = own.decisions()[-1]
    assert last.author == C
    assert last.because == (
        f"settled in round Pilot: {A} said right as read; {B} said cannot tell. it stands in the title"
    )
    assert "4 of 4 settled" in words(desks[A].get(root).text)
    again = desks[C].post(f"{root}/settle/1", data={"choice": B})
    assert again.status_code == 400
    assert "settled already" in words(again.text)


def test_three_reviewers_are_compared_pair_by_pair(desks: dict[str, TestClient]) -> None:
    given = {"name": "Three", "reviewers": f"{A}; {B}; {C}", "size": "4", "draw": "queue"}
    root = desks[A].post("/review/rounds", data=given).headers["location"]
    for who in (A, B, C):
        answer_all(desks[who], root, "accept" if who != C else "unknown")
    page = words(desks[A].get(f"{root}/agreement").text)
    for pair in (f"{A} and {B}", f"{A} and {C}", f"{B} and {C}"):
        assert pair in page
    assert "mean of the pairs 0.00" in page


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"name": ""}, "give the round a name"),
        ({"reviewers": A}, "two reviewers"),
        ({"size": "many"}, "is a number"),
        ({"size": "0"}, "1 to 1000"),
        ({"seed": "x"}, "is a number"),
        ({"since": "soon"}, "soon"),
        ({"party": "AQ"}, "nothing on record fits"),
    ],
)
def test_a_round_that_makes_no_sense_is_said_so_with_what_was_given(
    desks: dict[str, TestClient], own: Record, changed: dict[str, str], why: str
) -> None:
    given = {"name": "Pilot", "reviewers": f"{A}\n{B}", "size": "4", "draw": "random", "seed": "3"} | changed
    answer = desks[A].post("/review/rounds", data=given)
    assert answer.status_code == 400
    assert why in words(answer.text)
    assert given["reviewers"].split("\n")[0] in answer.text
    assert own.rounds() == []


def test_whoever_has_no_name_is_asked_for_it(own: Record, root: str) -> None:
    with TestClient(create_app(own.path), base_url="http://localhost", follow_redirects=False) as desk:
        assert 'for="name"' in desk.get(root).text
        assert desk.post(f"{root}/name", data={"name": B}).status_code == 303
        assert "Begin" in words(desk.get(root).text)
        assert re.search(r'item/1"', desk.get(root).text)
