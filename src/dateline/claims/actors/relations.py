"""What actors are to each other, as far as the text says: backed by, run by, part of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.claims.actors.capitals import RUN_BACK, RUN_ON, named
from dateline.claims.actors.mentions import actors_of
from dateline.claims.words.tagged import Tagged, tagged
from dateline.model import Actor, ActorRelation, Anatomy, RelationKind, SourceType

_COMPOUND: dict[str, RelationKind] = {
    "-backed": "backed by",
    "-supported": "backed by",
    "-trained": "backed by",
    "-led": "led by",
    "-dominated": "led by",
    "-allied": "allied with",
    "-aligned": "allied with",
    "-linked": "allied with",
    "-affiliated": "allied with",
    "-run": "run by",
}
_PHRASES: dict[RelationKind, str] = {
    "backed by": r"(?:backed|supported|armed|trained|funded|financed)\s+by",
    "led by": r"(?:led|commanded|headed)\s+by",
    "run by": r"(?:run|operated|owned|controlled)\s+by",
    "allied with": r"(?:allied|aligned)\s+(?:with|to)|(?:fighting|fights|fought)\s+alongside",
    "loyal to": r"loyal\s+to",
    "part of": r"(?:part|member|wing|branch)\s+of",
    "fighting against": r"(?:fighting|fights|fought|battling|waging\s+war)\s+against",
}
_SUPPORT = r"(?:fighting|fights|fought)\s+(?:in\s+support\s+of|for)"
_TIE = re.compile(r"\b(?:" + "|".join(f"({p})" for p in (*_PHRASES.values(), _SUPPORT)) + r")\b")
_KINDS: tuple[RelationKind, ...] = (*_PHRASES, "backed by")
_REVERSED = len(_KINDS)  # who fights in support of somebody backs them
# Between the one who is backed and "backed" stands at most "which is", "who are".
_LINK = re.compile("[,w]*[vuRr]*$")
_NOUNS = frozenset("ajgmhCHMJLn'x")
_TOLD = frozenset({"body", "caption", "headline"})


def relations_of(anatomy: Anatomy) -> tuple[ActorRelation, ...]:
    """The relations between actors that the report states, in text order, each with its words."""
    words, actors = tagged(anatomy.report.text), actors_of(anatomy)
    body = [(s.start, s.end) for s in anatomy.sentences if s.role in _TOLD]
    found = [*_compounds(words, actors), *_stated(words, actors, body)]
    return tuple(sorted(found, key=lambda r: (r.words.start, r.words.end)))


def _compounds(words: Tagged, actors: Sequence[Actor]) -> Iterator[ActorRelation]:
    """ "Iranian-backed paramilitaries": who stands before the hyphen."""
    for actor in actors:
        first, last = words.between(actor.start, actor.end)
        for i in range(first - 1, last - 1):
            if words.tags[i : i + 1] == "x" and (kind := _COMPOUND.get(words.lower[i])):
                run = RUN_BACK.search(words.tags, max(0, i - 4), i)
                if run:
                    backer = _known(words, actors, run.start(), i) or named(words, run.start(), i)
                    yield ActorRelation(kind, actor, backer, words.span(run.start(), last))


def _known(words: Tagged, actors: Sequence[Actor], first: int, last: int) -> Actor | None:
    start, end = words.starts[first], words.end(last - 1)
    return next((a for a in actors if a.start >= start and a.end == end), None)


def _stated(
    words: Tagged, actors: Sequence[Actor], body: Sequence[tuple[int, int]]
) -> Iterator[ActorRelation]:
    for match in _TIE.finditer(words.text):
        lo, hi = _sentence(words, body, match.start())
        if lo == hi:
            continue
        first, last = words.between(match.start(), match.end())
        before, after = _before(words, actors, first, lo), _after(words, actors, last, hi)
        if before is None or after is None:
            continue
        n = match.lastindex or 1
        a, b = (after, before) if n == _REVERSED else (before, after)
        said = words.span(*words.between(before.start, after.end))
        yield ActorRelation(_KINDS[n - 1], a, b, said)


def _sentence(words: Tagged, body: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    n = bisect_left(body, (at + 1,)) - 1
    return words.between(*body[n]) if n >= 0 and at < body[n][1] else (0, 0)


def _before(words: Tagged, actors: Sequence[Actor], at: int, lo: int) -> Actor | None:
    """Who it is said of: the actor right before, or the noun there ("a news service run by")."""
    link = _LINK.search(words.tags, max(lo, at - 5), at)
    end = link.start() if link else at
    if end <= lo:
        return None
    offset = words.end(end - 1)
    for actor in reversed(actors):
        if actor.end == offset:
            return actor
    if run := RUN_BACK.search(words.tags, max(lo, end - 5), end):
        return named(words, run.start(), end)
    return _noun(words, end, lo)


def _noun(words: Tagged, end: int, lo: int) -> Actor | None:
    """A thing that somebody runs: its noun phrase, with an article."""
    first = end
    while first > lo and words.tags[first - 1] in _NOUNS:
        first -= 1
    if first in (end, lo) or words.tags[first - 1] != "d":
        return None
    span = words.span(first - 1, end)
    is_news = {"news", "agency"} & set(words.lower[first:end])
    kind: SourceType = "agency" if is_news else "unknown"
    return Actor(span.start, span.end, span.text, words.span(first, end).text, kind)


def _after(words: Tagged, actors: Sequence[Actor], at: int, hi: int) -> Actor | None:
    """Who it is to: the actor or the name that follows."""
    if at >= hi:
        return None
    start = words.starts[at]
    for actor in actors:
        if start <= actor.start <= start + 5:
            return actor
    run = RUN_ON.match(words.tags, at + (words.tags[at] == "d"), hi)
    return named(words, run.start(), run.end()) if run else None
