"""From review to the history and the engagement, and review without a script; the keys are in test_review_keys.py."""

from playwright.sync_api import Page, expect
from tests.browser.checks import violations
from tests.browser.conftest import PHONE, Looking, Site

from memcon.decisions import Decision
from memcon.web import links


def _decisions(site: Site) -> list[Decision]:
    with site.record() as record:
        return [entry.decision for entry in record.log()]


def _sign(page: Page, name: str) -> None:
    """Go to the field for the name with the Tab key, and fill it in."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.id") == "name":
            break
    page.keyboard.type(name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _press(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_date_is_edited_and_stands_in_the_history(site: Site, page: Page) -> None:
    with site.record() as record:
        found = next(e for e in record.engagements() if e.start.preferred and e.start.preferred.value == "2024-12-30")
    page.goto(f"/review?about=date&engagement={found.id}")
    _sign(page, "R. Meyer")
    while "date" not in page.title():
        _press(page, "n")
    page.keyboard.press("e")
    expect(page.locator("#edit #value")).to_be_focused()
    page.keyboard.type("2024-12-29")
    _press(page, "Enter")
    expect(page.get_by_role("status")).to_contain_text("2024-12-29")
    page.goto(links.history(found.id))
    expect(page.locator("main")).to_contain_text("R. Meyer")
    expect(page.locator("main")).to_contain_text("2024-12-29")
    assert violations(page) == []
    page.goto(links.engagement(found.id))
    expect(page.locator(".facts")).to_contain_text("29 December 2024 corrected")


def test_a_review_without_a_script_on_a_phone(site: Site, look: Looking) -> None:
    page = look(size=PHONE, javascript=False)
    page.goto("/review")
    page.get_by_label("Your name").fill("R. Meyer")
    page.get_by_role("button", name="Sign with this name").click()
    page.get_by_role("button", name="Accept", exact=False).first.click()
    expect(page.get_by_role("status")).to_contain_text("Accepted")
    assert len(_decisions(site)) >= 1
