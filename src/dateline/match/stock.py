"""`background.learn` in parts, for many machines: samples of carriers, and their judgement.

::

    samples(section)                        # for each key that enough documents hold: the first few
    judge(samples, sketches, known, fresh)  # which samples hold documents that are not related

Keys with the same sample are judged once. What is stock is not counted in the next round, for
`background.ROUNDS` rounds or until nothing changes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dateline.match import background_kernels as kernels
from dateline.match.background import (
    CARRIERS,
    SAMPLE,
    TOLERANCE,
    carriers_of,
    common_keys,
    numbers_in,
)
from dateline.match.jit import Flags, Ints, Keys
from dateline.match.sketch import Sketches

__all__ = ["Samples", "judge", "samples"]


@dataclass(frozen=True, slots=True)
class Samples:
    """Samples of documents and the keys that each stands for.

    Sample ``s`` is ``members[starts[s]:starts[s + 1]]``, its keys are
    ``keys[key_starts[s]:key_starts[s + 1]]``.
    """

    members: Ints
    starts: Ints
    keys: Keys
    key_starts: Ints


def samples(numbers: Ints, totals: Keys, section: Sketches) -> Samples:
    """The first carriers of every key of a section of the key space that enough documents hold.

    ``numbers`` name the documents, in rising order; ``totals`` are the sums of all their keys, in
    and outside the section.
    """
    common = common_keys(section)
    places = numbers_in(section.keys, common)
    carriers, starts = carriers_of(section, places, len(common), totals)
    signatures = np.empty(len(common), np.uint64)
    kernels.sign_samples(carriers, starts, SAMPLE, signatures)
    order = np.argsort(signatures, kind="stable")
    ordered = signatures[order]
    key_starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1], True][: len(common) + 1])
    firsts = order[key_starts[:-1]] if len(common) else order
    sizes = np.minimum(np.diff(starts)[firsts], SAMPLE)
    begins = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    within = np.arange(begins[-1]) - np.repeat(begins[:-1], sizes)
    members = numbers[carriers[np.repeat(starts[firsts], sizes) + within]]
    return Samples(members, begins, common[order], key_starts if len(common) else begins)


def judge(
    members: Ints, starts: Ints, sketches: Sketches, known: Keys, fresh: Keys | None
) -> Flags:
    """Which samples hold enough mutually unrelated documents to make their keys stock.

    ``members`` are places in ``sketches``, sample after sample. ``known`` stock (sorted) is not
    counted; samples none of whose documents holds a ``fresh`` key stay what they were, not stock;
    without ``fresh`` all are judged.
    """
    count = len(starts) - 1
    places = numbers_in(sketches.keys, known)
    touched = _touched(sketches, fresh)
    flags = np.zeros(len(known) + count, np.bool_)
    flags[: len(known)] = True
    all_starts = np.concatenate((np.zeros(len(known), np.int64), starts))
    slots = 1 << int(2 * np.sort(sketches.sizes)[-SAMPLE:].sum()).bit_length()
    stock = flags.copy()
    kernels.mark_stock(
        sketches.keys,
        sketches.offsets,
        places,
        members.astype(np.int32),
        all_starts,
        np.arange(len(flags)).astype(np.uint64),
        np.arange(len(known), len(flags)),
        SAMPLE,
        CARRIERS - TOLERANCE,
        touched,
        flags,
        np.empty(slots, np.uint64),
        np.zeros(slots, np.uint8),
        stock,
    )
    return stock[len(known) :]


def _touched(sketches: Sketches, fresh: Keys | None) -> Flags:
    touched = np.ones(len(sketches), np.bool_)
    if fresh is not None:
        places = numbers_in(sketches.keys, fresh)
        kernels.mark_touched(places, sketches.offsets, np.ones(len(fresh), np.bool_), touched)
    return touched
