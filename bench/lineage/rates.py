"""How often a copyist does what: three temperaments, none of them known to the method."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rates:
    """Chances (0 to 1) and mean counts (per copy, Poisson) of each operation of a copyist."""

    take: float = 0.15  # a node is a new take by the agency, not an outlet's copy
    takes: int = 6  # and so many at most, the first one included
    from_agency: float = 0.5  # an outlet copies the agency's newest take rather than an outlet
    verbatim: float = 0.05  # nothing but the furniture changes
    styled: float = 0.6  # the outlet applies its house style
    houses: int = 8  # house styles in the world, shared by all outlets
    tail_cut: float = 0.4
    drops: float = 0.8
    clauses: float = 0.8
    rewordings: float = 2.0
    free: float = 0.8  # rewordings in words of one's own
    additions: float = 0.3
    moved: float = 0.15
    labels: float = 0.3
    slips: float = 0.1  # a figure copied wrongly
    credit_cut: float = 0.5
    damaged: float = 0.12
    contaminated: float = 0.06
    lost: float = 1 / 3  # share of the texts copied from that nobody has
    wire: bool = True  # the agency's own files may be in the pile


PRESETS = {
    "standard": Rates(),
    "outlets": Rates(wire=False),
    "light": Rates(
        take=0.08, from_agency=0.4, verbatim=0.15, styled=0.4, houses=5, tail_cut=0.55, drops=0.4,
        clauses=0.4, rewordings=0.8, free=0.3, additions=0.15, moved=0.05, labels=0.15,
        damaged=0.2, contaminated=0.03,
    ),
    "heavy": Rates(
        take=0.25, from_agency=0.6, verbatim=0.02, styled=0.8, houses=4, tail_cut=0.5, drops=1.6,
        clauses=1.5, rewordings=5.0, free=2.0, additions=0.8, moved=0.4, labels=0.6, slips=0.3,
        damaged=0.15, contaminated=0.12,
    ),
}  # fmt: skip
