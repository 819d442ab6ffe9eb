"""How unlikely each sort of change is: what it costs to believe that it was made independently.

Two editors may cut the same last paragraphs or write the same house name without knowing of each
other; they will hardly reword a clause alike. And some changes cannot be undone: who never saw a
sentence does not write it again word for word, who got a text without quotation marks does not put
them back where they were (irreversible characters: Camin and Sokal 1965).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2


@dataclass(frozen=True, slots=True)
class Cost:
    """``gain``: to come to the change by oneself; ``back``: to undo it, seeing only its result.

    ``turned`` and ``turned_back`` are the same for the base's reading, were the base the one that
    changed: a sentence that the others lost is then one that the base added.
    """

    gain: float
    back: float
    turned: float
    turned_back: float


COSTS = {
    "lost": Cost(0.0, 1.0, 1.0, 0.0),
    "cut inside": Cost(0.4, 0.0, 0.2, 0.3),
    "cut at the end": Cost(0.2, 0.0, 0.0, 0.0),
    "added": Cost(1.2, 0.3, 0.3, 1.0),
    "cut": Cost(0.6, 1.0, 0.8, 0.6),
    "put in": Cost(0.6, 0.6, 0.6, 0.8),
    "reworded": Cost(0.5, 0.6, 0.5, 0.6),
    "figure": Cost(0.9, 1.0, 0.9, 1.0),
    "moved": Cost(0.6, 0.8, 0.6, 0.8),
    "name": Cost(0.35, 0.5, 0.35, 0.5),
    "spelling": Cost(0.2, 0.25, 0.2, 0.25),
    "damaged": Cost(0.3, 1.5, 1.5, 0.3),
    "whole": Cost(1.5, 0.3, 0.3, 1.5),
    "slug cut": Cost(0.1, 0.7, 0.5, 0.1),
    "caption": Cost(0.6, 0.2, 0.2, 0.6),
}
MOST = 4.0


def together(size: float) -> float:
    """How much more ``size`` changes that came together say than one: less than each for itself."""
    return 1 + log2(size) if size >= 1 else 0.5
