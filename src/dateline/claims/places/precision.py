"""UCDP's ``where_prec`` of what is known of a place."""

from __future__ import annotations

# 1 exact, 3 second-level division, 4 first-level division, 6 country, 7 wider than a country.
PRECISION = {"PPL": 1, "PPLC": 1, "ADM2": 3, "ADM1": 4, "PCLI": 6, "CONT": 7}
_NEAR_KM = 25.0


def precise(radius: float) -> int:
    """2 (within some 25 km of a known point) or 5 (a fuzzy area), by the radius in km."""
    return 2 if radius <= _NEAR_KM else 5
