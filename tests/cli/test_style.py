"""What a person sees of house styles, and what the command answers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.cli.show.style import show_styles
from dateline.model import Habit, HouseStyle
from dateline.read import read_reports
from dateline.run.archive import add
from dateline.samples import folder
from dateline.store import Archive

from .running import run
from .seen import assert_as_kept, drawn

QUAY = HouseStyle(
    "Daily Quay",
    versions=12,
    dispatches=9,
    kept=0.834,
    habits=(
        Habit("renamed", "Harbour League", "Tidemen", 31, 31, 9, 0.89, "The Tidemen lost a mole."),
        Habit("spelling", "harbour", "harbor", 7, 8, 4, 0.53, "The harbor is shut."),
        Habit("sources dropped", "monitors", "", 3, 5, 3, 0.23, "The Watch counted forty shells."),
    ),
)
MOLE = HouseStyle("Evening Mole", 2, 2, 1.0, (QUAY.habits[1],))


@pytest.mark.parametrize("width", [80, 160])
def test_one_outlet(width: int) -> None:
    assert_as_kept(f"style-{width}", drawn(show_styles([QUAY], 8), width))


@pytest.mark.parametrize("width", [80, 160])
def test_two_outlets_side_by_side(width: int) -> None:
    assert_as_kept(f"style-two-{width}", drawn(show_styles([QUAY, MOLE], 8), width))


def test_long_lists_of_two_outlets_are_folded() -> None:
    seen = drawn(show_styles([QUAY, MOLE], 1), 80)
    assert "… and 1 more" in seen


def test_an_example_shows_the_changed_word() -> None:
    long = replace(QUAY.habits[1], example="All winter " * 20 + "the harbor was shut.")
    assert "harbor was shut" in drawn(show_styles([replace(QUAY, habits=(long,))], 8), 80)


@pytest.mark.parametrize("outlets", [(), ("The Idwan Courier",)])
def test_an_archive_tells_what_its_files_tell(tmp_path: Path, outlets: tuple[str, ...]) -> None:
    archive = tmp_path / "news.db"
    with Archive.open(archive, create=True) as opened:
        add(opened, read_reports([folder()]))
    chosen = [token for outlet in outlets for token in ("--outlet", outlet)]
    told = run("style", "--archive", archive, *chosen, "--json")
    of_files = run("style", folder(), *chosen, "--json")
    assert told.returncode == 0
    assert json.loads(told.stdout) == json.loads(of_files.stdout)


def test_an_outlet_that_the_archive_has_not_is_one_line(tmp_path: Path) -> None:
    archive = tmp_path / "news.db"
    with Archive.open(archive, create=True) as opened:
        add(opened, read_reports([folder()]))
    done = run("style", "--archive", archive, "--outlet", "Nobody")
    assert (done.returncode, done.stderr.strip()) == (1, "dateline: no version by Nobody here")


def test_files_or_an_archive_must_be_named() -> None:
    done = run("style")
    assert done.returncode == 2
    assert done.stderr.strip() == "dateline: name either files or an archive (--archive FILE)"


def test_nothing_to_tell_is_said() -> None:
    assert drawn(show_styles([], 8)).strip() == "no outlet runs a version of another's text here"


def test_an_unknown_outlet_is_one_line() -> None:
    done = run("style", str(folder()), "--outlet", "Nobody")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("dateline: no version by Nobody here")
