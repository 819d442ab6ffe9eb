"""The relation of two reports of an archive, judged where it is not kept."""

from __future__ import annotations

import sqlite3

from dateline.model import Anatomy, Relation
from dateline.store.rows import anatomies

__all__ = ["judged", "related"]


def judged(connection: sqlite3.Connection, a: int, b: int) -> Relation:
    """The relation of two reports as the machine judges it, in the epoch that the archive is in."""
    found = anatomies(connection, (a, b))
    return related(connection, found[a], found[b])


def related(connection: sqlite3.Connection, a: Anatomy, b: Anatomy) -> Relation:
    """The relation of two texts as the machine judges it; they may be no part of the archive."""
    from dateline.match import profile, relate
    from dateline.match.sketch import sketch
    from dateline.store.epochs import current

    background = current(connection).background
    sketches = sketch(x.report.text for x in (a, b))
    keys = [set(sketches[n].tolist()) for n in (0, 1)]
    in_b, in_a = (len(keys[0] & keys[1]) / max(1, len(own)) for own in keys)
    return relate(profile(a, background), profile(b, background), in_b, in_a)
