"""From a pile of reports to its relations: sketch, candidate pairs, stock, judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dateline.match.background import Background, learn
from dateline.match.candidates import all_pairs
from dateline.match.judging import AT_ONCE, judged, parts
from dateline.match.links import links
from dateline.match.pairs import Pairs
from dateline.match.sketch import Sketches, sketch
from dateline.model import Relation, Report
from dateline.progress import Progress, quiet
from dateline.spread import Spread

__all__ = ["LEAST_CONTAINMENT", "LEAST_SHARED", "relations"]

# Copies that were cut and reworded share as little as this with the text they come from.
LEAST_CONTAINMENT = 0.05
LEAST_SHARED = 6


def relations(
    reports: Sequence[Report],
    min_containment: float = 0.3,
    progress: Progress = quiet,
    every_pair: bool = True,
    spread: Spread = map,
) -> Iterator[Relation]:
    """The related pairs of a pile, each once, earlier report first, those of a family together.

    Listed is every pair whose larger word-5-gram containment (whole text) is at least
    ``min_containment``, whatever its relation, and every copy or excerpt found below it. A dispatch
    in thousands of versions has millions of pairs: without ``every_pair`` each version is compared
    with the fullest ones only, which is what `dispatches` needs (see `dateline.match.links`).
    ``spread`` may judge pairs in other processes.

    Raises:
        ValueError: ``min_containment`` is not above 0 and at most 1.
    """
    progress("matching", 0, None)
    sketches = sketch(report.text for report in reports)
    background = learn(sketches)
    pairs = proposed(sketches, background, min_containment, every_pair)

    work = parts(pairs, reports, sketches, background, min_containment)
    for n, found in enumerate(spread(judged, work)):
        progress("judging pairs", n * AT_ONCE, len(pairs))
        yield from found


def proposed(
    sketches: Sketches, background: Background, min_containment: float, every_pair: bool
) -> Pairs:
    """The pairs to judge: those to list anyway, and those that share a little besides stock.

    What all share is taken out before it is looked for: half of a large pile may share little more
    than stock phrases with the other half.
    """
    listed = _pairs(sketches, min_containment, 1, every_pair)
    fresh = background.without(sketches)
    others = _pairs(fresh, LEAST_CONTAINMENT, LEAST_SHARED, every_pair)
    a, b = np.concatenate((listed.a, others.a)), np.concatenate((listed.b, others.b))
    return Pairs.between(sketches, a, b)


def _pairs(sketches: Sketches, containment: float, shared: int, every_pair: bool) -> Pairs:
    if every_pair:
        return all_pairs(sketches, containment, shared)
    return links(sketches, containment, shared).pairs
