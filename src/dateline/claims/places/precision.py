"""UCDP's ``where_prec`` of what is known of a place."""

from __future__ import annotations

from dateline.claims.places.entries import Entry

# 1 exact, 3 second-level division, 4 first-level division, 6 country, 7 wider than a country.
PRECISION = {"PPL": 1, "PPLC": 1, "ADM2": 3, "ADM1": 4, "PCLI": 6, "CONT": 7}
_NEAR_KM = 25.0


def precision_of(entry: Entry, nearby: bool = False) -> int:
    """The precision of a place that is named, or that something is said to be near."""
    precision = PRECISION[entry.feature]
    return 2 if nearby and precision == 1 else precision


def precise(radius: float) -> int:
    """2 (within some 25 km of a known point) or 5 (a fuzzy area), by the radius in km."""
    return 2 if radius <= _NEAR_KM else 5
