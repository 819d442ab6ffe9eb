"""Writing reports into an archive, a batch at a time, with all that follows from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from dateline.match.jit import Keys
from dateline.match.sketch import Sketches, sketch
from dateline.store import bridges, families, intake, runs
from dateline.store.assess import Assessor, Map, here
from dateline.store.connection import WAIT, writing
from dateline.store.decisions import apply
from dateline.store.epochs import current
from dateline.store.fingerprints import tie
from dateline.store.groups import NEAR as NEAR_LEADERS
from dateline.store.groups import Groups, settle
from dateline.store.inputs import Inputs
from dateline.store.neighbours import Neighbours
from dateline.store.probe import NEAR, probe
from dateline.store.rows import Prepared
from dateline.store.shelf import Shelf

__all__ = ["Writer"]


class Writer:
    """One process's hand on an archive; remembers sketches and groups from batch to batch.

    A batch is one transaction: reports, sketches, relations and dispatches come together or not at
    all. Others may write between two batches; what they wrote is then read again.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: str | Path,
        wait: float = WAIT,
        spread: Map = here,
    ) -> None:
        self.connection = connection
        self._path = path
        self._wait = wait
        self._spread = spread
        self._forget()

    def _forget(self) -> None:
        self.shelf = Shelf(self.connection)
        self.groups = Groups.none()
        self._seen: int | None = None
        self._epoch = 0

    def write(self, batch: Sequence[Prepared], read: int, inputs: Inputs, run: int) -> int:
        """Write the new ones of a batch of ``read`` reports; returns how many were new.

        Raises:
            InputError: another process kept writing for too long.
        """
        try:
            with writing(self.connection, self._path, self._wait):
                self.catch_up()
                places = [inputs.number(self.connection, p.report.source) for p in batch]
                made = intake.insert(self.connection, batch, places, run)
                if made:
                    self._match(made)
                runs.count(self.connection, run, read, len(made))
        except BaseException:
            self._forget()
            raise
        return len(made)

    def catch_up(self) -> None:
        """Read what others wrote since the last batch."""
        seen = self.connection.execute("PRAGMA data_version").fetchone()[0]
        if seen == self._seen:
            return
        epoch = current(self.connection)
        if epoch.number != self._epoch:  # all segments were written anew
            self.shelf = Shelf(self.connection, epoch.background.keys)
        self.shelf.refresh()
        rows = self.connection.execute(
            "SELECT leader, near FROM version ORDER BY report"
        ).fetchall()
        self.groups.leads = np.array([leader for leader, _ in rows], np.int64)
        near = np.frombuffer(b"".join(near for _, near in rows), "<i4")
        self.groups.near = near.reshape(-1, NEAR_LEADERS, 3).copy()
        self.groups.grow(self.shelf.places())
        self.assessor = Assessor(self.connection, self.shelf, self._spread)
        self._seen, self._epoch = seen, epoch.number

    def _match(self, made: Sequence[tuple[int, str, Prepared]]) -> None:
        """Sketch the new reports, and find what they are versions of and related to."""
        ties = np.array([tie(given, new.content) for _, given, new in made], np.uint64)
        self.place(sketch(new.report.text for _, _, new in made), ties)
        apply(self.connection, self.groups.places)

    def place(self, sketches: Sketches, ties: Keys) -> None:
        """Put the sketches of the next reports on the shelf; find groups, relations, dispatches.

        People's judgements are not applied.
        """
        self.shelf.append(sketches, ties)
        new = self.groups.grow(self.shelf.places())
        self.connection.executemany(
            "INSERT INTO version (report, leader, near, machine, core) VALUES (?, ?, x'', ?, ?)",
            ((number,) * 4 for number in new),
        )
        neighbours = Neighbours(lambda asking, among: probe(self.shelf, asking, among, NEAR))
        settled = settle(self.groups, new, neighbours, self.assessor)
        leaders = bridges.rebuild(self.connection, self.groups, neighbours, settled, self.assessor)
        self.assessor.forget()
        ends = [*settled.leads, *(before for before in settled.leads.values() if before)]
        leaders |= {int(self.groups.leads[n - 1]) for n in ends}
        self._note({*settled.leads, *settled.near})
        families.regroup(self.connection, self.groups, leaders)

    def _note(self, numbers: Iterable[int]) -> None:
        groups = self.groups
        self.connection.executemany(
            "UPDATE version SET leader = ?, near = ? WHERE report = ?",
            (
                (int(groups.leads[n - 1]), groups.near[n - 1].astype("<i4").tobytes(), n)
                for n in numbers
            ),
        )
