"""Take the screenshots of the documentation from the samples: ``python docs/screenshots.py``.

Needs playwright and a Chromium (``DATELINE_CHROMIUM``, or one on the path), as browser tests do.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import Page, sync_playwright

if TYPE_CHECKING:
    from dateline.model import Report

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
IMAGES = Path(__file__).parent / "images"
SIZE = {"width": 1120, "height": 700}
PAIR = "?base=skerry-1.txt&v=idwan-courier-1.html"


def main() -> None:
    """Serve an archive of the samples and take each picture."""
    from tests.browser.conftest import MISSING, chromium
    from tests.web.server import serving

    from dateline import read
    from dateline.run.archive import add
    from dateline.samples import folder
    from dateline.store import Archive

    with TemporaryDirectory() as where, sync_playwright() as playwright:
        archive = Path(where) / "siege.db"
        with Archive.open(archive, create=True) as opened:
            add(opened, _named(read(str(folder())), folder()))
            ident = next(opened.dispatches()).id
        browser = playwright.chromium.launch(executable_path=chromium() or sys.exit(MISSING))
        with serving(archive) as server:
            page = browser.new_page(viewport=SIZE)
            for name, path, seen in _pictures(ident):
                _take(page, server.base + path, name, seen)
        browser.close()


def _named(reports: Iterable[Report], folder: Path) -> list[Report]:
    """The reports by the names of their files, without the folder of this machine."""
    return [replace(r, id=r.id.removeprefix(f"{folder}/")) for r in reports]


def _pictures(ident: str) -> list[tuple[str, str, str]]:
    """Name, address, and what must be in sight at the top."""
    return [
        ("stories", "/stories?least=1", ""),
        ("dispatch", f"/dispatch/{ident}{PAIR}", ""),
        ("lineage", f"/dispatch/{ident}/lineage", ""),
        ("claims", f"/dispatch/{ident}/claims", ".chart"),
        ("style", "/style?outlet=The+Idwan+Courier&outlet=Sluice24", ""),
    ]


def _take(page: Page, address: str, name: str, seen: str) -> None:
    page.goto(address)
    if seen:
        page.locator(seen).first.evaluate("e => e.scrollIntoView()")
    IMAGES.mkdir(exist_ok=True)
    page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    main()
