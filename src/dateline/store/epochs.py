"""The statistics that relations are judged with, frozen for as long as an epoch lasts."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np

from dateline.match import Background
from dateline.match.jit import Keys
from dateline.store.connection import now

__all__ = ["Epoch", "current", "start"]


@dataclass(frozen=True, slots=True)
class Epoch:
    """``number`` counts from 0, which has no statistics; ``reports`` is how many taught it."""

    number: int
    learned: str
    reports: int
    background: Background


def current(connection: sqlite3.Connection) -> Epoch:
    """The epoch that the archive is in."""
    number, learned, reports, stock = connection.execute(
        "SELECT number, learned, reports, stock FROM epoch ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return Epoch(number, learned, reports, Background(np.frombuffer(stock, "<u8").copy()))


def start(connection: sqlite3.Connection, reports: int, stock: Keys) -> int:
    """Begin the next epoch with what was learned; returns its number."""
    number: int = current(connection).number + 1
    connection.execute(
        "INSERT INTO epoch (number, learned, reports, stock) VALUES (?, ?, ?, ?)",
        (number, now(), reports, stock.astype("<u8", copy=False).tobytes()),
    )
    return number
