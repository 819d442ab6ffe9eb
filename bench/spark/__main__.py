"""Spark beside one machine, on one pile or several, equality checked.

::

    python -m bench.copies.pile 200000 --popular-every 40 --popular-span 200000 > pile.jsonl
    python -m bench.spark work gold.jsonl:claims r21k.jsonl:claims pile.jsonl:pairs
    python -m bench.spark work --kill r21k.jsonl:claims

A pile is named with the last table that is wanted, or ``pairs``. With ``--kill`` the driver is
killed (SIGKILL) once half of the stages of the first run are done, and started again.
"""

from __future__ import annotations

import argparse
import shutil
import time
from pathlib import Path

from bench.spark.measure import Measured, measured
from bench.spark.same import same_pairs, same_table
from dateline.run.job import RESULTS

_HEAD = (
    *("pile", "until", "engine", "wall s", "CPU s", "of it start s", "peak MB", "shuffle MB"),
    *("spilled MB", "tables MB", "values", "equal"),
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("work", type=Path)
    options.add_argument("piles", nargs="+")
    options.add_argument("--kill", action="store_true")
    given = options.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    print("|", " | ".join(_HEAD), "|")
    print("|", " | ".join("---" for _ in _HEAD), "|")
    for pile in given.piles:
        path, _, until = pile.rpartition(":")
        if given.kill:
            _killed(given.work, Path(path), until)
        else:
            _beside(given.work, Path(path), until)


def _beside(work: Path, pile: Path, until: str) -> None:
    for engine in ("local", "spark"):
        took = measured(
            [engine, until, str(pile), str(_fresh(work, pile, engine))], _out(work, pile, engine)
        )
        told = _told(work, pile, until) if engine == "spark" else ("", "")
        _row(pile, until, engine, took, told)
        for stage, seconds in took.stages.items():
            print(f"<!-- {stage} {seconds} -->")


def _killed(work: Path, pile: Path, until: str) -> None:
    """Equal tables after a driver that was killed half way; needs the runs of `_beside`."""
    stages = (_out(work, pile, "spark") / "stages.jsonl").read_text().splitlines()
    out = _fresh(work, pile, "killed")
    log = out / "stages.jsonl"

    def half_done() -> bool:
        return log.exists() and len(log.read_text().splitlines()) >= len(stages) // 2

    arguments = ["spark", until, str(pile), str(out)]
    first = measured(arguments, out, half_done)
    done = len(log.read_text().splitlines())
    time.sleep(5)
    again = measured(arguments, out)
    told = _told(work, pile, until, "killed")
    _row(pile, until, f"spark, killed after stage {done} of {len(stages)}", first, ("", ""))
    _row(pile, until, "spark, the same again", again, told)


def _told(work: Path, pile: Path, until: str, engine: str = "spark") -> tuple[str, str]:
    """How many values there are, and whether both engines have the same."""
    here, there = _out(work, pile, "local"), _out(work, pile, engine)
    if until == "pairs":
        same, count = same_pairs(here, there)
        return f"{count:,} pairs", "yes" if same else "NO"
    names = RESULTS[: RESULTS.index(until) + 1]
    found = [same_table(here, there, name) for name in names]
    counts = ", ".join(f"{count:,} {name}" for name, (_, count) in zip(names, found, strict=True))
    return counts, "yes" if all(same for same, _ in found) else f"NO: {found}"


def _out(work: Path, pile: Path, engine: str) -> Path:
    return work / f"{pile.stem}.{engine}"


def _fresh(work: Path, pile: Path, engine: str) -> Path:
    out = _out(work, pile, engine)
    for folder in (out, out.with_name(f"{out.name}.events")):
        shutil.rmtree(folder, ignore_errors=True)
    return out


def _row(pile: Path, until: str, engine: str, took: Measured, told: tuple[str, str]) -> None:
    sizes = (took.peak, took.shuffle, took.spilled, took.output)
    cells = (
        *(pile.stem, until, engine, f"{took.seconds:.0f}", f"{took.cpu:.0f}", f"{took.start:.0f}"),
        *(f"{size / 1e6:,.1f}" if size else "" for size in sizes),
        *told,
    )
    print("|", " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    main()
