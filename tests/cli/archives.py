"""An archive of the small fiction, and its commands called in this process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .fiction import A, B
from .running import Here

CUT = A.text[: A.text.index("About 1,200")]
OTHER = "Snow fell on Grell. The ferries stayed in harbour for two days and nobody complained."


def pile(folder: Path) -> Path:
    """A table of four reports: a dispatch in three versions, and something else."""
    rows = [
        {"id": "pelham", "text": A.text, "outlet": "Pelham", "date": "2031-03-03"},
        {"id": "gull", "text": B.text, "outlet": "The Ostmere Gull", "date": "4 March 2031"},
        {"id": "cut", "text": CUT, "outlet": "Lamp", "date": ""},
        {"id": "snow", "text": OTHER, "outlet": "Lamp", "date": "2031-01-05"},
    ]
    path = folder / "pile.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


class Caller:
    """Calls commands on one archive; ``err`` is what the last one said on standard error."""

    def __init__(self, folder: Path, here: Here) -> None:
        self.folder = folder
        self.archive = folder / "a.db"
        self._here = here
        self.err = ""

    def __call__(self, *tokens: str | Path, code: int = 0) -> str:
        """The output of a command, which must end with ``code``."""
        done = self._here(*tokens, "--archive", self.archive)
        assert done.returncode == code, done.stderr
        self.err = done.stderr
        return done.stdout

    def json(self, *tokens: str | Path) -> list[Any]:
        """The values that a command prints with --json, one a line."""
        return [json.loads(line) for line in self(*tokens, "--json").splitlines()]
