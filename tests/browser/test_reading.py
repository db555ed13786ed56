"""Words of a document that a reader selects."""

from playwright.sync_api import Page, expect
from tests.browser.conftest import Site

SELECT = """([from, to]) => {
  const walker = document.createTreeWalker(document.querySelector("[data-text]"), NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  const has = (words) => nodes.find((node) => node.data.includes(words));
  const first = has(from), last = has(to);
  getSelection().setBaseAndExtent(first, first.data.indexOf(from), last, last.data.indexOf(to) + to.length);
}"""


def test_selected_words_can_be_linked_to(shared_site: Site, page: Page) -> None:
    with shared_site.record() as record:
        document = record.document("03-call-washington")
    page.goto(f"/document/{document.id}")
    told = page.locator("p.told")
    expect(told).to_be_hidden()
    page.evaluate(SELECT, ["discussed the safety", "Barents Sea"])
    link = told.get_by_role("link", name="Link to these words")
    expect(link).to_be_visible()
    start = document.text.index("discussed the safety")
    end = document.text.index("Barents Sea") + len("Barents Sea")
    expect(link).to_have_attribute("href", f"#c{start}-{end}")
    link.click()
    expect(page).to_have_url(f"{shared_site.url}/document/{document.id}#c{start}-{end}")
    page.evaluate("() => getSelection().removeAllRanges()")
    expect(told).to_be_hidden()
