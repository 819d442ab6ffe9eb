"""Whether a text tells of fighting at all: most verbs of it are also used in politics and sport."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.words.tagged import Tagged
from dateline.model import Actor
from dateline.text.wordlist import words

_ARMED = frozenset(("state military", "armed group", "coalition"))
_MARTIAL = words(
    """
    killed killing wounded bomb bombs bombing bombings bombed rocket rockets shells shelling shelled
    missile missiles mortar mortars artillery airstrike airstrikes siege besieged ceasefire truce
    gunfire explosion explosions exploded blast blasts suicide martyred airstrike warplanes tanks
    frontline grenade grenades snipers sniper landmine ammunition weapons raids clashes
    dead died injured casualties troops militants
    """
)
_MANY = 3  # mentions of armed actors that make the whole report one of fighting


def is_war(actors: Sequence[Actor]) -> bool:
    """Whether a report speaks of armed actors again and again."""
    return sum(actor.type in _ARMED for actor in actors) >= _MANY


def is_martial(tagged: Tagged, lo: int, hi: int, actors: Sequence[Actor]) -> bool:
    """Whether a sentence names armed actors, weapons, or those whom they hurt."""
    armed = any(actor.type in _ARMED for actor in actors)
    return armed or not _MARTIAL.isdisjoint(tagged.lower[lo:hi])
