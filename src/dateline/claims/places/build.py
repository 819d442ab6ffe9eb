"""The index of names: sorted 64-bit keys, each with a place, in arrays that load by mapping."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from dateline.claims.places.entries import FEATURES, Entry
from dateline.claims.places.sources import Named
from dateline.claims.places.spelling import key, loose
from dateline.text.wordlist import words

Arrays = dict[str, NDArray[np.generic]]

ENTRY = np.dtype(
    [
        ("geonameid", "u4"), ("lat", "f4"), ("lon", "f4"), ("population", "u4"),
        ("name", "u4"), ("length", "u2"), ("country", "S2"), ("admin1", "S8"), ("feature", "u1"),
    ]
)  # fmt: skip

# Countries whose names reach English through transliteration, where spellings vary freely.
TRANSLITERATED = words("""
AE AF AM AZ BD BG BH BY BY CN DJ DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK
LY MA MK MM MN MR MV NP OM PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN TW UA UZ YE
""")


def hashed(name: str) -> int:
    """64 bits of a key: a chance meeting of two names among a million is one in ten million."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def loose_key(country: str, shape: str) -> str:
    """The key of a transliterated name within its country."""
    return f"{country}~{shape}"


def code_key(country: str, division: str) -> str:
    """The key of a country, or of a first-level division, by its code."""
    return f"{country}#{division}"


def build(places: Iterable[Named]) -> Arrays:
    """The arrays: ``keys`` sorted, ``rows`` (place times 2, plus 1 for its own name), the places.

    Under one key the places stand in order of population, the largest first.
    """
    entries: list[Entry] = []
    hashes, found = array("Q"), array("I")
    for n, (entry, names) in enumerate(places):
        entries.append(entry)
        if entry.feature in ("PCLI", "ADM1"):
            hashes.append(hashed(code_key(entry.country, entry.admin1)))
            found.append(2 * n + 1)
        for k, own in _keys(entry, names):
            hashes.append(hashed(k))
            found.append(2 * n + own)
    keys, rows = np.array(hashes, np.uint64), np.array(found, np.uint32)
    people = np.array([e.population for e in entries])[rows >> 1]
    order = np.lexsort((-people, keys))
    return {"keys": keys[order], "rows": rows[order], **_table(entries)}


def _keys(entry: Entry, names: list[str]) -> Iterator[tuple[str, bool]]:
    """Each key of a place once, its own name's first."""
    seen = {""}
    for n, name in enumerate(names):
        k = key(name)
        if k in seen:
            continue
        seen.add(k)
        yield k, n == 0
        if entry.country in TRANSLITERATED and (shape := loose(name)):
            k = loose_key(entry.country, shape)
            if k not in seen:
                seen.add(k)
                yield k, n == 0


def _table(entries: list[Entry]) -> Arrays:
    table = np.zeros(len(entries), ENTRY)
    text = bytearray()
    for n, e in enumerate(entries):
        name = e.name.encode()
        table[n] = (
            e.geonameid, e.lat, e.lon, e.population, len(text), len(name),
            e.country.encode(), e.admin1.encode(), FEATURES.index(e.feature),
        )  # fmt: skip
        text += name
    return {"entries": table, "text": np.frombuffer(bytes(text), np.uint8)}
