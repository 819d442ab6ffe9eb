"""Headless Chromium: the system's, since no test may download one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.web.conftest import addresses, archive_file, ask, fresh  # noqa: F401  # the same
from tests.web.server import Client

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
MISSING = (
    "no Chromium here: install it (on Debian: apt-get install chromium) or name it in"
    " DATELINE_CHROMIUM; the pages were not tried in a browser"
)


def chromium() -> str | None:
    """The path of a Chromium, if there is one."""
    given = os.environ.get("DATELINE_CHROMIUM")
    return given or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path)
        yield started
        started.close()


class Tab:
    """A page that remembers what went wrong: messages of the console, requests to elsewhere."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base
        self.wrong: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda r: self._seen(r.url))

    def _seen(self, url: str) -> None:
        if not url.startswith((self.base, "data:")):
            self.wrong.append(f"asked for {url}")

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture
def tab(browser: Browser, ask: Client) -> Iterator[Tab]:  # noqa: F811
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Tab(context, ask.base)
    yield made
    context.close()
    assert made.wrong == []


@pytest.fixture
def own(browser: Browser, fresh: Client) -> Iterator[Tab]:  # noqa: F811
    """A tab on a server whose archive the test may change."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Tab(context, fresh.base)
    yield made
    context.close()
    assert made.wrong == []
