"""Dateline beside its peers at finding copies, in one run on one corpus.

::

    pip install -r bench/requirements.txt
    python -m bench.copies --sizes 1000,5000,21578,216000 [--corpus real.jsonl] --out results

Sizes that a given corpus (JSONL with ``text``) reaches are its first reports; larger ones are made
by `bench.copies.pile`. Truth comes from `bench.copies.truth`. Writes ``results.json``, ``table.md``
and ``curve.svg``.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from bench.copies import truth
from bench.copies.measure import SHARE, Seen, measure, read_and_wc
from bench.copies.pile import Pile
from bench.copies.report import curve, table
from bench.copies.tools import TOOLS


def main() -> None:
    given = _options()
    seen: list[Seen] = []
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            path = Path(folder) / f"{size}.jsonl"
            _write(path, size, given.corpus)
            seen += _at_size(path, size, given.tools, given.runs)
            path.unlink()
            _save(given.out, seen)
    print(table(seen), end="")


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--sizes", type=_numbers, default=[1_000, 5_000, 21_578, 216_000])
    options.add_argument("--corpus", type=Path)
    options.add_argument("--tools", type=lambda names: names.split(","), default=list(TOOLS))
    options.add_argument("--runs", type=int, default=3, help="the best counts; one above 100,000")
    options.add_argument("--out", type=Path, default=Path("bench/copies/results"))
    return options.parse_args()


def _numbers(given: str) -> list[int]:
    return [int(number) for number in given.split(",")]


def _write(path: Path, size: int, corpus: Path | None) -> None:
    """The corpus's first reports if it has so many, else a made pile."""
    if corpus:
        with corpus.open("rb") as lines:
            first = list(islice(lines, size))
        if len(first) == size:
            path.write_bytes(b"".join(first))
            return
    _say(f"making {size:,} reports")
    with path.open("w", encoding="utf-8") as out:
        for made in Pile(size):
            out.write(json.dumps({"id": made.id, "text": made.text}) + "\n")


def _at_size(path: Path, size: int, tools: list[str], runs: int) -> list[Seen]:
    _say(f"truth of {size:,} reports")
    true = truth.pairs(truth.gram_sets(path, size), SHARE)
    yardstick = read_and_wc(path)
    seen = []
    for tool in tools:
        _say(f"{tool} on {size:,} reports")
        seen.append(measure(tool, path, size, true, runs if size <= 100_000 else 1, yardstick))
    return seen


def _save(out: Path, seen: list[Seen]) -> None:
    (out / "results.json").write_text(json.dumps([asdict(s) for s in seen], indent=1) + "\n")
    (out / "table.md").write_text(table(seen))
    (out / "curve.svg").write_text(curve(seen))


def _say(what: str) -> None:
    print(what, file=sys.stderr)


if __name__ == "__main__":
    main()
