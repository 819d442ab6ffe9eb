"""Who copied whom: signs of direction, and what follows from them."""

from dateline.lineage.base import base
from dateline.lineage.captions import caption_notes
from dateline.lineage.stemma import stemma
from dateline.lineage.verdict import judge

__all__ = ["base", "caption_notes", "judge", "stemma"]
