"""Deeds told by verbs, active and passive."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.claims.deeds.clause import Clause
from dateline.claims.deeds.parties import group_start, subject, within
from dateline.claims.deeds.reading import is_past_form
from dateline.claims.deeds.status import Status, of_verb
from dateline.claims.deeds.where import Spot, described
from dateline.claims.words.deeds import COMMON_BLOWS, TRIGGERS, Frame
from dateline.claims.words.kinds_of_place import HELD
from dateline.model import Actor, Happening
from dateline.text.wordlist import words

_AT = ("in", "near", "at", "inside", "outside", "around", "on", "across", "along", "of")
_TO = (
    "to",
    "toward",
    "towards",
    "into",
    "on",
    "onto",
    "against",
    "in",
    "near",
    "at",
    "through",
    "within",
)
_FROM = ("from", "out", "back", "off")
_BLOWS = words(
    """
    blast blasts explosion explosions rocket rockets shell shells mortar mortars missile missiles
    bomb bombs raid raids strike strikes airstrike airstrikes attack attacks bombing bombings
    shelling bombardment artillery projectile projectiles car vehicle drone drones gunfire bullets
    barrage fire shots grenade grenades weapons rounds motorcycle landmine mine device explosives
    belt truck
    """
)
# What is done to a place without a name by these words may be anything.
_VAGUE = words(
    "gain gains gained gaining secure secures secured securing clear clears cleared clearing free "
    "freed"
)
_NO_PLACES = words("part place note advantage")


class _Verb:
    """A verb in its clause: how it is told, and whether its subject suffers it."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        tagged, at, lo = clause.tagged, clause.at, clause.scene.lo
        self.group = group_start(tagged, at, lo)
        self.past = is_past_form(clause.trigger)
        be = "v" in tagged.tags[self.group : at]
        self.attributive = self.past and _is_attributive(tagged.tags, at, lo)
        passive = be or tagged.lower[at + 1] == "by" or _is_freed(clause)
        self.passive = self.past and not self.attributive and passive

    @property
    def doer(self) -> Actor | None:
        """The subject of an active verb, the agent of a passive one."""
        if self.passive:
            return self.clause.actor("by")
        return None if self.attributive else subject(self.clause.scene, self.group)

    @property
    def sufferer(self) -> Actor | None:
        """The object of an active verb, the subject of a passive one."""
        if self.passive:
            left = self.clause.left(self.group)
            return within(self.clause.scene, left.first, left.last)
        return self.clause.actor("")

    def object_spots(self) -> list[Spot]:
        """The places that the verb is done to."""
        if self.passive:
            return self.clause.spots_in(self.clause.left(self.group))
        return self.clause.spots("")

    def unnamed(self) -> list[Spot]:
        """The place that the verb is done to, where the text only describes it."""
        if not self.passive:
            return self.clause.unnamed("")
        spot = described(self.clause.tagged, self.clause.left(self.group))
        return [spot] if spot else []

    def blow(self) -> bool:
        """Whether what stands before the verb is a weapon or an attack."""
        left = self.clause.left(self.group)
        before = self.clause.tagged.lower[max(left.first - 2, self.clause.scene.lo) : self.group]
        return bool(_BLOWS.intersection(before[-6:]))


def _is_attributive(tags: str, at: int, lo: int) -> bool:
    """Whether a participle stands before its noun: "the besieged town"."""
    return at > lo and tags[at - 1] in "djn" and tags[at + 1 : at + 2] in tuple("LhCajgn")


def _is_freed(clause: Clause) -> bool:
    """Whether a place stands right before the verb, and right behind it from whom: passive."""
    tagged, at = clause.tagged, clause.at
    if clause.trigger.frame != "take" or tagged.lower[at + 1] != "from":
        return False
    taken = any(last == at for _, last in clause.taken)
    return not taken and tagged.tags[at - 1 : at] in ("C", "L")


def told(clause: Clause) -> Iterator[Happening]:
    """The happenings that the verb of ``clause`` tells."""
    verb = _Verb(clause)
    status = of_verb(clause.tagged, clause.at, verb.group, clause.scene.lo, clause.trigger.form)
    if status is None or (verb.attributive and clause.trigger.frame not in ("siege", "take")):
        return
    yield from _FRAMES[clause.trigger.frame](verb, status)


def _take(verb: _Verb, status: Status) -> Iterator[Happening]:
    """Somebody takes a place; besieging takes people for its object too."""
    clause = verb.clause
    tagged, at = clause.tagged, clause.at
    if tagged.lower[at + 1] in _NO_PLACES:
        return
    if _is_around(verb):
        return
    found = [s for s in verb.object_spots() if verb.passive or _is_whole(clause, s)]
    is_siege = clause.trigger.frame == "siege"
    if clause.trigger.settled and verb.passive and clause.zone("to", "into", "for"):
        return  # "was taken to hospital"
    if not found and _has_kind(verb):
        found = [] if clause.trigger.settled else clause.spots(*_AT, "to")
        found = found or verb.unnamed()
        if clause.trigger.settled and tagged.lower[at] in _VAGUE:
            return
    target = clause.actor("from") or (verb.sufferer if found or is_siege else None)
    if found or is_siege:
        yield from clause.happenings(verb.doer, target, found, status)


def _is_around(verb: _Verb) -> bool:
    """Whether "surround" only says what lies around: "the hills surrounding the town"."""
    tagged, at = verb.clause.tagged, verb.clause.at
    if not tagged.lower[at].startswith("surround"):
        return False
    return verb.group == at if tagged.lower[at].endswith("ing") else verb.doer is None


def _is_whole(clause: Clause, spot: Spot) -> bool:
    """Whether a place is what is taken, not whose thing is: "took Hazaf weapons"."""
    tags, at = clause.tagged.tags, clause.tagged.between(spot.place.start, spot.place.end)[1]
    while tags[at : at + 1] in ("L", "'", "C", "k"):
        at += 1
    is_gerund = clause.tagged.lower[at].endswith("ing")
    return tags[at : at + 1] not in ("a", "h", "t") or tags[at - 1] == "L" or is_gerund


def _has_kind(verb: _Verb) -> bool:
    """Whether the object is some kind of place, if unnamed ("three villages")."""
    zone = verb.clause.left(verb.group) if verb.passive else verb.clause.zone("")
    tagged = verb.clause.tagged
    return zone is not None and not HELD.isdisjoint(tagged.lower[zone.first : zone.last])


def _lose(verb: _Verb, status: Status) -> Iterator[Happening]:
    clause = verb.clause
    found = verb.object_spots()
    if not found and _has_kind(verb):
        found = clause.spots(*_AT) or clause.unnamed("")
    loser = None if verb.passive else verb.doer
    if found:
        yield from clause.happenings(loser, clause.actor("to", "by"), found, status)


def _fall(verb: _Verb, status: Status) -> Iterator[Happening]:
    """A place falls to somebody: they captured it."""
    clause = verb.clause
    taker = clause.actor("to", "into")
    found = clause.spots_in(clause.left(verb.group))
    if taker and found:
        yield from clause.happenings(taker, None, found, status)


def _oust(verb: _Verb, status: Status) -> Iterator[Happening]:
    """Somebody drives somebody from a place: who is driven has lost it."""
    clause = verb.clause
    loser = verb.sufferer
    if loser:
        found = clause.spots(*_FROM) or clause.unnamed("from", "out")
        yield from clause.happenings(loser, verb.doer, found, status)


def _go(verb: _Verb, status: Status) -> Iterator[Happening]:
    clause = verb.clause
    actor = verb.doer
    found = _measured(clause) or clause.spots("", *_TO) or clause.unnamed(*_TO)
    if actor and not verb.passive:
        yield from clause.happenings(actor, clause.actor("against"), found, status)


def _measured(clause: Clause) -> list[Spot]:
    """The place that a distance is counted from: "to reach 45 km from the outskirts of X"."""
    for zone in clause.zones:
        if zone.word == "from":
            measured = clause.tagged.lower[max(clause.at, zone.first - 5) : zone.first]
            if any(w.startswith(("km", "kilomet", "mile")) for w in measured):
                return clause.spots_in(zone)
    return []


def _leave(verb: _Verb, status: Status) -> Iterator[Happening]:
    clause = verb.clause
    actor = verb.doer
    found = clause.spots("from", "out", "") or clause.unnamed("from")
    if clause.trigger.settled:
        found = [s for s in clause.spots("") if _is_whole(clause, s)]
    if actor and actor.type != "unknown" and not verb.passive:
        yield from clause.happenings(actor, None, found, status)


def _hit(verb: _Verb, status: Status) -> Iterator[Happening]:
    clause = verb.clause
    actor = verb.doer
    if (
        clause.tagged.lower[clause.at] in COMMON_BLOWS
        and not actor
        and not verb.blow()
        and not (verb.passive and _by_blow(clause))
    ):
        return
    found = [s for s in verb.object_spots() if verb.passive or _is_whole(clause, s)]
    found = found or clause.spots("with", *_AT) or clause.unnamed("", *_AT)
    found = found or clause.scenery()
    yield from clause.happenings(actor, verb.sufferer or clause.actor("against"), found, status)


def _by_blow(clause: Clause) -> bool:
    zone = clause.zone("by", "in")
    return zone is not None and bool(
        _BLOWS.intersection(clause.tagged.lower[zone.first : zone.last])
    )


def _fire(verb: _Verb, status: Status) -> Iterator[Happening]:
    """Somebody fires something at somebody or at a place."""
    clause = verb.clause
    around = clause.tagged.lower[max(clause.scene.lo, clause.at - 4) : clause.at + 6]
    if not _BLOWS.intersection(around):
        return
    aim = ("at", "into", "on", "towards", "toward", "against")
    actor = clause.actor("by") if clause.tagged.lower[clause.at + 1] == "by" else verb.doer
    found = clause.spots(*aim, *_AT) or clause.unnamed(*aim) or clause.scenery()
    yield from clause.happenings(actor, clause.actor(*aim), found, status)


def _burst(verb: _Verb, status: Status) -> Iterator[Happening]:
    clause = verb.clause
    actor = clause.actor("by") or verb.doer
    found = clause.spots(*_AT, "") or clause.unnamed(*_AT) or clause.scenery()
    yield from clause.happenings(actor, None, found, status)


def _fight(verb: _Verb, status: Status) -> Iterator[Happening]:
    clause = verb.clause
    found = clause.spots(*_AT, "for", "over")
    target = clause.actor("with", "against", "")
    yield from clause.happenings(verb.doer, target, found, status)


_FRAMES: dict[Frame, Callable[[_Verb, Status], Iterator[Happening]]] = {
    "take": _take,
    "siege": _take,
    "lose": _lose,
    "fall": _fall,
    "oust": _oust,
    "go": _go,
    "leave": _leave,
    "hit": _hit,
    "fire": _fire,
    "burst": _burst,
    "fight": _fight,
}

assert {t.frame for some in TRIGGERS.values() for t in some} <= set(_FRAMES)
