"""One tool, once, in its own process: ``python -m bench.copies.worker TOOL FILE REPORTS [PAIRS]``.

Without PAIRS it finds the pairs, prints its peak memory (bytes) and ends, for whoever measures the
whole process. With PAIRS it first runs on three reports, so that the tool is imported and ready,
then prints the seconds from opening the file to the pairs, and writes these to the file PAIRS.
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from time import perf_counter

import numpy as np

from bench.copies.tools import TOOLS


def main() -> None:
    tool, path, reports = TOOLS[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3])
    if len(sys.argv) < 5:
        tool(path, reports)
        print(_peak())
        return
    target = Path(sys.argv[4])
    few = target.with_suffix(".few")
    with path.open("rb") as lines:
        few.write_bytes(b"".join(islice(lines, 3)))
    tool(few, 3)
    begun = perf_counter()
    pairs = tool(path, reports)
    print(perf_counter() - begun)
    np.save(target, pairs)


def _peak() -> int:
    """Peak resident bytes of this program alone; ``getrusage`` counts the one it came from."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


if __name__ == "__main__":
    main()
