"""Places that a report mentions, and where they are; offline."""

from dateline.claims.places.distances import Distance, distances_in
from dateline.claims.places.find import places_of
from dateline.claims.places.resolve import resolve

__all__ = ["Distance", "distances_in", "places_of", "resolve"]
