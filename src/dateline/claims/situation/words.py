"""On how many words an account and a place rest: copies and citations of one statement are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.claims.merge.independence import grouped, is_same, settled, sources
from dateline.claims.merge.voices import Voice, end_of
from dateline.claims.situation.pile import Pile
from dateline.claims.situation.told import Told
from dateline.model import Count

__all__ = ["Words", "words_of"]


class _Spoken(NamedTuple):
    """One source of one dispatch on one place; ``voice`` is ``None`` for its newsroom's own."""

    dispatch: str
    source: str


@dataclass(frozen=True, slots=True)
class Words:
    """The ends of the source chains that a place's tellings rest on."""

    voices: Mapping[_Spoken, Voice]
    pile: Pile

    def of(self, tellings: Iterable[Told]) -> Count:
        """The range of originating sources of one thing that is told."""
        spoken = dict.fromkeys(self._spoken(one) for one in tellings)
        voices = [self.voices[s] for s in spoken if s in self.voices]
        return sources(voices, {s.dispatch for s in spoken if s not in self.voices})

    def of_place(self, things: Iterable[Sequence[Told]]) -> Count:
        """The range for all that is told of a place.

        Two names of one dispatch may be one word where they tell one thing; where they tell
        different things they are two.
        """
        told = [{self._spoken(one) for one in thing} for thing in things]
        every = set().union(*told)
        known = [s for s in self.voices if s in every]

        def may_be_one(a: _Spoken, b: _Spoken) -> bool:
            together = a.dispatch == b.dispatch and any({a, b} <= thing for thing in told)
            return together or is_same(self.voices[a], self.voices[b])

        most = sources([self.voices[s] for s in known], {s.dispatch for s in every - {*known}})
        named = [s for s in known if self.voices[s].named]
        return Count(max(1, len(grouped(named, may_be_one))), most.at_most)

    def _spoken(self, one: Told) -> _Spoken:
        report = one.claim.report
        return _Spoken(self.pile.dispatch.get(report, report), one.source)


def words_of(found: Sequence[Told], pile: Pile) -> Words:
    """The ends that the tellings of one place rest on, the names of versions undone."""
    said: dict[_Spoken, list[Told]] = defaultdict(list)
    words = Words({}, pile)
    for one in found:
        if one.claim.kind == "attributed":
            said[words._spoken(one)].append(one)
    voices = [_voice(spoken, some, pile) for spoken, some in said.items()]
    known = zip(said, settled(voices), strict=True)
    return Words({spoken: voice for spoken, voice in known if voice}, pile)


def _voice(spoken: _Spoken, some: Sequence[Told], pile: Pile) -> Voice:
    claims = [one.claim for one in some]
    known = {c.id: c for c in claims} | dict(pile.parents)
    end = end_of(claims, known, spoken.dispatch, pile.origin.get(spoken.dispatch))
    return replace(end, name=pile.called(end.name, claims[0].report) if end.name else None)
