"""A version's traits: what it reads where the base of its dispatch reads otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field

Place = Hashable  # the number of a sentence of the base, or ("added", n) for one that it lacks
Key = tuple[Hashable, ...]

HOUSE = frozenset({"name", "spelling"})
WORDS = frozenset({"cut", "put in", "reworded", "figure"})
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Trait:
    """One reading, as small as it can be: one sentence lost, one word cut, one word put in.

    The same edit is cut differently by what else was done beside it, so that only its smallest
    parts can be found again in another version. ``words`` are the word numbers of ``place`` that
    the reading stands in place of; the gap before word ``n`` is ``-1 - n``. For an added sentence
    they hold the number of the sentence before it. ``word`` came or went.
    """

    key: Key
    sort: str
    says: str
    place: Place | None = None
    words: tuple[int, ...] = ()
    word: str = ""


@dataclass
class Readings:
    """The traits of one version; ``lacks`` are the places that it does not have, ``edited`` the
    words that it changed by place, ``uses`` all places of a trait that has several.
    """

    version: str
    traits: dict[Key, Trait] = field(default_factory=dict)
    lacks: set[Place] = field(default_factory=set)
    edited: dict[Place, set[int]] = field(default_factory=lambda: defaultdict(set))
    uses: dict[Key, set[Place]] = field(default_factory=lambda: defaultdict(set))

    def note(self, trait: Trait) -> None:
        """Add a trait; the first one of a key stays."""
        self.traits.setdefault(trait.key, trait)
        if trait.place is not None:
            self.uses[trait.key].add(trait.place)


def short(text: str) -> str:
    """The first words of a sentence in quotation marks, for a line of evidence."""
    words = text.split()
    shown = " ".join(words) if len(words) <= _SHORT else " ".join(words[:_SHORT]) + " …"
    return f"“{shown}”"
