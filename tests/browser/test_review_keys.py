"""Review by keyboard alone, and how its pages look to everybody."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.browser.checks import in_view, stands_out, violations
from tests.browser.conftest import DESK, NARROWEST, PHONE, Looking, Site, Troubles

from memcon.decisions import Verb
from memcon.reviewing import ItemKind, Reference, Verdict
from memcon.web import links

WHO = "Ann Lee"
EDITS = {"date": "2020-01-02", "place": "Tromsø, NO", "parties": "FI; NO", "forum": "Ports Dialogue"}
"""What a field is edited to."""


def item(page: Page) -> Reference:
    """The item in view."""
    action = page.locator("#answers").get_attribute("action") or ""
    return Reference.of(parse_qs(urlsplit(action).query)["item"][0])


def press(page: Page, *keys: str) -> None:
    """Press keys, the last of which leads to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])


def sign(page: Page) -> None:
    page.goto("/review")
    page.get_by_label("Your name").press_sequentially(WHO)
    press(page, "Enter")
    expect(page.get_by_label("Your name")).to_have_count(0)


def edit(page: Page, value: str) -> None:
    page.keyboard.press("e")
    expect(page.locator("#value")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type(value)
    press(page, "Enter")


def test_twenty_items_by_keyboard_alone(site: Site, page: Page) -> None:
    sign(page)
    accepted: list[str] = []
    edited: Reference | None = None
    undone: Reference | None = None
    while len(accepted) + (edited is not None) < 20:
        now = item(page)
        if edited is None and now.kind is ItemKind.VALUE and now.about in EDITS and len(accepted) > 2:
            edit(page, EDITS[now.about])
            expect(page.get_by_role("status")).to_contain_text("Corrected: ")
            edited = now
            continue
        press(page, "a")
        expect(page.get_by_role("status")).to_contain_text(re.compile("Accepted: |Joined: |Kept apart: "))
        expect(page.locator("#question")).to_be_focused()
        if undone is None and len(accepted) == 6:
            press(page, "u")
            expect(page.get_by_role("status")).to_contain_text("Undone: ")
            assert item(page) == now
            undone = now
            continue
        accepted.append(str(now))
    assert len(set(accepted)) == len(accepted)
    with site.record() as record:
        decisions = record.decisions()
        gone = {d.of for d in decisions if d.verb is Verb.UNDO}
        kept = [d for d in decisions if d.id not in gone and d.verb is not Verb.UNDO]
        assert len(gone) == 1
        assert {d.author for d in decisions} == {WHO}
        assert len([d for d in kept if d.along is None]) == 20
        assert edited is not None
        assert [d for d in kept if d.verb is Verb.CORRECT]
        left = {str(w.reference) for w in record.waiting(WHO, limit=5000)}
        assert not left & {*accepted, str(edited)}


def test_next_previous_later_and_reject(site: Site, page: Page) -> None:
    sign(page)
    first = item(page)
    press(page, "n")
    second = item(page)
    assert second != first
    press(page, "j")
    press(page, "k")
    assert item(page) == second
    press(page, "k")
    assert item(page) == first
    press(page, "l")
    expect(page.get_by_role("status")).to_contain_text("Put off")
    assert item(page) == second
    page.goto("/review?about=place")
    place = item(page)
    press(page, "x")
    with site.record() as record:
        assert record.engagement(place.engagement).place.preferred is None
        assert record.is_put_off(first, WHO)


def test_splitting_by_numbers(site: Site, page: Page) -> None:
    with site.record() as record:
        several = next(e for e in record.engagements() if len(e.accounts) > 2)
    sign(page)
    page.goto(f"/review?item={several.id}.date")
    page.keyboard.press("s")
    page.keyboard.press("2")
    expect(page.locator("input[data-number='2']")).to_be_checked()
    press(page, "Enter")
    expect(page.get_by_role("status")).to_contain_text("Split: 1 account")
    with site.record() as record:
        assert record.decisions()[-1].verb is Verb.SPLIT


def test_keys_do_nothing_while_somebody_types_and_can_be_turned_off(site: Site, page: Page) -> None:
    sign(page)
    page.goto("/review?about=date")
    page.keyboard.press("e")
    page.keyboard.type("axu")
    expect(page.locator("#value")).to_have_value("axu")
    page.keyboard.press("Escape")
    expect(page.locator("#edit")).not_to_have_attribute("open", "")
    page.keyboard.press("Control+l")
    page.keyboard.press("?")
    expect(page.locator("#keys-on")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_have_text("")
    with site.record() as record:
        assert record.decisions() == []
    page.locator("#help summary").press("Enter")
    page.locator("#keys-on").press("Space")
    page.locator("#question").focus()
    press(page, "a")
    with site.record() as record:
        assert len(record.decisions()) == 1


def test_what_cannot_be_done_is_said_and_the_item_stays(site: Site, page: Page, troubles: Troubles) -> None:
    sign(page)
    page.goto("/review?about=date")
    now = item(page)
    edit(page, "soon")
    expect(page.get_by_role("alert")).to_contain_text("is no date")
    assert item(page) == now
    troubles.expect("status of 400")


def test_the_question_and_its_buttons_are_in_view_at_once(site: Site, look: Looking) -> None:
    for size in (DESK, PHONE):
        page = look(size)
        sign(page)
        assert in_view(page.locator("#question"))
        assert in_view(page.get_by_role("button", name="Accept").first)


@pytest.fixture
def settled(site: Site) -> str:
    """The address of a round that two have answered differently."""
    with site.record() as record:
        made = record.make_round("Pilot", ["Ann Lee", "Bo Ek"], 6, author="Ann Lee")
        for one in record.round_items(made.id):
            record.answer_item(made.id, one.number, "Ann Lee", Verdict.ACCEPT)
            other = Verdict.UNKNOWN if one.number % 2 else Verdict.ACCEPT
            record.answer_item(made.id, one.number, "Bo Ek", other, remark="the print is faint")
        record.make_round("Open", ["Ann Lee", "Bo Ek"], 3, author="Ann Lee")
        several = next(e for e in record.engagements() if len(e.accounts) > 2)
        record.undo(record.accept(several.id, author="Bo Ek").id, author="Ann Lee")
    return links.round(made.id)


def test_axe_finds_nothing_and_nothing_stands_out(site: Site, page: Page, settled: str) -> None:
    with site.record() as record:
        several = next(e for e in record.engagements() if len(e.accounts) > 2).id
        blind = links.round(record.round("Open").id)
    addresses = ["/review", "/review?about=join", "/review?about=participants", links.review(several), "/review/rounds"]
    addresses += [settled, f"{settled}/agreement", f"{settled}/settle/1", blind, links.history(several)]
    found = {}
    sign(page)
    for address in [*addresses, f"{blind}/item/1"]:
        page.goto(address)
        for size in (DESK, PHONE, NARROWEST):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            found[f"{address} at {size[0]}"] = stands_out(page)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[f"{address} in {scheme}"] = violations(page)
    wrong = {where: what for where, what in found.items() if what}
    assert not wrong, "\n".join(f"{where}: {what}" for where, what in wrong.items())
