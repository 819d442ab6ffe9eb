"""One word of doing in its clause: the zones around it, and what is found in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.claims.deeds.parties import Scene, within
from dateline.claims.deeds.status import Status
from dateline.claims.deeds.where import Spot, described, in_zone, meant, offset
from dateline.claims.deeds.zones import LEFT, Zone, zones
from dateline.claims.words.deeds import Trigger
from dateline.claims.words.doers import FLYING
from dateline.claims.words.tagged import Tagged
from dateline.model import Actor, Deed, Happening
from dateline.text.wordlist import words

_LEFT_ENDS = frozenset(".swtvu")
_OPENS = frozenset("pfyi")
_SCENE_ENDS = frozenset("pfyi.swtvu")
_INSIDE = words("in near at inside outside around")
_AIR = words("air aerial airstrike airstrikes")


def _doer(actor: Actor | None) -> Actor | None:
    """Who watches does no deeds: a monitor near a verb is the one who tells of it."""
    return None if actor and actor.type == "monitor" else actor


@dataclass(slots=True)
class Clause:
    """A word of doing (``at``) with its reading, in its sentence."""

    scene: Scene
    known: Sequence[Spot]
    at: int
    trigger: Trigger
    tagged: Tagged = field(init=False)
    _zones: list[Zone] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.tagged = self.scene.tagged

    @property
    def zones(self) -> list[Zone]:
        """What follows the word; looked for once, as many clauses end before they need it."""
        if self._zones is None:
            self._zones = zones(self.scene.tagged, self.at, self.scene.hi)
        return self._zones

    @property
    def taken(self) -> list[tuple[int, int]]:
        """The words of the actors."""
        return [(m.first, m.last) for m in self.scene.actors]

    def zone(self, *openers: str) -> Zone | None:
        """The first zone that one of ``openers`` opens, in the order of ``openers``."""
        return next(self._opened(openers), None)

    def _opened(self, openers: tuple[str, ...]) -> Iterator[Zone]:
        """The zones that ``openers`` open, in the order of ``openers``."""
        found = [zone for zone in self.zones if zone.word in openers]
        if len(found) > 1:
            found.sort(key=lambda zone: openers.index(zone.word))
        return iter(found)

    def actor(self, *openers: str) -> Actor | None:
        """The first actor of the zones that ``openers`` open."""
        for zone in self._opened(openers):
            if found := within(self.scene, zone.first, zone.last):
                return found
        return None

    def spots(self, *openers: str) -> list[Spot]:
        """The places of the first zone among ``openers`` that has any."""
        for zone in self._opened(openers):
            if found := self.spots_in(zone):
                return found
        return []

    def spots_in(self, zone: Zone) -> list[Spot]:
        """The places of a zone, by name or as "the town" that was named before."""
        if found := in_zone(self.tagged, zone, self.known, self.taken):
            return found
        back = meant(self.tagged, zone, self.known)
        return [back] if back else []

    def unnamed(self, *openers: str) -> list[Spot]:
        """The place that a zone describes without a name ("three villages")."""
        for word in openers:
            if (zone := self.zone(word)) and (spot := described(self.tagged, zone)):
                return [spot]
        return []

    def scenery(self, *, behind: bool = True) -> list[Spot]:
        """Where the sentence plays, if the clause does not say it: "in X" behind or at its head."""
        tagged, lo, hi = self.tagged, self.scene.lo, self.scene.hi
        after = range(self.at + 1, hi if behind else self.at)
        inner = [
            i for i in after if tagged.lower[i] in _INSIDE and tagged.tags[i + 1 : i + 3] != "ao"
        ]
        head = [lo] if tagged.lower[lo] in _INSIDE else []
        for i in (*inner, *head):
            stop = next((j for j in range(i + 1, hi) if tagged.tags[j] in _SCENE_ENDS), hi)
            if found := self.spots_in(Zone(tagged.lower[i], i + 1, stop)):
                return found
        return []

    def left(self, end: int) -> Zone:
        """The phrase before word ``end`` in its clause, up to its first preposition."""
        tags, lo = self.tagged.tags, self.scene.lo
        if end > lo and tags[end - 1] in "w,":
            end -= 1
        first = end
        while first > lo and tags[first - 1] not in _LEFT_ENDS:
            first -= 1
        stop = next((i for i in range(first + 1, end) if tags[i] in _OPENS), end)
        return Zone(LEFT, first, stop)

    def deed(self, actor: Actor | None) -> Deed:
        """An attack from the air is an air strike."""
        if self.trigger.deed == "attacked" and self._flies(actor):
            return "air strike"
        return self.trigger.deed

    def _flies(self, actor: Actor | None) -> bool:
        before = self.tagged.lower[max(self.scene.lo, self.at - 3) : self.at]
        near = before[-1:] if self.trigger.form == "noun" else before
        if not _AIR.isdisjoint(near):
            return True
        doer = actor.text.lower().split() if actor else []
        return bool(doer) and (doer[-1] in FLYING or doer[-2:] == ["air", "force"])

    def happenings(
        self,
        actor: Actor | None,
        target: Actor | None,
        found: Sequence[Spot],
        status: Status,
    ) -> Iterator[Happening]:
        """One happening for each place, or one without where only who suffered it is told."""
        actor, target = _doer(actor), _doer(target)
        if target is actor:
            target = None
        if not found and target is None:
            return
        deed = self.deed(actor)
        span = self.tagged.span(self.at, self.at + 1)
        somewhere: Sequence[Spot | None] = found or [None]
        for spot in somewhere:
            distance, way = offset(self.tagged, self.at + 1, spot.at) if spot else (None, "")
            yield Happening(
                "planned" if status.planned else deed,
                actor,
                target,
                spot.place if spot else None,
                span,
                distance,
                way,
                deed if status.planned else None,
                status.negated,
                status.alleged,
            )
