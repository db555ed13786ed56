"""Every page in a browser: it loads, axe-core finds nothing, and nothing stands out of a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.checks import stands_out, violations
from tests.browser.conftest import DESK, NARROWEST, PHONE, Looking, Site, Troubles

from memcon.record import Filters, Record
from memcon.web import links

Address = Callable[[Record], str]


def _call(record: Record) -> str:
    found = record.engagements(Filters(parties=("US", "NO"), since="2024-12-30", until="2024-12-30"))
    return links.engagement(found[0].id)


def _session(record: Record) -> str:
    return links.forum_of(record.engagements(Filters(parties=("FI", "LV"), since="2023", until="2023"))[0].id)


PAGES: dict[str, tuple[str | Address, str]] = {
    "home": ("/", "Who met whom"),
    "search": ("/search", "Engagements"),
    "search with words": ("/search?q=fisheries&told=all", "Engagements"),
    "search narrowed": ("/search?party=US&kind=call&since=2022&confidence=good&topic=216&told=all", "Engagements"),
    "document from a hit": ("/document/03-call-washington?q=fisheries", ""),
    "search that finds nothing": ("/search?q=zeppelin", "Engagements"),
    "engagement": (_call, "United States – Norway"),
    "document": (lambda record: links.document(record.document("03-call-washington").id), "Secretary Whitlow’s Call"),
    "document with gaps": (lambda record: links.document(record.document("02-reprinted-transcript").id), ""),
    "beside its original": (
        lambda record: links.beside(record.document("06-joint-statement").id),
        "",
    ),
    "person": (lambda record: links.person(next(iter(record.persons("Blinken"))).id), "Blinken"),
    "party": ("/party/KZ", "Kazakhstan"),
    "pair": ("/pair/KZ/US", "Kazakhstan"),
    "phrases": ("/pair/FI/LV/phrases", "Finland"),
    "office": (links.office("US", "Secretary of State"), "Secretary of State"),
    "compare": (lambda record: links.compare(_call(record).rpartition("/")[2]), "United States – Norway"),
    "forums": ("/forums", "Forums"),
    "forum": (_session, "Finland-Latvia Ports Dialogue"),
    "review": ("/review", "Who took part?"),
    "blind rounds": ("/review/rounds", "Blind"),
    "history": (lambda record: links.history(_call(record).rpartition("/")[2]), "History"),
    "statements": (lambda record: links.statements(_call(record).rpartition("/")[2]), "Statements"),
    "add": ("/add", "Add documents"),
    "all values of a facet": ("/search/by/office?told=all", "By office"),
    "search that names a pair": ("/search?q=KZ+US", "Engagements"),
    "glossary": ("/glossary", "What the words mean"),
}
"""The address of each page, and words of its heading."""
WRONG = {"not found": ("/engagement/E-00000000", 404), "senseless": ("/search?year=soon", 400)}


def address(of: str | Address, site: Site) -> str:
    """Give the address of a page of ``PAGES`` on a site."""
    if isinstance(of, str):
        return of
    with site.record() as record:
        return of(record)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_and_open_to_everybody(name: str, shared_site: Site, page: Page) -> None:
    where, heading = PAGES[name]
    answer = page.goto(address(where, shared_site))
    assert answer is not None
    assert answer.ok
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    _looks_right(page)


@pytest.mark.parametrize("name", WRONG)
def test_an_error_is_a_page_too(name: str, page: Page, troubles: Troubles) -> None:
    where, status = WRONG[name]
    answer = page.goto(where)
    assert answer is not None
    assert answer.status == status
    expect(page.get_by_role("link", name="Engagements").first).to_be_visible()
    _looks_right(page)
    troubles.expect(f"status of {status}")


def _looks_right(page: Page) -> None:
    found = {}
    for size in (DESK, PHONE, NARROWEST):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        found[f"{size[0]} pixels"] = stands_out(page)
        for scheme in ("light", "dark") if size != NARROWEST else ():
            page.emulate_media(color_scheme=scheme)
            found[f"{size[0]} pixels, {scheme}"] = violations(page)
    assert {where: what for where, what in found.items() if what} == {}


def test_nothing_needs_javascript(shared_site: Site, look: Looking) -> None:
    with_it, without = look(), look(javascript=False)
    for where, _ in PAGES.values():
        said = []
        for page in (with_it, without):
            page.goto(address(where, shared_site))
            if page is with_it:  # what tells of keys is for those who have a script
                page.locator("span.keys").evaluate_all("(all) => all.forEach((one) => one.remove())")
            said.append(page.locator("main").inner_text().split())
        assert said[0] == said[1]
        assert len(said[0]) > 5
