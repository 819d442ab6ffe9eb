"""The forms of English verbs."""

from __future__ import annotations

from typing import NamedTuple

from dateline.text.wordlist import words

_DOUBLING = words("hit win run overrun cut")


class Forms(NamedTuple):
    """The forms of one verb, as news writes them."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


def inflect(verb: str) -> Forms:
    """All forms of ``verb``; an irregular one comes as ``base:past:participle``."""
    base, *irregular = verb.split(":")
    stem = base[:-1] if base.endswith("e") else base + base[-1] if base in _DOUBLING else base
    soft = base[-1] == "y" and base[-2] not in "aeiou"
    if soft:
        third = base[:-1] + "ies"
    else:
        third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past = base[:-1] + "ied" if soft else stem + "ed"
    past, participle = irregular if irregular else (past, past)
    return Forms(base, third, past, participle, stem + "ing")
