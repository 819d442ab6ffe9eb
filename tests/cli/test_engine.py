"""What `copies --engine` says where it cannot be done."""

import shutil
from importlib import util
from pathlib import Path

import pytest

from dateline.run.tables import read_table
from tests.cli.running import Here

TEXT = "The ferry to Tollan left its pier at nine with forty people and two goats aboard. "


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(TEXT + f"So says the {name} Gull.")
    return folder


def test_tables_are_written_on_this_machine(here: Here, pile: Path, tmp_path: Path):
    out = tmp_path / "out"
    ran = here("copies", "--engine", "local", "--until", "dispatches", pile, out)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert f"relations, dispatches are in {out}" in ran.stderr
    assert [r.relation for r in read_table(out, "relations")] == ["copy"]
    assert [len(d.versions) for d in read_table(out, "dispatches")] == [2]
    assert not (out / "claims").exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--engine", "local"], "--engine needs what to read and, last, the folder to write"),
        (["--master", "local[2]", "out"], "go with --engine"),
        (["--engine", "local", "--master", "local[2]", "out"], "go with --engine spark"),
        (["--engine", "local", "--json", "out"], "--json goes without it"),
        (["--engine", "spark", "--conf", "memory", "out"], "a setting is NAME=VALUE"),
    ],
)
def test_wrong_usage_is_told_in_one_line(here: Here, pile: Path, options: list[str], says: str):
    ran = here("copies", pile, *options)
    assert ran.returncode == 2
    assert says in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_without_pyspark_it_says_what_to_install(
    here: Here, pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    found = util.find_spec
    monkeypatch.setattr(
        "dateline.run.spark.session.find_spec", lambda n: None if n == "pyspark" else found(n)
    )
    ran = here("copies", "--engine", "spark", pile, tmp_path / "out")
    assert ran.returncode == 2
    assert "needs pyspark: pip install 'dateline[spark]'" in ran.stderr


def test_without_java_it_says_what_to_install(
    here: Here, pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    ran = here("copies", "--engine", "spark", pile, tmp_path / "out")
    assert ran.returncode == 2
    assert "needs Java 17 or newer" in ran.stderr
