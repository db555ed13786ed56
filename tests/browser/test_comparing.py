"""Two accounts side by side: what is in both is lit up in both."""

from playwright.sync_api import Page, expect
from tests.browser.checks import in_view
from tests.browser.conftest import PHONE, Looking, Site
from tests.browser.test_every_page import PAGES, address


def test_pointing_at_a_point_lights_it_up_wherever_it_stands(shared_site: Site, page: Page) -> None:
    page.goto(address(PAGES["compare"][0], shared_site))
    both = page.locator("#both tr.points").first
    row = both.get_attribute("data-row")
    both.locator(".point").first.hover()
    lit = page.locator(".texts .passage.lit")
    expect(page.locator(f"[data-row='{row}'].lit").first).to_be_visible()
    assert {one.get_attribute("data-row") for one in lit.all()} == {row}
    assert len({one.evaluate("(one) => one.closest('.column').innerText.slice(0, 40)") for one in lit.all()}) == 2
    page.get_by_role("heading", level=1).hover()
    expect(page.locator(".lit")).to_have_count(0)


def test_a_click_brings_both_passages_into_view(shared_site: Site, page: Page) -> None:
    page.goto(address(PAGES["compare"][0], shared_site))
    both = page.locator("#both tr.points").first
    row = both.get_attribute("data-row")
    both.locator(".point").first.click()
    passages = page.locator(f".texts .passage[data-row='{row}']")
    expect(page.locator(".passage.pinned")).to_have_attribute("data-row", str(row))
    texts = page.locator(".texts .text")
    for number in range(texts.count()):
        assert in_view(texts.nth(number).locator(f".passage[data-row='{row}']").first)
    assert passages.count() >= 2
    assert page.url.endswith(str(page.locator(".passage.pinned").get_attribute("id")))


def test_the_engagement_leads_to_the_comparison_and_a_passage_to_its_counterpart_without_a_script(
    shared_site: Site, look: Looking
) -> None:
    page = look(size=PHONE, javascript=False)
    page.goto(address(PAGES["engagement"][0], shared_site))
    page.locator("main a[href^='/compare/']").first.click()
    page.wait_for_url("**/compare/*")
    first = page.locator("#both tr.points").first.locator(".point").first
    first.click()
    marked = page.locator(".passage:target")
    expect(marked).to_have_count(1)
    expect(marked).to_be_in_viewport()
