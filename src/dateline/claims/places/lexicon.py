"""The words about places: demonyms, and what kind of place a word says a name is."""

from __future__ import annotations

from functools import cache
from typing import Literal

from dateline.claims.places.sources import table
from dateline.claims.places.spelling import key
from dateline.text.wordlist import words

Kind = Literal["", "town", "division", "county", "country"]

_TOWN = words(
    "city town village hamlet suburb neighborhood neighbourhood camp municipality capital"
)
_DIVISION = words(
    "province governorate state region oblast prefecture emirate canton krai republic"
)
_COUNTY = words("county parish district borough shire subdistrict department sub-district")

KINDS: dict[str, Kind] = {
    **dict.fromkeys(_TOWN, "town"),
    **dict.fromkeys(_DIVISION, "division"),
    **dict.fromkeys(_COUNTY, "county"),
    "country": "country",
    "nation": "country",
}


@cache
def demonyms() -> dict[str, str]:
    """Folded adjective or noun of a people → the country's code ("syrian", "danes")."""
    found = {}
    for country, _, _, _, listed in table("countries.tsv"):
        found.update({key(name): country for name in filter(None, listed.split("|"))})
    return found
