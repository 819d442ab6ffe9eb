"""A process with all that it starts: its time, its peak memory, and what Spark's event log says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_EVERY = 0.5
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Measured:
    """What a run took. ``peak`` and the others are bytes; ``stages`` seconds by name.

    ``seconds`` are by the clock, ``cpu`` of processors: what is left where others work too.
    """

    seconds: float
    peak: int
    cpu: float
    start: float = 0.0
    shuffle: int = 0
    spilled: int = 0
    output: int = 0
    stages: dict[str, float] = field(default_factory=dict)


def measured(arguments: list[str], out: Path, stop: Callable[[], bool] = lambda: False) -> Measured:
    """Run ``bench.spark.worker`` to its end, or kill it and all it started once ``stop`` says so.

    Raises:
        RuntimeError: it failed.
    """
    command = [sys.executable, "-m", "bench.spark.worker", *arguments]
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    peak, cpu = 0, dict[int, float]()
    while process.poll() is None:
        time.sleep(_EVERY)
        own = tree(process.pid)
        peak = max(peak, sum(map(_resident, own)))
        cpu |= {pid: max(cpu.get(pid, 0), _processor(pid)) for pid in own}
        if stop():
            process.kill()  # the driver alone: what it started must end by itself
            process.wait()
            return Measured(time.perf_counter() - begin, peak, sum(cpu.values()))
    said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
    took = json.loads(said.splitlines()[-1])
    return Measured(
        time.perf_counter() - begin,
        peak,
        sum(cpu.values()),
        took["start"],
        *_events(out.with_name(f"{out.name}.events")),
        sum(file.stat().st_size for file in out.rglob("*.parquet") if "stages" not in file.parts),
        _stages(out / "stages.jsonl"),
    )


def tree(root: int) -> list[int]:
    """A process and all below it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def _resident(pid: int) -> int:
    """Memory of a process; pages that several share are counted once among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024
    except (OSError, StopIteration):
        return 0  # it has just ended


def _processor(pid: int) -> float:
    """Processor seconds of a process so far, without those of its children."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _events(folder: Path) -> tuple[int, int]:
    """Bytes written to shuffles, and spilled to disk."""
    written = spilled = 0
    for file in folder.rglob("*") if folder.exists() else ():
        if file.is_file():
            for line in file.open():
                if '"SparkListenerTaskEnd"' in line:
                    metrics = json.loads(line).get("Task Metrics") or {}
                    shuffle = metrics.get("Shuffle Write Metrics") or {}
                    written += shuffle.get("Shuffle Bytes Written", 0)
                    spilled += metrics.get("Disk Bytes Spilled", 0)
    return written, spilled


def _stages(file: Path) -> dict[str, float]:
    if not file.exists():
        return {}
    rows = map(json.loads, file.read_text().splitlines())
    return {row["stage"]: row["seconds"] for row in rows}
