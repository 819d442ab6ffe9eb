"""Values kept in a file for a while: more than memory should hold, gone through more than once."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from typing import IO, Generic, TypeVar

__all__ = ["Spool"]

T = TypeVar("T")


class Spool(Generic[T]):
    """The values that an iterable gave, from the start each time; ``file`` is the caller's.

    One pass at a time.
    """

    def __init__(self, file: IO[bytes], values: Iterable[T]) -> None:
        self._file = file
        self._count = 0
        for value in values:
            pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
            self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)
