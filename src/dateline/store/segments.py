"""From version 5 of the schema to 6: n-gram keys in segments, report by report, become postings."""

from __future__ import annotations

import sqlite3

import numpy as np

from dateline.match.sketch import Sketches
from dateline.store.epochs import current
from dateline.store.ledger import ordered_ties
from dateline.store.shelf import Shelf

__all__ = ["bring_over"]


def bring_over(connection: sqlite3.Connection) -> None:
    """Index what the segments hold, one after the other, and drop them."""
    stock = current(connection).background.keys
    segments = connection.execute("SELECT number FROM segment ORDER BY number").fetchall()
    for (number,) in segments:
        first, sizes, ties, keys = connection.execute(
            "SELECT first, sizes, ties, keys FROM segment WHERE number = ?", (number,)
        ).fetchone()
        counts = np.frombuffer(sizes, "<i4").astype(np.int64)
        offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts)))
        sketches = Sketches(np.frombuffer(keys, "<u8"), offsets)
        fresh = Shelf(connection, stock).append(first, sketches)
        order = ordered_ties(np.frombuffer(ties, "<u8"))
        connection.executemany(
            "UPDATE version SET size = ?, fresh = ?, tie = ? WHERE report = ?",
            zip(
                counts.tolist(),
                fresh.tolist(),
                order.tolist(),
                range(first, first + len(counts)),
                strict=True,
            ),
        )
    connection.execute("DROP TABLE segment")
