"""Writing reports into an archive, a batch at a time, with all that follows from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dateline.match.jit import Ints
from dateline.match.sketch import Sketches, sketch
from dateline.spread import Spread
from dateline.store import bridges, families, intake, runs
from dateline.store.assess import Assessor
from dateline.store.connection import WAIT, writing
from dateline.store.decisions import apply
from dateline.store.epochs import current
from dateline.store.fingerprints import tie
from dateline.store.groups import settle
from dateline.store.inputs import Inputs
from dateline.store.ledger import Ledger, noted, ordered_ties
from dateline.store.neighbours import Neighbours
from dateline.store.probe import near
from dateline.store.rows import Prepared
from dateline.store.shelf import Shelf

__all__ = ["Writer"]


class Writer:
    """One process's hand on an archive; a batch at a time.

    A batch is one transaction: reports, sketches, relations and dispatches come together or not at
    all. Nothing is remembered from batch to batch but the stock, and of the archive only that is
    read which has something to do with the batch.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: str | Path,
        wait: float = WAIT,
        spread: Spread = map,
    ) -> None:
        self.connection = connection
        self._path = path
        self._wait = wait
        self._spread = spread
        self._forget()

    def _forget(self) -> None:
        self._shelf: Shelf | None = None
        self._epoch = -1

    def write(self, batch: Sequence[Prepared], read: int, inputs: Inputs, run: int) -> int:
        """Write the new ones of a batch of ``read`` reports; returns how many were new.

        Raises:
            InputError: another process kept writing for too long.
        """
        try:
            with writing(self.connection, self._path, self._wait):
                places = [inputs.number(self.connection, p.report.source) for p in batch]
                made = intake.insert(self.connection, batch, places, run)
                if made:
                    self._match(made)
                runs.count(self.connection, run, read, len(made))
        except BaseException:
            self._forget()
            raise
        return len(made)

    def _match(self, made: Sequence[tuple[int, str, Prepared]]) -> None:
        """Sketch the new reports, and find what they are versions of and related to."""
        ties = np.array([tie(given, new.content) for _, given, new in made], np.uint64)
        sketches = sketch(new.report.text for _, _, new in made)
        self.place(made[0][0], sketches, ordered_ties(ties))
        apply(self.connection)

    def place(self, first: int, sketches: Sketches, ties: Ints) -> None:
        """Enter the sketches of the next reports; find groups, relations, dispatches.

        People's judgements are not applied.
        """
        shelf, ledger = self._caught_up(), Ledger(noted(self.connection))
        new = range(first, first + len(sketches))
        self._enter(ledger, new, sketches.sizes, shelf.append(first, sketches), ties)
        assessor = Assessor(self.connection, shelf, self._spread)
        neighbours = Neighbours(ledger, lambda asking: near(shelf, ledger, asking))
        settled = settle(ledger, new, neighbours, assessor)
        leaders = bridges.rebuild(self.connection, ledger, neighbours, settled, assessor)
        shelf.forget()
        ends = [*settled.leads, *(before for before in settled.leads.values() if before)]
        ledger.read(ends)
        leaders |= {ledger.lead(number) for number in ends}
        self.connection.executemany(
            "UPDATE version SET leader = ?, near = ? WHERE report = ?",
            map(ledger.row, {*settled.leads, *settled.near}),
        )
        families.regroup(self.connection, ledger, leaders)

    def _caught_up(self) -> Shelf:
        """The shelf, anew where another process has begun another epoch."""
        (number,) = self.connection.execute("SELECT max(number) FROM epoch").fetchone()
        if self._shelf is None or number != self._epoch:
            self._epoch = number
            self._shelf = Shelf(self.connection, current(self.connection).background.keys)
        return self._shelf

    def _enter(self, ledger: Ledger, new: range, sizes: Ints, fresh: Ints, ties: Ints) -> None:
        figures = zip(new, sizes.tolist(), fresh.tolist(), ties.tolist(), strict=True)
        rows = [(number, 0, b"", *rest) for number, *rest in figures]
        ledger.enter(rows)
        self.connection.executemany(
            "INSERT INTO version (report, leader, near, machine, core, size, fresh, tie)"
            " VALUES (?1, ?1, x'', ?1, ?1, ?2, ?3, ?4)",
            ((number, *figures) for number, _, _, *figures in rows),
        )
