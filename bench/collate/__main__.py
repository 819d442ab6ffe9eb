"""Dateline's collation beside difflib's and RapidFuzz's word alignment, in one run on one set.

::

    python -m bench.collate [--data ../shared/data] [--rounds 7] [--family 500]

The pairs are those of ``gold_versions`` and of the families of ``gold_copies/clusters_fakes.jsonl``
below ``--data``; without them, the sample reports that ship. Each pair counts with the best of its
rounds, a tool with the median of its pairs. difflib and RapidFuzz only align words that are cut
already; Dateline also cuts them and finds rows, kinds, renames and facts.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.collate.family import family
from bench.collate.pairs import Pair, pairs
from bench.collate.tools import TOOLS
from dateline.model import Dispatch
from dateline.run.local import collated
from dateline.text import tokenize


def main() -> None:
    given = _options()
    found = pairs(given.data)
    words = statistics.median(len(tokenize(r.text)) for pair in found for r in pair)
    print(f"{len(found)} pairs; median length of a report {words:.0f} words\n")
    _table(found, given.rounds)
    if given.family:
        _family(found, given.family)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--family", type=int, default=500, help="versions of one text, 0 for none")
    return options.parse_args()


def _table(found: Sequence[Pair], rounds: int) -> None:
    times = {name: [0.0] * len(found) for name in TOOLS}
    for n, pair in enumerate(found):  # all tools on one pair, then the next: other load is shared
        for name, (prepare, run) in TOOLS.items():
            times[name][n] = _best(lambda p=prepare, q=pair: p(*q), run, rounds)  # type: ignore[misc]
    print("| tool | ms a pair | ms per 400 words | ratio to difflib | to RapidFuzz |")
    print("|---|---:|---:|---:|---:|")
    median = {name: statistics.median(seen) for name, seen in times.items()}
    lengths = [sum(len(tokenize(r.text)) for r in pair) / 2 for pair in found]
    for name, ms in median.items():
        scaled = statistics.median(
            400 * t / length for t, length in zip(times[name], lengths, strict=True)
        )
        ratios = " | ".join(f"{ms / median[peer]:.2f}" for peer in ("difflib", "RapidFuzz"))
        print(f"| {name} | {1000 * ms:.3f} | {1000 * scaled:.3f} | {ratios} |")


def _best(prepare: Callable[[], Any], run: Callable[[Any], object], rounds: int) -> float:
    """Processor seconds of the quickest of some rounds; what is prepared does not count."""
    ready = prepare()
    best = float("inf")
    for _ in range(rounds):
        start = time.thread_time()
        run(ready)
        best = min(best, time.thread_time() - start)
    return best


def _family(found: Sequence[Pair], size: int) -> None:
    base = sorted((r for pair in found for r in pair), key=lambda r: len(r.text))[len(found)]
    versions = family(base, size)
    ids = tuple(v.id for v in versions)
    start = time.thread_time()
    told = collated(Dispatch("d", ids[0], ids), versions)
    seconds = time.thread_time() - start
    print(
        f"\na family of {size} versions ({len(told.comparisons)} different texts of"
        f" {len(tokenize(base.text))} words): {seconds:.2f} s of processor time with reading,"
        " collation and lineage"
    )


if __name__ == "__main__":
    main()
