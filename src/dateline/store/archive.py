"""An archive of reports: opening it and reading from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from dateline.errors import NotFoundError
from dateline.model import Anatomy, Dispatch, Relation, Report
from dateline.store import listing, rows, words
from dateline.store.connection import WAIT, connect
from dateline.store.runs import Run, runs

if TYPE_CHECKING:
    from dateline.store.epochs import Epoch

__all__ = ["Archive"]


class Archive:
    """One SQLite file; see `dateline.store.schema` for its tables.

    ::

        with Archive.open("dateline.db") as archive:
            for dispatch in archive.dispatches():
                print(dispatch.core, len(dispatch.versions))

    Readers see the last batch that was written whole, and never wait. Adding and reindexing are in
    `dateline.run.archive`, judging in `dateline.store.judgements`.
    """

    def __init__(self, connection: sqlite3.Connection, path: str, wait: float = WAIT) -> None:
        self.connection = connection
        self.path = path
        self.wait = wait

    @classmethod
    def open(cls, path: str | Path, create: bool = False, wait: float = WAIT) -> Archive:
        """Open an archive; with ``create`` an empty one is made where there is none.

        ``wait`` is how many seconds to wait for another process that writes.

        Raises:
            NotFoundError: there is no such file, and ``create`` is not set.
            InputError: the file is no archive, of a newer version, or cannot be opened.
        """
        return cls(connect(path, create), str(path), wait)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """How many reports there are."""
        newest = self.connection.execute("SELECT max(number) FROM report").fetchone()[0]
        return newest or 0  # numbers are given in order, and no report is ever removed

    def reports(self) -> Iterator[Report]:
        """All reports, as they came."""
        for row in self.connection.execute(f"SELECT {rows.FIELDS} FROM report ORDER BY number"):
            yield Report(*row)

    def report(self, report_id: str) -> Report:
        """One report. Raises :class:`~dateline.errors.NotFoundError` where there is none."""
        return self.anatomy(report_id).report

    def anatomy(self, report_id: str) -> Anatomy:
        """One report taken apart. Raises :class:`~dateline.errors.NotFoundError`."""
        number = self.number(report_id)
        return rows.anatomies(self.connection, [number])[number]

    def number(self, report_id: str) -> int:
        """The number that a report has here. Raises :class:`~dateline.errors.NotFoundError`."""
        row = self.connection.execute("SELECT number FROM report WHERE id = ?", (report_id,))
        found = row.fetchone()
        if found is None:
            raise NotFoundError(f"{self.path}: no report {report_id!r}")
        return int(found[0])

    def dispatches(self, least: int = 2) -> Iterator[Dispatch]:
        """The dispatches of at least ``least`` versions, those of most versions first."""
        for core in listing.cores(self.connection, least):
            yield listing.dispatch(self.connection, core)

    def dispatch(self, name: str) -> Dispatch:
        """The dispatch with this id, or the one that the report with this id is a version of.

        Raises:
            NotFoundError: neither is there.
        """
        return listing.dispatch(self.connection, listing.core_of(self.connection, name, self.path))

    def relations(self) -> Iterator[Relation]:
        """All relations that are kept, judged by people or by the machine."""
        return listing.relations(self.connection)

    def crossing(self, name: str) -> list[Relation]:
        """The relations of a dispatch's versions with versions of others, surest first.

        Raises:
            NotFoundError: there is neither such a dispatch nor such a report.
        """
        core = listing.core_of(self.connection, name, self.path)
        return listing.crossing(self.connection, core)

    def summaries(self, least: int = 2, limit: int = -1, place: str = "") -> list[listing.Summary]:
        """The dispatches of at least ``least`` versions in a line each, largest first.

        With a ``place`` those that name it where they begin, by any of its names.
        """
        return listing.summaries(self.connection, least, limit, place)

    def counts(self) -> tuple[int, int]:
        """How many dispatches there are, and how many of them have several versions."""
        return listing.counts(self.connection)

    def search(self, text: str, limit: int = 20) -> list[words.Hit]:
        """The reports with all of these words, best first; see `dateline.store.words.search`."""
        return words.search(self.connection, text, limit)

    @property
    def epoch(self) -> Epoch:
        """The epoch that the archive is in, and what was learned for it."""
        from dateline.store.epochs import current

        return current(self.connection)

    def runs(self) -> list[Run]:
        """The manifest, the first run first."""
        return runs(self.connection)
