"""Deeds told by nouns: "the capture of X by Y", "air strikes on X", "rebel shelling"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.claims.actors.capitals import named
from dateline.claims.deeds.clause import Clause
from dateline.claims.deeds.martial import is_martial
from dateline.claims.deeds.parties import Mention, group_start, subject, within
from dateline.claims.deeds.status import Status, of_noun, of_verb
from dateline.claims.deeds.where import Spot
from dateline.claims.deeds.zones import Zone, zones
from dateline.claims.words.deeds import COMMON_BLOWS, LAUNCHING, SUFFERING
from dateline.claims.words.doers import PERSONAL
from dateline.model import Actor, Happening
from dateline.text.wordlist import words

_OWN = frozenset("jgmhCHMJx'nRqSt")
_BETWEEN = frozenset("jaRn'xtJ")
_ON = (
    *("on", "against", "at", "into", "in", "near", "toward", "towards", "around", "across"),
    *("outside", "inside", "for", "over", "along"),
)
_OF_ARMS = words("air aerial missile drone rocket artillery military bombing ground retaliatory")
_PLAIN = ("da", "ja", "aa", "ga")
_OCCURRED = words("occurred happened hit struck rocked")
_MASSES = words("series wave waves number rounds spate string barrage flurry round lot")
_PARTICLES = frozenset({"out", "up", "part", "in"})


def told(clause: Clause) -> Iterator[Happening]:
    """The happenings that the noun of ``clause`` tells."""
    first = _phrase_start(clause)
    status = of_noun(clause.tagged, first, clause.at, clause.scene.lo)
    support = _support(clause, first)
    if carried := _carried_out(clause):
        clause.zones.extend(carried)
    if status is None or _is_subject_of_blow(clause) or _is_peaceful(clause, first):
        return
    if support is not None and clause.tagged.lower[support] in LAUNCHING:
        led = _supported(clause, support, status)
        if led is None:
            return
        status = led
    yield from _framed(clause, first, support, status)


def _is_peaceful(clause: Clause, first: int) -> bool:
    """Whether a campaign or a strike may be one of voters or of workers."""
    word, tagged = clause.tagged.lower[clause.at], clause.tagged
    if word not in ("campaign", "strike", "strikes"):
        return False
    own = tagged.lower[first : clause.at]
    if is_martial(tagged, clause.scene.lo, clause.scene.hi, ()):
        return False
    aimed = clause.zone("against") or (word != "campaign" and clause.zone("on", "at"))
    return not aimed and _OF_ARMS.isdisjoint(own) and _own(clause, first) is None


def _carried_out(clause: Clause) -> list[Zone]:
    """The zones behind a verb in the passive that the noun is subject of: "was launched by"."""
    tags, at = clause.tagged.tags, clause.at + 1
    if tags[at : at + 1] != "v":
        return []
    while tags[at : at + 1] in ("v", "R"):
        at += 1
    is_launched = clause.tagged.lower[at] in LAUNCHING
    return zones(clause.tagged, at, clause.scene.hi) if is_launched else []


def _is_subject_of_blow(clause: Clause) -> bool:
    """Whether a verb right behind tells the same: "the blast that hit", "strikes targeted"."""
    at = clause.at + 1
    at += clause.tagged.tags[at : at + 1] == "w"
    word = clause.tagged.lower[at]
    return word in COMMON_BLOWS and word.endswith(("ed", "hit", "struck"))


def _supported(clause: Clause, support: int, status: Status) -> Status | None:
    """How the verb before the noun is told: "planned to launch an attack"."""
    group = group_start(clause.tagged, support, clause.scene.lo)
    led = of_verb(clause.tagged, support, group, clause.scene.lo)
    return led and Status(*(a or b for a, b in zip(status, led, strict=True)))


def _phrase_start(clause: Clause) -> int:
    """The first word of the noun's own phrase, its article included."""
    tags, first, lo = clause.tagged.tags, clause.at, clause.scene.lo
    while first > lo and (tags[first - 1] in _OWN or tags[first - 2 : first] in _PLAIN):
        first -= 1
    if first > lo + 2 and tags[first - 1] == "o" and clause.tagged.lower[first - 2] in _MASSES:
        first -= 2
        first -= tags[first - 1] in "dn"
    return first - 1 if first > lo and tags[first - 1] == "d" else first


def _support(clause: Clause, first: int) -> int | None:
    """The verb that the noun's phrase is the object of, if it begins, runs or suffers a deed."""
    i = first - 1
    while i >= clause.scene.lo and i > first - 4 and clause.tagged.lower[i] in _PARTICLES:
        i -= 1
    word = clause.tagged.lower[i]
    if i < clause.scene.lo:
        return None
    takes_part = word.startswith(("tak", "took")) and clause.tagged.lower[i + 1] == "part"
    return i if word in LAUNCHING | SUFFERING or takes_part else None


def _framed(clause: Clause, first: int, support: int | None, status: Status) -> Iterator[Happening]:
    frame = clause.trigger.frame
    suffered = support is not None and clause.tagged.lower[support] in SUFFERING
    actor = clause.actor("by") or _own(clause, first) or _possessor(clause, first)
    if actor is None and support is not None and not suffered:
        actor = subject(clause.scene, group_start(clause.tagged, support, clause.scene.lo))
    if frame == "fight":
        yield from _fight(clause, actor, status)
    elif frame in ("take", "lose", "fall"):
        yield from _taken(clause, actor, status)
    elif suffered and support is not None:
        yield from _suffered(clause, support, actor, status)
    else:
        yield from _done(clause, first, actor, status)


def _own(clause: Clause, first: int) -> Actor | None:
    """The actor in the noun's own phrase: "rebel shelling", "Russian air strikes"."""
    tagged, tags = clause.tagged, clause.tagged.tags
    for mention in reversed(clause.scene.actors):
        if first <= mention.first and mention.last <= clause.at:
            between = tags[mention.last : clause.at]
            return _several(mention.actor) if set(between) <= _BETWEEN else None
    for i in range(clause.at - 1, first - 1, -1):
        if tags[i] in "gS":
            actor = named(tagged, i, i + 1)
            return actor if actor.type == "government" else None
    return None


def _several(actor: Actor) -> Actor:
    """Before a noun the singular stands for many: "rebel shelling" is the rebels'."""
    is_one = actor.canonical in PERSONAL and not actor.canonical.endswith("s")
    return replace(actor, canonical=f"{actor.canonical}s") if is_one else actor


def _possessor(clause: Clause, first: int) -> Actor | None:
    """Whose deed "their offensive" is: the doer told of last, or first in the sentence before."""
    if clause.tagged.lower[first] not in ("their", "its"):
        return None
    before = [m.actor for m in clause.scene.actors if m.last <= first and m.actor.type != "monitor"]
    return before[-1] if before else clause.scene.earlier


def _of_spots(clause: Clause) -> list[Spot]:
    """The places behind "of"; "of" opens no zone of its own."""
    zone = clause.zone("")
    is_of = zone and clause.tagged.tags[clause.at + 1 : clause.at + 2] == "o"
    return clause.spots_in(zone) if zone and is_of else []


def _taken(clause: Clause, actor: Actor | None, status: Status) -> Iterator[Happening]:
    """The capture, loss or fall of a place."""
    found = _of_spots(clause)
    if not found:
        return
    if clause.trigger.frame == "lose":
        yield from clause.happenings(actor, clause.actor("to"), found, status)
    else:
        taker = clause.actor("to") if clause.trigger.frame == "fall" else actor
        yield from clause.happenings(taker, clause.actor("from"), found, status)


def _done(clause: Clause, first: int, actor: Actor | None, status: Status) -> Iterator[Happening]:
    """An attack on, an advance into, a withdrawal from, a siege of."""
    if clause.trigger.frame == "leave":
        found, target = clause.spots("from"), None
    else:
        found = _of_spots(clause) or clause.spots(*_ON, *_laid(clause)) or _occurred(clause)
        target = clause.actor("against", "on", "at", *_laid(clause))
    if not found and target is None and clause.trigger.frame == "hit":
        found, target = _meant(clause)
    if clause.trigger.frame in ("go", "leave") and actor is None:
        return
    if clause.trigger.frame == "hit":
        actor = actor or clause.actor("from")
        subject_first = (
            first <= clause.scene.lo + 1
            and clause.tagged.tags[clause.at + 1 : clause.at + 2] != "v"
        )
        found = found or _unnamed(clause) or clause.scenery(behind=subject_first)
    yield from clause.happenings(actor, target, found or _unnamed(clause), status)


def _occurred(clause: Clause) -> list[Spot]:
    """Of "the attack took place in X" the place."""
    for i in range(clause.at + 1, min(clause.at + 4, clause.scene.hi)):
        word, after = clause.tagged.lower[i : i + 2]
        if (word, after) == ("took", "place") or word in _OCCURRED:
            told_of = Clause(clause.scene, clause.known, i, clause.trigger)
            return told_of.spots("", "in", "near", "at", "on")
    return []


def _meant(clause: Clause) -> tuple[list[Spot], Actor | None]:
    """Of "an attack to drive X from Y" the place and the sufferer that the purpose names."""
    tags, at = clause.tagged.tags, clause.at
    if tags[at + 1 : at + 2] != "i":
        return [], None
    purpose = Clause(clause.scene, clause.known, at + 2, clause.trigger)
    return purpose.spots("", "from", "in", "on"), purpose.actor("")


def _laid(clause: Clause) -> tuple[str, ...]:
    return ("to",) if clause.trigger.frame == "siege" else ()


def _unnamed(clause: Clause) -> list[Spot]:
    return [] if clause.trigger.frame == "leave" else clause.unnamed("on", "against", "into", "in")


def _suffered(
    clause: Clause, support: int, actor: Actor | None, status: Status
) -> Iterator[Happening]:
    """Who or what "faced strikes", "came under fire", is "under siege"."""
    group = group_start(clause.tagged, support, clause.scene.lo)
    left = clause.left(group)
    if clause.tagged.lower[support] == "under":
        left = left._replace(last=group)
    target = within(clause.scene, left.first, left.last)
    found = clause.spots_in(left._replace(last=group)) or clause.spots(*_ON) or clause.scenery()
    yield from clause.happenings(actor, target, found, status)


def _fight(clause: Clause, actor: Actor | None, status: Status) -> Iterator[Happening]:
    """Clashes between two, of one with another."""
    target = clause.actor("with", "against")
    between = clause.zone("between")
    if between:
        sides = [m for m in clause.scene.actors if between.first <= m.first < between.last]
        actor, target = _sides(sides)
    found = clause.spots("in", "near", "at", "around", "outside", "on", "for", "to", "over", "of")
    if not found and (actor or target):
        found = clause.scenery()
    yield from clause.happenings(actor, target, found, status)


def _sides(sides: list[Mention]) -> tuple[Actor | None, Actor | None]:
    first = sides[0].actor if sides else None
    return first, sides[1].actor if len(sides) > 1 else None
