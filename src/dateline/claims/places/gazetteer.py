"""Places by name: exact, or loosely within a country."""

from __future__ import annotations

import gc
from bisect import bisect_left
from functools import cache, lru_cache
from logging import getLogger

from rapidfuzz import fuzz

from dateline.claims.places.build import TRANSLITERATED, Arrays, build, code_key, hashed, loose_key
from dateline.claims.places.cache import cached
from dateline.claims.places.entries import FEATURES, Entry, Match, match
from dateline.claims.places.sources import everything
from dateline.claims.places.spelling import ARTICLES, bare, loose

_MOST = 80
_FEW = 2
_ALIKE = 50


class Gazetteer:
    """The index, asked by folded keys (:func:`~dateline.claims.places.spelling.key`)."""

    def __init__(self, arrays: Arrays) -> None:
        self._keys = memoryview(arrays["keys"].data)
        self._rows = arrays["rows"]
        self._entries = arrays["entries"]
        self._text = arrays["text"]
        self.named = lru_cache(maxsize=1 << 16)(self._named)
        self.like = lru_cache(maxsize=1 << 14)(self._like)
        self._entry = lru_cache(maxsize=1 << 16)(self._read)

    def _named(self, name: str) -> tuple[Match, ...]:
        """The places with this key, the largest first; the 80 largest of very common names."""
        wanted = hashed(name)
        at = bisect_left(self._keys, wanted)
        found: list[Match] = []
        while at < len(self._keys) and self._keys[at] == wanted and len(found) < _MOST:
            row = int(self._rows[at])
            found.append(match(self._entry(row >> 1), bool(row & 1)))
            at += 1
        return tuple(found)

    def _like(self, name: str, country: str) -> tuple[Match, ...]:
        """The places of a country whose names are transliterations of what ``name`` spells."""
        shape = loose(name)
        if not shape:
            return ()
        found = self._named(loose_key(country, shape))
        if len(shape.replace("a", "")) > _FEW:
            return found
        # Two consonants are no name: the vowels must be much the same too.
        return tuple(m for m in found if fuzz.ratio(bare(name), bare(m.entry.name)) > _ALIKE)

    def spelled(self, name: str) -> tuple[Match, ...]:
        """As ``named``; a name with an Arabic article may be listed without it ("al-Bab")."""
        if found := self.named(name):
            return found
        article, _, bare = name.partition(" ")
        if article not in ARTICLES or not bare:
            return ()
        return tuple(m for m in self.named(bare) if m.entry.country in TRANSLITERATED)

    def coded(self, country: str, division: str = "") -> tuple[Match, ...]:
        """The country, or its first-level division, with this code."""
        return self.named(code_key(country, division))

    def _read(self, n: int) -> Entry:
        row = self._entries[n]
        start = int(row["name"])
        name = bytes(self._text[start : start + int(row["length"])]).decode()
        return Entry(
            int(row["geonameid"]), name, round(float(row["lat"]), 5), round(float(row["lon"]), 5),
            int(row["population"]), row["country"].decode(), row["admin1"].decode(),
            FEATURES[row["feature"]],
        )  # fmt: skip


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, from the user's cache folder."""
    return Gazetteer(cached(_made))


def _made() -> Arrays:
    """The arrays made anew; a million short-lived values need no collector to look for circles."""
    getLogger("dateline").info("making the index of places, once: this takes some ten seconds")
    was_on = gc.isenabled()
    gc.disable()
    try:
        return build(everything())
    finally:
        if was_on:
            gc.enable()
