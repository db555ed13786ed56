"""Pages on paper."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Site
from tests.browser.test_every_page import PAGES, address

from memcon.record import Filters
from memcon.web import links


def _printed(page: Page, path: Path) -> list[str]:
    page.pdf(path=path, format="A4", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(path)
    try:
        return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]
    finally:
        document.close()


def test_an_engagement_prints_as_a_memorandum(shared_site: Site, page: Page, tmp_path: Path) -> None:
    page.goto(address(PAGES["engagement"][0], shared_site))
    sheets = _printed(page, tmp_path / "note.pdf")
    assert len(sheets) in (1, 2)
    said = " ".join(sheets)
    for words in ("United States – Norway", "30 December 2024", "Dana K. Whitlow", "Ingrid Solberg-Lie", "Sources",
                  "agreed to send experts", "uninsured tankers", "reprints a part of"):  # fmt: skip
        assert words in said
    for words in ("Search", "Forums", "Skip to content", "Export"):
        assert words not in said


def test_no_engagement_takes_more_than_two_sheets(shared_site: Site, page: Page, tmp_path: Path) -> None:
    with shared_site.record() as record:
        found = sorted(record.engagements(Filters()), key=lambda e: -len(e.accounts))[:4]
    for engagement in found:
        page.goto(links.engagement(engagement.id))
        assert len(_printed(page, tmp_path / "note.pdf")) <= 2, engagement.id


@pytest.mark.parametrize("name", ["document", "document with gaps"])
def test_a_document_prints_its_text_alone(name: str, shared_site: Site, page: Page, tmp_path: Path) -> None:
    page.goto(address(PAGES[name][0], shared_site))
    text = page.locator(".text").inner_text().split()
    said = "".join(_printed(page, tmp_path / "text.pdf")).replace(" ", "")
    for at in range(0, len(text) - 5, 5):  # words that a line end cuts are whole again
        assert "".join(text[at : at + 5]) in said.replace("\ufffe", "-"), text[at : at + 5]
    said = " ".join(_printed(page, tmp_path / "text.pdf"))
    assert "Engagements told of here" not in said
    assert "Marked in the text" not in said
    assert "Forums" not in said
