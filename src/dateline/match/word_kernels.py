"""Compiled loops that turn words into keys: one per word, one per five words.

The keys of five words are those of ``sketch``, so that what was learned from sketches can be looked
up at every place of a report.
"""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Codes, Keys, helper, kernel

_FNV_SEED = np.uint64(0xCBF29CE484222325)
_FNV_PRIME = np.uint64(0x100000001B3)
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xFF51AFD7ED558CCD)
_MIX_2 = np.uint64(0xC4CEB9FE1A85EC53)
_SHIFT = np.uint64(33)
_STOP, _BREAK = ord("."), ord("\n")


@helper
def _mix(h: np.uint64) -> np.uint64:
    h ^= h >> _SHIFT
    h *= _MIX_1
    h ^= h >> _SHIFT
    h *= _MIX_2
    return h ^ (h >> _SHIFT)


@kernel("i8(u4[::1], u8[::1])")
def word_keys(codes: Codes, words: Keys) -> int:
    """Write the key of each word of ``codes``, in which a line break ends each; return how many."""
    count = 0
    state = _FNV_SEED
    for code in codes:
        if code == _BREAK:
            words[count] = _mix(state)
            count += 1
            state = _FNV_SEED
        elif code != _STOP:
            state = (state ^ np.uint64(code)) * _FNV_PRIME
    return count


@kernel("void(u8[::1], i8, u8[::1])")
def gram_keys(words: Keys, width: int, grams: Keys) -> None:
    """Write the key of the ``width`` words from each place on."""
    for i in range(len(words) - width + 1):
        total = np.uint64(0)
        for k in range(width):
            total = total * _BASE + words[i + k]
        grams[i] = _mix(total)
