"""Values put together to batches of about the same work."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

__all__ = ["batches"]

T = TypeVar("T")


def batches(
    values: Iterable[T], size: Callable[[T], int], largest: int, most: int = sys.maxsize
) -> Iterator[list[T]]:
    """Batches that end once they have reached the size ``largest``, or are ``most`` values."""
    batch: list[T] = []
    sizes = 0
    for value in values:
        batch.append(value)
        sizes += size(value)
        if sizes >= largest or len(batch) >= most:
            yield batch
            batch, sizes = [], 0
    if batch:
        yield batch
