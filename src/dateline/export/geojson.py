"""Claims on a map: GeoJSON (RFC 7946), a point for each placed place of each claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.export.family import Family
from dateline.export.names import digest, iri
from dateline.model import Claim, Place, Report, When

__all__ = ["features"]

Feature = dict[str, Any]


def features(family: Family, stand_off: bool = False) -> Iterator[Feature]:
    """One feature for each place that a claim names and that is placed, in text order.

    ``precision`` is UCDP's ``where_prec``, ``radius_km`` how far off the point may be. Longitude
    goes first, as the standard has it.
    """
    for ident, claims in family.claims.items():
        report = family.reports[ident]
        for claim in claims:
            for place in claim.places:
                if place.lat is not None and place.lon is not None:
                    yield _feature(family, report, claim, place, stand_off)


def _feature(
    family: Family, report: Report, claim: Claim, place: Place, stand_off: bool
) -> Feature:
    properties = {
        "claim": claim.id,
        "report": iri(report),
        "sha256": digest(report),
        "dispatch": family.id,
        "outlet": report.outlet or None,
        "kind": claim.kind,
        "modality": claim.modality,
        "negated": claim.negated,
        "source_type": claim.source.type if claim.source else None,
        "start": claim.content.start,
        "end": claim.content.end,
        "source_start": claim.source.start if claim.source else None,
        "source_end": claim.source.end if claim.source else None,
        "place": place.name,
        "geonameid": place.geonameid,
        "feature": place.feature,
        "precision": place.precision,
        "radius_km": place.radius,
        **_interval("said", claim.said),
        **_interval("event", claim.event),
        "deeds": [happening.deed for happening in claim.happenings if happening.place == place],
        "confidence": claim.confidence,
        "source_judged": claim.judged.decision if claim.judged else None,
        "place_judged": place.judged.decision if place.judged else None,
    }
    if not stand_off:
        properties |= {"words": claim.content.text, "place_words": place.text}
        properties["source"] = claim.source.canonical if claim.source else None
        for name, judged in (("source", claim.judged), ("place", place.judged)):
            if judged:
                properties[f"{name}_machine"] = judged.machine
    point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "geometry": point, "properties": properties}


def _interval(name: str, when: When | None) -> dict[str, str | None]:
    start, end = (when.start, when.end) if when else (None, None)
    return {f"{name}_start": start, f"{name}_end": end}
