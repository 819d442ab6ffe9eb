"""One suite for every engine: the same job gives the same tables, whatever runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import InputError, UsageError
from dateline.read import read_reports
from dateline.run import local
from dateline.run.job import Job
from tests.run.engines import ENGINES, SPARK_LACKS, Engine, listed, pile, started, write


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[tuple[str, Engine]]:
    if request.param == "spark" and SPARK_LACKS:
        pytest.skip(SPARK_LACKS)
    with started(request.param) as run:
        yield request.param, run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two Parquet files, one id in both."""
    out = tmp_path_factory.mktemp("pile")
    reports = pile()
    write(out / "a.parquet", reports[:90])
    write(out / "b.parquet", [*reports[90:], reports[0]])
    return out


@pytest.mark.parametrize("every_pair", [True, False])
def test_relations_are_those_of_copies(engine, folder, tmp_path, every_pair):
    told = []
    reports = read_reports([folder], on_problem=told.append)
    expected = list(local.copies(reports, every_pair=every_pair))
    job = Job([str(folder)], tmp_path / "out", every_pair=every_pair, until="relations")
    engine[1](job)
    assert listed(tmp_path / "out", "relations") == sorted(expected, key=repr)
    assert len({r.relation for r in expected}) > 1


def test_other_inputs_are_read_too(engine, tmp_path):
    """And nothing of another run is mixed in."""
    text = "The ferry to Tollan left its pier at nine with forty people and two goats aboard. "
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(text + f"So says the {name} Gull.")
    out = tmp_path / "out"
    inputs = [str(tmp_path / f"{name}.txt") for name in ("one", "two")]
    engine[1](Job(inputs, out, until="relations"))
    assert [r.relation for r in listed(out, "relations")] == ["copy"]
    (tmp_path / "two.txt").write_text("Rain.")
    with pytest.raises(UsageError, match="other inputs"):
        engine[1](Job(inputs, out, until="relations"))
    with pytest.raises(UsageError, match="holds no run"):
        engine[1](Job(inputs, tmp_path, until="relations"))


def test_a_pile_without_reports_is_refused(engine, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    told = []
    with pytest.raises(InputError, match="no report"):
        engine[1](Job([str(tmp_path / "empty.txt")], tmp_path / "out", on_problem=told.append))
    assert told
