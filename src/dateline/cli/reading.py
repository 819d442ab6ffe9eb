"""Reading files into an archive in a process of its own, while this one gets the pages ready.

Matching loads much that no page needs; done at once, the first page is there sooner.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dateline.cli.main import ended
from dateline.cli.output import Output

__all__ = ["reading"]


@contextmanager
def reading(paths: Sequence[str], archive: str) -> Iterator[subprocess.Popen[bytes]]:
    """The process that reads; it tells problems itself, and its exit code says how it went."""
    command = [sys.executable, "-m", __name__, archive, *paths]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=environment) as process:
        try:
            yield process
        finally:
            process.terminate()  # nothing, where it has ended


def read(archive: str, paths: Sequence[str]) -> int:
    """Read files and folders into a new archive."""
    with Output() as out:
        from dateline.read import Columns, read_reports
        from dateline.run import archive as stages
        from dateline.store import Archive

        with Archive.open(archive, create=True) as opened:
            reports = out.counted(read_reports(paths, Columns(), out.problem))
            stages.add(opened, reports, {"paths": list(paths)}, progress=out.progress)
        return out.close()


if __name__ == "__main__":
    sys.exit(ended(lambda: read(sys.argv[1], sys.argv[2:])))
