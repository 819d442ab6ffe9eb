"""One suite for every engine: the same job gives the same tables, whatever runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import InputError, UsageError
from dateline.match import dispatches
from dateline.read import read_reports
from dateline.run import local, tables
from dateline.run.claims import claims
from dateline.run.job import RESULTS, Job
from dateline.run.pile_names import with_pile_names
from dateline.run.tables import read_table
from dateline.run.version_rows import collations_of
from tests.run.engines import ENGINES, Engine, listed, pile, write

TAKEN_OVER = {
    "local": [
        "relations: whole already, taken over",
        "collations: whole already, taken over",
    ],
    "spark": ["going on after stage 07-components-contracted, which was whole already"],
}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> tuple[str, Engine]:
    if request.param == "local":
        return "local", tables.run
    spark = request.getfixturevalue("spark")
    from dateline.run.spark.whole import run

    return "spark", lambda job: run(spark, job)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two Parquet files, one id in both."""
    out = tmp_path_factory.mktemp("pile")
    reports = pile()
    write(out / "a.parquet", reports[:90])
    write(out / "b.parquet", [*reports[90:], reports[0]])
    return out


def test_all_tables_are_those_of_the_functions_of_one_machine(
    engine, folder, tmp_path, monkeypatch
):
    """And a run that lost some stages takes over the others."""
    monkeypatch.setattr("dateline.run.spark.collating.AT_ONCE", 8)  # dispatches are cut
    name, run = engine
    reports = list(read_reports([folder], on_problem=lambda _: None))
    by_id = {report.id: report for report in reports}
    relations = list(local.copies(reports, every_pair=False))
    families = dispatches(by_id, relations)
    several = [d for d in families if len(d.versions) > 1]
    collations = [local.collated(d, [by_id[v] for v in d.versions]) for d in several]
    out, notes = tmp_path / "out", []
    job = Job([str(folder)], out, every_pair=False, note=notes.append)
    run(job)
    assert listed(out, "relations") == sorted(relations, key=repr)
    assert listed(out, "dispatches") == sorted(families, key=repr)
    found = collations_of(several, read_table(out, "collations"))
    assert list(found) == with_pile_names(collations)
    expected = [claim for _, some in claims(reports, lambda _: None) for claim in some]
    assert listed(out, "claims") == sorted(expected, key=repr)
    assert len({r.relation for r in relations}) > 1
    assert len(several) > 5
    assert max(len(d.versions) for d in several) > 16
    before = {result: listed(out, result) for result in RESULTS}
    for result in ("dispatches", "claims"):
        (out / result / "_SUCCESS").unlink()
    run(job)
    assert {result: listed(out, result) for result in RESULTS} == before
    assert notes == TAKEN_OVER[name]


def test_every_pair_is_listed_where_that_is_wanted(engine, folder, tmp_path):
    reports = read_reports([folder], on_problem=lambda _: None)
    expected = list(local.copies(reports, every_pair=True))
    engine[1](Job([str(folder)], tmp_path / "out", every_pair=True, until="relations"))
    assert listed(tmp_path / "out", "relations") == sorted(expected, key=repr)


def test_nothing_of_another_run_is_mixed_in(engine, tmp_path):
    """Inputs that are no Parquet are read too."""
    text = tmp_path / "one.txt"
    text.write_text("")
    told = []
    job = Job([str(text)], tmp_path / "out", until="relations", on_problem=told.append)
    with pytest.raises(InputError, match="no report"):
        engine[1](job)
    assert told
    text.write_text("The ferry to Tollan left its pier at nine.")
    with pytest.raises(UsageError, match="other inputs"):
        engine[1](job)
    with pytest.raises(UsageError, match="holds no run"):
        engine[1](Job([str(text)], tmp_path, until="relations"))
