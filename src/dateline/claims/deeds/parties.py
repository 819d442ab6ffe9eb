"""Who does it: the actor before a verb, behind "by", in a noun's own phrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.claims.actors.capitals import RUN_BACK, named
from dateline.claims.words.deeds import TRIGGERS
from dateline.claims.words.tagged import Tagged
from dateline.model import Actor

_BEFORE_VERB = frozenset("vuNR")
_GOVERNED = frozenset("pfyoi")
_NOUN_PHRASE = frozenset("jgmhCHMJS'")
# Prepositions that also open a clause, so that a doer right behind one may be its subject.
_CONJOINED = ("with", "for", "as", "after", "before", "until", "since")
_RELATIVE = frozenset({"which", "who", "that"})
_NAMING = (["called"], ["named"], ["dubbed"])


class Mention(NamedTuple):
    """An actor with its words ``first`` up to ``last`` (not included)."""

    first: int
    last: int
    actor: Actor


class Scene(NamedTuple):
    """One sentence: its words ``lo`` up to ``hi``, its actors, and the doer told of before it."""

    tagged: Tagged
    lo: int
    hi: int
    actors: Sequence[Mention]
    earlier: Actor | None


def group_start(tagged: Tagged, at: int, lo: int) -> int:
    """Where the verb group that ends at word ``at`` begins: "have mostly been" captured."""
    while at > lo and tagged.tags[at - 1] in _BEFORE_VERB:
        at -= 1
    return at


def within(scene: Scene, first: int, last: int) -> Actor | None:
    """The first actor of a stretch of words, with those it is listed with."""
    for n, mention in enumerate(scene.actors):
        if first <= mention.first < last:
            return _joined(scene, n, _list_end(scene, n, last))
    return None


def subject(scene: Scene, group: int) -> Actor | None:
    """The doer of the verb whose group begins at word ``group``.

    The nearest actor to the left that no preposition governs and that is not a verb's object; a
    pronoun is who was told of last; a bare name right before the verb is a doer too.
    """
    tagged, floor = scene.tagged, _floor(scene, group)
    if group > scene.lo and tagged.tags[group - 1] == "i":
        group -= 1
    if group > scene.lo and tagged.tags[group - 1] == "r":
        return _pronoun(scene, group - 1)
    before = [n for n, m in enumerate(scene.actors) if floor <= m.first and m.last <= group]
    if not before or scene.actors[before[-1]].last < group:
        name = name_before(tagged, group, scene.lo) or _open_headed(tagged, group, scene.lo)
        if name:
            return name
    aliases = [n for n in before if _is_alias(tagged, scene.actors[n].first)]
    for n in reversed([n for n in before if n not in aliases]):
        start = _list_start(scene, n)
        first, last = scene.actors[start].first, scene.actors[n].last
        if _is_subject(tagged, first, last, group, scene.lo) and _is_told_of(tagged, last, group):
            return _antecedent(scene, first, group) or _joined(scene, start, n)
    if aliases:
        return scene.actors[aliases[-1]].actor
    joined = tagged.tags[group - 1] in "c," or tagged.lower[group].endswith("ing")
    pronoun = tagged.tags.rfind("r", floor, group) if joined else -1
    return _pronoun(scene, pronoun) if pronoun >= 0 else None


def _is_told_of(tagged: Tagged, last: int, group: int) -> bool:
    """Whether no relative clause about something else stands between a doer and the verb."""
    for i in range(last, group):
        if tagged.tags[i] == "w" and tagged.lower[i] in _RELATIVE:
            return i <= last + 1 or "," in tagged.tags[i:group]
    return True


def _antecedent(scene: Scene, first: int, group: int) -> Actor | None:
    """Whom a relative clause is about, where the doer that was found only stands in it:
    "the guard, which includes Y and its allies, captured"."""
    tags = scene.tagged.tags
    for i in range(first - 2, scene.lo, -1):
        if tags[i] == "w" and scene.tagged.lower[i] in ("which", "who"):
            before = (m for m in scene.actors if m.last in (i, i - 1))
            return next((m.actor for m in before), None) if "s" not in tags[i:group] else None
    return None


def _is_alias(tagged: Tagged, first: int) -> bool:
    """Whether a name stands behind "known as", "called": another name of who came before."""
    before = tagged.lower[max(first - 2, 0) : first]
    return before[-1:] in _NAMING or before == ["known", "as"]


def _open_headed(tagged: Tagged, group: int, lo: int) -> Actor | None:
    """Right before a verb also a head of open kind is a doer: "the liberation forces"."""
    head = tagged.lower[group - 1]
    if group == lo or tagged.tags[group - 1] != "h" or not head.endswith("s"):
        return None
    first = group - 1
    while first > lo and tagged.tags[first - 1] in "ajgmtd'":
        first -= 1
        if tagged.tags[first] == "d":
            break
    if tagged.lower[first] in ("its", "their", "his"):
        return None
    span = tagged.span(first, group)
    plain = tagged.span(first + (tagged.tags[first] == "d"), group).text
    return Actor(span.start, span.end, span.text, plain, "unknown")


def _floor(scene: Scene, group: int) -> int:
    """A reporting verb's own subject is not the doer of what it reports."""
    tags = scene.tagged.tags
    at = tags.rfind("s", scene.lo, group)
    if (
        at < 0
        or tags[at + 1 : at + 2] == ","
        or not any(at < m.first < group for m in scene.actors)
    ):
        return scene.lo
    return at


def _is_subject(tagged: Tagged, first: int, last: int, group: int, lo: int) -> bool:
    tags = tagged.tags
    if tags[last : last + 1] == "x":
        return False
    while tags[first] != "d" and first > lo and tags[first - 1] in _NOUN_PHRASE:  # "militia Hazaf"
        first -= 1
    before = tags[first - 1] if first > lo else "."
    if last == group:
        opens = ("for",) if tags[group : group + 1] == "i" else _CONJOINED
        return before not in _GOVERNED or tagged.lower[first - 1] in opens
    return before not in _GOVERNED and before != "t" and not tagged.lower[first - 1].endswith("ing")


def _pronoun(scene: Scene, at: int) -> Actor | None:
    """Whom "they" or "it" stands for: the first doer of the sentence before the pronoun, or the
    one told of before."""
    word = scene.tagged.lower[at]
    if word == "who":
        return next((m.actor for m in reversed(scene.actors) if m.last <= at), None)
    if word not in ("they", "it"):
        return None
    said = scene.tagged.tags[at - 1] == "s"
    before = [m.actor for m in scene.actors if m.last <= at and m.actor.type != "monitor"]
    actor = before[-1 if said else 0] if before else scene.earlier
    if actor is None:
        return None
    span = scene.tagged.span(at, at + 1)
    return Actor(span.start, span.end, span.text, actor.canonical, actor.type)


def name_before(tagged: Tagged, group: int, lo: int) -> Actor | None:
    """The run of capitals right before a verb as a doer, if it is no actor known already."""
    found = RUN_BACK.search(tagged.tags, max(lo, group - 6), group)
    if found and tagged.lower[found.start()] in TRIGGERS:
        return None  # "Airstrikes hit": at the start of a sentence a capital is no name
    if not found or "C" not in found.group().replace("S", "C"):
        return None
    if found.start() > lo and tagged.tags[found.start() - 1] in _GOVERNED:
        return None
    return named(tagged, found.start(), group)


def _list_start(scene: Scene, n: int) -> int:
    while n and _is_listed(scene.tagged, scene.actors[n - 1], scene.actors[n]):
        n -= 1
    return n


def _list_end(scene: Scene, n: int, last: int) -> int:
    while (
        n + 1 < len(scene.actors)
        and scene.actors[n + 1].last <= last
        and _is_listed(scene.tagged, scene.actors[n], scene.actors[n + 1])
    ):
        n += 1
    return n


def _is_listed(tagged: Tagged, a: Mention, b: Mention) -> bool:
    return tagged.tags[a.last : b.first] in ("c", ",", ",c")


def _joined(scene: Scene, start: int, end: int) -> Actor:
    """The actors ``start`` to ``end`` as one doer, by all their names."""
    if start == end:
        return scene.actors[start].actor
    some = [m.actor for m in scene.actors[start : end + 1]]
    span = scene.tagged.span(scene.actors[start].first, scene.actors[end].last)
    names = list(dict.fromkeys(a.canonical for a in some))
    canonical = " and ".join((", ".join(names[:-1]), names[-1])) if names[1:] else names[0]
    return Actor(span.start, span.end, span.text, canonical, some[0].type)
