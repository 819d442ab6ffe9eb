"""From nothing to the page on the screen: ``python -m bench.web.start PATH… [--runs 5]``.

Each run starts ``dateline serve PATH…`` in a process of its own and asks until it answers, as a
person who has clicked the address would; a Chromium that is already open shows the page. Told are
seconds from the start of the process: until the address was printed, until the first row of the
collation (or a card of the stories) can be seen; then the processor's time of the server and of
what it started, which other work on the machine hardly changes.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median

from playwright.sync_api import Page, sync_playwright
from tests.browser.conftest import MISSING, chromium

_SEEN = ".rows .row, .cards .card, main .empty"


def started(page: Page, paths: Sequence[str]) -> tuple[float, float, float]:
    """Seconds until the address is printed, until the page can be seen, and of the processor."""
    command = [sys.executable, "-m", "dateline", "serve", "--port", "0", *paths]
    begin, worked = time.perf_counter(), _processor()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        address = next(line.split()[2] for line in server.stderr if ": open " in line)
        printed = time.perf_counter() - begin
        page.goto(address, wait_until="commit")
        page.locator(_SEEN).first.wait_for(state="visible")
        seen = time.perf_counter() - begin
        server.terminate()
    return printed, seen, _processor() - worked


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """The median and the range of some runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium() or sys.exit(MISSING))
        page = browser.new_page()
        runs = [started(page, given.paths) for _ in range(given.runs)]
        browser.close()
    told = ("address printed", "page seen", "processor")
    for what, times in zip(told, zip(*runs, strict=True), strict=True):
        print(f"{what:16} {median(times):.2f} s ({min(times):.2f}–{max(times):.2f})")
    print(f"{given.runs} runs, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
