"""Tables: CSV and Parquet say the same, and stand-off says it without words."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq

from dateline import cells
from dateline.export import Family, save, stream
from dateline.export.tables import TABLES, columns, table

from .texts import has_words_of


def test_spans_are_what_they_say(families: list[Family]):
    for family in families:
        for name in ("edits", "renames"):
            for record in table(name, family):
                for side in ("a", "b"):
                    text = family.reports[record[side]].text
                    start, end = record[f"{side}_start"], record[f"{side}_end"]
                    assert record[f"{side}_text"] == ("" if start is None else text[start:end])


def test_versions_have_one_base_and_known_parents(family: Family):
    records = list(table("versions", family))
    assert sum(r["base"] for r in records) == 1
    nodes = {node.id for node in family.stemma.nodes}
    assert {r["parent"] for r in records if r["parent"]} <= nodes
    assert [r["report"] for r in records] == list(family.collation.dispatch.versions)


def test_csv_and_parquet_say_the_same(families: list[Family], tmp_path: Path):
    written = save("csv", families, tmp_path) + save("parquet", families, tmp_path)
    assert {p.name for p in written} == {f"{t}.{s}" for t in TABLES for s in ("csv", "parquet")}
    for name in TABLES:
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            plain = list(csv.DictReader(file))
        typed = pq.read_table(tmp_path / f"{name}.parquet").to_pylist()
        assert plain == [{c: as_csv(v) for c, v in record.items()} for record in typed]
        assert len(plain) >= 10


def as_csv(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return cells.plain(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_a_csv_holds_no_formula(family: Family):
    evil = replace(family.reports[family.collation.base], title="=HYPERLINK(1)")
    reports = {**family.reports, evil.id: evil}
    written = b"".join(stream("csv", [replace(family, reports=reports)], table="versions"))
    titles = [row["title"] for row in csv.DictReader(io.StringIO(written.decode()))]
    assert "'=HYPERLINK(1)" in titles
    assert "=HYPERLINK(1)" not in titles


def test_stand_off_has_offsets_and_no_words(families: list[Family]):
    for name in TABLES:
        written = b"".join(stream("csv", families, stand_off=True, table=name)).decode()
        header = next(csv.reader(io.StringIO(written)))
        assert header == list(columns(name, stand_off=True))
        assert not {"title", "a_text", "b_text", "they_write", "we_read"} & set(header)
        for family in families:
            assert not any(has_words_of(written, r.text) for r in family.reports.values())
