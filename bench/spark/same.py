"""Whether two runs say the same, value for value, without holding their values."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pyarrow.parquet as pq

from dateline.run.tables import read_table

__all__ = ["same_pairs", "same_table"]


def same_table(one: Path, other: Path, name: str) -> tuple[bool, int]:
    """Whether two runs have the same values in a table, in any order, and how many there are."""
    a, b = _hashes(one, name), _hashes(other, name)
    return a == b, len(a)


def _hashes(out: Path, name: str) -> list[bytes]:
    return sorted(
        blake2b(orjson.dumps(value, option=orjson.OPT_SORT_KEYS), digest_size=16).digest()
        for value in _values(out, name)
    )


def _values(out: Path, name: str) -> Iterator[Any]:
    yield from read_table(out, name)


def same_pairs(here: Path, there: Path) -> tuple[bool, int]:
    """The same for the pairs that are proposed."""
    expected = np.load(here / "pairs.npy")
    table = pq.read_table(there / "stages" / "06-pairs")
    found = np.stack([np.array(table.column(name), np.int64) for name in ("a", "b")])
    found = found[:, np.lexsort(found[::-1])]
    return bool(np.array_equal(expected, found)), expected.shape[1]
