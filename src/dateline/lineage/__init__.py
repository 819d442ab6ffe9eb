"""Who copied whom: signs of direction, and what follows from them."""

from dateline.lineage.verdict import judge

__all__ = ["judge"]
