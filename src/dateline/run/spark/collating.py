"""Stage: the versions of each dispatch read against its base.

A dispatch in very many versions is cut into chunks by their texts, so that identical ones stay
together; its base is found first, and each chunk is collated against that.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from dateline.lineage.base import base
from dateline.model import Dispatch, Report
from dateline.run.columns import batch_of, schema_of, values_of
from dateline.run.local import collated, shown_of
from dateline.run.spark.reading import FIELDS
from dateline.run.version_rows import VersionRow, rows_of
from dateline.text import analyse

__all__ = ["bases_of", "compared", "members_of"]

AT_ONCE = 256  # versions; some seconds of work


def members_of(dispatches: Any, reports: Any) -> Any:
    """The versions of dispatches of several: dispatch, chunk, chunks, the report's fields."""
    from pyspark.sql import functions as f

    several = dispatches.where("size(versions) > 1")
    chunks = f.ceil(f.size("versions") / f.lit(AT_ONCE)).cast("int").alias("chunks")
    ids = several.select(f.col("id").alias("dispatch"), chunks, f.explode("versions").alias("id"))
    chunk = f.pmod(f.xxhash64("text"), f.col("chunks")).cast("int").alias("chunk")
    joined = ids.join(reports.select(*FIELDS), "id")
    return joined.select("dispatch", chunk, "chunks", *FIELDS)


def bases_of(members: Any) -> Any:
    """The bases of the dispatches that are cut into chunks: dispatch, the report's fields."""
    from pyspark.sql.pandas.types import from_arrow_schema

    schema = from_arrow_schema(pa.schema([("dispatch", pa.string()), *schema_of(Report)]))
    many = members.where("chunks > 1")
    nearest = many.groupBy("dispatch", "chunk").applyInArrow(_base, schema)
    return nearest.groupBy("dispatch").applyInArrow(_base, schema)


def _base(versions: pa.Table) -> pa.Table:
    found = base(analyse(r) for r in shown_of(values_of(Report, versions)))
    row = pa.Table.from_batches([batch_of(Report, [found.report])])
    return row.add_column(0, "dispatch", versions.column("dispatch").slice(0, 1))


def compared(members: Any, bases: Any) -> Any:
    """The rows of all collations (see `dateline.run.version_rows`), before the pile's names."""
    from pyspark.sql import functions as f
    from pyspark.sql.pandas.types import from_arrow_schema

    chunks = members.where("chunks > 1").select("dispatch", "chunk").distinct()
    sent = bases.join(chunks, "dispatch").withColumn("is_base", f.lit(True))
    kept = ("dispatch", "chunk", *FIELDS, "is_base")
    own = members.withColumn("is_base", f.lit(False))
    both = own.select(*kept).union(sent.select(*kept))
    schema = from_arrow_schema(schema_of(VersionRow))
    return both.groupBy("dispatch", "chunk").applyInArrow(_compared, schema)


def _compared(versions: pa.Table) -> pa.Table:
    """A chunk against the base that was sent with it, or a whole dispatch against its own."""
    name = versions.column("dispatch")[0].as_py()
    is_base = versions.column("is_base").to_pylist()
    reports = values_of(Report, versions)
    sent = [r for r, is_sent in zip(reports, is_base, strict=True) if is_sent]
    by_id = {report.id: report for report in reports}
    against = sent[0].id if sent else None
    collation = collated(Dispatch(name, "", ()), list(by_id.values()), against)
    return pa.Table.from_batches([batch_of(VersionRow, rows_of(collation))])
