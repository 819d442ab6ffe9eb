"""Each tool finds the pairs of a JSONL file's first reports, the way its own documentation shows.

All get the same texts and 5-word shingles of plain lower-cased words (gaoya makes its own, from
white space). MinHash parameters aim at Jaccard .5; a tool's candidates are taken as it gives them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray

Pairs = NDArray[np.int64]
Tool = Callable[[Path, int], Pairs]

_WORD = re.compile(r"\w+")


def texts(path: Path, reports: int) -> Iterator[str]:
    with path.open("rb") as lines:
        for line in islice(lines, reports):
            yield orjson.loads(line)["text"]


def shingles(text: str) -> set[str]:
    words = _WORD.findall(text.lower())
    return {" ".join(words[i : i + 5]) for i in range(max(1, len(words) - 4))}


def _rows(partners: Iterable[Iterable[int]]) -> Pairs:
    found = [(a, b) for a, others in enumerate(partners) for b in others if a < b]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def dateline(path: Path, reports: int) -> Pairs:
    from dateline.match.candidates import all_pairs
    from dateline.match.sketch import sketch

    pairs = all_pairs(sketch(texts(path, reports), "plain"), 0.3)
    return np.column_stack([pairs.a, pairs.b])


def dateline_links(path: Path, reports: int) -> Pairs:
    from dateline.match.links import links
    from dateline.match.sketch import sketch

    pairs = links(sketch(texts(path, reports), "plain"), 0.3).pairs
    return np.column_stack([pairs.a, pairs.b])


def gaoya(path: Path, reports: int) -> Pairs:
    from gaoya.minhash import MinHashStringIndex

    pile = list(texts(path, reports))
    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=0.5,
        num_bands=42,
        band_size=3,
        analyzer="word",
        lowercase=True,
        ngram_range=(5, 5),
        id_container="vec",
    )
    index.par_bulk_insert_docs(list(range(len(pile))), pile)
    return _rows(index.par_bulk_query(pile))


def rensa(path: Path, reports: int) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    hashes = RMinHash.from_token_sets(map(shingles, texts(path, reports)), 128, 42)
    index = RMinHashLSH(0.5, 128, 32)
    index.insert_many(hashes)
    return _rows(index.query_all(hashes))


def datasketch(path: Path, reports: int) -> Pairs:
    from datasketch import MinHash, MinHashLSH

    sets = ([s.encode() for s in shingles(text)] for text in texts(path, reports))
    hashes = MinHash.bulk(sets, num_perm=125, seed=1)
    index = MinHashLSH(num_perm=125, params=(25, 5))
    with index.insertion_session() as session:
        for number, hashed in enumerate(hashes):
            session.insert(number, hashed)
    return _rows(index.query(hashed) for hashed in hashes)


TOOLS: dict[str, Tool] = {
    "dateline": dateline,
    "dateline links": dateline_links,
    "gaoya": gaoya,
    "rensa": rensa,
    "datasketch": datasketch,
}
