"""Stage: from files to numbered reports, a Parquet file a task, anything else read by the driver.

The number of a report says its place in the pile: its file's, then its own in the file. Each task
reads as `dateline.read` does; ids are made unique afterwards, which is done as if the pile had been
read in order (`dateline.read.ids`), one group of ids that could clash at a time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.model import Problem, Report
from dateline.read.columns import Columns
from dateline.read.ids import Ids
from dateline.read.limits import DEFAULTS
from dateline.read.parquet_format import fits
from dateline.read.paths import STDIN, Finder
from dateline.read.reading import Reading
from dateline.read.reports import read_file

__all__ = ["FIELDS", "files_of", "has_parquet_only", "read_here", "read_there", "with_unique_ids"]

FIELDS = ("id", "text", "title", "outlet", "date", "url", "source")
SCHEMA = "number long, id string, text string, title string, outlet string, date string,"
SCHEMA += " url string, source string, problem string"
_ARROW = pa.schema([("number", pa.int64()), *((f, pa.string()) for f in (*FIELDS, "problem"))])
_FILE = 1 << 40  # more records than any file holds
_ROWS = 2000
_NUMBERED = r"(#[0-9]+)+$"

Row = dict[str, Any]


class _AsWanted(Ids):
    """Ids as the records have them, whether or not another has the same."""

    def claim(self, wanted: str) -> str:
        return wanted


def files_of(paths: Sequence[str], on_problem: Callable[[Problem], None]) -> list[str]:
    """The files behind paths, in the order of `dateline.read`; Spark's own notes are left out."""
    reading = Reading(Columns(), DEFAULTS, on_problem)
    finder = Finder(reading.tell)
    found = [file for path in paths for file in finder.find(path)]
    return [file for file in found if not Path(file).name.startswith("_")]


def has_parquet_only(files: Sequence[str]) -> bool:
    """Whether all are Parquet files, by their content."""
    return all(file != STDIN and fits(_head(file)) for file in files)


def _head(file: str) -> bytes:
    with open(file, "rb") as stream:
        return stream.read(4)


def read_there(spark: Any, files: Sequence[str], columns: Columns) -> Any:
    """Reports and problems of Parquet files, each file read by one task."""
    rows = [(number, file) for number, file in enumerate(files)]
    frame = spark.createDataFrame(rows, "file int, path string")
    placed = frame.repartitionById(len(files), "file")

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for file, path in zip(*batch.to_pydict().values(), strict=True):
                yield from _batches(_read(path, file * _FILE, columns))

    return placed.mapInArrow(read, SCHEMA)


def read_here(reports: Iterable[Report], folder: Path) -> None:
    """Write reports that only the driver can read, in the same columns, as they come."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = (_row(number, report) for number, report in enumerate(reports))
    with pq.ParquetWriter(folder / "reports.parquet", _ARROW) as writer:
        for batch in _batches(rows):
            writer.write_batch(batch)
    (folder / "_SUCCESS").touch()


def _read(path: str, first: int, columns: Columns) -> Iterator[Row]:
    told: list[Problem] = []
    reading = Reading(columns, DEFAULTS, told.append)
    reading.ids = _AsWanted()
    number = first
    for number, report in enumerate(read_file(path, reading), first):
        yield _row(number, report)
    reading.files.close(path)
    for problem in told:
        yield {"number": number, "problem": json.dumps(asdict(problem))}


def _row(number: int, report: Report) -> Row:
    return {"number": number, **{field: getattr(report, field) for field in FIELDS}}


def _batches(rows: Iterator[Row]) -> Iterator[pa.RecordBatch]:
    while some := list(islice(rows, _ROWS)):
        yield pa.RecordBatch.from_pylist(some, schema=_ARROW)


def with_unique_ids(rows: Any) -> Any:
    """The same rows; the second report with an id is ``ID#2``, the third ``ID#3``."""
    from pyspark.sql import functions as f

    rooted = rows.select("number", "id", f.regexp_replace("id", _NUMBERED, "").alias("root"))
    several = rooted.groupBy("root").count().where("count > 1")
    if several.isEmpty():
        return rows
    parts = rows.sparkSession.sparkContext.defaultParallelism
    clash = rooted.join(several, "root", "left_semi")
    placed = clash.repartition(parts, "root").select("number", "id")
    given = placed.mapInArrow(_claimed, "number long, given string")
    joined = rows.join(given, "number", "left")
    return joined.withColumn("id", f.coalesce("given", "id")).drop("given")


def _claimed(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Ids that could clash, given out in the order of the pile."""
    rows = [row for batch in batches for row in zip(*batch.to_pydict().values(), strict=True)]
    ids = Ids()
    given = [(number, ids.claim(wanted)) for number, wanted in sorted(rows)]
    if given:
        numbers, claimed = zip(*given, strict=True)
        yield pa.RecordBatch.from_pydict({"number": list(numbers), "given": list(claimed)})
