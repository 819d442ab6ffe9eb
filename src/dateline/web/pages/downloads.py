"""The files that the page of a dispatch offers.

They stand apart from `dateline.web.pages.exports` so that the page need not load what makes them.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FILES", "MOST", "File"]

_TABLES = ("versions", "edits", "renames", "claims")
MOST = 300  # versions of a dispatch that a page collates for a download


@dataclass(frozen=True, slots=True)
class File:
    """A file that can be saved: its ``name`` in the address, its ``format`` and what it is for.

    ``table`` is the one of several that a format has."""

    name: str
    format: str
    says: str
    media: str
    table: str = ""


FILES: tuple[File, ...] = (
    *(File(f"{t}.csv", "csv", f"{t} as a table", "text/csv", t) for t in _TABLES),
    *(
        File(f"{t}.parquet", "parquet", f"{t} as Parquet", "application/vnd.apache.parquet", t)
        for t in _TABLES
    ),
    File("claims.geojson", "geojson", "claims at their places", "application/geo+json"),
    File("reports.ninjs.jsonl", "ninjs", "reports as IPTC ninjs", "application/jsonl"),
    File("prov.jsonld", "prov", "lineage as W3C PROV-O", "application/ld+json"),
    File("annotations.jsonld", "annotations", "W3C Web Annotations", "application/ld+json"),
    File("apparatus.tei.xml", "tei", "critical apparatus in TEI", "application/tei+xml"),
)
