"""How kernels are compiled: numba with its cache on disk, no Python objects, no lock held.

Importing this module costs about as long as matching twenty thousand reports, so only modules with
kernels do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

__all__ = ["Bytes", "Codes", "Flags", "Ints", "Keys", "Ranks", "helper", "kernel"]

Bytes = NDArray[np.uint8]
Codes = NDArray[np.uint32]
Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Ranks = NDArray[np.int32]

P = ParamSpec("P")
R = TypeVar("R")


def kernel(signature: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Compile for one signature at import, or load what an earlier import compiled."""

    def compiled(function: Callable[P, R]) -> Callable[P, R]:
        try:
            made = _compile(function, signature, cache=True)
        except RuntimeError as error:
            if "cache" not in str(error):
                raise
            made = _compile(function, signature, cache=False)  # no folder to write to
        return cast(Callable[P, R], made)

    return compiled


def _compile(function: Callable[..., Any], signature: str, cache: bool) -> Any:
    return numba.njit(signature, nogil=True, cache=cache, error_model="numpy")(function)


def helper(function: Callable[P, R]) -> Callable[P, R]:
    """A part of kernels: compiled with each that uses it, inlined where that pays."""
    made: Any = numba.njit(error_model="numpy")(function)
    return cast(Callable[P, R], made)
