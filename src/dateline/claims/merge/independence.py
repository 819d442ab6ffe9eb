"""How many originating sources a statement has: at least, and at most.

Two papers with one dispatch are one, because a dispatch has one chain for a claim; two dispatches
that name one source are one. What is not known widens the range: an unnamed source may be one of
those that are named, or another; the newsroom's own voice may rest on any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from dateline.claims.lexicon.sources import SPEAKERS, TITLES
from dateline.claims.merge.voices import Voice
from dateline.claims.merge.wording import likeness
from dateline.collate.lexicon import FUNCTION
from dateline.model import Count
from dateline.text import fold, tokenize

_VERBATIM, _WORD_FOR_WORD = 5, 0.9
_STEM = 5  # enough to join "Russia", "Russian", and a possessive that has lost its apostrophe
_SPEAKERS = frozenset(word[:_STEM] for word in SPEAKERS)
_ONE_NAME = {"regime": "government"}  # what outlets call one body, by their stand

__all__ = ["distinct", "grouped", "is_same", "settled", "sources"]

T = TypeVar("T")


def sources(
    voices: Sequence[Voice], newsrooms: Iterable[str] = (), maybe: Sequence[Voice | None] = ()
) -> Count:
    """The range of originating sources of a statement.

    ``voices`` are the ends that it rests on, one for each dispatch and claim; ``newsrooms`` the
    dispatches that also, or only, have it in their own voice; ``maybe`` the ends of claims that may
    say the same (``None``: a newsroom's own voice).
    """
    if not voices:
        return Count(1, None)
    ends = distinct(voices)
    named = [end for end in ends if _is_named(end)]
    least = max(1, len(grouped([v for end in named for v in end], _may_be_same)))
    extra = [_many(end) for end in ends if not _is_named(end)]
    extra += [1 for _ in set(newsrooms)]
    new = [v for v in maybe if v is None or not any(is_same(v, known) for known in voices)]
    extra += [1 for v in new if v is None]
    extra += [_many(end) for end in distinct([v for v in new if v is not None])]
    if None in extra:
        return Count(least, None)
    return Count(least, max(least, len(named) + sum(n or 0 for n in extra)))


def _is_named(end: Sequence[Voice]) -> bool:
    return any(v.named for v in end)


def _many(end: Sequence[Voice]) -> int | None:
    """How many sources one end may stand for: what its clearest words allow."""
    stated = [v.many for v in end if v.many is not None]
    return min(stated) if stated else None


def settled(voices: Sequence[Voice | None]) -> list[Voice | None]:
    """The voices of a story, with those named by what they are alone ("the Ministry") settled.

    Where one body of the story has that word in its name, it is that body's; where several have,
    the word names nobody for sure.
    """
    full = [v for v in voices if v and v.named and v.name and not _is_bare(v.name)]
    return [_settled(v, full) if v and v.named and _is_bare(v.name or "") else v for v in voices]


def _is_bare(name: str) -> bool:
    return all(word in _SPEAKERS for word in _words(name))


def _settled(voice: Voice, full: Sequence[Voice]) -> Voice:
    word = _words(voice.name or "")
    bodies = distinct([v for v in full if word and word <= _words(v.name or "")])
    if len(bodies) == 1:
        return replace(voice, name=bodies[0][0].name)
    # The only one of its kind in the story needs no fuller name.
    return voice if not bodies else replace(voice, named=False)


def distinct(voices: Sequence[Voice]) -> list[list[Voice]]:
    """Voices put together that are one source, in the order of their first."""
    return grouped(voices, is_same)


def _may_be_same(a: Voice, b: Voice) -> bool:
    """One dispatch may tell one statement twice: an army's, and that of the agency which has it."""
    return a.dispatch == b.dispatch or is_same(a, b)


def grouped(items: Sequence[T], same: Callable[[T, T], bool]) -> list[list[T]]:
    """Items put together that are the same, also by way of others, in the order of their first."""
    groups: list[list[T]] = [[v] for v in items]
    for a, b in combinations(items, 2):
        first = next(g for g in groups if a in g)
        second = next(g for g in groups if b in g)
        if first is not second and same(a, b):
            first += second
            groups = [g for g in groups if g is not second]
    return groups


def is_same(a: Voice, b: Voice) -> bool:
    """Whether two ends are surely one source.

    By name, by initials, by speaking for it, or because they say the same word for word: two
    dispatches that quote one sentence have it from one mouth, whatever they call it.
    """
    verbatim = len(a.words) >= _VERBATIM and likeness(a.words, b.words) >= _WORD_FOR_WORD
    if verbatim and a.quoted and b.quoted:
        return True
    if not (a.named and b.named and a.name and b.name):
        called_alike = fold(a.name or "") == fold(b.name or "")
        return called_alike and (verbatim or (a.dispatch == b.dispatch and a.phrases == b.phrases))
    first, second = _words(a.name), _words(b.name)
    if not first or not second:
        return a.name == b.name
    if first <= second or second <= first or _is_acronym(a.name, b.name):
        return True
    return _speaks_for(a, second) or _speaks_for(b, first)


def _words(name: str) -> frozenset[str]:
    keys = (_ONE_NAME.get(k, k) for k in tokenize(name).keys)
    return frozenset(k[:_STEM] for k in keys if k not in FUNCTION and k not in TITLES)


def _is_acronym(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    initials = "".join(w[0] for w in long.split() if w[:1].isupper())
    return len(short) > 1 and short.isupper() and short.replace(".", "") == initials


def _speaks_for(person: Voice, body: frozenset[str]) -> bool:
    """ "Observatory director Rami Abdel Rahman" speaks for the Observatory."""
    return any(len(words := _words(p)) > len(body) and body <= words for p in person.phrases)
