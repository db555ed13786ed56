"""Everything is reached with the Tab key, in order, and it can be seen where one is."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import PHONE, Looking, Site
from tests.browser.test_every_page import PAGES, address

_DRAWN = """(one) => [...one.querySelectorAll("path, circle, rect")].map((shape) => {
  const style = getComputedStyle(shape);
  return `${style.fill} ${style.stroke} ${style.strokeWidth}`;
}).join()"""
_NUMBERED = f"""() => {{
  const drawn = {_DRAWN};
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  const chosen = (one) => one.type !== "radio" || one.checked;  // one Tab for a group, arrows in it
  const reached = [...all].filter((one) => one.checkVisibility() && !one.disabled && one.type !== "hidden" && chosen(one));
  reached.forEach((one, number) => {{ one.dataset.order = number; one.dataset.drawn = drawn(one); }});
  return reached.length;
}}"""
_FOCUSED = f"""() => {{
  const drawn = {_DRAWN};
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const boxes = [...one.getClientRects()];
  const seen = boxes.some((box) => {{
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    // the middle of a country may lie outside it
    if (one.ownerSVGElement) return x > 0 && y > 0 && x < innerWidth && y < innerHeight;
    const top = document.elementFromPoint(x, y);
    return top && (one === top || one.contains(top) || top.contains(one) || top.control === one);
  }});
  return {{
    order: Number(one.dataset.order), what: one.outerHTML.slice(0, 120), seen,
    redrawn: one.ownerSVGElement !== undefined && drawn(one) !== one.dataset.drawn,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
  }};
}}"""


@pytest.mark.parametrize(
    "name",
    ["home", "search with words", "engagement", "compare", "document", "pair", "office", "forum", "review", "add"],
)
def test_tab_reaches_everything_in_order_and_in_sight(name: str, shared_site: Site, page: Page) -> None:
    page.goto(address(PAGES[name][0], shared_site))
    number = page.evaluate(_NUMBERED)
    assert number > 8
    _walk(page, number)


def test_tab_reaches_everything_on_a_phone(shared_site: Site, look: Looking) -> None:
    page = look(size=PHONE)
    page.goto(address(PAGES["engagement"][0], shared_site))
    _walk(page, page.evaluate(_NUMBERED))


def _walk(page: Page, number: int) -> None:
    reached: list[int] = []
    for _ in range(4 * number):
        page.keyboard.press("Tab")
        now: dict[str, Any] | None = page.evaluate(_FOCUSED)
        if now is None:
            break
        assert now["seen"], f"out of sight or covered: {now['what']}"
        assert now["outline"] >= 2 or now["redrawn"], f"nothing shows the focus: {now['what']}"
        if [now["order"]] != reached[-1:]:  # a date has three parts
            reached.append(now["order"])
    assert reached == list(range(number))


def test_the_first_tab_skips_to_the_content(shared_site: Site, page: Page) -> None:
    page.goto(address(PAGES["engagement"][0], shared_site))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_a_value_is_followed_by_keyboard(shared_site: Site, page: Page) -> None:
    page.goto(address(PAGES["engagement"][0], shared_site))
    page.get_by_role("link", name="Ingrid Solberg-Lie", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark:target")).to_have_text("Ingrid Solberg-Lie")
