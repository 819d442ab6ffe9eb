"""The engines, the jobs that all of them must do alike, and made reports to do them on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from bench.copies.pile import Pile

from dateline.model import Report
from dateline.run import tables
from dateline.run.job import Job

Engine = Callable[[Job], None]
ENGINES = ("local", "spark")
SPARK_LACKS = (
    "pyspark is not installed: pip install 'dateline[spark]'"
    if find_spec("pyspark") is None
    else "no Java: Spark needs Java 17"
    if shutil.which("java") is None
    else ""
)


@cache
def pile() -> tuple[Report, ...]:
    """Made reports: dispatches in one to forty versions, abridged, excerpted, exact repetitions."""
    made = [Report(m.id, m.text, outlet=m.outlet) for m in Pile(140, 5, 4, 140)]
    twins = [Report(f"again-{r.id}", r.text, date="2020-01-02") for r in made[:6]]
    small = [Report("small", "Four words in all"), Report("same", "Four words in all")]
    return (*made, *twins, *small, Report("bare", "…"))


def write(path: Path, reports: Any) -> Path:
    """A Parquet file of reports."""
    rows = [
        {"id": r.id, "text": r.text, "outlet": r.outlet, "date": r.date, "title": r.title}
        for r in reports
    ]
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=50)
    return path


def listed(out: Path, name: str) -> list[Any]:
    """The values of a result in an order of their own."""
    return sorted(tables.read_table(out, name), key=repr)
