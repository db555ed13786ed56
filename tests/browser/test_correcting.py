"""Correcting by hand beyond single values: statements on their page, parts by key, and what the person's page shows."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.checks import violations
from tests.browser.conftest import PHONE, Looking, Site

from memcon.decisions.changes import change
from memcon.model import EngagementKind
from memcon.record import Filters
from memcon.web import links

WHO = "R. Meyer"
WORDS = "maritime safety in the High North"


@pytest.fixture
def engagement(site: Site) -> str:
    with site.record() as record:
        return record.engagements(Filters(parties=("US", "NO"), kind=EngagementKind.CALL))[0].id


def test_a_statement_is_corrected_taken_out_and_added(site: Site, page: Page, engagement: str) -> None:
    page.goto(links.engagement(engagement))
    page.get_by_role("link", name="Correct its statements").click()
    first = page.locator(".stated > li").first
    words = first.locator(".words").inner_text()
    first.locator("summary").click()
    first.get_by_label("Norway").check()
    first.get_by_label("What they do by it").select_option("warn")
    first.get_by_label("Your name").fill(WHO)
    first.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("warn")
    expect(page.locator(".stated > li").first).to_contain_text(f"by {WHO}")
    assert violations(page) == []

    page.locator(".stated > li").nth(1).locator("summary").click()
    page.locator(".stated > li").nth(1).get_by_role("button", name="No statement").click()
    expect(page.get_by_role("heading", name="Taken out")).to_be_visible()

    add = page.locator("form.adding")
    add.get_by_label("Its words").fill(WORDS)
    add.get_by_label("Norway").check()
    add.get_by_role("button", name="Add").click()
    page.goto(links.engagement(engagement))
    expect(page.locator(".statements a.words", has_text=WORDS).first).to_be_visible()
    expect(page.locator(".statements li", has_text=words).first).to_contain_text("by hand")


def test_statements_without_a_script_on_a_phone(site: Site, look: Looking, engagement: str) -> None:
    page = look(size=PHONE, javascript=False)
    page.goto(links.statements(engagement))
    first = page.locator(".stated > li").first
    first.locator("summary").click()
    first.get_by_label("Your name").fill(WHO)
    first.get_by_role("button", name="No statement").click()
    expect(page.get_by_role("heading", name="Taken out")).to_be_visible()


def test_an_engagement_is_made_a_part_by_key(site: Site, page: Page, engagement: str) -> None:
    with site.record() as record:
        whole = record.engagements(Filters(kind=EngagementKind.CONFERENCE, main_only=False))[0].id
    page.goto(links.review(engagement, "Venue"))
    page.get_by_label("Your name").fill(WHO)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign with this name").click()
    expect(page.get_by_label("Your name")).to_have_count(0)
    page.keyboard.press("p")
    page.locator("#whole").fill(whole)
    page.locator("#part-of").get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Part of")
    page.goto(links.engagement(engagement))
    expect(page.get_by_role("heading", name="Part of")).to_be_visible()
    expect(page.locator(f"main a[href='{links.engagement(whole)}']").first).to_be_visible()


def test_a_person_added_by_hand_has_a_page_that_says_so(site: Site, page: Page, engagement: str) -> None:
    with site.record() as record:
        made = change("participants", "Thomas Hale", office="Deputy Spokesperson", party="US")
        record.correct(engagement, made, author=WHO, because="was in the room")
    page.goto(links.engagement(engagement))
    page.get_by_role("link", name="person Thomas Hale").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thomas Hale")
    expect(page.locator("main")).to_contain_text(f"by {WHO}")
    expect(page.locator("main")).to_contain_text("was in the room")
    assert violations(page) == []
    page.locator(".tenures").get_by_role("link", name="Deputy Spokesperson").click()
    expect(page.locator("main")).to_contain_text(f"by {WHO}")


def test_marked_words_of_a_document_become_a_statement(site: Site, page: Page, engagement: str) -> None:
    with site.record() as record:
        document = record.document("04-call-oslo")
    page.goto(links.document(document.id))
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector("[data-text]"), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
          }
        }""",
        "in the High North",
    )
    page.locator(f"[data-told] a[href*='{links.statements(engagement)}']").click()
    add = page.locator("form.adding")
    expect(add.get_by_label("Its words")).to_have_value("in the High North")
    add.get_by_label("Norway").check()
    add.get_by_label("Your name").fill(WHO)
    add.get_by_role("button", name="Add").click()
    expect(page.get_by_role("status")).to_contain_text("in the High North")
