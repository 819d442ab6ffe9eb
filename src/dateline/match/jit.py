"""How kernels are compiled: numba with its cache on disk, no Python objects, no lock held.

numba itself is imported, and a kernel compiled or loaded, where the first kernel is called: that
takes longer than matching twenty thousand reports (docs/decisions/0006).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import update_wrapper
from typing import Any, ParamSpec, TypeVar, cast

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

_ONE_AT_A_TIME = threading.Lock()
_helpers: list[Callable[..., Any]] = []


def kernel(signature: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Compile for one signature at the first call, or load what an earlier run compiled."""

    def deferred(function: Callable[P, R]) -> Callable[P, R]:
        return cast(Callable[P, R], _Kernel(function, signature))

    return deferred


def helper(function: Callable[P, R]) -> Callable[P, R]:
    """A part of kernels: compiled with each that uses it, inlined where that pays."""
    _helpers.append(function)
    return function


class _Kernel:
    """A function that is compiled when it is first called, by whichever thread."""

    def __init__(self, function: Callable[..., Any], signature: str) -> None:
        update_wrapper(self, function)
        self._function = function
        self._signature = signature
        self._made: Callable[..., Any] | None = None

    def __call__(self, *arguments: Any) -> Any:
        if self._made is None:
            with _ONE_AT_A_TIME:
                self._made = self._made or _compiled(self._function, self._signature)
        return self._made(*arguments)


def _compiled(function: Callable[..., Any], signature: str) -> Callable[..., Any]:
    _make_helpers_known()
    try:
        return _compile(function, signature, cache=True)
    except RuntimeError as error:
        if "cache" not in str(error):
            raise
        return _compile(function, signature, cache=False)  # no folder to write to


def _compile(function: Callable[..., Any], signature: str, cache: bool) -> Callable[..., Any]:
    import numba

    made: Any = numba.njit(signature, nogil=True, cache=cache, error_model="numpy")(function)
    return cast(Callable[..., Any], made)


def _make_helpers_known() -> None:
    """Let numba compile calls of the helpers that are new."""
    from numba.extending import register_jitable

    while _helpers:
        register_jitable(error_model="numpy")(_helpers.pop())
