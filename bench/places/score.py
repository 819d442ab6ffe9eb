"""How many marked places are put where they are: within 161 km, the mean and median error.

Three figures: by the point alone; by the point or GeoNames' own number for the place (the point
of a large country differs between editions of GeoNames); and end to end, mentions found.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.places.corpora import Article, Gold, km
from dateline.claims.places import places_of, resolve
from dateline.model import Place, Report
from dateline.text import analyse

NEAR_KM = 161.0


@dataclass
class Score:
    """What was counted over some articles."""

    marked: int = 0
    near: int = 0
    same: int = 0
    errors: list[float] = field(default_factory=list)
    misses: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, gold: Gold, place: Place) -> None:
        """Count one marked place."""
        self.marked += 1
        error = (
            km(place.lat, place.lon, gold)
            if place.lat is not None and place.lon is not None
            else None
        )
        near = error is not None and error <= NEAR_KM
        self.near += near
        self.same += near or (place.geonameid == gold.geonameid and gold.geonameid > 0)
        if error is not None:
            self.errors.append(error)
        if not near:
            self.misses[gold.feature, "not placed" if error is None else "elsewhere"] += 1

    def figures(self) -> dict[str, float]:
        """The figures by name; errors in km, over the places that got a point."""
        return {
            "marked": self.marked,
            "near": round(self.near / max(1, self.marked), 4),
            "near_or_same": round(self.same / max(1, self.marked), 4),
            "placed": round(len(self.errors) / max(1, self.marked), 4),
            "near_of_placed": round(self.near / max(1, len(self.errors)), 4),
            "mean_km": round(statistics.mean(self.errors or [0]), 1),
            "median_km": round(statistics.median(self.errors or [0]), 2),
        }


def score(articles: Iterable[Article]) -> Score:
    """Resolve the marked places of each article."""
    total = Score()
    for article in articles:
        spans = [(g.start, g.end) for g in article.places]
        for gold, place in zip(article.places, resolve(article.text, spans), strict=True):
            total.add(gold, place)
    return total


@dataclass
class Found:
    """Mentions found end to end; one that overlaps a marked place is found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    near: int = 0

    def add(self, article: Article, places: Iterable[Place]) -> None:
        """Count one article; each marked place answers one mention."""
        left = list(article.places)
        for place in places:
            gold = next((g for g in left if g.start < place.end and place.start < g.end), None)
            if gold is None:
                self.wrong += 1
                continue
            left.remove(gold)
            self.right += 1
            if place.lat is not None and place.lon is not None:
                self.near += km(place.lat, place.lon, gold) <= NEAR_KM
        self.missed += len(left)

    @property
    def precision(self) -> float:
        """The share of the mentions that are marked."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the marked places that were found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def found(articles: Iterable[Article]) -> Found:
    """Find and place all mentions of each article.

    LGL and TR-News mark the names of peoples as places, which are not looked for here: recall
    counts them as missed.
    """
    total = Found()
    for article in articles:
        total.add(article, places_of(analyse(Report(article.id, article.text))))
    return total
