"""How work on many parts is spread: a callable that any engine may give; `map` does it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

__all__ = ["Spread"]


class Spread(Protocol):
    """Called with a function of a module and parts; gives what it makes of each, in their order."""

    def __call__(self, function: Callable[[Any], Any], parts: Iterable[Any], /) -> Iterator[Any]:
        """Do the work, here or elsewhere."""
