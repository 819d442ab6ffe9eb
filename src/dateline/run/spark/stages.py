"""Stages on disk: what is whole is read again, what is not is made again.

::

    OUT/manifest.json         inputs, settings and version that everything here was made of
    OUT/stages/01-reports/    one folder of Parquet for each stage; _SUCCESS says that it is whole
    OUT/relations/ …          the results, in the same way
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.progress import Progress, quiet
from dateline.run.job import RESULTS, WHOLE, claim_folder

__all__ = ["Stages"]


class Stages:
    """The stages of one run in one folder, which the driver and all workers can reach.

    ``made_of`` (anything that JSON can hold) says what the run depends on; ``note`` is told in one
    line what was resumed.

    Raises:
        UsageError: the folder holds a run made of something else, or other files.
    """

    def __init__(
        self,
        spark: Any,
        folder: Path,
        made_of: dict[str, Any],
        note: Callable[[str], None],
        progress: Progress = quiet,
    ) -> None:
        self.spark = spark
        self.folder = folder
        self._note = note
        self._progress = progress
        self._last = ""
        self._made = 0
        claim_folder(folder, made_of)

    def keep(self, name: str, make: Callable[[], Any]) -> Any:
        """The stage ``name`` as a DataFrame: as it lies there, or made and written by ``make``."""
        path = self.put(name, lambda path: _write(make(), path))
        return self.spark.read.parquet(str(path))

    def put(self, name: str, write: Callable[[Path], None]) -> Path:
        """The folder of the stage ``name``, written to by ``write`` unless it is whole."""
        path = self._path(name)
        if (path / WHOLE).exists():
            self._last = name
            return path
        if self._last and not self._made:
            self._note(f"going on after stage {self._last}, which was whole already")
        self._made += 1
        self._progress(f"stage {name}", 0, None)
        start = time.perf_counter()
        write(path)
        done = {"stage": name, "seconds": round(time.perf_counter() - start, 2)}
        with (self.folder / "stages.jsonl").open("a") as log:
            log.write(json.dumps(done) + "\n")
        return path

    def _path(self, name: str) -> Path:
        return self.folder / (name if name in RESULTS else f"stages/{name}")


def _write(frame: Any, path: Path) -> None:
    # No set of keys comes twice: a dictionary of them is made in vain.
    writer = frame.write.mode("overwrite").option("parquet.enable.dictionary#keys", "false")
    writer.parquet(str(path))
