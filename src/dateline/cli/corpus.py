"""``dateline corpus``: one report of each dispatch."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.output import Output

Keep = Annotated[
    Literal["first", "longest", "origin"],
    Parameter(help="Which version: the earliest, the longest, or the one nearest to the origin."),
]
To = Annotated[
    str,
    Parameter(name="--to", help="A .jsonl or .parquet file, or - for standard output."),
]


def corpus(*, archive: ArchiveFile = FILE, keep: Keep = "first", to: To = "-") -> int:
    """Write a corpus without copies: one report of each dispatch.

    Each names the reports that it stands for: which kept report each of them copies, how surely and
    why. For example:

        dateline corpus --keep longest --to siege.parquet
    """
    with Output() as out:
        from dateline.store import Archive
        from dateline.store.corpus import corpus as chosen
        from dateline.store.corpus_files import save, write_jsonl

        with Archive.open(archive) as opened:
            kept = chosen(opened, keep)
            if to == "-":
                write_jsonl(kept, sys.stdout.buffer)
            else:
                count = save(kept, Path(to))
                out.note(f"{count:,} of {len(opened):,} reports kept, written to {to}")
        return out.close()
