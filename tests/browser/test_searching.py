"""Searching: words typed, facets that narrow and widen."""

import re

from playwright.sync_api import Page, expect
from tests.browser.conftest import PHONE, Looking, Site


def _number(page: Page) -> int:
    heading = page.get_by_role("heading", level=2).filter(has_text=re.compile("engagement")).first
    found = re.match(r"(\d+) engagement", heading.inner_text())
    return int(found[1]) if found else 0


def test_words_and_enter(shared_site: Site, look: Looking) -> None:
    for page in (look(), look(size=PHONE, scheme="dark")):
        page.goto("/forums")
        page.get_by_label("Search the record").fill("fisheries")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=fisheries*")
        assert _number(page) > 0
        expect(page.locator("mark").first).to_have_text(re.compile("fisheries", re.IGNORECASE))
        expect(page.get_by_role("searchbox")).to_have_value("fisheries")


def test_facets_narrow_and_widen(shared_site: Site, page: Page) -> None:
    page.goto("/search?told=all")
    all_of_them = _number(page)
    facets = page.locator(".facets")
    facets.get_by_role("link", name=re.compile(r"^United States \d")).click()
    page.wait_for_url("**party=US*")
    american = _number(page)
    facets.get_by_role("link", name=re.compile("^Norway")).click()
    page.wait_for_url("**party=NO*")
    both = _number(page)
    assert 0 < both < american < all_of_them
    page.get_by_role("link", name=re.compile("^United States.*take it out")).first.click()
    page.wait_for_url(lambda url: "party=US" not in url)
    assert _number(page) >= both
    page.go_back()
    assert _number(page) == both


def test_nothing_found_says_what_to_do(shared_site: Site, page: Page) -> None:
    page.goto("/search?q=zeppelin")
    expect(page.get_by_role("heading", name="No engagement fits")).to_be_visible()
    page.get_by_role("link", name="Clear the search").click()
    assert _number(page) > 10
