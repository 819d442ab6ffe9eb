"""Which reports are versions of one dispatch: sketches, candidate pairs, passages, relations."""

from dateline.match.background import Background
from dateline.match.dispatches import crossing, dispatches
from dateline.match.find import relations
from dateline.match.passages import passages
from dateline.match.profiles import Profile, profile
from dateline.match.relation import relate

__all__ = [
    "Background",
    "Profile",
    "crossing",
    "dispatches",
    "passages",
    "profile",
    "relate",
    "relations",
]
