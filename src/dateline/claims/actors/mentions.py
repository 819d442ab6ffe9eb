"""The actors of a report: every mention with its canonical name and type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.claims.actors.names import Names, initials, key, learned
from dateline.claims.actors.phrases import Phrase, phrases, refers_back
from dateline.claims.words.tagged import Tagged, tagged
from dateline.model import Actor, Anatomy, SourceType

_TOLD = ("body", "caption", "headline")
_EMPTY = frozenset("dnR")
_NEAR = 300  # characters


def actors_of(anatomy: Anatomy) -> tuple[Actor, ...]:
    """The mentions of doers and sufferers in a report's body, captions and headlines, in order.

    A doer is a phrase with a head noun of the lexicon ("government forces", "1,500 X fighters"), or
    a name that the report itself uses as a group's. ``canonical`` is the fullest name that the
    report gives to the same one; a phrase that may be several ("the army" where there are two)
    stays what it is.
    """
    return _actors(
        anatomy.report.text, tuple((s.start, s.end) for s in anatomy.sentences if s.role in _TOLD)
    )


@lru_cache(maxsize=4)
def _actors(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Actor, ...]:
    words = tagged(text)
    found = [p for start, end in spans for p in phrases(words, *words.between(start, end))]
    names = learned(words, found)
    initials(names, {words.cut(*p.name) for p in found if p.head < 0 and p.name})
    fuller = _fuller(words, found)
    return tuple(_mentions(words, found, names, fuller))


def _mentions(
    words: Tagged, found: Sequence[Phrase], names: Names, fuller: dict[tuple[str, ...], str]
) -> Iterator[Actor]:
    last: Actor | None = None
    for phrase in found:
        actor = _mention(words, phrase, names, fuller, last)
        if actor:
            if phrase.name and actor.type in ("armed group", "unknown"):
                last = actor
            yield actor


def _mention(
    words: Tagged,
    phrase: Phrase,
    names: Names,
    fuller: dict[tuple[str, ...], str],
    last: Actor | None,
) -> Actor | None:
    if phrase.name:
        name = words.cut(*phrase.name).strip("'’")
        canonical = names.canonical(name)
        if canonical is None:
            return None
        return _actor(words, phrase, canonical, names.kind(name))
    if called := _called(words, phrase, names):
        return _actor(words, phrase, called, names.kind(called))
    content = _content(words, phrase)
    definite = len(content) > 1 or words.lower[phrase.first] == "the"
    canonical = fuller.get(content) if definite else None
    near = last and words.starts[phrase.first] - last.end < _NEAR
    if canonical is None and last and near and refers_back(words, phrase):
        return _actor(words, phrase, last.canonical, last.type)
    if phrase.kind is None:
        return None
    return _actor(words, phrase, canonical or _plain(words, phrase), phrase.kind)


def _actor(words: Tagged, phrase: Phrase, canonical: str, kind: SourceType) -> Actor:
    start, end = words.starts[phrase.first], words.end(phrase.last - 1)
    return Actor(start, end, words.text[start:end], canonical, kind)


def _called(words: Tagged, phrase: Phrase, names: Names) -> str | None:
    """The group whose name stands before a plain head: "Hazaf gunmen", once Hazaf is known."""
    last = phrase.first
    while last < phrase.head and words.tags[last] in "dnRjCJgM":
        last += 1
    if "C" not in words.tags[phrase.first : last] or last == phrase.head + 1:
        return None
    first = phrase.first
    while words.tags[first] in "dnRj":
        first += 1
    return names.canonical(words.cut(first, last)) if first < last else None


def _content(words: Tagged, phrase: Phrase) -> tuple[str, ...]:
    return tuple(
        word.lower()
        for word, tag in zip(
            words.words[phrase.first : phrase.last],
            words.tags[phrase.first : phrase.last],
            strict=True,
        )
        if tag not in _EMPTY
    )


def _plain(words: Tagged, phrase: Phrase) -> str:
    """The phrase without its article and number: the name of who has no name."""
    first = phrase.first
    while first < phrase.last - 1 and words.tags[first] in _EMPTY:
        first += 1
    return words.cut(first, phrase.last)


def _fuller(words: Tagged, found: Sequence[Phrase]) -> dict[tuple[str, ...], str]:
    """For each phrase's words the only other phrase that has them all and says whose they are."""
    forms: dict[tuple[str, ...], str] = {}
    for phrase in found:
        if phrase.head >= 0 and not phrase.name and phrase.kind:
            forms.setdefault(_content(words, phrase), _plain(words, phrase))
    by_end: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for content in forms:
        by_end[content[-1]].append(content)
    return {c: forms[w] for c in forms if (w := _widest(c, by_end[c[-1]], forms))}


def _widest(
    content: tuple[str, ...],
    others: Sequence[tuple[str, ...]],
    forms: dict[tuple[str, ...], str],
) -> tuple[str, ...] | None:
    """The widest of the phrases that add a name, a demonym or a backer; all must agree in it."""
    if len(others) < 2:
        return None
    wider = [o for o in others if set(content) < set(o) and _adds_name(forms[content], forms[o])]
    widest = max(wider, key=len, default=None)
    return widest if widest and all(set(o) <= set(widest) for o in wider) else None


def _adds_name(short: str, full: str) -> bool:
    known = short.lower().split()
    return any(w.lower() not in known and (w[0].isupper() or "-" in w) for w in full.split()[:-1])


__all__ = ["actors_of", "key"]
