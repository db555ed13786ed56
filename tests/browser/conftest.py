"""What the tests in a browser share: memcon's server on a record of the samples, and Debian's Chromium.

Where Chromium or Playwright is missing the tests are skipped, and say so. MEMCON_CHROMIUM names another Chromium.
"""

import os
import re
import shutil
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

pytest.importorskip("fastapi", reason="NOT TESTED IN A BROWSER: the pages need memcon[web]")
pytest.importorskip("playwright", reason="NOT TESTED IN A BROWSER: Playwright is missing, pip install 'memcon[dev]'")

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright
from tests.browser.serving import CHROMIUM, ROOT, launched, record_of_samples, served

from memcon.record import Record

KEPT = ROOT / "out" / "browser"
"""Where a failed test leaves what it saw; git ignores it."""
TRACED = bool(os.environ.get("MEMCON_TRACE"))
"""Whether every step is recorded, which takes time."""
PATIENCE = 30_000
"""Milliseconds that anything may take; the machine may be busy."""
expect.set_options(timeout=PATIENCE)

DESK = (1280, 900)
PHONE = (375, 812)
NARROWEST = (320, 568)
"""Width and height in CSS pixels; 320 is what WCAG 2.2 asks for under reflow (1.4.10)."""


@dataclass(frozen=True)
class Site:
    """A server that answers on this machine, with a record of its own."""

    url: str
    path: Path

    def record(self) -> Record:
        """Open the record beside the server."""
        return Record.open(self.path, create=False)


@dataclass
class Troubles:
    """What a page should never cause; whatever is left at the end fails the test."""

    found: list[str] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Take out what is meant to happen in this test; fails where it did not happen."""
        left = [trouble for trouble in self.found if not re.search(pattern, trouble)]
        assert left != self.found, f"{pattern!r} was expected, found {self.found}"
        self.found[:] = left

    def watch(self, page: Page, home: str) -> None:
        """Note every error in the console and on the page, and every request that fails or goes elsewhere."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.found.append(f"error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("request", lambda asked: self._asked(asked, home))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.found.append(f"console: {message.text} ({message.location.get('url')})")

    def _failed(self, asked: Request) -> None:
        if asked.failure != "net::ERR_ABORTED":  # the browser itself went on to another page, or took it as a download
            self.found.append(f"failed: {asked.url} {asked.failure}")

    def _asked(self, asked: Request, home: str) -> None:
        if not asked.url.startswith(home + "/"):
            self.found.append(f"elsewhere: {asked.url}")


Looking = Callable[..., Page]
"""``look(size=DESK, scheme="light", javascript=True)`` gives a page in a context of its own."""


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the samples that no test changes."""
    path = tmp_path_factory.mktemp("browser") / "samples.memcon"
    record_of_samples(path)
    return path


@pytest.fixture
def site(samples: Path, tmp_path: Path) -> Iterator[Site]:
    """A server on a fresh copy of the record of the samples, which the test may change."""
    path = tmp_path / "record.memcon"
    shutil.copy(samples, path)
    with served(path) as url:
        yield Site(url, path)


@pytest.fixture(scope="session")
def shared_site(samples: Path) -> Iterator[Site]:
    """A server on the record of the samples, for tests that change nothing."""
    with served(samples) as url:
        yield Site(url, samples)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("NOT TESTED IN A BROWSER: Chromium is missing, apt-get install chromium")
    with sync_playwright() as playwright:
        made = launched(playwright)
        yield made
        made.close()


@pytest.fixture
def troubles() -> Iterator[Troubles]:
    """What the pages of the test caused; fails the test where anything is left of it."""
    watched = Troubles()
    yield watched
    assert watched.found == []


@pytest.fixture
def look(request: pytest.FixtureRequest, chromium: Browser, troubles: Troubles) -> Iterator[Looking]:
    """Open pages on the test's own site, or on the shared one where it has none."""
    site: Site = request.getfixturevalue("site" if "site" in request.fixturenames else "shared_site")
    opened: list[BrowserContext] = []

    def look(size: tuple[int, int] = DESK, scheme: Literal["light", "dark"] = "light", javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=site.url,
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
            locale="en-GB",
        )
        context.set_default_timeout(PATIENCE)
        context.on("page", lambda page: troubles.watch(page, site.url))
        opened.append(context)
        if TRACED:
            context.tracing.start(screenshots=True, snapshots=True, sources=True)
        return context.new_page()

    yield look
    failed = getattr(request.node, "failed_in_browser", False) or troubles.found
    for number, context in enumerate(opened):
        if failed:
            _keep(context, f"{re.sub(r'[^A-Za-z0-9_.-]+', '-', request.node.nodeid)}-{number}")
        context.close()


@pytest.fixture
def page(look: Looking) -> Page:
    """A page 1280 pixels wide, in light."""
    return look()


def _keep(context: BrowserContext, name: str) -> None:
    """Keep what a failed test saw: a picture and the words of each page, and all its steps where they were traced."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(context.pages):
        page.screenshot(path=KEPT / f"{name}-{number}.png", full_page=True)
        (KEPT / f"{name}-{number}.html").write_text(page.content(), encoding="utf-8")
    if TRACED:
        context.tracing.stop(path=KEPT / f"{name}.zip")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell the fixtures whether the test itself has failed."""
    report = yield
    if report.when == "call" and report.failed:
        item.failed_in_browser = True  # type: ignore[attr-defined]
    return report
