"""Run a tool in a process of its own and see what it took and what it found."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

SHARE, SIMILAR = 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Seen:
    """One tool at one size: seconds, bytes, and the share of the true pairs that it found.

    ``wall``, ``cpu`` and ``peak`` are of the whole process, ``in_process`` is from opening the file
    to the pairs once the tool is loaded; each the best of the runs. ``read_and_wc`` is a plain read
    and ``wc -w`` of the same file.
    """

    tool: str
    reports: int
    wall: float
    in_process: float
    cpu: float
    peak: int
    read_and_wc: float
    pairs: int
    recall_containment: float
    recall_jaccard: float
    precision_containment: float


def measure(
    tool: str, path: Path, reports: int, truth: NDArray[np.float64], runs: int, yardstick: float
) -> Seen:
    """Measure one tool; the process fails loudly if the tool does."""
    walls, cpus, peaks = zip(*(_whole(tool, path, reports) for _ in range(runs)), strict=True)
    target = path.with_suffix(".pairs.npy")
    command = [*_command(tool, path, reports), str(target)]
    inner = min(float(subprocess.check_output(command)) for _ in range(runs))
    found = {(min(pair), max(pair)) for pair in np.load(target).tolist()}
    contained = {(int(a), int(b)) for a, b, _, _ in truth.tolist()}
    similar = {(int(a), int(b)) for a, b, _, jaccard in truth.tolist() if jaccard >= SIMILAR}
    return Seen(
        tool,
        reports,
        min(walls),
        inner,
        min(cpus),
        min(peaks),
        yardstick,
        len(found),
        _share(found, contained),
        _share(found, similar),
        _share(contained, found),
    )


def read_and_wc(path: Path) -> float:
    """Seconds of a plain read and ``wc -w`` of a file, the best of three."""
    return min(_read_and_wc(path) for _ in range(3))


def _read_and_wc(path: Path) -> float:
    begun = perf_counter()
    path.read_bytes()
    subprocess.run(["wc", "-w", path], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begun


def _command(tool: str, path: Path, reports: int) -> list[str]:
    return [sys.executable, "-m", "bench.copies.worker", tool, str(path), str(reports)]


def _whole(tool: str, path: Path, reports: int) -> tuple[float, float, int]:
    """Wall seconds, processor seconds and peak bytes of the whole process."""
    begun = perf_counter()
    process = subprocess.Popen(_command(tool, path, reports), stdout=subprocess.PIPE)
    _, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - begun
    if status or not process.stdout:
        raise RuntimeError(f"{tool} failed on {path}")
    return wall, used.ru_utime + used.ru_stime, int(process.stdout.read())


def _share(found: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> float:
    return len(found & wanted) / len(wanted) if wanted else 1.0
