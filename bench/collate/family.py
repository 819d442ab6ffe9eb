"""Many versions of one text, made by editing it again and again (seeded)."""

from __future__ import annotations

import random
import re

from dateline.model import Report

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")


def family(base: Report, size: int, seed: int = 7) -> list[Report]:
    """The text and versions of it: sentences dropped, cut or moved, a name written otherwise."""
    dice = random.Random(seed)
    names = sorted(set(_NAME.findall(base.text))) or ["The"]
    out = [base]
    for n in range(1, size):
        sentences = _SENTENCE.split(base.text)
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(sentences))
            sentences[at : at + 1] = dice.choice(([], [sentences[at].rpartition(",")[0] or "So."]))
            sentences = sentences or [base.text]
        if dice.random() < 0.3:
            sentences.append(sentences.pop(dice.randrange(len(sentences))))
        name = dice.choice(names)
        text = " ".join(sentences).replace(name, f"{name}ia")
        out.append(Report(f"version-{n}", text))
    return out
