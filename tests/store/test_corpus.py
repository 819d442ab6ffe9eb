"""One report of each dispatch is kept; each that is not names one that has its text."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dateline.errors import UsageError
from dateline.model import Report
from dateline.run.archive import add
from dateline.store import Archive
from dateline.store.corpus import corpus
from dateline.store.corpus_files import write_jsonl, write_parquet

from .piles import pile

_BODY = [
    "The harbour board of Ostmere said on Monday it would close Lantern Wharf for the winter.",
    "Its chairwoman Ida Kestrel called the closure a pause that nobody on the board had wanted.",
    "About twelve hundred people a day use the wharf, most of them bound for Grell island.",
    "A guild of pilots that sued the board in spring said no one had asked its members.",
]
REPORTS = [
    Report("late-full", "\n".join(_BODY), outlet="Gull", date="2031-03-09"),
    Report("early-cut", "\n".join(_BODY[:3]), outlet="Post", date="3 March 2031"),
    Report("undated", "OSTMERE (Pelham) - " + "\n".join(_BODY[:3]), outlet="Pelham"),
    Report("alone", "Snow fell on the island of Grell and nobody went anywhere for two days."),
]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as made:
        add(made, REPORTS)
        yield made


@pytest.mark.parametrize(
    ("keep", "kept"), [("first", "early-cut"), ("longest", "late-full"), ("origin", "undated")]
)
def test_each_way_of_keeping_keeps_another(archive: Archive, keep: str, kept: str):
    found = {k.report.id: k for k in corpus(archive, keep)}
    assert set(found) == {kept, "alone"}
    left = found[kept].left_out
    assert {one.id for one in left} == {r.id for r in REPORTS[:3]} - {kept}
    assert all(one.copies == kept and one.score >= 0.5 and one.why for one in left)
    assert found["alone"].left_out == ()


def test_another_way_of_keeping_is_refused(archive: Archive):
    with pytest.raises(UsageError, match="not 'best'"):
        corpus(archive, "best")


@pytest.mark.parametrize("keep", ["first", "longest", "origin"])
def test_every_report_is_kept_or_left_out_once(tmp_path: Path, keep: str):
    reports = pile(4)
    with Archive.open(tmp_path / "b.db", create=True) as archive:
        add(archive, reports)
        found = list(corpus(archive, keep))
        ids = [k.report.id for k in found] + [one.id for k in found for one in k.left_out]
        assert sorted(ids) == sorted(r.id for r in reports)
        assert len(found) == len(list(archive.dispatches(1)))


def test_both_kinds_of_files_hold_the_same(archive: Archive):
    lines, table = io.BytesIO(), io.BytesIO()
    assert write_jsonl(corpus(archive), lines) == write_parquet(corpus(archive), table) == 2
    rows = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert rows == pq.read_table(io.BytesIO(table.getvalue())).to_pylist()
    assert rows[1]["left_out"][0]["copies"] == rows[1]["id"]
