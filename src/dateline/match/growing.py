"""An array that grows at its end without ever being in memory twice."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["Growing"]

T = TypeVar("T", bound=np.generic)

_FIRST = 1 << 12


class Growing(Generic[T]):
    """Appends parts, then gives them as one array.

    In memory the system moves a large block by its page table, without copying. With ``folder`` the
    array lives in a file there that has no name and ends with the array: what has been read of it
    is memory that the system may take back.
    """

    def __init__(self, kind: type[T], folder: Path | None = None) -> None:
        # Closed with this object; what `finish` maps of it lives on.
        self._file = tempfile.TemporaryFile(dir=folder) if folder else None  # noqa: SIM115
        self._array: NDArray[T] = np.empty(_FIRST, dtype=kind)
        self._size = 0

    def append(self, part: NDArray[T]) -> None:
        """Add a copy of ``part``."""
        end = self._size + len(part)
        if self._file:
            part.tofile(self._file)
        else:
            if end > len(self._array):
                self._array.resize(end + end // 2, refcheck=False)
            self._array[self._size : end] = part
        self._size = end

    def finish(self) -> NDArray[T]:
        """All parts; nothing may be appended after it."""
        if self._file is None:
            self._array.resize(self._size, refcheck=False)
            return self._array
        if not self._size:
            return self._array[:0]
        self._file.flush()
        mapped: Any = np.memmap(self._file, self._array.dtype, "r+", shape=(self._size,))
        return np.asarray(mapped)
