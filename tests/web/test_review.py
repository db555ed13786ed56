"""Review by plain forms: every answer without JavaScript, what is said after it, and what is refused."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import call, hrefs, words

from memcon.decisions import State, Verb
from memcon.record import Filters, Record
from memcon.reviewing import ItemKind, Reference
from memcon.web import create_app, links

WHO = "Ann Lee"


def press(desk: TestClient, item: str, action: str, **more: object) -> Any:
    return desk.post(f"/review?item={item.replace('+', '%2B')}", data={"action": action} | more)


def said(desk: TestClient, answer: Any) -> str:
    """What the page says after an answer."""
    assert answer.status_code == 303, words(answer.text)
    found = re.search(r'role="status">(.*?)</p>', desk.get(answer.headers["location"]).text)
    assert found is not None
    return unescape(found[1])


def item_of(answer: Any) -> str:
    location: str = answer.headers["location"]
    return parse_qs(urlsplit(location).query)["item"][0]


def test_the_first_item_shows_the_value_its_words_and_why(desk: TestClient, own: Record) -> None:
    first = own.waiting(WHO)[0]
    page = desk.get("/review").text
    assert f"{own.waiting_count():,} in doubt" in words(page)
    assert f'action="/review?item={first.reference}"' in page
    assert links.engagement(first.reference.engagement) in hrefs(page)
    assert "<mark>" in page
    assert [h for h in hrefs(page) if re.match(r"/document/[0-9a-f]{64}#c\d+-\d+$", h)], "a link to the words"
    assert re.search(r"\d+ accounts?, \d+ statements? hang on it", words(page))


def test_twenty_items_in_a_row(desk: TestClient, own: Record) -> None:
    address, seen = "/review", []
    for _ in range(20):
        page = desk.get(address).text
        form = re.search(r'id="answers"[^>]*action="([^"]*)"', page)
        assert form is not None
        seen.append(parse_qs(urlsplit(unescape(form[1])).query)["item"][0])
        answer = desk.post(unescape(form[1]), data={"action": "accept"})
        assert answer.status_code == 303
        address = answer.headers["location"]
    assert len(set(seen)) == 20
    decisions = own.decisions()
    assert len(decisions) == 20
    assert {d.author for d in decisions} == {WHO}
    left = {str(w.reference) for w in own.waiting(WHO, limit=2000)}
    assert not left & set(seen)


def test_accept_and_undo(desk: TestClient, own: Record) -> None:
    item = f"{call(own)}.date"
    answer = press(desk, item, "accept")
    assert said(desk, answer) == "Accepted: date 30 December 2024."
    undone = press(desk, item_of(answer), "undo")
    assert said(desk, undone) == "Undone: accepted: date 30 December 2024."
    assert item_of(undone) == item
    assert [e.state for e in own.log()] == [State.UNDONE, State.IN_FORCE]
    assert press(desk, item, "undo").status_code == 400


def test_edit_and_reject(desk: TestClient, own: Record) -> None:
    reference = call(own)
    answer = press(desk, f"{reference}.date", "edit", value="2024-12-31", because="the cable says so")
    assert said(desk, answer) == "Corrected: date: 2024-12-31."
    assert own.decisions()[-1].because == "the cable says so"
    assert said(desk, press(desk, f"{reference}.mode", "reject")) == "Rejected: mode."
    assert own.engagement(reference).mode.preferred is None
    person = own.engagement(reference).participants[0].name
    assert person is not None
    answer = press(desk, f"{reference}.participants", "reject", value=person.value)
    assert said(desk, answer) == f"Rejected: {person.value}."
    assert person.value not in [p.name.value for p in own.engagement(reference).participants if p.name]


def test_split_keep_apart_and_merge(desk: TestClient, own: Record) -> None:
    reference = call(own)
    keys = own.engagement(reference).accounts
    answer = press(desk, f"{reference}.date", "split", account=[f"{keys[0].document}/{keys[0].account}"])
    assert said(desk, answer).startswith("Split: 1 account is of another occasion")
    one, other = own.log()[-1].engagements
    refused = press(desk, f"{one}.date", "merge", other=other)
    assert refused.status_code == 400
    assert "this contradicts" in words(refused.text)
    assert f"{one}.date" in refused.text, "the item is still there"
    assert "memcon undo" not in refused.text
    press(desk, f"{one}.date", "undo")
    third = next(e.id for e in own.engagements() if e.id != reference)
    assert said(desk, press(desk, f"{reference}.date", "apart", other=third)).startswith("Kept apart: ")
    press(desk, f"{reference}.date", "undo")
    assert said(desk, press(desk, f"{reference}.date", "merge", other=third)).startswith("Joined: ")
    assert [d.verb for d in own.decisions() if d.verb is not Verb.UNDO] == [Verb.SPLIT, Verb.APART, Verb.MERGE]


def test_the_other_engagement_is_looked_for(desk: TestClient, own: Record) -> None:
    item = f"{call(own)}.date"
    found = desk.get("/review", params={"item": item, "find": "fisheries"}).text
    offered = re.findall(r'name="other" value="(E-[0-9a-f]+)"', found)
    assert 0 < len(offered) <= 8
    assert call(own) not in offered
    assert set(offered) <= {e.id for e in own.engagements(Filters(text="fisheries", main_only=False))}
    by_id = next(e.id for e in own.engagements() if e.id != call(own))
    assert by_id in desk.get("/review", params={"item": item, "find": by_id}).text
    assert "Nothing was found" in desk.get("/review", params={"item": item, "find": "zeppelin"}).text


def test_later_next_and_previous(desk: TestClient, own: Record) -> None:
    first, second, third = (str(w.reference) for w in own.waiting(WHO, limit=3))
    page = desk.get(f"/review?item={second.replace('+', '%2B')}").text
    assert f'rel="prev" href="/review?item={first.replace("+", "%2B")}"' in page
    assert f'rel="next" href="/review?item={third.replace("+", "%2B")}"' in page
    answer = press(desk, first, "later")
    assert said(desk, answer).startswith("Put off")
    assert item_of(answer) == second
    assert str(own.waiting(WHO, limit=5000)[-1].reference) == first
    assert own.decisions() == []


def test_no_engagement(desk: TestClient, own: Record) -> None:
    reference = call(own)
    assert said(desk, press(desk, f"{reference}.kind", "dismiss")).startswith("Dismissed")
    assert own.engagement(reference).dismissed


def test_accounts_joined_by_little_are_laid_side_by_side(desk: TestClient, own: Record) -> None:
    weak = own.waiting(WHO, about=ItemKind.JOIN, limit=5)
    assert weak
    page = desk.get(f"/review?item={weak[0].reference}").text
    assert page.count('class="account"') == 2
    pairing = own.pairing(weak[0].reference)
    assert pairing is not None
    assert all(level.words in unescape(page) for level in pairing.weighed.levels if abs(level.bits) >= 0.05)
    assert said(desk, press(desk, str(weak[0].reference), "accept")).startswith("Joined: ")
    assert own.decisions()[-1].verb is Verb.MERGE
    press(desk, str(weak[0].reference), "undo")
    press(desk, str(weak[0].reference), "reject")
    assert own.decisions()[-1].verb is Verb.SPLIT


def test_one_engagement_field_by_field(desk: TestClient, own: Record) -> None:
    reference = call(own)
    address, seen = links.review(reference), []
    while (page := desk.get(address).text) and "Nothing is left" not in page:
        form = re.search(r'id="answers"[^>]*action="([^"]*)"', page)
        assert form is not None
        seen.append(parse_qs(urlsplit(unescape(form[1])).query)["item"][0].split(".")[1])
        answer = desk.post(unescape(form[1]), data={"action": "accept"})
        address = answer.headers["location"].partition("&done")[0]
        assert len(seen) < 12
    assert {"kind", "status", "date", "mode", "parties", "participants"} <= set(seen)
    assert all(own.engagement(reference).is_checked(f) for f in ("date", "parties"))
    press(desk, f"{reference}.kind", "undo")
    whole = desk.post(links.review(reference), data={"action": "accept-all"})
    assert whole.headers["location"] == links.engagement(reference)
    assert "Checked" in words(desk.get(links.engagement(reference)).text)


def test_nobody_decides_without_a_name_and_the_browser_remembers_it(own: Record) -> None:
    with TestClient(create_app(own.path), base_url="http://localhost", follow_redirects=False) as desk:
        item = f"{call(own)}.date"
        page = desk.get(f"/review?item={item}").text
        assert 'label for="name"' in page
        refused = press(desk, item, "accept")
        assert refused.status_code == 400
        assert "say who you are" in words(refused.text)
        assert own.decisions() == []
        named = press(desk, item, "name", name="  Bo   Ek ")
        assert named.status_code == 303
        assert 'label for="name"' not in desk.get(f"/review?item={item}").text
        press(desk, item, "accept")
    assert own.decisions()[0].author == "Bo Ek"


@pytest.mark.parametrize(
    ("action", "more", "why"),
    [
        ("edit", {"value": "soon"}, "is no date"),
        ("edit", {"value": ""}, "is empty"),
        ("merge", {}, "which other engagement"),
        ("merge", {"other": "E-00000000"}, "there is no engagement"),
        ("split", {"account": "x/e1"}, "has no account"),
        ("dance", {}, "press one of the buttons"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_item_still_there(
    desk: TestClient, own: Record, action: str, more: dict[str, str], why: str
) -> None:
    item = f"{call(own)}.date"
    answer = press(desk, item, action, **more)
    assert answer.status_code == 400
    problem = re.search(r'role="alert"[^>]*>([^<]*)</p>', answer.text)
    assert problem is not None
    assert why in unescape(problem[1])
    assert item in answer.text
    assert own.decisions() == []


def test_an_item_that_is_gone_leads_on(desk: TestClient, own: Record) -> None:
    assert desk.get("/review?item=E-00000000.date").headers["location"] == "/review"
    assert desk.get("/review?item=nonsense").headers["location"] == "/review"
    item = f"{call(own)}.date"
    press(desk, item, "accept")
    assert "in no doubt any more" in words(desk.get(f"/review?item={item}").text)
    assert desk.get("/review?engagement=E-00000000").status_code == 404


def test_a_second_look_comes_first(desk: TestClient, own: Record) -> None:
    reference = call(own)
    press(desk, f"{reference}.date", "accept")
    key = own.engagement(reference).accounts[0]
    own.split(reference, [key], author="somebody else")
    first = own.waiting(WHO)[0].reference
    assert first.kind is ItemKind.LOOK
    page = desk.get("/review").text
    assert "It still holds" in words(page)
    assert "no longer of one engagement" in words(page)
    answer = press(desk, str(first), "reject")
    assert said(desk, answer).startswith("Undone")
    assert Reference.of(item_of(answer)).kind is not ItemKind.LOOK or item_of(answer) != str(first)


def test_every_key_is_on_a_button_link_or_summary(desk: TestClient, own: Record) -> None:
    press(desk, f"{call(own)}.date", "accept")
    page = desk.get(f"/review?item={own.waiting(WHO, about='date', limit=2)[1].reference}").text
    keys = {key for found in re.findall(r'data-keys="([^"]*)"', page) for key in found.split()}
    assert set("axelmdunjk?w") <= keys
    assert not re.findall(r'data-keys="[^"]*[A-Z]', page)


def test_readers_see_no_review(own: Record) -> None:
    from memcon.web import visitors

    app = create_app(own.path)
    app.dependency_overrides[visitors.visitor_of] = lambda: visitors.Visitor("Rea", visitors.Role.READER)
    app.dependency_overrides[visitors.reviewer_of] = lambda: visitors.reviewer_of(_Asked())  # type: ignore[arg-type]
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as reader:
        assert reader.get("/review").status_code == 403
        assert reader.post("/review", data={"action": "accept"}).status_code == 403
        assert reader.get("/review/rounds").status_code == 403
        history = reader.get(links.history(call(own)))
        assert history.status_code == 200
        assert "<button>Undo" not in history.text


class _Asked:
    """A request of a reader."""

    class state:
        from memcon.web.visitors import Role, Visitor

        visitor = Visitor("Rea", Role.READER)


def test_an_engagement_is_made_a_part(own: Record, desk: TestClient) -> None:
    part = call(own)
    whole = next(e for e in own.engagements(Filters(main_only=False)) if e.kind.preferred.value == "conference")  # type: ignore[union-attr]
    item = f"/review?item={part}.venue&engagement={part}"
    assert "Part of" in words(desk.get(item).text)
    desk.post(item, data={"action": "part-of", "other": "none", "whole": whole.id})
    assert own.engagement(part).part_of == whole.id
    assert whole.id in desk.get(links.engagement(part)).text
    desk.post(item, data={"action": "part-of", "other": "none"})
    assert own.engagement(part).part_of is None
    refused = desk.post(item, data={"action": "part-of"})
    assert refused.status_code == 400
    assert "say which visit or conference" in words(refused.text)


def test_a_venue_is_written_and_shown(own: Record, desk: TestClient) -> None:
    part = call(own)
    item = f"/review?item={part}.venue&engagement={part}"
    desk.post(item, data={"action": "edit", "value": "Ak Orda Palace", "because": "the caption says so"})
    page = words(desk.get(links.engagement(part)).text)
    assert "Venue Ak Orda Palace corrected" in page
    assert "the caption says so" in page
    assert "Ak Orda Palace" in desk.get("/export.csv?party=NO&told=all").text
    desk.post(item, data={"action": "undo"})
    assert own.engagement(part).venue.preferred is None
