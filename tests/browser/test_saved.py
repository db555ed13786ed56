"""A saved search in a browser: saved, met again with what is new, renamed, removed."""

from playwright.sync_api import Page, expect
from tests.browser.checks import stands_out, violations
from tests.browser.conftest import NARROWEST, Site

from memcon.reading.reader import read_document
from memcon.sources import document_from_text

LATER = """Foreign Minister Solberg-Lie’s Call with Secretary Whitlow

Foreign Minister Ingrid Solberg-Lie of Norway spoke today by phone with U.S. Secretary of State Dana K. Whitlow. The
ministers discussed lighthouses.
"""


def come(site: Site) -> None:
    """Let a document come into the record that the saved search finds."""
    document = document_from_text(LATER, name="later", published="2026-02-03")
    with site.record() as record:
        record.add(document, read_document(document))
        record.link([document.id])


def test_a_search_is_saved_and_tells_what_is_new(site: Site, page: Page) -> None:
    page.goto("/search?party=US&party=NO&kind=call")
    before = page.locator(".rows .row").count()
    page.get_by_text("Save this search").click()
    page.get_by_label("Name", exact=True).fill("US–NO calls")
    page.get_by_label("Your name").fill("R. Meyer")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("US–NO calls")
    expect(page.get_by_role("main")).to_contain_text("Nothing new since")
    expect(page.get_by_role("main")).to_contain_text("Saved by R. Meyer")
    assert violations(page) == []

    come(site)
    page.goto("/")
    saved = page.get_by_role("region", name="Saved searches")
    expect(saved).to_contain_text("1 new")
    assert violations(page) == []
    saved.get_by_role("link", name="US–NO calls").click()
    expect(page.locator(".rows .row")).to_have_count(before + 1)
    expect(page.get_by_role("main")).to_contain_text("1 new or changed since")
    page.set_viewport_size({"width": NARROWEST[0], "height": NARROWEST[1]})
    assert stands_out(page) == []

    page.goto("/")
    expect(page.get_by_role("region", name="Saved searches")).not_to_contain_text("1 new")


def test_a_saved_search_is_renamed_and_removed(site: Site, page: Page) -> None:
    with site.record() as record:
        record.save_search("calls", "kind=call", author="R. Meyer")
    page.goto("/saved/calls")
    page.get_by_text("Rename or remove").click()
    page.get_by_label("Name", exact=True).fill("all calls")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("all calls")
    page.get_by_text("Rename or remove").click()
    page.get_by_role("button", name="Remove this saved search").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Engagements")
    with site.record() as record:
        assert record.saved_searches() == []
