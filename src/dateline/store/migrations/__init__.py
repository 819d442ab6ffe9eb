"""The steps from each version of an archive's tables to the next, a script each.

What the tables hold is told in `dateline.store.schema`. A step that was released never changes; a
new one gets the next number. What a script cannot do, `dateline.store.connection` does after it.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["MIGRATIONS"]

_SCRIPTS = sorted(Path(__file__).parent.glob("*.sql"), key=lambda path: int(path.stem))
MIGRATIONS: tuple[str, ...] = tuple(path.read_text("utf-8") for path in _SCRIPTS)
