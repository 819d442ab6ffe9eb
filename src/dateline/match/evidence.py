"""The grounds of a relation, one plain sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.match.findings import Findings, Side
from dateline.match.profiles import BACKGROUND, FURNITURE, OWN, QUOTED

__all__ = ["evidence"]

_ASIDE = ((QUOTED, "in quotations"), (BACKGROUND, "of stock phrases"), (FURNITURE, "of furniture"))


def evidence(found: Findings) -> tuple[str, ...]:
    """What was found, what was set aside, and what speaks against a copy."""
    if found.identical:
        return ("Both have the same words.",)
    return tuple(_grounds(found))


def _grounds(found: Findings) -> Iterator[str]:
    yield f"{_own('a', found.a, 'b')}; {_own('b', found.b, 'a')}."
    if found.longest:
        yield f"The longest passage holds {_count(found.longest, 'own word')}."
    if found.a.again is not None and found.b.again is not None:
        yield (
            f"Sentence by sentence, {found.a.again:.0%} of a comes again in b, in the same or in"
            f" other words, and {found.b.again:.0%} of b in a."
        )
    if aside := _set_aside(found):
        yield f"Weighed apart: {aside}."
    if found.at_foot:
        yield "What they share stands in the lower half of both, where background stands."
    if found.figures.of:
        yield _figures(found)


def _own(name: str, side: Side, other: str) -> str:
    return f"{side.held[OWN]} of {name}'s {_count(side.words[OWN], 'own word')} stand in {other}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _set_aside(found: Findings) -> str:
    """The shared words that speak little or not at all for a copy."""
    shared = [(max(found.a.held[kind], found.b.held[kind]), where) for kind, where in _ASIDE]
    return ", ".join(f"{_count(n, 'shared word')} {where}" for n, where in shared if n)


def _figures(found: Findings) -> str:
    figures = found.figures
    told = f"{figures.agree} of {_count(figures.of, 'figure')} agree"
    if figures.replaced:
        told += f" and {figures.replaced} inside passages are replaced"
    if not figures.differ:
        return f"{told}."
    return f"{told[0].upper()}{told[1:]}: a form that was filled in anew, for another event."
