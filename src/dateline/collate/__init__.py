"""Versions aligned: sentence by sentence, word by word, with the names that were changed."""

from dateline.collate.collation import collate
from dateline.collate.names import Names

__all__ = ["Names", "collate"]
