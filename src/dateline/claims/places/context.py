"""What the other places of a report say about one of them: votes for countries and regions.

A report's places lie together (minimal spread: Leidner 2007; local newspapers have a home region:
Lieberman and Samet 2012), so each name votes for where its candidates are, and is judged by the
votes of the others. Names that can mean one place only vote with all their weight.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from dateline.claims.places.build import TRANSLITERATED
from dateline.claims.places.entries import Entry, Match
from dateline.claims.places.spots import Spot

# What each kind of place adds to its population: a country is meant more often than a town.
_OF = {"PCLI": 0.6, "CONT": 0.4, "ADM1": 0.25, "ADM2": 0.0, "PPLC": 0.35, "PPL": 0.0}
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

    def without(self, own: Votes) -> Callable[[Match], float]:
        """How much of the vote speaks for a match, without what its own name has voted."""
        of, ours = self.of.get, own.of.get
        rest = max(self.total - own.total, _LEAST)

        def share(match: Match) -> float:
            wards = match.wards
            if not wards:
                return 0.0
            heard = [of(w, 0.0) - ours(w, 0.0) for w in wards]
            score = _COUNTRY * heard[0]
            if len(heard) > 1:
                # A division is half near to all that lies in it, and so is each of its towns.
                near = max(heard[2:], default=0.0)
                score += _DIVISION * heard[1] + _NEAR * max(near, heard[1] / 2)
            return score / rest

        return share


class Reach:
    """Where the names of a report can be at all: in which divisions and cells, and how sharply.

    Two names that many places bear ("Paris" and "Henry County") mean the pair that lies together.
    """

    def __init__(self, groups: list[Group]) -> None:
        self.of: dict[int, float] = defaultdict(float)
        self.parts = [1 / math.sqrt(len(g.matches)) if g.matches else 0.0 for g in groups]
        self.total = sum(self.parts)
        for group, part in zip(groups, self.parts, strict=True):
            for ward in {w for m in group.matches for w in m.wards[1:]}:
                self.of[ward] += part

    def scores(self, group: Group, n: int) -> list[float]:
        """Each candidate by itself and by the share of the other names that can lie beside it."""
        of, own, weight = self.of, self.parts[n], _REACH / max(self.total - self.parts[n], 1.0)
        return [
            p + weight * max([of[w] - own for w in m.wards[1:]], default=0.0)
            for m, p in zip(group.matches, group.plain, strict=True)
        ]


def plain(match: Match, spot: Spot) -> float:
    """How likely a candidate is without its context: what it is, how many live there."""
    entry = match.entry
    score = 0.1 * math.log10(entry.population or _UNCOUNTED) + _OF[entry.feature]
    if entry.feature == "ADM2" and (spot.kind == "county" or spot.key.endswith(_COUNTIES)):
        score += 0.4
    if not match.own:
        score -= 0.08 if entry.country in TRANSLITERATED else 0.2
    return score + _kind(entry, spot)


def _kind(entry: Entry, spot: Spot) -> float:
    """What the text calls the place ("city", "province") against what the candidate is."""
    if not spot.kind:
        return 0.0
    fits = {
        "town": entry.feature in ("PPL", "PPLC"),
        "division": entry.feature in ("ADM1", "ADM2"),
        "county": entry.feature == "ADM2",
        "country": entry.feature == "PCLI",
    }
    return 0.6 if fits[spot.kind] else -0.6


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


def group(spots: list[Spot]) -> Group:
    """The group of one name; without a word for it, its large town is meant, not its division."""
    first = spots[0]
    seats = named_for(first.matches) if not first.kind and len(first.matches) > 1 else set()
    scores = [
        plain(m, first)
        - (
            _UNSAID
            if m.entry.feature == "ADM1" and (m.entry.country, m.entry.admin1) in seats
            else 0
        )
        for m in first.matches
    ]
    return Group(spots, first.matches, scores)


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
        own = {n: _vote(groups[n], _parts(s, weights[n])) for n, s in scores.items()}
        votes = Votes()
        for vote in (settled, *own.values()):
            votes.total += vote.total
            for ward, weight in vote.of.items():
                votes.of[ward] += weight
        for n in scores:
            share = votes.without(own[n])
            both = zip(plains[n], map(share, groups[n].matches), strict=True)
            scores[n] = [base + heard for base, heard in both]
    return scores


def _vote(group: Group, parts: list[float]) -> Votes:
    """What one name votes."""
    vote = Votes()
    for match, part in zip(group.matches, parts, strict=True):
        if part > _HEARD:
            vote.add(match, part)
    return vote


def _parts(scores: list[float], weight: float) -> list[float]:
    """A name's vote, shared among its candidates by their scores."""
    best = max(scores)
    raw = [math.exp((s - best) / _SHARP) for s in scores]
    whole = sum(raw) / weight
    return [r / whole for r in raw]
