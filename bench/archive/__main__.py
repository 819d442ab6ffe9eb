"""An archive at work: what it costs to build it, to add to it, and to ask it.

::

    python -m bench.archive --sizes 20000,200000 --more 1000 --learn 10000

Builds an archive of a made pile (`bench.copies.pile`) with the command line, adds more of the same
pile to it, then adds all again (nothing is new) and asks. With --learn the archive learns what
sites repeat (reindex) after its first so many reports. Each command is a process of its own.
Prints one line of JSON for each size.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from bench.copies.pile import Made, Pile


@dataclass(frozen=True)
class Cost:
    """What one process took: seconds by the clock and of both kinds of processor time, and MB."""

    wall: float
    cpu: float
    peak: float


def main() -> None:
    given = _options()
    for size in given.sizes:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            found = _measured(size, given.more, given.learn, Path(folder))
            print(json.dumps(found), flush=True)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--sizes", type=_numbers, default=[20_000, 200_000])
    options.add_argument("--more", type=int, default=1_000)
    options.add_argument("--learn", type=int, default=0)
    options.add_argument("--folder", type=Path, help="where archives are built and removed again")
    return options.parse_args()


def _numbers(given: str) -> list[int]:
    return [int(number) for number in given.split(",")]


def _measured(size: int, more: int, learn: int, folder: Path) -> dict[str, object]:
    reports = iter(Pile(size + more))
    taught = _write(islice(reports, learn), folder / "taught.jsonl")
    first = _write(islice(reports, size - learn), folder / "first.jsonl")
    second = _write(reports, folder / "more.jsonl")
    archive = folder / "a.db"
    sentence = json.loads(second.open().readline())["text"].partition(".")[0]
    learning = []
    if learn:
        learning = [_run("add", taught, archive=archive), _run("reindex", archive=archive)]
    costs = {
        "build": _sum([*learning, _run("add", first, archive=archive)]),
        "add": _run("add", second, archive=archive),
        "again": _run("add", first, archive=archive),
        "stories": _run("stories", archive=archive),
        "search": _run("search", *sentence.split()[:3], archive=archive),
        "trace": _run("trace", "--text", sentence, archive=archive),
    }
    share = costs["add"].wall / costs["build"].wall
    sizes = {"file_mb": round(archive.stat().st_size / 1e6), "reports": size, "more": more}
    found = {name: asdict(cost) for name, cost in costs.items()}
    return {**sizes, "add_share_of_build": round(share, 4), **found}


def _write(reports: Iterable[Made], path: Path) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for made in reports:
            file.write(json.dumps({"id": made.id, "outlet": made.outlet, "text": made.text}) + "\n")
    return path


def _sum(costs: list[Cost]) -> Cost:
    wall, cpu, peak = zip(*((c.wall, c.cpu, c.peak) for c in costs), strict=True)
    return Cost(round(sum(wall), 2), round(sum(cpu), 2), max(peak))


def _run(*tokens: str | Path, archive: Path) -> Cost:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "dateline", *map(str, tokens), "--archive", str(archive)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(round(wall, 2), round(cpu, 2), round(usage.ru_maxrss / 1024))


if __name__ == "__main__":
    main()
