"""The figures of ``docs/explanation/places.md``: ``python -m bench.places FOLDER``.

FOLDER holds ``lgl.xml`` and ``TR-News.xml`` (Lieberman 2010; Kamalloo and Rafiei 2018).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bench.places.corpora import Article, articles
from bench.places.score import found, score
from dateline.claims.places import places_of, resolve
from dateline.model import Report
from dateline.text import analyse


def main(folder: Path) -> None:
    """Print both halves of both corpora, and the time per report."""
    resolve("Paris", [(0, 5)])
    for name in ("lgl.xml", "TR-News.xml"):
        read = articles(folder / name)
        for half, held in (("seen", False), ("held", True)):
            part = [a for a in read if a.held == held]
            ends = found(part)
            print(name, half, score(part).figures())
            print(f"  mentions P {ends.precision:.3f} R {ends.recall:.3f} F1 {ends.f1:.3f}")
        print(f"  {_milliseconds(read):.2f} ms of processor time per report")


def _milliseconds(read: list[Article]) -> float:
    parts = [analyse(Report(a.id, a.text)) for a in read]
    start = time.process_time()
    for part in parts:
        places_of(part)
    return (time.process_time() - start) * 1000 / len(parts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
