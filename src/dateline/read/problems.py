"""Telling what is wrong with the inputs without drowning the reader in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.model import Problem
from dateline.read.limits import Limits

OnProblem = Callable[[Problem], None]


def to_stderr(problem: Problem) -> None:
    """Print a problem as one line on standard error."""
    print(problem, file=sys.stderr)


@dataclass(slots=True)
class _Kind:
    """The problems of one kind: how many there are, and those that wait to be told."""

    skipped: bool
    count: int = 0
    waiting: list[Problem] = field(default_factory=list)


class Teller:
    """Passes problems on, and sums up a kind that has more than ``limits.told`` of them.

    The first few are passed on at once; of the rest nothing is lost but the detail: :meth:`close`
    tells them one by one if they are not many, or else their number in one line.
    """

    def __init__(self, on_problem: OnProblem, limits: Limits) -> None:
        self._on_problem = on_problem
        self._limits = limits
        self._kinds: dict[tuple[str, str], _Kind] = {}

    def tell(
        self,
        path: str,
        what: str,
        done: str,
        *,
        record: str = "",
        detail: str = "",
        skipped: bool = True,
    ) -> None:
        """Take in one problem; ``detail`` is what differs between problems of the same kind."""
        full = f"{what} ({detail})" if detail else what
        problem = Problem(path, full, done, record, skipped)
        kind = self._kinds.setdefault((what, done), _Kind(skipped))
        kind.count += 1
        if kind.count <= self._limits.few:
            self._on_problem(problem)
        elif kind.count <= self._limits.told:
            kind.waiting.append(problem)

    def close(self, path: str) -> None:
        """Tell what is still untold; ``path`` names the file or folder in a summing-up line."""
        for (what, done), kind in self._kinds.items():
            if kind.count > self._limits.told:
                rest = kind.count - self._limits.few
                more = Problem(path, what, done, f"{rest:,} more", kind.skipped, rest)
                self._on_problem(more)
            else:
                for problem in kind.waiting:
                    self._on_problem(problem)
        self._kinds.clear()
