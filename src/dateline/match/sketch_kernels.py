"""Compiled loops of `sketch`: bytes -> folded letters -> word hashes -> n-gram keys -> sets.

Every loop works on arrays that its caller made. Hashing is FNV-1a over folded code points (Fowler,
Noll, Vo), a polynomial over the word hashes of an n-gram, and MurmurHash3's 64-bit finaliser
(Appleby).
"""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Bytes, Codes, Flags, Ints, Keys, helper, kernel
from dateline.match.letters import COMMA, KNOWN, OTHER, SPACE, STOP

_FNV_SEED = np.uint64(0xCBF29CE484222325)
_FNV_PRIME = np.uint64(0x100000001B3)
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xFF51AFD7ED558CCD)
_MIX_2 = np.uint64(0xC4CEB9FE1A85EC53)
_MIX_SHIFT = np.uint64(33)
_SLOT = np.uint64((1 << 21) - 1)
_SLOT_BITS = np.uint64(21)
_KNOWN = np.uint64(KNOWN)
_NONE = np.uint64(0)
_HALF = np.uint64(32)
_DIGIT, _LETTER, _END = ord("0"), ord("9") + 1, 0x110000
_S, _T, _D, _M, _R, _V, _L, _E = (ord(c) for c in "stdmrvle")


@helper
def mix(h: np.uint64) -> np.uint64:
    """Spread 64 bits over 64 bits, one to one."""
    h ^= h >> _MIX_SHIFT
    h *= _MIX_1
    h ^= h >> _MIX_SHIFT
    h *= _MIX_2
    return h ^ (h >> _MIX_SHIFT)


@helper
def _code_point(text: Bytes, i: int) -> tuple[int, int]:
    """The code point of the UTF-8 sequence at ``i`` and its length; the bytes are valid."""
    lead = np.int64(text[i])
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | text[i + 1] & 0x3F, 2
    if lead < 0xF0:
        return (lead & 0x0F) << 12 | (text[i + 1] & 0x3F) << 6 | text[i + 2] & 0x3F, 3
    high = (lead & 0x07) << 18 | (text[i + 1] & 0x3F) << 12
    return high | (text[i + 2] & 0x3F) << 6 | text[i + 3] & 0x3F, 4


@helper
def _fold_letters(
    text: Bytes, start: int, end: int, table: Keys, letters: Codes, unknown: Flags
) -> int:
    """Write the folded code points of ``text[start:end]``; return how many, or -1 at unknown ones.

    ``unknown`` marks the code points that the table lacks.
    """
    size = 0
    complete = True
    i = start
    while i < end:
        if text[i] < 128:
            letter = table[text[i]] & _SLOT
            letters[size] = letter
            size += letter != _NONE
            i += 1
            continue
        point, step = _code_point(text, i)
        i += step
        entry = table[point]
        if entry < _KNOWN:
            unknown[point] = True
            complete = False
        entry &= ~_KNOWN
        while entry != _NONE:
            letters[size] = entry & _SLOT
            size += 1
            entry >>= _SLOT_BITS
    return size if complete else -1


@helper
def _is_remains(letters: Codes, start: int, end: int) -> bool:
    """Whether a word is what a lost apostrophe leaves behind: s, t, d, m, re, ve, ll."""
    first = letters[start]
    if end - start == 1:
        return first in (_S, _T, _D, _M)
    if end - start != 2:
        return False
    second = letters[start + 1]
    return (second == _E and first in (_R, _V)) or (second == _L and first == _L)


@helper
def _continues(letters: Codes, before: int, gap: int, start: int, end: int) -> bool:
    """Whether the word ``[start, end)`` continues the word ``[before, gap)``.

    One separator must stand between: "jihadist s", "U.S.", "1,000".
    """
    if start - gap != 1 or gap == 0:
        return False
    mark, last, first = letters[gap], letters[gap - 1], letters[start]
    if mark == SPACE:
        return last >= _LETTER and _is_remains(letters, start, end)
    if last < _LETTER and first < _LETTER:
        return mark in (STOP, COMMA)
    single = gap - before == 1 and end - start == 1
    return mark == STOP and single and last >= _LETTER and first >= _LETTER


@helper
def _hash_words(letters: Codes, size: int, joining: bool, words: Keys) -> int:
    """Write the hash of each word; return how many. ``joining`` is Dateline's own definition.

    ``letters`` has room for one more than ``size``.
    """
    letters[size] = OTHER
    count = i = 0
    state = _FNV_SEED
    before = gap = 0
    while i < size:
        if letters[i] < _DIGIT:
            i += 1
            continue
        start = i
        number = letters[i] < _LETTER
        below = _LETTER if joining and number else _END
        hashed = _FNV_SEED
        while _DIGIT <= letters[i] < below:
            hashed = (hashed ^ np.uint64(letters[i])) * _FNV_PRIME
            i += 1
        if joining and (number or i - start < 3) and _continues(letters, before, gap, start, i):
            count -= 1
            hashed = state
            for k in range(start, i):
                hashed = (hashed ^ np.uint64(letters[k])) * _FNV_PRIME
        words[count] = mix(hashed)
        count += 1
        state = hashed
        before, gap = start, i
    return count


@helper
def _gram_keys(words: Keys, count: int, width: int, keys: Keys, at: int) -> int:
    """Write the keys of all n-grams of ``width`` words from ``keys[at]`` on; return their end."""
    leaving = np.uint64(1)
    for _ in range(width):
        leaving *= _BASE
    total = _NONE
    for i in range(count):
        total = total * _BASE + words[i]
        if i >= width:
            total -= words[i - width] * leaving
        if i >= width - 1:
            keys[at] = mix(total)
            at += 1
    if 0 < count < width:
        keys[at] = mix(total)
        at += 1
    return at


@kernel("b1(u1[::1], i8[::1], u8[::1], b1, i8, u4[::1], u8[::1], u8[::1], i8[::1], b1[::1])")
def key_texts(
    text: Bytes,
    bounds: Ints,
    table: Keys,
    joining: bool,
    width: int,
    letters: Codes,
    words: Keys,
    keys: Keys,
    offsets: Ints,
    unknown: Flags,
) -> bool:
    """Write the n-gram keys of the texts ``text[bounds[d]:bounds[d + 1]]``, in text order.

    Document ``d`` has ``keys[offsets[d]:offsets[d + 1]]``. Returns whether every character was in
    ``table``; ``unknown`` marks those that were not, and the keys are then worthless.
    """
    complete = True
    offsets[0] = 0
    for d in range(len(bounds) - 1):
        size = _fold_letters(text, bounds[d], bounds[d + 1], table, letters, unknown)
        complete = complete and size >= 0
        count = _hash_words(letters, size, joining, words)
        offsets[d + 1] = _gram_keys(words, count, width, keys, offsets[d])
    return complete


@helper
def _sort_uniform(keys: Keys, start: int, end: int, spare: Keys, counts: Ints) -> None:
    """Sort ``keys[start:end]``, evenly spread 64-bit numbers: to their places, then insertion."""
    n = end - start
    size = np.uint64(n)
    counts[: n + 1] = 0
    for i in range(start, end):
        counts[np.int64(((keys[i] >> _HALF) * size) >> _HALF) + 1] += 1
    for b in range(n):
        counts[b + 1] += counts[b]
    for i in range(start, end):
        bucket = np.int64(((keys[i] >> _HALF) * size) >> _HALF)
        spare[counts[bucket]] = keys[i]
        counts[bucket] += 1
    for i in range(n):
        key = spare[i]
        k = start + i
        while k > start and keys[k - 1] > key:
            keys[k] = keys[k - 1]
            k -= 1
        keys[k] = key


@kernel("void(u8[::1], i8[::1], i8, u8[::1], i8[::1])")
def sort_sets(keys: Keys, offsets: Ints, longest: int, spare: Keys, counts: Ints) -> None:
    """Make each document's keys a sorted set, in place; ``offsets`` become those of the sets.

    Documents of more than ``longest`` keys are taken as sorted already.
    """
    start = size = 0
    for d in range(len(offsets) - 1):
        end = offsets[d + 1]
        if end - start <= longest:
            _sort_uniform(keys, start, end, spare, counts)
        first = size
        for i in range(start, end):
            if size == first or keys[size - 1] != keys[i]:
                keys[size] = keys[i]
                size += 1
        start = end
        offsets[d + 1] = size
