"""A whole run over a pile, from files to tables, on whichever engine."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dateline import __version__
from dateline.config import Settings
from dateline.errors import UsageError
from dateline.model import Problem
from dateline.progress import Progress, quiet
from dateline.read import Columns

__all__ = ["RESULTS", "WHOLE", "Job", "claim_folder", "made_of"]

RESULTS = ("relations", "dispatches", "collations", "claims")
WHOLE = "_SUCCESS"
_MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Job:
    """What is to be done: inputs, the folder of results, settings, and how far to go.

    ``until`` is the last of `RESULTS` that is wanted. ``every_pair`` is as in
    `dateline.run.local.copies`. ``note`` is told lines for a person.
    """

    paths: Sequence[str]
    out: Path
    settings: Settings = field(default_factory=Settings)
    columns: Columns = field(default_factory=Columns)
    every_pair: bool | None = None
    until: str = RESULTS[-1]
    fast_html: bool = False
    on_problem: Callable[[Problem], None] = lambda _: None
    note: Callable[[str], None] = lambda _: None
    progress: Progress = quiet

    def wants(self, result: str) -> bool:
        """Whether a result is to be made."""
        return RESULTS.index(result) <= RESULTS.index(self.until)


def made_of(job: Job, engine: str, files: Sequence[str]) -> dict[str, Any]:
    """What a run's folder depends on: version, engine, inputs, settings."""
    stats = [(file, os.stat(file)) for file in files if os.path.exists(file)]
    return {
        "version": __version__,
        "engine": engine,
        "inputs": [[os.path.abspath(file), s.st_size, s.st_mtime_ns] for file, s in stats],
        "settings": {
            "min_containment": job.settings.min_containment,
            "every_pair": job.every_pair,
            "fast_html": job.fast_html,
            "columns": asdict(job.columns),
        },
    }


def claim_folder(folder: Path, depends_on: dict[str, Any]) -> None:
    """Make the folder this run's, or find that it is.

    Raises:
        UsageError: it holds other files, or a run that was made of something else.
    """
    file = folder / _MANIFEST
    wanted = json.loads(json.dumps(depends_on))
    if not file.exists():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(f"{folder} is not empty and holds no run of dateline: name another")
        folder.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(json.dumps(wanted, indent=1))
        part.rename(file)
        return
    found = json.loads(file.read_text())
    if differ := [key for key in wanted if found.get(key) != wanted[key]]:
        raise UsageError(
            f"{folder} holds a run with other {' and '.join(differ)}: remove it or name another"
        )
