"""How long work says where it is: a callable that any face may give."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called with the stage's name, how many of its steps are done, and of how many if known."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Show where the work is."""


def quiet(stage: str, done: int, total: int | None) -> None:
    """Show nothing."""
