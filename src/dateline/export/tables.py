"""Results as flat tables: versions, edits, renames, claims; one record a row, the same columns.

The columns of claims are those of `dateline.claims.table`, with the offsets of their words.

Text columns are left out where results are passed on without texts (stand-off).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dateline.claims import table as claim_rows
from dateline.export.family import Family
from dateline.export.names import digest
from dateline.model import Comparison, Source, Span

__all__ = ["TABLES", "Record", "columns", "table"]

Record = dict[str, Any]


def columns(name: str, stand_off: bool = False) -> dict[str, type]:
    """The columns of one of `TABLES` and the types of their values, in order."""
    own = _COLUMNS[name]
    return {c: kind for c, kind in own.items() if not (stand_off and c in _TEXTS)}


def table(name: str, family: Family, stand_off: bool = False) -> Iterator[Record]:
    """The records of one of `TABLES` for a dispatch, with all columns in order."""
    shown = columns(name, stand_off)
    for record in TABLES[name](family):
        yield {column: record[column] for column in shown}


def _versions(family: Family) -> Iterator[Record]:
    parents = {e.child: e for e in family.stemma.edges if not e.second}
    compared = {c.b.id: c for c in family.collation.comparisons}
    for ident in family.collation.dispatch.versions:
        report = family.reports[ident]
        shown = family.collation.identical.get(ident, ident)
        edge, comparison = parents.get(shown), compared.get(shown)
        yield {
            "dispatch": family.id,
            "report": ident,
            "outlet": report.outlet,
            "date": report.date,
            "url": report.url,
            "title": report.title,
            "sha256": digest(report),
            "base": shown == family.collation.base,
            "identical_to": family.collation.identical.get(ident, ""),
            "origin": family.stemma.origin or "",
            "verdict": comparison.lineage.verdict if comparison else "",
            "parent": edge.parent if edge else "",
            "parent_confidence": edge.confidence if edge else None,
        }


def _edits(family: Family) -> Iterator[Record]:
    for comparison in family.collation.comparisons:
        who = _pair(family, comparison)
        for number, row in enumerate(comparison.rows):
            at = {"row": number, "moved": row.moved}
            for edit in row.edits:
                yield who | at | {"kind": edit.kind, "quoted": edit.quoted} | _sides(edit.a, edit.b)
            if not row.edits and row.kinds != ("same",):
                for kind in row.kinds:
                    a, b = _row_spans(comparison, row.a, row.b)
                    yield who | at | {"kind": kind, "quoted": False} | _sides(a, b)


def _row_spans(
    comparison: Comparison, a: tuple[int, ...], b: tuple[int, ...]
) -> tuple[Span | None, Span | None]:
    spans = []
    for report, sentences, numbers in (
        (comparison.a, comparison.sentences_a, a),
        (comparison.b, comparison.sentences_b, b),
    ):
        own = [s for s in sentences if s.n in numbers]
        spans.append(Span.of(report.text, own[0].start, own[-1].end) if own else None)
    return spans[0], spans[1]


def _renames(family: Family) -> Iterator[Record]:
    for comparison in family.collation.comparisons:
        for rename in comparison.renames:
            for use in rename.uses:
                yield {
                    **_pair(family, comparison),
                    "they_write": rename.a,
                    "we_read": rename.b,
                    "type": rename.type,
                    "count": rename.count,
                    "label": use.label,
                    "quoted": use.quoted,
                    **_sides(use.a, use.b),
                }


def _claims(family: Family) -> Iterator[Record]:
    for ident, claims in family.claims.items():
        report = family.reports[ident]
        for claim in claims:
            spans = _spans("content", claim.content) | _spans("source", claim.source)
            for row in claim_rows.rows([claim], [report]):
                yield {"dispatch": family.id, **row, **spans, "sha256": digest(report)}


def _spans(name: str, span: Span | Source | None) -> Record:
    return {
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
    }


def _pair(family: Family, comparison: Comparison) -> Record:
    return {
        "dispatch": family.id,
        "a": comparison.a.id,
        "b": comparison.b.id,
        "outlet_b": comparison.b.outlet,
    }


def _sides(a: Span | None, b: Span | None) -> Record:
    return {
        "a_start": a.start if a else None,
        "a_end": a.end if a else None,
        "a_text": a.text if a else "",
        "b_start": b.start if b else None,
        "b_end": b.end if b else None,
        "b_text": b.text if b else "",
    }


_PAIR = {"dispatch": str, "a": str, "b": str, "outlet_b": str}
_SIDES = {
    "a_start": int,
    "a_end": int,
    "a_text": str,
    "b_start": int,
    "b_end": int,
    "b_text": str,
}
_COLUMNS: dict[str, dict[str, type]] = {
    "versions": {
        "dispatch": str,
        "report": str,
        "outlet": str,
        "date": str,
        "url": str,
        "title": str,
        "sha256": str,
        "base": bool,
        "identical_to": str,
        "origin": str,
        "verdict": str,
        "parent": str,
        "parent_confidence": float,
    },
    "edits": {**_PAIR, "row": int, "moved": bool, "kind": str, "quoted": bool, **_SIDES},
    "renames": {
        **_PAIR,
        "they_write": str,
        "we_read": str,
        "type": str,
        "count": int,
        "label": str,
        "quoted": bool,
        **_SIDES,
    },
}
_WHOLE = ("where_prec", "geonameid", "date_prec", "negated", "alleged")
_REAL = (
    *("latitude", "longitude", "distance_km", "best", "low", "high"),
    *("number", "number_low", "number_high", "confidence"),
)
_COLUMNS["claims"] = {
    "dispatch": str,
    **{
        column: int if column in _WHOLE else float if column in _REAL else str
        for column in claim_rows.COLUMNS
    },
    **{f"{what}_{end}": int for what in ("content", "source") for end in ("start", "end")},
    "sha256": str,
}
_TEXTS = frozenset(
    {
        *("title", "they_write", "we_read", "label", "a_text", "b_text"),
        *("source_headline", "source_original", "source_canonical", "content"),
        *("actor1", "actor2", "where_description"),
    }
)
TABLES: dict[str, Callable[[Family], Iterator[Record]]] = {
    "versions": _versions,
    "edits": _edits,
    "renames": _renames,
    "claims": _claims,
}
