"""How many pairs differ between Dateline's words and plain ``\\w+`` words, and which rule does it.

::

    python -m bench.copies.folding corpus.jsonl [--share 0.3] [--least 20]

Each rule of the folding is applied alone to the text before plain words are taken; the pairs that
then come or go are that rule's. Pairs with a document of fewer than ``--least`` n-grams are left
out.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator

from dateline.match.candidates import Pairs, all_pairs
from dateline.match.sketch import Fold, sketch

Pair = tuple[int, int]

RULES: dict[str, tuple[str, str]] = {
    "apostrophes vanish (didn't)": (r"['’‘`´]", ""),
    "remains of an apostrophe join (army s)": (r"(?<=[a-z]) (s|t|d|m|re|ve|ll)\b", r"\1"),
    "digits join over . , : (1,000)": (r"(?<=\d)[.,:](?=\d)", ""),
    "letters part from digits (45km)": (r"(?<=\d)(?=[a-z])", " "),
    "single letters join over dots (U.S.)": (r"\b([a-z])\.(?=[a-z]\b)", r"\1"),
    "underscores part": (r"_", " "),
}


def texts(path: str) -> Iterator[str]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def found(source: Iterator[str], fold: Fold, share: float, least: int) -> dict[Pair, float]:
    pairs: Pairs = all_pairs(sketch(source, fold), share)
    large = (pairs.size_a >= least) & (pairs.size_b >= least)
    keys = zip(pairs.a[large].tolist(), pairs.b[large].tolist(), strict=True)
    return dict(zip(keys, pairs.containment[large].tolist(), strict=True))


def ruled(pattern: str, by: str) -> Callable[[str], str]:
    rule = re.compile(pattern)
    return lambda text: rule.sub(by, text.lower())


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("corpus")
    options.add_argument("--share", type=float, default=0.3)
    options.add_argument("--least", type=int, default=20)
    given = options.parse_args()

    def pairs_of(source: Iterator[str], fold: Fold = "plain") -> dict[Pair, float]:
        return found(source, fold, given.share, given.least)

    plain, own = pairs_of(texts(given.corpus)), pairs_of(texts(given.corpus), "dateline")
    both = plain.keys() & own.keys()
    moved = sum(plain[pair] != own[pair] for pair in both)
    print(f"plain {len(plain)} pairs, dateline {len(own)}, in both {len(both)}")
    print(f"only plain {len(plain.keys() - own.keys())}, only dateline {len(own.keys() - both)}")
    print(f"of those in both, {moved} have another containment")
    for name, rule in RULES.items():
        alone = pairs_of(map(ruled(*rule), texts(given.corpus)))
        come, go = alone.keys() - plain.keys(), plain.keys() - alone.keys()
        share = len((come & own.keys()) | (go - own.keys()))
        print(f"{name:42} +{len(come)} -{len(go)}, {share} of them as in dateline")


if __name__ == "__main__":
    main()
