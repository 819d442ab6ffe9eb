"""Shorthand: what a sentence of fiction is read to tell."""

from __future__ import annotations

from dateline.claims.actors import actors_of
from dateline.claims.deeds import happenings_in
from dateline.model import Anatomy, Happening, Place, Report, Span
from dateline.text import analyse


def anatomy(text: str) -> Anatomy:
    """The text taken apart, as a report that has nothing else."""
    return analyse(Report("fiction", text))


def happenings(text: str, places: tuple[str, ...] = ()) -> tuple[Happening, ...]:
    """All happenings of a text; ``places`` are names that the gazetteer is said to know."""
    parts = anatomy(text)
    known = tuple(place(text, name) for name in places)
    return happenings_in(parts, Span.of(text, 0, len(text)), actors_of(parts), known)


def place(text: str, name: str) -> Place:
    """The first mention of a name as a place that is placed."""
    at = text.index(name)
    return Place(at, at + len(name), name, name, 1, 0.0, 0.0, "PPL", 1)


def told(text: str, places: tuple[str, ...] = ()) -> list[tuple[str, str, str, str]]:
    """Deed, actor, target and place of each happening, by their words; "" for none."""
    return [
        (
            ("not " if h.negated else "") + (f"planned {h.aim}" if h.aim else h.deed),
            h.actor.text if h.actor else "",
            h.target.text if h.target else "",
            h.place.text if h.place else "",
        )
        for h in happenings(text, places)
    ]
