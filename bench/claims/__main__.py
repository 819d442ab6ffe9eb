"""How many reports a second are read for their claims, and whether memory stays flat.

::

    python -m bench.claims FILE… --warm 350 --reports 200 --long 20000

Any files that Dateline reads. After ``--warm`` reports the next ``--reports`` are taken apart and
read for their claims, each ``--rounds`` times with the best counted, in seconds of the processor
(what else the machine does is left out as far as that can be). Beside it stand the same texts cut
into words and marks by one regular expression, and by spaCy's tokeniser where it is installed.
Then ``--long`` reports are read one after the other (a smaller pile again and again), with the
memory of the process printed on the way.
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from dateline.claims.read import claims_of
from dateline.model import Report
from dateline.read import read_reports
from dateline.text import analyse

_WORD = re.compile(r"\w+|[^\w\s]")
_STEPS = 8
_OFTEN = 200_000  # the garbage collector's first threshold, as the commands set it


def main(arguments: Iterable[str] | None = None) -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n\n")[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--warm", type=int, default=350)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--long", type=int, default=20_000)
    given = parser.parse_args(None if arguments is None else list(arguments))
    gc.set_threshold(_OFTEN)
    pile = list(read_reports(given.files))
    for report in pile[: given.warm]:
        claims_of(analyse(report))
    _speed(pile[given.warm : given.warm + given.reports], given.rounds)
    if given.long:
        _memory(pile, given.long)


def _speed(reports: Sequence[Report], rounds: int) -> None:
    """Print what a report costs, in milliseconds of the processor."""
    words = sum(len(r.text.split()) for r in reports) / len(reports)
    print(f"{len(reports)} reports of {words:.0f} words\n\n| | ms a report | reports a second |")
    print("|---|---:|---:|")
    apart = [analyse(r) for r in reports]
    took = _cost(analyse, reports, rounds), _cost(claims_of, apart, rounds)
    _row("taken apart", took[0])
    _row("read for claims", took[1])
    _row("both", sum(took))
    texts = [r.text for r in reports]
    _row("cut into words by a regular expression", _cost(_WORD.findall, texts, rounds))
    if tokenise := _spacy():
        _row("cut into words by spaCy", _cost(tokenise, texts, rounds))


def _cost(act: Callable[[Any], object], inputs: Sequence[object], rounds: int) -> float:
    """The mean over the inputs of the best round of each."""
    best = [float("inf")] * len(inputs)
    for _ in range(rounds):
        for n, value in enumerate(inputs):
            start = time.process_time()
            act(value)
            best[n] = min(best[n], time.process_time() - start)
    return sum(best) / len(best)


def _row(name: str, seconds: float) -> None:
    print(f"| {name} | {1000 * seconds:.2f} | {1 / seconds:,.0f} |", flush=True)


def _spacy() -> Callable[[str], object] | None:
    try:
        nlp: Callable[[str], object] = import_module("spacy").blank("en")
    except ImportError:
        return None
    return nlp


def _memory(pile: Sequence[Report], reports: int) -> None:
    """Print the memory of the process while reports are read one after the other."""
    print("\n| reports | MB |\n|---:|---:|")
    step = max(1, reports // _STEPS)
    for n, report in enumerate(islice(cycle(pile), reports), 1):
        claims_of(analyse(report))
        if n % step == 0:
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            print(f"| {n:,} | {pages * resource.getpagesize() / 1e6:.0f} |", flush=True)


if __name__ == "__main__":
    main()
