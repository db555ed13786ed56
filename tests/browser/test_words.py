"""From every value to the words that it comes from, marked and in view."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.browser.checks import click_on
from tests.browser.conftest import PHONE, Looking, Site
from tests.browser.test_every_page import PAGES, address

from memcon.record import Record
from memcon.web import links

ANCHOR = re.compile(r"/document/([0-9a-f]{64})#c(\d+)-(\d+)$")
_OPEN_ALL = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
_SHOWN = """() => {
  const marked = document.querySelectorAll("mark:target");
  const other = CSS.highlights.get("here");
  const all = [...marked, ...(other ? [...other] : [])];
  return all.map((one) => {
    const box = one.getBoundingClientRect();
    const seen = box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
    return { words: one.textContent ?? one.toString(), seen };
  });
}"""


def shown(page: Page) -> dict[str, Any]:
    """The words that are marked as those asked for, once, and whether they are in view."""
    page.wait_for_load_state()
    page.wait_for_function(f"() => ({_SHOWN})().length > 0")
    found: list[dict[str, Any]] = page.evaluate(_SHOWN)
    assert len(found) == 1, found
    return found[0]


def told(record: Record, href: str) -> str:
    """The words at an address, as they stand in the document."""
    found = ANCHOR.search(href)
    assert found, href
    return record.document(found[1]).text[int(found[2]) : int(found[3])]


@pytest.mark.parametrize("name", ["engagement", "forum", "person", "document"])
def test_a_click_on_any_value_opens_the_source_at_its_words(name: str, shared_site: Site, page: Page) -> None:
    start = address(PAGES[name][0], shared_site)
    page.goto(start)
    leading = page.locator("main a[href*='#c']")
    hrefs = [str(one.get_attribute("href")) for one in leading.all()]
    assert hrefs
    with shared_site.record() as record:
        for number, href in ((number, href) for number, href in enumerate(hrefs) if href not in hrefs[:number]):
            page.goto(start)
            page.evaluate(_OPEN_ALL)
            click_on(leading.nth(number))
            here, words = shown(page), told(record, href)
            # a mark that crosses another is cut, and its anchor stands at its first part
            assert here["words"]
            assert words.startswith(here["words"]), href
            assert here["seen"], href


def test_words_that_no_reading_has_are_shown_too(shared_site: Site, look: Looking) -> None:
    with shared_site.record() as record:
        document = record.document("02-reprinted-transcript")
    start = document.text.index("strategic partnership dialogue")
    end = document.text.index("independence")
    for page in (look(), look(size=PHONE)):
        page.goto(f"{links.document(document.id)}#{links.anchor(start, end)}")
        assert shown(page)["words"] == document.text[start:end]
        page.goto(f"{links.document(document.id)}#{links.anchor(end, end + 12)}")
        assert shown(page) == {"words": "independence", "seen": True}


def test_pointing_at_a_value_shows_the_words_and_the_rule(shared_site: Site, page: Page) -> None:
    page.goto(address(PAGES["engagement"][0], shared_site))
    told = page.locator(".facts").get_by_role("link", name="30 December 2024").get_attribute("title")
    assert told == '“this evening” — "today" and the like are the document\'s own date'


def test_a_kind_of_reading_can_be_taken_out_of_view(shared_site: Site, page: Page) -> None:
    page.goto(address(PAGES["document"][0], shared_site))
    office = page.locator(".text mark.k-office").first
    coloured = "(one) => getComputedStyle(one).backgroundColor"
    assert office.evaluate(coloured) != "rgba(0, 0, 0, 0)"
    page.get_by_label("offices").uncheck()
    assert office.evaluate(coloured) == "rgba(0, 0, 0, 0)"
    assert page.locator(".text mark.k-person").first.evaluate(coloured) != "rgba(0, 0, 0, 0)"
