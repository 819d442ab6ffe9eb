"""Who copied whom: signs of direction, and what follows from them."""

from dateline.lineage.base import base
from dateline.lineage.verdict import judge

__all__ = ["base", "judge"]
