"""Which reports have which n-grams: an index of postings in the archive, in layers that merge.

A posting is an n-gram's key and a report that has it. Those of a batch are written as a layer,
sorted by key; a layer is merged with the ones before it as soon as these together are no larger, so
that there are no more layers than the archive has doublings (a log-structured merge tree: O'Neil et
al. 1996). Keys are hashes, so their upper bits spread them evenly: a row of ``posting`` has those
of one value of the upper bits, some hundreds, and who looks for a key reads one row a layer. So
what looking up costs depends on what is looked for and on who has it, not on how much there is.

A report stands in a posting as a *code*: twice its number, one more where it is small (fewer than
`SMALL` n-grams that count), all of it negative where the key does not count (`dateline.store.shelf`
says why).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import orjson

from dateline.match.jit import Flags, Ints, Keys, Ranks

__all__ = ["SMALL", "Postings", "codes"]

SMALL = 20
_BITS = 64
_ROW = 256  # postings at most, on average
_ROWS_AT_ONCE = 4096
_SLICE_BITS = 10  # rows that are merged at once, as a power of two
_NONE = np.empty(0, np.int32)


def codes(numbers: Ints, sizes: Ints, fresh: Ints, counts: Flags) -> Ranks:
    """The codes of reports for all their keys, one after the other.

    ``sizes`` says how many keys each has, ``fresh`` how many of them count, ``counts`` which.
    """
    each = np.repeat(2 * numbers + (fresh < SMALL), sizes)
    made: Ranks = np.where(counts, each, -each).astype(np.int32)
    return made


@dataclass(frozen=True, slots=True)
class _Layer:
    number: int
    bits: int
    postings: int

    def place(self, upper: int) -> int:
        """Where in the table the row is that has the keys with these upper bits."""
        return self.number << 32 | upper


class Postings:
    """Reads and writes the layers of an archive; whoever writes does so in a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def append(self, keys: Keys, codes: Ranks) -> None:
        """Add the postings of new reports, in any order."""
        size, merged = len(keys), list[_Layer]()
        layers = self._layers()
        number = layers[-1].number + 1 if layers else 1
        while layers and layers[-1].postings <= size:
            merged.append(layers.pop())
            size += merged[-1].postings
        if size:
            self._merge(_Layer(number, (size // _ROW).bit_length() or 1, size), merged, keys, codes)

    def find(self, keys: Keys, most: int | None = None) -> tuple[Ranks, Ranks] | None:
        """Who has some sorted distinct keys: places in ``keys``, rising, and a code for each.

        ``None`` if there are more than ``most``.
        """
        which, found, size = [_NONE], [_NONE], 0
        for layer in self._layers():
            for some, reports in self._rows(layer, keys):
                places, at = _matches(keys, some)
                which.append(places)
                found.append(reports[at])
                size += len(at)
                if most is not None and size > most:
                    return None
        places = np.concatenate(which)
        order = np.argsort(places, kind="stable")
        return places[order], np.concatenate(found)[order]

    def _layers(self) -> list[_Layer]:
        rows = self._connection.execute("SELECT number, bits, postings FROM layer ORDER BY number")
        return [_Layer(*row) for row in rows]

    def _rows(self, layer: _Layer, keys: Keys) -> Iterator[tuple[Keys, Ranks]]:
        """The postings of a layer in rows that may have one of the keys, some thousands at once."""
        uppers = np.unique(keys >> np.uint64(_BITS - layer.bits)).astype(np.int64)
        ask = self._connection.execute
        if 2 * len(uppers) > 1 << layer.bits:
            ends = (layer.place(0), layer.place((1 << layer.bits) - 1))
            cursor = ask(f"{_SELECT} BETWEEN ? AND ? ORDER BY place", ends)
            while some := cursor.fetchmany(_ROWS_AT_ONCE):
                yield _joined(some)
            return
        for start in range(0, len(uppers), _ROWS_AT_ONCE):
            places = (uppers[start : start + _ROWS_AT_ONCE] + layer.place(0)).tolist()
            wanted = (orjson.dumps(places).decode(),)
            rows = ask(f"{_SELECT} IN (SELECT value FROM json_each(?)) ORDER BY place", wanted)
            yield _joined(rows.fetchall())

    def _merge(self, into: _Layer, layers: Sequence[_Layer], keys: Keys, codes: Ranks) -> None:
        """Write a new layer with the postings given and those of some layers, and remove these."""
        order = np.argsort(keys)
        parts = [_Part(self._connection, layer) for layer in layers]
        parts.append(_Part(self._connection, into, keys[order], codes[order]))
        slice_bits = max(0, into.bits - _SLICE_BITS)
        for n in range(1, (1 << slice_bits) + 1):
            end = n << (_BITS - slice_bits)
            self._write(into, [part.below(end) for part in parts])
        ask = self._connection.execute
        for layer in layers:
            ask("DELETE FROM layer WHERE number = ?", (layer.number,))
        ask("INSERT INTO layer VALUES (?, ?, ?)", (into.number, into.bits, into.postings))

    def _write(self, layer: _Layer, parts: list[tuple[Keys, Ranks]]) -> None:
        keys = np.concatenate([keys for keys, _ in parts])
        order = np.argsort(keys, kind="stable")  # linear in what is sorted in parts
        keys, codes = keys[order], np.concatenate([codes for _, codes in parts])[order]
        uppers = (keys >> np.uint64(_BITS - layer.bits)).astype(np.int64)
        starts = np.flatnonzero(np.r_[True, uppers[1:] != uppers[:-1]][: len(keys)])
        bounds = [*starts.tolist(), len(keys)]
        self._connection.executemany(
            "INSERT INTO posting (place, keys, reports) VALUES (?, ?, ?)",
            (
                (layer.place(upper), keys[start:end].tobytes(), codes[start:end].tobytes())
                for upper, start, end in zip(
                    uppers[starts].tolist(), bounds[:-1], bounds[1:], strict=True
                )
            ),
        )


_SELECT = "SELECT keys, reports FROM posting WHERE place"


def _joined(rows: Sequence[tuple[bytes, bytes]]) -> tuple[Keys, Ranks]:
    keys = np.frombuffer(b"".join(keys for keys, _ in rows), "<u8")
    return keys, np.frombuffer(b"".join(reports for _, reports in rows), "<i4")


def _matches(keys: Keys, some: Keys) -> tuple[Ranks, Ints]:
    """For sorted distinct ``keys`` where they are in the sorted ``some``: places in either."""
    if not len(some):
        return _NONE, np.empty(0, np.int64)
    first = int(np.searchsorted(keys, some[0]))
    keys = keys[first : int(np.searchsorted(keys, some[-1], "right"))]
    starts = np.searchsorted(some, keys)
    counts = np.searchsorted(some, keys, "right") - starts
    ends = np.cumsum(counts)
    at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)
    which = np.repeat(np.arange(first, first + len(keys), dtype=np.int32), counts)
    return which, at


class _Part:
    """Postings of one layer, taken from the table and out of it from the lowest key on."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        layer: _Layer,
        keys: Keys | None = None,
        codes: Ranks | None = None,
    ) -> None:
        self._connection = connection
        self._from, self._to = layer.place(0), layer.place((1 << layer.bits) - 1)
        self._is_read = keys is not None
        self._keys = np.empty(0, np.uint64) if keys is None else keys
        self._codes = _NONE if codes is None else codes

    def below(self, end: int) -> tuple[Keys, Ranks]:
        """The postings that are left of keys below ``end``."""
        while not self._is_read and not (len(self._keys) and int(self._keys[-1]) >= end):
            self._read()
        is_last = end >> _BITS
        at = len(self._keys) if is_last else int(np.searchsorted(self._keys, np.uint64(end)))
        taken = self._keys[:at], self._codes[:at]
        self._keys, self._codes = self._keys[at:], self._codes[at:]
        return taken

    def _read(self) -> None:
        ask = self._connection.execute
        rows = ask(
            "SELECT place, keys, reports FROM posting WHERE place BETWEEN ? AND ?"
            f" ORDER BY place LIMIT {1 << _SLICE_BITS}",
            (self._from, self._to),
        ).fetchall()
        if not rows:
            self._is_read = True
            return
        last = rows[-1][0]
        ask("DELETE FROM posting WHERE place BETWEEN ? AND ?", (self._from, last))
        self._from = last + 1
        keys, codes = _joined([row[1:] for row in rows])
        self._keys = np.concatenate((self._keys, keys))
        self._codes = np.concatenate((self._codes, codes))
