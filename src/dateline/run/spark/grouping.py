"""Stage: dispatches, component by component of the copies.

The greedy choice of cores never looks beyond a component, so that what is chosen for any set of
whole components is what is chosen for all.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from dateline.match.dispatches import dispatches
from dateline.model import Dispatch, Relation
from dateline.run.columns import batch_of, schema_of, values_of

__all__ = ["grouped"]


def grouped(reports: Any, relations: Any, labels: Any, parts: int) -> Any:
    """The dispatches of all reports, in ``parts`` parts of whole components.

    ``labels`` (a, b) says to which component b a report a belongs; the others are their own.
    """
    from pyspark.sql import functions as f
    from pyspark.sql.pandas.types import from_arrow_schema

    def placed(frame: Any, number: str) -> Any:
        own = labels.selectExpr(f"a as {number}", "b as component")
        component = f.coalesce("component", number)
        joined = frame.join(own, number, "left")
        return joined.withColumn("part", f.pmod(f.hash(component), parts))

    ids = placed(reports.select("number", "id"), "number").select("part", "id")
    copies = placed(relations.where("relation = 'copy'"), "number_a")
    copies = copies.select("part", *schema_of(Relation).names)
    schema = from_arrow_schema(schema_of(Dispatch))
    return ids.groupBy("part").cogroup(copies.groupBy("part")).applyInArrow(_grouped, schema)


def _grouped(ids: pa.Table, copies: pa.Table) -> pa.Table:
    found = dispatches(ids.column("id").to_pylist(), values_of(Relation, copies))
    return pa.Table.from_batches([batch_of(Dispatch, found)])
