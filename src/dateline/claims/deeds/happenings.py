"""Happenings: what a text says became of a place, found by the verbs and nouns that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.claims.deeds import frames
from dateline.claims.deeds.parties import Mention, Scene
from dateline.claims.deeds.reading import reading
from dateline.claims.deeds.where import spots
from dateline.claims.words.deeds import TRIGGERS
from dateline.claims.words.tagged import Tagged, tagged
from dateline.model import Actor, Anatomy, Happening, Place, Sentence, Span

_TRIGGER = re.compile("t")
_TOLD = frozenset({"body", "caption", "headline"})


def happenings_in(
    anatomy: Anatomy, span: Span, actors: Sequence[Actor], places: Sequence[Place]
) -> tuple[Happening, ...]:
    """The typed events that the text of ``span`` tells, in text order.

    ``actors`` and ``places`` are those of the whole report (``actors_of``, ``places_of``): the
    doer of a verb may stand before the span, and "the town" may have been named earlier. A place
    that is not among ``places`` is taken as the text names it, not placed. Told is what was done,
    planned, or denied; what only could be ("if", "may") is not.
    """
    return tuple(
        happening
        for sentence in anatomy.sentences
        if sentence.start < span.end and span.start < sentence.end
        for happening in _in_sentence(anatomy, sentence, actors, places)
        if span.start <= happening.words.start and happening.words.end <= span.end
    )


def happenings_of(
    anatomy: Anatomy, actors: Sequence[Actor], places: Sequence[Place]
) -> tuple[Happening, ...]:
    """All happenings of a report: what :func:`happenings_in` finds in its whole text."""
    return tuple(
        happening
        for sentence in anatomy.sentences
        for happening in _in_sentence(anatomy, sentence, actors, places)
    )


def _in_sentence(
    anatomy: Anatomy, sentence: Sentence, actors: Sequence[Actor], places: Sequence[Place]
) -> Iterator[Happening]:
    if sentence.role not in _TOLD:
        return
    words = tagged(anatomy.report.text)
    lo, hi = words.between(sentence.start, sentence.end)
    at = [m.start() for m in _TRIGGER.finditer(words.tags, lo, hi)]
    if lo < hi and words.tags[lo] != "t" and words.lower[lo] in TRIGGERS:
        at.insert(0, lo)
    if not at:
        return
    earlier = _earlier(anatomy, actors, sentence)
    scene = Scene(words, lo, hi, _mentions(words, actors, lo, hi), earlier)
    known = spots(words, places, 0, hi)
    for i in at:
        if trigger := reading(words, i, lo, hi):
            yield from frames.told(scene, known, i, trigger)


def _mentions(words: Tagged, actors: Sequence[Actor], lo: int, hi: int) -> list[Mention]:
    start, end = words.starts[lo], words.end(hi - 1)
    inside = [a for a in actors if start <= a.start < end]
    return [Mention(*words.between(a.start, a.end), a) for a in inside]


def _earlier(anatomy: Anatomy, actors: Sequence[Actor], sentence: Sentence) -> Actor | None:
    """The first doer of the sentence before, whose word is not told: whom "they" may stand for."""
    if not sentence.n:
        return None
    before = anatomy.sentences[sentence.n - 1]
    inside = (a for a in actors if before.start <= a.start < before.end and a.type != "monitor")
    return next(inside, None)
