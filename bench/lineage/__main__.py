"""Lineage beside its baselines on simulated traditions, whose truth is known.

::

    python -m bench.lineage --sizes 10,25,50 --seeds 100-119 --rates standard

Each seed makes one tradition of each size from one of the base texts in turn: the samples' fiction,
or any reports (``--bases``). The texts are collated and their lineage found just as ``dateline
lineage`` does it. Prints a table for each size: mean over the traditions of the average sign
similarity, and precision and recall of edges (who is the nearest seen ancestor of whom), branches,
unseen texts and second parents, over all traditions together.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import mean

from bench.lineage.rates import PRESETS
from bench.lineage.runs import METHODS, OURS, run
from bench.lineage.scores import Counts, Score
from bench.lineage.tradition import tradition
from dateline.model import Report
from dateline.read import read_one, read_reports
from dateline.samples import folder

_SAMPLES = ("skerry-1.txt", "haldrian.html", "idwan-courier-2.html", "clippings.csv:ebbtide")
_COLUMNS = ("signs", "edges P", "R", "branches P", "R", "unseen P", "R", "second P", "R")


def main() -> None:
    given = _options()
    bases = list(read_reports([given.bases])) if given.bases else samples()
    with ProcessPoolExecutor(given.jobs) as workers:
        for size in given.sizes:
            asked = [(bases[s % len(bases)], size, given.rates, s) for s in given.seeds]
            print(table(size, list(workers.map(_one, asked))), flush=True)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--sizes", type=_numbers, default=[10, 25, 50])
    options.add_argument("--seeds", type=_range, default=range(100, 120))
    options.add_argument("--rates", choices=PRESETS, default="standard")
    options.add_argument("--bases", type=Path, help="any file of reports")
    options.add_argument("--jobs", type=int, default=2)
    return options.parse_args()


def _numbers(given: str) -> list[int]:
    return [int(number) for number in given.split(",")]


def _range(given: str) -> range:
    first, _, last = given.partition("-")
    return range(int(first), int(last or first) + 1)


def samples() -> list[Report]:
    """The first takes of the sample dispatches."""
    return [read_one(f"{folder()}/{name}") for name in _SAMPLES]


def _one(asked: tuple[Report, int, str, int]) -> dict[str, Score]:
    base, size, rates, seed = asked
    return run(tradition(base, size, PRESETS[rates], seed))


def table(size: int, found: Sequence[dict[str, Score]]) -> str:
    """The scores of all methods over all traditions of one size, as Markdown."""
    head = [f"{size} versions, {len(found)} traditions", *_COLUMNS]
    rows = [[m, *_cells([scores[m] for scores in found])] for m in METHODS]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + f"\n\n{margin(found)}\n"


def _cells(scores: Sequence[Score]) -> Iterator[str]:
    yield f"{mean(s.signs for s in scores):.3f}"
    for name in ("edges", "clades", "unseen", "second"):
        total = sum((getattr(s, name) for s in scores), Counts())
        yield f"{total.precision:.2f}" if total.said else "–"
        yield f"{total.recall:.2f}"


def margin(found: Sequence[dict[str, Score]]) -> str:
    """How far Dateline's sign similarity is above that of the best baseline of each tradition."""
    best = {m: mean(s[m].signs for s in found) for m in METHODS if m != OURS}
    name = max(best, key=lambda m: best[m])
    points = [100 * (s[OURS].signs - s[name].signs) for s in found]
    better = sum(p > 0 for p in points)
    return f"{OURS} over {name}: {mean(points):+.1f} points, better in {better} of {len(points)}"


if __name__ == "__main__":
    main()
