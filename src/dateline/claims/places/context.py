"""What the other places of a report say about one of them: votes for countries and regions.

A report's places lie together (minimal spread: Leidner 2007; local newspapers have a home region:
Lieberman and Samet 2012), so each name votes for where its candidates are, and is judged by the
votes of the others. Names that can mean one place only vote with all their weight.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dateline.claims.places.build import TRANSLITERATED
from dateline.claims.places.entries import Feature, Match
from dateline.claims.places.lexicon import Kind
from dateline.claims.places.spots import Spot

# What each kind of place adds to its population: a country is meant more often than a town.
_OF = {"PCLI": 0.6, "CONT": 0.4, "ADM1": 0.25, "ADM2": 0.0, "PPLC": 0.35, "PPL": 0.0}
_CALLED: dict[Kind, tuple[Feature, ...]] = {
    "town": ("PPL", "PPLC"),
    "division": ("ADM1", "ADM2"),
    "county": ("ADM2",),
    "country": ("PCLI",),
}
_UNCOUNTED = 2000
_COUNTIES = (" county", " parish", " borough", " district")
_SHARP = 0.15

# The weight of the votes for a candidate's country, its first-level division, its surroundings.
_COUNTRY, _DIVISION, _NEAR = 0.55, 0.45, 0.45
_REACH = 0.4
_SILENT = 0.7
# A town with this share of its division's people gives the division its name.
_SEAT = 0.25
_UNSAID = 0.4
_LEAST = 2.0
_ROUNDS = 2
_HEARD = 0.01


class Group(NamedTuple):
    """The mentions of one name that share what is said of them, and their candidates."""

    spots: list[Spot]
    matches: tuple[Match, ...]
    plain: list[float]  # how likely each candidate is by itself
    wards: frozenset[int]  # where they lie, but for their countries


class Votes:
    """The votes by country, first-level division and cell."""

    def __init__(self) -> None:
        self.total = 0.0
        self.of: dict[int, float] = defaultdict(float)

    def add(self, match: Match, weight: float) -> None:
        """One candidate's part of a name's vote."""
        self.total += weight
        for ward in match.wards:
            self.of[ward] += weight

    def shares(self, group: Group, own: Votes) -> Iterator[float]:
        """How much of the vote speaks for each candidate, without what its own name has voted."""
        of, ours = self.of, own.of
        rest = max(self.total - own.total, _LEAST)
        for match in group.matches:
            # A division is half near to all that lies in it, and so is each of its towns.
            match match.wards:
                case (country, division, *cells):
                    inside = of[division] - ours[division]
                    near = max([of[c] - ours[c] for c in cells], default=0.0)
                    around = _DIVISION * inside + _NEAR * max(near, inside / 2)
                    yield (_COUNTRY * (of[country] - ours[country]) + around) / rest
                case (country,):
                    yield _COUNTRY * (of[country] - ours[country]) / rest
                case _:
                    yield 0.0


class Reach:
    """Where the names of a report can be at all: in which divisions and cells, and how sharply.

    Two names that many places bear ("Paris" and "Henry County") mean the pair that lies together.
    """

    def __init__(self, groups: list[Group]) -> None:
        self.of: dict[int, float] = defaultdict(float)
        self.parts = [1 / math.sqrt(len(g.matches)) if g.matches else 0.0 for g in groups]
        self.total = sum(self.parts)
        for group, part in zip(groups, self.parts, strict=True):
            for ward in group.wards:
                self.of[ward] += part

    def scores(self, group: Group, n: int) -> list[float]:
        """Each candidate by itself and by the share of the other names that can lie beside it."""
        of, own = self.of.__getitem__, self.parts[n]
        weight = _REACH / max(self.total - own, 1.0)
        return [
            p + weight * (max(map(of, m.wards[1:])) - own) if m.wards[1:] else p
            for m, p in zip(group.matches, group.plain, strict=True)
        ]


def group(spots: list[Spot]) -> Group:
    """The group of one name."""
    first = spots[0]
    is_county = first.kind == "county" or first.key.endswith(_COUNTIES)
    return Group(spots, *_alone(first.matches, first.kind, is_county))


@lru_cache(maxsize=1 << 12)
def _alone(
    matches: tuple[Match, ...], kind: Kind, is_county: bool
) -> tuple[tuple[Match, ...], list[float], frozenset[int]]:
    """What is known of the candidates of a name whatever else the report names: :class:`Group`'s.

    Without a word for it the large town of a name is meant, not the division called after it.
    """
    seats = named_for(matches) if not kind and len(matches) > 1 else set()
    scores = [plain(m, kind, is_county) for m in matches]
    for n, m in enumerate(matches):
        if m.entry.feature == "ADM1" and (m.entry.country, m.entry.admin1) in seats:
            scores[n] -= _UNSAID
    return matches, scores, frozenset(w for m in matches for w in m.wards[1:])


def plain(match: Match, kind: Kind, is_county: bool) -> float:
    """How likely a candidate is without its context: what it is, how many live there.

    ``kind`` is what the text calls it ("city", "province").
    """
    entry = match.entry
    score = 0.1 * math.log10(entry.population or _UNCOUNTED) + _OF[entry.feature]
    if entry.feature == "ADM2" and is_county:
        score += 0.4
    if not match.own:
        score -= 0.08 if entry.country in TRANSLITERATED else 0.2
    if not kind:
        return score
    return score + (0.6 if entry.feature in _CALLED[kind] else -0.6)


def named_for(matches: tuple[Match, ...]) -> set[tuple[str, str]]:
    """The divisions among the candidates that bear the name of their own large town."""
    return {
        (m.entry.country, m.entry.admin1)
        for m in matches
        if m.entry.feature in ("PPL", "PPLC")
        for d in matches
        if d.entry.feature == "ADM1"
        and (d.entry.country, d.entry.admin1) == (m.entry.country, m.entry.admin1)
        and m.entry.population > _SEAT * d.entry.population
    }


def choose(groups: list[Group], silent: list[Match]) -> list[Match | None]:
    """The most likely candidate of each group, given the others.

    ``silent`` are countries that the report names without speaking of them as places ("Syrian").
    """
    settled = Votes()
    for country in silent:
        settled.add(country, _SILENT)
    weights = [1 + 0.5 * math.log(len(g.spots)) for g in groups]
    for g, weight in zip(groups, weights, strict=True):
        if len(g.matches) == 1:
            settled.add(g.matches[0], weight)
    unsettled = [n for n, g in enumerate(groups) if len(g.matches) > 1]
    best = [g.matches[0] if g.matches else None for g in groups]
    reach = Reach(groups) if unsettled else None
    if reach:
        plains = {n: reach.scores(groups[n], n) for n in unsettled}
        for n, scores in _rounds(groups, plains, weights, settled).items():
            best[n] = groups[n].matches[scores.index(max(scores))]
    return best


def _rounds(
    groups: list[Group], plains: dict[int, list[float]], weights: list[float], settled: Votes
) -> dict[int, list[float]]:
    """The scores of the names that may mean several places, after they have heard each other."""
    scores = dict(plains)
    for _ in range(_ROUNDS):
        own = {n: _vote(groups[n], s, weights[n]) for n, s in scores.items()}
        votes = Votes()
        for vote in (settled, *own.values()):
            votes.total += vote.total
            for ward, weight in vote.of.items():
                votes.of[ward] += weight
        for n in scores:
            heard = votes.shares(groups[n], own[n])
            scores[n] = [p + share for p, share in zip(plains[n], heard, strict=True)]
    return scores


def _vote(group: Group, scores: list[float], weight: float) -> Votes:
    """What one name votes: its weight, shared among its candidates by their scores."""
    best = max(scores)
    raw = [math.exp((s - best) / _SHARP) for s in scores]
    whole = sum(raw) / weight
    vote = Votes()
    for match, part in zip(group.matches, raw, strict=True):
        if part / whole > _HEARD:
            vote.add(match, part / whole)
    return vote
