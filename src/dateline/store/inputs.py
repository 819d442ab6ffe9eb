"""The files that reports were read from, with the hashes of their original bytes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from dateline.store.fingerprints import file_hash

__all__ = ["Inputs"]


class Inputs:
    """Enters the files of one run as they come up; each is hashed once."""

    def __init__(self, run: int) -> None:
        self._run = run
        self._numbers: dict[str, int | None] = {"": None}
        self._last = ""

    def number(self, connection: sqlite3.Connection, source: str) -> int | None:
        """The row of the file that ``source`` (``PATH`` or ``PATH:RECORD``) names, if it is one."""
        path = self._path(source)
        if path not in self._numbers:
            self._numbers[path] = self._enter(connection, path)
        return self._numbers[path]

    def _path(self, source: str) -> str:
        if self._last and (source == self._last or source.startswith(f"{self._last}:")):
            return self._last
        path = source
        while path and not Path(path).is_file():
            path = path.rpartition(":")[0]
        self._last = path
        return path

    def _enter(self, connection: sqlite3.Connection, path: str) -> int | None:
        try:
            hashed = file_hash(Path(path))
        except OSError:
            return None
        connection.execute(
            "INSERT OR IGNORE INTO input (path, sha256, bytes) VALUES (?, ?, ?)", (path, *hashed)
        )
        number: int = connection.execute(
            "SELECT number FROM input WHERE path = ? AND sha256 = ?", (path, hashed[0])
        ).fetchone()[0]
        connection.execute(
            "INSERT OR IGNORE INTO run_input (run, input) VALUES (?, ?)", (self._run, number)
        )
        return number
