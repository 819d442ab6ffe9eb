"""House styles: the names and spellings that an outlet always writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bench.lineage.draft import Draft
from bench.lineage.words import NAMES, SPELLINGS

_PROPER = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”)")
_VOWELS = str.maketrans("aeiou", "eaoui")


@dataclass(frozen=True)
class House:
    """Patterns and what the house writes in their place; names are left alone in quotations."""

    spellings: dict[str, str]
    names: dict[str, str]

    def styled(self, draft: Draft) -> Draft:
        """The draft in the style of the house."""
        return draft.mapped([self._line(line.text) for line in draft.lines])

    def _line(self, text: str) -> str:
        for pattern, put in self.spellings.items():
            text = re.sub(pattern, put, text)
        parts = _QUOTED.split(text)
        for n in range(0, len(parts), 2):
            for pattern, put in self.names.items():
                parts[n] = re.sub(pattern, put, parts[n])
        return "".join(parts)


def houses(draft: Draft, count: int, rng: Random) -> Sequence[House]:
    """House styles for the names of a dispatch; camps of houses agree on their names."""
    proper = [n for n, _ in Counter(_PROPER.findall(draft.text)).most_common(8)]
    camps = [_camp(proper, rng) for _ in range(3)] + [{}]
    return [House(_spellings(rng), rng.choice(camps)) for _ in range(count)]


def _camp(proper: Sequence[str], rng: Random) -> dict[str, str]:
    names: dict[str, str] = {}
    for group in rng.sample(NAMES, 3):
        names |= {rf"\b{x}\b": y for x, y in group.items()}
    for name in proper:
        if rng.random() < 0.3:
            names[rf"\b{name}\b"] = name[0] + name[1:].translate(_VOWELS)
    return names


def _spellings(rng: Random) -> dict[str, str]:
    out: dict[str, str] = {}
    for group in rng.sample(SPELLINGS, rng.randint(2, 6)):
        out |= group
    return out
