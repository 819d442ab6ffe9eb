"""Happenings: what a text says became of a place, found by the verbs and nouns that tell it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.claims.deeds import frames
from dateline.claims.deeds.martial import is_martial, is_war
from dateline.claims.deeds.parties import Mention, Scene
from dateline.claims.deeds.reading import reading
from dateline.claims.deeds.where import Spot, spots
from dateline.claims.words.deeds import TRIGGERS
from dateline.claims.words.tagged import Tagged, tagged
from dateline.model import Actor, Anatomy, Happening, Place, Sentence, Span

_TRIGGER = re.compile("t")
_REACH = 150  # words
_TOLD = frozenset({"body", "caption", "headline"})


def happenings_in(
    anatomy: Anatomy, span: Span, actors: Sequence[Actor], places: Sequence[Place]
) -> tuple[Happening, ...]:
    """The typed events that the text of ``span`` tells, in text order.

    ``actors`` and ``places`` are those of the whole report (``actors_of``, ``places_of``): the
    doer of a verb may stand before the span, and "the town" may have been named earlier. A place
    that is not among ``places`` is taken as the text names it, not placed. A sentence that,
    with the one before, names nothing of war, in a report that hardly does, tells no deed ("won
    the White House"). Told is what was done, planned, or denied; what only could be ("if", "may")
    is not.
    """
    return tuple(
        happening
        for sentence in anatomy.sentences
        if sentence.start < span.end and span.start < sentence.end
        for happening in _told(anatomy, (sentence,), actors, places)
        if span.start <= happening.words.start and happening.words.end <= span.end
    )


def happenings_of(
    anatomy: Anatomy, actors: Sequence[Actor], places: Sequence[Place]
) -> tuple[Happening, ...]:
    """All happenings of a report: what :func:`happenings_in` finds in its whole text."""
    return tuple(_told(anatomy, anatomy.sentences, actors, places))


def _told(
    anatomy: Anatomy,
    sentences: Sequence[Sentence],
    actors: Sequence[Actor],
    places: Sequence[Place],
) -> Iterator[Happening]:
    words = tagged(anatomy.report.text)
    known, doers, war = spots(words, places), _Actors(words, actors), is_war(actors)
    for sentence in sentences:
        lo, hi = words.between(sentence.start, sentence.end)
        if sentence.role not in _TOLD or lo == hi:
            continue
        at = [m.start() for m in _TRIGGER.finditer(words.tags, lo, hi)]
        if words.tags[lo] != "t" and words.lower[lo] in TRIGGERS:
            at.insert(0, lo)
        if not at:
            continue
        before = anatomy.sentences[sentence.n - 1] if sentence.n else None
        start = before.start if before else sentence.start
        near = doers.within(start, sentence.end)
        first = words.between(start, sentence.end)[0]
        if war or is_martial(words, first, hi, near):
            scene = Scene(words, lo, hi, doers.mentions(sentence), doers.earlier(before))
            yield from _in_scene(scene, known, at)


def _in_scene(scene: Scene, known: Sequence[Spot], at: Sequence[int]) -> Iterator[Happening]:
    """What the words ``at`` of a sentence tell."""
    for i in at:
        if trigger := reading(scene.tagged, i, scene.lo, scene.hi):
            yield from frames.told(_near(scene, i), known, i, trigger)


def _near(scene: Scene, at: int) -> Scene:
    """The scene around a word: what has lost its stops may be as long as a book."""
    if scene.hi - scene.lo <= 2 * _REACH:
        return scene
    lo, hi = max(scene.lo, at - _REACH), min(scene.hi, at + _REACH)
    first, last = bisect_left(scene.actors, (lo,)), bisect_left(scene.actors, (hi,))
    return scene._replace(lo=lo, hi=hi, actors=scene.actors[first:last])


class _Actors:
    """The actors of a report, by where they stand."""

    def __init__(self, words: Tagged, actors: Sequence[Actor]) -> None:
        self._words, self._actors = words, actors
        self._starts = [actor.start for actor in actors]

    def within(self, start: int, end: int) -> Sequence[Actor]:
        """Those that begin within the offsets."""
        first = bisect_left(self._starts, start)
        return self._actors[first : bisect_left(self._starts, end, first)]

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """Those of a sentence with their words."""
        inside = self.within(sentence.start, sentence.end)
        return [Mention(*self._words.between(a.start, a.end), a) for a in inside]

    def earlier(self, before: Sentence | None) -> Actor | None:
        """The first doer of the sentence before, whose word is not told: whom "they" may mean."""
        inside = self.within(before.start, before.end) if before else ()
        return next((a for a in inside if a.type != "monitor"), None)
