"""Made-up piles: dispatches of invented words in cut, reworded and mixed versions, with stock."""

from __future__ import annotations

import random

from dateline.model import Report

_SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
_OUTLETS = ("Morning Gull", "Ostmere Post", "Tidewatch", "")


def words(rng: random.Random, count: int) -> list[str]:
    return ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 3))) for _ in range(count)]


def sentence(rng: random.Random) -> str:
    return " ".join(words(rng, rng.randint(7, 16))).capitalize() + "."


def pile(seed: int, dispatches: int = 6, versions: int = 4) -> list[Report]:
    """Some dispatches in several versions each, and reports that mix two of them."""
    rng = random.Random(seed)
    stock = [sentence(rng) for _ in range(3)]
    bodies = [[sentence(rng) for _ in range(rng.randint(4, 12))] for _ in range(dispatches)]
    texts = []
    for body in bodies:
        texts += [" ".join(version(rng, body, stock)) for _ in range(rng.randint(1, versions))]
    for _ in range(dispatches):
        one, other = rng.sample(bodies, 2)
        texts.append(" ".join(one[: rng.randint(1, 5)] + version(rng, other, stock)))
    texts += rng.choices(texts, k=3)
    rng.shuffle(texts)
    return [
        Report(f"r{n}", text, outlet=rng.choice(_OUTLETS), date=f"2031-03-{1 + n % 28:02}")
        for n, text in enumerate(texts)
    ]


def version(rng: random.Random, body: list[str], stock: list[str]) -> list[str]:
    """A body as another outlet runs it: cut, some sentences reworded, a stock phrase glued on."""
    kept = body[: rng.randint(max(1, len(body) // 3), len(body))]
    kept = [_reworded(rng, s) if rng.random() < 0.2 else s for s in kept]
    if rng.random() < 0.3:
        kept.insert(rng.randrange(len(kept) + 1), sentence(rng))
    return [*kept, rng.choice(stock)] if rng.random() < 0.5 else kept


def _reworded(rng: random.Random, text: str) -> str:
    parts = text.split()
    for _ in range(1 + len(parts) // 5):
        parts[rng.randrange(len(parts))] = words(rng, 1)[0]
    return " ".join(parts)
