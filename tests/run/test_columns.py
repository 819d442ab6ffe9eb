"""Values written as columns come back equal."""

import pyarrow as pa
import pytest

import dateline
from dateline.model import Claim, Collation, Relation, Span
from dateline.run import local
from dateline.run.claims import claims
from dateline.run.columns import batch_of, schema_of, values_of
from dateline.samples import folder

REPORTS = list(dateline.read(folder()))


def test_relations_and_collations_of_the_samples_come_back_equal():
    telling = local.tell(REPORTS)
    for kind, values in (
        (Relation, list(local.copies(REPORTS))),
        (Collation, list(telling.collations)),
        (Claim, [claim for _, some in claims(REPORTS, print) for claim in some]),
    ):
        assert values
        rows = batch_of(kind, values)
        assert rows.schema == schema_of(kind)
        assert values_of(kind, rows) == values


def test_no_values_are_rows_too():
    assert values_of(Relation, batch_of(Relation, [])) == []


def test_what_is_none_stays_none():
    rain = Span(0, 4, "Rain")
    claim = Claim("r#1", "r", "narration", "indirect", "said", None, None, rain, "rain", 1.0)
    assert values_of(Claim, batch_of(Claim, [claim])) == [claim]


def test_further_columns_are_left_alone():
    table = pa.Table.from_batches([batch_of(Relation, list(local.copies(REPORTS)))])
    more = table.append_column("number", pa.array(range(len(table))))
    assert values_of(Relation, more) == values_of(Relation, table)


def test_a_type_without_a_column_is_refused():
    with pytest.raises(TypeError, match="no column for"):
        schema_of(object)
