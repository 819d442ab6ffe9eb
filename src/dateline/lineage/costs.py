"""How unlikely each sort of change is: what it costs to believe that it was made independently.

Two editors may cut the same last paragraphs or write the same house name without knowing of each
other; they will hardly reword a clause alike. And some changes cannot be undone: who never saw a
sentence does not write it again word for word, who got a text without quotation marks does not put
them back where they were (irreversible characters: Camin and Sokal 1965). The figures are estimates
in steps of a tenth, not fitted; twice or half of each changes the result little (see the docs).
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

    def times(self, factor: float) -> Cost:
        """All four, multiplied."""
        return Cost(
            self.gain * factor,
            self.back * factor,
            self.turned * factor,
            self.turned_back * factor,
        )


_COSTS = {
    "lost": Cost(0.0, 1.2, 1.0, 0.0),
    "cut inside": Cost(0.4, 0.6, 0.2, 0.3),
    "cut at the end": Cost(0.2, 0.3, 0.0, 0.0),
    "added": Cost(1.2, 0.6, 0.3, 1.0),
    "cut": Cost(0.5, 1.0, 0.8, 0.5),
    "put in": Cost(0.5, 0.6, 0.5, 0.8),
    "reworded": Cost(0.5, 0.6, 0.5, 0.6),
    "figure": Cost(0.9, 1.0, 0.9, 1.0),
    "moved": Cost(0.6, 0.8, 0.6, 0.8),
    "name": Cost(0.35, 0.5, 0.35, 0.5),
    "spelling": Cost(0.2, 0.25, 0.2, 0.25),
    "damaged": Cost(0.3, 0.8, 0.8, 0.3),
    "slug cut": Cost(0.0, 0.7, 0.5, 0.0),
    "caption": Cost(0.6, 0.2, 0.2, 0.6),
}
# How much more many changes of one sort say than one, for each doubling: words of one rewording are
# chosen freely; what is cut together is a clause that anyone might cut; a house style is one.
_DOUBLED = {
    "put in": 1.0,
    "reworded": 1.0,
    "figure": 1.0,
    "added": 0.7,
    "name": 0.25,
    "spelling": 0.25,
    "cut": 0.1,
}
_MOST = 5.0


def cost(sort: str, size: float = 1.0) -> Cost:
    """The cost of ``size`` changes of one sort that came together; less than 1 are slight words."""
    factor = 1 + _DOUBLED.get(sort, 0.5) * log2(size) if size >= 1 else size
    return _COSTS[sort].times(min(_MOST, factor))
