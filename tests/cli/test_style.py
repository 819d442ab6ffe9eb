"""What a person sees of house styles, and what the command answers."""

from __future__ import annotations

from dateline.cli.show.style import show_styles
from dateline.model import Habit, HouseStyle

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


def test_one_outlet() -> None:
    assert_as_kept("style-80", drawn(show_styles([QUAY], 8), 80))


def test_two_outlets_side_by_side() -> None:
    assert_as_kept("style-two-80", drawn(show_styles([QUAY, MOLE], 8), 80))


def test_nothing_to_tell_is_said() -> None:
    assert drawn(show_styles([], 8)).strip() == "no outlet runs a version of another's text here"


def test_an_unknown_outlet_is_one_line() -> None:
    from dateline.samples import folder

    done = run("style", str(folder()), "--outlet", "Nobody")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("dateline: no version by Nobody here")
