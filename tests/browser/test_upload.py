"""Adding documents in a browser: from the form to the words."""

import re
import socket
import time
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.browser.checks import in_view, violations
from tests.browser.conftest import PHONE, Looking, Site, Troubles
from tests.browser.serving import ROOT

TEXT = """Foreign Minister Virta Meets Foreign Minister Berg

Foreign Minister Anna Virta of Finland met today with Foreign Minister Olav Berg of Norway in Helsinki. The ministers
discussed fisheries in the Barents Sea. Minister Virta thanked Norway for its support of the coast guards.
"""


def documents(site: Site) -> int:
    with site.record() as record:
        return len(record.documents())


def test_a_pasted_text_leads_to_its_engagement_and_back_to_the_words(site: Site, page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Add").click()
    page.get_by_label("Paste the text").fill(TEXT)
    page.get_by_label("Publisher").fill("Ministry for Foreign Affairs of Finland")
    page.get_by_label("Day of publication").fill("2022-05-09")
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_role("status")).to_contain_text("Added. 1 new engagement.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Foreign Minister Virta Meets Foreign Minister Berg")
    assert violations(page) == []
    page.get_by_role("link", name="The engagement, by this source only").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Finland – Norway")
    page.get_by_role("link", name="Olav Berg", exact=True).click()
    marked = page.locator("mark:target")
    expect(marked).to_have_text("Olav Berg")
    assert in_view(marked)
    page.goto("/search?party=NO&party=FI")
    expect(page.get_by_role("link", name="Finland – Norway")).to_be_visible()


def test_files_are_listed_and_added_together(site: Site, page: Page, tmp_path: Path) -> None:
    own = tmp_path / "virta.txt"
    own.write_text(TEXT, encoding="utf-8")
    page.goto("/add")
    page.get_by_label("Files, one or several").set_input_files([own, ROOT / "samples" / "04-call-oslo.md"])
    expect(page.locator(".chosen-files li")).to_have_text([re.compile("virta.txt 1 kB"), re.compile("04-call-oslo.md")])
    page.get_by_label("Day of publication").fill("2022-05-09")
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 document added")
    expect(page.get_by_role("status")).to_contain_text("1 new engagement. 1 document was on record already")
    assert violations(page) == []
    page.get_by_role("link", name="Meeting: Finland – Norway").click()
    expect(page.locator(".facts")).to_contain_text("9 May 2022")


def test_a_pdf(site: Site, page: Page, tmp_path: Path) -> None:
    title, _, body = TEXT.partition("\n\n")
    page.set_content(f"<title>{title}</title><h1>{title}</h1><p>{body}</p>")
    page.pdf(path=tmp_path / "virta.pdf")
    page.goto("/add")
    page.get_by_label("Files, one or several").set_input_files(tmp_path / "virta.pdf")
    page.get_by_label("Day of publication").fill("2022-05-09")
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_role("status")).to_contain_text("Added. 1 new engagement.")
    told = page.get_by_role("complementary", name="Engagements told of here")
    expect(told).to_contain_text("9 May 2022")
    expect(told.get_by_role("link", name="The engagement, by this source only")).to_be_visible()


def test_a_document_that_is_there_is_led_to(site: Site, page: Page) -> None:
    before = documents(site)
    page.goto("/add")
    page.get_by_label("Files, one or several").set_input_files(ROOT / "samples" / "06-joint-statement.html")
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_role("status")).to_contain_text("On record already; nothing was changed.")
    assert "/document/" in page.url
    assert documents(site) == before


def test_what_is_wrong_stands_on_the_form_with_what_was_typed(
    site: Site, look: Looking, troubles: Troubles, tmp_path: Path
) -> None:
    page = look(size=PHONE, scheme="dark")
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    page.goto("/add")
    page.get_by_label("Files, one or several").set_input_files(picture)
    page.get_by_label("Title").fill("Virta “meets” <Berg>")
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was added: picture.txt is not a kind of document")
    expect(page.get_by_label("Title")).to_have_value("Virta “meets” <Berg>")
    expect(page.get_by_label("Files, one or several")).to_have_accessible_description(re.compile("picture.txt"))
    assert violations(page) == []
    troubles.expect("status of 422")


def test_too_large_files_are_told_before_they_are_sent(site: Site, page: Page, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"word " * 2_100_000)
    page.goto("/add")
    files = page.get_by_label("Files, one or several")
    files.set_input_files(large)
    page.get_by_role("button", name="Add and read").click()
    told = files.evaluate("(one) => one.validationMessage")
    assert told == "These are 10.5 MB; send at most 10.0 MB at once."
    expect(page.get_by_role("button", name="Add and read")).to_be_enabled()


def test_too_large_files_are_told_without_a_script_too(
    site: Site, look: Looking, troubles: Troubles, tmp_path: Path
) -> None:
    page = look(javascript=False)
    large = tmp_path / "large.txt"
    large.write_bytes(b"word " * 2_100_000)
    page.goto("/add")
    page.get_by_label("Files, one or several").set_input_files(large)
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_role("alert")).to_contain_text("that is more than 10 MB; send less at once")
    troubles.expect("status of 422")


def test_half_a_file_is_no_file(site: Site) -> None:
    before = documents(site)
    host = site.url.removeprefix("http://")
    head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n' + TEXT
    with socket.create_connection(("127.0.0.1", int(host.partition(":")[2]))) as connection:
        connection.sendall(
            f"POST /add HTTP/1.1\r\nHost: {host}\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            f"Content-Length: {len(head) + 1000}\r\n\r\n{head}".encode()
        )
    time.sleep(0.5)
    assert documents(site) == before
