"""A process that adds a made-up pile to an archive, and may kill itself on the way.

``python -m tests.store.adder ARCHIVE SEED BATCH [STATEMENT]``: with STATEMENT it gets SIGKILL when
SQLite is about to run its statement of that number.
"""

from __future__ import annotations

import os
import signal
import sys

from dateline.run.archive import add
from dateline.store import Archive

from .piles import pile


def main(path: str, seed: int, batch: int, statement: int = 0) -> None:
    seen = 0

    def count(_: str) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    print("ready", flush=True)
    with Archive.open(path, create=True) as archive:
        if statement:
            archive.connection.set_trace_callback(count)
        add(archive, pile(seed), batch=batch)
        print(f"{seen} statements", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
