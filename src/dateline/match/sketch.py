"""From texts to sketches: for each document the set of keys of its word 5-grams.

::

    sketches = sketch(texts)                    # any iterable, read once, never held
    sketches.keys[sketches.offsets[d] : sketches.offsets[d + 1]]     # document d, sorted, distinct

    builder = Sketcher(fold="dateline")         # the same, as texts arrive
    builder.add(text); ...; sketches = builder.finish()

A key is 64 bits of hash over five consecutive folded words; two different 5-grams of a pile of a
million reports share a key with a chance of about one in a thousand. A document of one to four
words has one key, of all its words; one without words has none.

What a word is depends on ``fold``:

``dateline``
    Characters lose case, diacritics, compatibility forms and quote styles (`dateline.text.fold`),
    any script's digits become ASCII; apostrophes and invisible characters vanish. Words are runs of
    letters, digits and marks, a number ends where letters follow ("45km" is two words), and these
    join over one separator: a lone s, t, d, m, re, ve or ll with the word before the space
    ("jihadist s"), single letters over full stops ("U.S."), digits over ``. , :`` ("1,000").
``plain``
    The matches of ``\\w+`` in the lower-cased text, the definition in many published truths.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.match import sketch_kernels
from dateline.match.growing import Growing
from dateline.match.letters import CODE_POINTS, FOLDS, Fold, Letters

__all__ = ["WIDTH", "Fold", "Sketcher", "Sketches", "sketch"]

WIDTH = 5
_BATCH_CHARACTERS = 1 << 20
_LONGEST_BY_PLACE = 1 << 12  # longer key lists could be made to sort slowly on purpose


@dataclass(frozen=True, slots=True)
class Sketches:
    """The n-gram keys of a pile of documents.

    ``keys`` holds the documents' sets one after the other, each sorted and distinct; ``offsets``
    (one more than there are documents) says where each begins.
    """

    keys: NDArray[np.uint64]
    offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, document: int) -> NDArray[np.uint64]:
        return self.keys[self.offsets[document] : self.offsets[document + 1]]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """The number of distinct n-grams of each document."""
        return np.diff(self.offsets)


def sketch(texts: Iterable[str], fold: Fold = "dateline", folder: Path | None = None) -> Sketches:
    """The sketches of ``texts``, in their order.

    With ``folder`` the keys live in a file there that ends with them, for piles whose keys (8 bytes
    for each distinct n-gram of a document) are more than the memory holds.

    Raises:
        ValueError: ``fold`` is not one of the definitions above.
    """
    with Sketcher(fold, folder) as builder:
        for text in texts:
            builder.add(text)
        return builder.finish()


class Sketcher:
    """Builds `Sketches` from texts as they come; kernels run in threads while the caller reads."""

    def __init__(self, fold: Fold = "dateline", folder: Path | None = None) -> None:
        if fold not in FOLDS:
            raise ValueError(f"fold is one of {', '.join(FOLDS)}, not {fold!r}")
        self._fold = fold
        self._letters = Letters(fold)
        self._waiting: list[bytes] = []
        self._waiting_size = 0
        self._workers = os.cpu_count() or 1
        self._pool: ThreadPoolExecutor | None = None
        self._running: deque[Future[Sketches]] = deque()
        self._keys = Growing(np.uint64, folder)
        self._sizes = Growing(np.int64)
        self._room = _Room()

    def __enter__(self) -> Sketcher:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def add(self, text: str) -> None:
        """Take the next document's text; lone surrogates count as separators."""
        plain = text.lower() if self._fold == "plain" else text
        data = plain.encode("utf-8", "surrogatepass")
        self._waiting.append(data)
        self._waiting_size += len(data)
        if self._waiting_size >= _BATCH_CHARACTERS:
            self._send()

    def finish(self) -> Sketches:
        """The sketches of all texts; nothing may be added after it."""
        if self._pool is None:
            self._keep(self._sketch_batch(self._take()))
        else:
            self._send()
            self._collect(down_to=0)
        sizes = self._sizes.finish()
        offsets = np.zeros(len(sizes) + 1, dtype=np.int64)
        np.cumsum(sizes, out=offsets[1:])
        return Sketches(self._keys.finish(), offsets)

    def _take(self) -> list[bytes]:
        batch, self._waiting, self._waiting_size = self._waiting, [], 0
        return batch

    def _send(self) -> None:
        self._pool = self._pool or ThreadPoolExecutor(self._workers)
        self._running.append(self._pool.submit(self._sketch_batch, self._take()))
        self._collect(down_to=2 * self._workers)

    def _collect(self, down_to: int) -> None:
        while self._running and (len(self._running) > down_to or self._running[0].done()):
            self._keep(self._running.popleft().result())

    def _keep(self, batch: Sketches) -> None:
        self._keys.append(batch.keys)
        self._sizes.append(batch.sizes)

    def _sketch_batch(self, batch: list[bytes]) -> Sketches:
        bounds = np.zeros(len(batch) + 1, dtype=np.int64)
        np.cumsum(np.fromiter(map(len, batch), np.int64, len(batch)), out=bounds[1:])
        text = np.frombuffer(bytearray().join(batch), dtype=np.uint8)
        keys, offsets = self._gram_keys(text, bounds)
        _make_sets(keys, offsets)
        return Sketches(keys[: offsets[-1]].copy(), offsets)

    def _gram_keys(
        self, text: NDArray[np.uint8], bounds: NDArray[np.int64]
    ) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
        """The keys of each document in text order, until the thread's next call, and offsets."""
        room = self._room
        room.fit(int(np.diff(bounds).max(initial=0)), len(text) + len(bounds))
        offsets = np.zeros(len(bounds), dtype=np.int64)
        arguments = (self._letters.table, self._fold == "dateline", WIDTH)
        while not sketch_kernels.key_texts(
            text, bounds, *arguments, room.letters, room.words, room.keys, offsets, room.unknown
        ):
            unknown = np.flatnonzero(room.unknown)
            self._letters.learn(unknown.tolist())
            room.unknown[unknown] = False
        return room.keys, offsets


class _Room(threading.local):
    """A thread's arrays to work in, kept from batch to batch: new memory is slow at first touch."""

    def __init__(self) -> None:
        self.letters = np.empty(0, dtype=np.uint32)
        self.words = np.empty(0, dtype=np.uint64)
        self.keys = np.empty(0, dtype=np.uint64)
        self.unknown = np.zeros(CODE_POINTS, dtype=np.bool_)

    def fit(self, longest: int, keys: int) -> None:
        """Make room for texts of so many bytes and for so many keys in all."""
        if longest >= len(self.words):
            self.letters = np.empty(2 * longest + 2, dtype=np.uint32)
            self.words = np.empty(longest + 2, dtype=np.uint64)
        if keys > len(self.keys):
            self.keys = np.empty(keys, dtype=np.uint64)


def _make_sets(keys: NDArray[np.uint64], offsets: NDArray[np.int64]) -> None:
    """Sort each document's keys and drop repetitions, in place; offsets follow."""
    counts = np.diff(offsets)
    for long in np.flatnonzero(counts > _LONGEST_BY_PLACE):
        keys[offsets[long] : offsets[long + 1]].sort()
    room = min(int(counts.max(initial=0)), _LONGEST_BY_PLACE)
    spare = np.empty(room, dtype=np.uint64)
    places = np.empty(room + 1, dtype=np.int64)
    sketch_kernels.sort_sets(keys, offsets, _LONGEST_BY_PLACE, spare, places)
