"""Results in the formats of other fields: a file per format, each also stand-off (no texts)."""

from dateline.export.family import Family
from dateline.export.formats import save, stream

__all__ = ["Family", "save", "stream"]
