"""24 simulated hours of a 200-outlet feed, as fast as they can be taken in.

::

    python -m bench.watch --hours 24 --outlets 200
    python -m bench.watch --onto news.db        # into a copy of an archive that is there already

Every five simulated minutes some outlets write their feed file anew: with new reports, with old
ones still in it, and now and then with the text of an old one changed under its address. Every
six simulated hours the watch is killed after it has told half of what was new, and started again.
Printed is for each hour what an arrival costs and the memory that the process has, then the sums.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from html import escape
from itertools import count
from pathlib import Path
from random import Random

from bench.copies.pile import Pile
from dateline.model import Report
from dateline.read import read_reports
from dateline.run.watch import Watch
from dateline.store import Archive

_TICKS_PER_HOUR = 12
_REPORTS_PER_OUTLET_AND_DAY = 50
_IN_A_FEED = 20
_CHANGED = 0.02
_HOURS_BETWEEN_KILLS = 6


class Feeds:
    """The feed files of all outlets, and what was put into them: the truth."""

    def __init__(self, folder: Path, outlets: int, reports: int, seed: int) -> None:
        self._folder, self._outlets, self._rng = folder, outlets, Random(seed)
        self._texts = (made.text for made in Pile(reports, seed))
        self._items: list[deque[tuple[str, str]]] = [
            deque(maxlen=_IN_A_FEED) for _ in range(outlets)
        ]
        self._number = count()
        self.arrived: Counter[tuple[str, str]] = Counter()

    def tick(self, new: int) -> list[str]:
        """Some outlets run new reports or change old ones; returns the files written."""
        touched = set()
        for outlet in range(self._outlets):
            if self._items[outlet] and self._rng.random() < _CHANGED:
                self._change(outlet)
                touched.add(outlet)
        for _ in range(new):
            outlet = self._rng.randrange(self._outlets)
            self._run(outlet, f"https://outlet{outlet}.example/{next(self._number)}")
            touched.add(outlet)
        return [self._written(outlet) for outlet in sorted(touched)]

    def _run(self, outlet: int, url: str) -> None:
        self._items[outlet].append((url, next(self._texts)))
        self.arrived[url, "new"] += 1

    def _change(self, outlet: int) -> None:
        # of the newer half: an old one may leave the feed before its change was in it
        size = len(self._items[outlet])
        at = self._rng.randrange(size // 2, size)
        url, text = self._items[outlet][at]
        sentences = text.split(". ")
        del sentences[self._rng.randrange(len(sentences))]
        if changed := ". ".join([*sentences, f"Corrected at {next(self._number)}."]):
            self._items[outlet][at] = (url, changed)
            self.arrived[url, "changed"] += 1

    def _written(self, outlet: int) -> str:
        path = self._folder / f"outlet{outlet}.xml"
        items = "".join(
            f"<item><link>{url}</link><description>{escape(text)}</description></item>"
            for url, text in self._items[outlet]
        )
        channel = f"<title>Outlet {outlet}</title>{items}"
        path.write_text(f'<rss version="2.0"><channel>{channel}</channel></rss>', "utf-8")
        return str(path)


def run(hours: int, outlets: int, onto: Path | None = None, seed: int = 1) -> None:
    """Simulate, print a line each simulated hour, then what was missed and told twice."""
    per_tick = max(1, outlets * _REPORTS_PER_OUTLET_AND_DAY // (24 * _TICKS_PER_HOUR))
    told: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if onto:
            shutil.copy(onto, folder / "a.db")
        feeds = Feeds(folder, outlets, per_tick * hours * _TICKS_PER_HOUR, seed)
        print(
            "| hour | reports | arrivals | seconds | processor ms an arrival | MB |\n"
            "|---:|---:|---:|---:|---:|---:|"
        )
        for hour in range(hours):
            kill = hour and not hour % _HOURS_BETWEEN_KILLS
            with Archive.open(folder / "a.db", create=True) as archive:
                _hour(hour, archive, feeds, per_tick, told, bool(kill))
    missed, twice = feeds.arrived - told, told - feeds.arrived
    print(f"\n{sum(feeds.arrived.values()):,} arrived, {sum(told.values()):,} told, ", end="")
    print(f"{sum(missed.values())} missed, {sum(twice.values())} told twice or wrongly")


def _hour(
    hour: int,
    archive: Archive,
    feeds: Feeds,
    per_tick: int,
    told: Counter[tuple[str, str]],
    kill: bool,
) -> None:
    watch, before = Watch(archive, _read, settled=0), sum(told.values())
    spent = clock = 0.0
    watch.take([])
    for tick in range(_TICKS_PER_HOUR):
        files = feeds.tick(per_tick)
        start, started = time.process_time(), time.perf_counter()
        news, _ = watch.take(files)
        half = len(news) // 2 if kill and tick == 0 else len(news)
        for one in news[:half]:
            told[one.url, "changed" if one.kind == "changed" else "new"] += 1
            watch.told(one)
        if half < len(news):
            watch = Watch(archive, _read, settled=0)  # as after a kill: nothing is remembered
        spent += time.process_time() - start
        clock += time.perf_counter() - started
    came = sum(told.values()) - before
    figures = f"{clock:.1f} | {1000 * spent / max(1, came):.1f} | {_memory():.0f}"
    print(f"| {hour + 1} | {len(archive):,} | {came} | {figures} |", flush=True)


def _memory() -> float:
    """What the process has by now of the machine's memory, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def _read(files: list[str]) -> Iterator[Report]:
    return read_reports(files)


def main(arguments: Iterable[str] | None = None) -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n\n")[0])
    parser.add_argument("--hours", type=int, default=24)
    parser.add_argument("--outlets", type=int, default=200)
    parser.add_argument("--onto", type=Path)
    given = parser.parse_args(None if arguments is None else list(arguments))
    run(given.hours, given.outlets, given.onto)


if __name__ == "__main__":
    main()
