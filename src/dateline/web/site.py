"""What all pages of one server share: the archive's file, the secret of its forms, and its jobs."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from dateline.store import Archive
from dateline.web.jobs import Jobs

if TYPE_CHECKING:
    from dateline.claims.situation import Parties

__all__ = ["Site"]

T = TypeVar("T")
_KEPT = 32


@dataclass
class Site:
    """One archive with its server; ``form_secret`` is in every form that changes something.

    ``parties`` are the sides that the user gives to sources, if any."""

    path: str
    most: int = 64 << 20  # bytes that may be added at a time
    parties: Parties | None = None
    form_secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    jobs: Jobs = field(default_factory=Jobs)
    _memory: OrderedDict[Any, Any] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def open(self) -> Archive:
        """The archive, for one request."""
        return Archive.open(self.path)

    def remembered(self, archive: Archive, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for each state of the archive; the last few are kept."""
        state = archive.connection.execute(
            "SELECT (SELECT max(number) FROM report), (SELECT max(number) FROM epoch)"
        ).fetchone()
        judged = archive.connection.execute(
            "SELECT max(number), count(undone) FROM judgement"
        ).fetchone()
        whole = (key, state, judged)
        with self._lock:
            if whole in self._memory:
                self._memory.move_to_end(whole)
                found: T = self._memory[whole]
                return found
        made = make()
        with self._lock:
            self._memory[whole] = made
            while len(self._memory) > _KEPT:
                self._memory.popitem(last=False)
        return made
