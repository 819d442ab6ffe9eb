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
    """``gain``: to come to the change by oneself; ``back``: to restore the base's reading from it;
    ``turned``: to come to the base's reading by oneself, were the base the one that changed.
    """

    gain: float
    back: float
    turned: float


COSTS = {
    "lost": Cost(0.05, 1.0, 1.0),
    "cut inside": Cost(0.4, 0.0, 0.0),
    "cut at the end": Cost(0.2, 0.0, 0.0),
    "added": Cost(1.2, 0.3, 0.3),
    "cut": Cost(0.6, 1.0, 0.8),
    "put in": Cost(0.8, 0.6, 0.6),
    "reworded": Cost(0.8, 0.9, 0.8),
    "figure": Cost(0.9, 1.0, 0.9),
    "moved": Cost(0.6, 0.8, 0.6),
    "name": Cost(0.35, 0.5, 0.35),
    "spelling": Cost(0.2, 0.25, 0.2),
    "damaged": Cost(0.3, 1.5, 1.5),
    "whole": Cost(1.5, 0.3, 0.3),
    "slug cut": Cost(0.1, 0.7, 0.5),
    "caption": Cost(0.6, 0.2, 0.2),
}
MOST = 3.0


def together(size: float) -> float:
    """How much more ``size`` changes that came together say than one: less than each for itself."""
    return 1 + log2(size) / 2 if size >= 1 else 0.5
