"""What is asked of every page: what axe-core finds, what stands out of the window, what is in view."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Locator, Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The tags of the rules of axe-core that are asked for."""

_SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > wide + 0.5 && !one.closest(".scroll"))
    .map((one) => `${one.tagName.toLowerCase()}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`);
}"""
_IN_VIEW = """(one) => {
  const box = one.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0
    && box.right <= innerWidth;
}"""
_MIDDLE = """(one) => {
  const box = [...one.getClientRects()].find((part) => part.width > 1);
  const point = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  return { ...point, reached: one.contains(document.elementFromPoint(point.x, point.y)) };
}"""


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Give what axe-core finds wrong with the page as it looks now, one line each."""
    page.evaluate(_axe())
    options = {"runOnly": {"type": "tag", "values": list(RULES)}, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", options)
    assert len(found["passes"]) > 5, "axe has looked at nothing"
    return [
        f"{rule['id']}: {rule['help']}: {'; '.join(node['html'][:160] for node in rule['nodes'][:3])}"
        + f" ({rule['nodes'][0].get('failureSummary', '')[:300]})"
        for rule in found["violations"]
    ]


def stands_out(page: Page) -> list[str]:
    """Give the elements that make the page wider than the window, none where it need not be scrolled sideways."""
    found: list[str] = page.evaluate(_SIDEWAYS)
    wider = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found or ([f"by {wider} pixels"] if wider > 0 else [])


def in_view(one: Locator) -> bool:
    """Tell whether the whole of an element is in the window."""
    return bool(one.evaluate(_IN_VIEW))


def click_on(one: Locator) -> None:
    """Click with the mouse on the first line of a link, which may have several, or words for screen readers in it."""
    one.scroll_into_view_if_needed()
    middle: dict[str, Any] = one.evaluate(_MIDDLE)
    assert middle["reached"], f"something lies over {one.evaluate('(one) => one.outerHTML')}"
    one.page.mouse.click(middle["x"], middle["y"])
