"""Archives: one SQLite file that holds reports, what they are versions of, and why.

``dateline.store.schema`` documents the tables.
"""

from dateline.store.archive import Archive

__all__ = ["Archive"]
