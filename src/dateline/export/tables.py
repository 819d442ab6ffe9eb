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
from dateline.model import Comparison, Edge, Judged, Source, Span
from dateline.run.as_findings import renamed, whole_row
from dateline.run.decided_edits import row_spans

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
    found = {e.child: e for e in family.found.edges if not e.second}
    compared = {c.b.id: c for c in family.collation.comparisons}
    for ident in family.collation.dispatch.versions:
        report = family.reports[ident]
        shown = family.collation.identical.get(ident, ident)
        comparison = compared.get(shown)
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
            **_parent(parents.get(shown), found.get(shown)),
        }


def _parent(edge: Edge | None, found: Edge | None) -> Record:
    """What a version was made from, and what the machine has; of what is none, no parent holds."""
    judged = edge.judged if edge else None
    holds = None if judged and judged.decision == "reject" else edge
    return {
        "parent": holds.parent if holds else "",
        "parent_confidence": holds.confidence if holds else None,
        "parent_judged": judged.decision if judged else "",
        "parent_judged_by": judged.by if judged else "",
        "machine_parent": found.parent if found else "",
        "machine_parent_confidence": found.confidence if found else None,
    }


def _edits(family: Family) -> Iterator[Record]:
    for comparison in family.collation.comparisons:
        who = _pair(family, comparison)
        for number, row in enumerate(comparison.rows):
            at = {"row": number, "moved": row.moved}
            for edit in (*row.edits, *row.rejected):
                decided = _decided(edit.kind, edit.judged, "kind")
                yield who | at | {"quoted": edit.quoted} | _sides(edit.a, edit.b) | decided
            if whole_row(comparison, row):
                sides = _sides(*row_spans(comparison, row))
                for kind in row.kinds:
                    decided = _decided(kind, row.judged, "kind")
                    yield who | at | {"quoted": False} | sides | decided


def _renames(family: Family) -> Iterator[Record]:
    for comparison in family.collation.comparisons:
        for rename in (*comparison.renames, *comparison.rejected):
            names = renamed(rename)
            decided = _decided(rename.type, rename.judged, "type")
            decided |= {"machine_they": names.a_span, "machine_we": names.b_span}
            for use in rename.uses:
                yield {
                    **_pair(family, comparison),
                    "they_write": rename.a,
                    "we_read": rename.b,
                    "count": rename.count,
                    "label": use.label,
                    "quoted": use.quoted,
                    **_sides(use.a, use.b),
                    **decided,
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


def _decided(value: str, judged: Judged | None, name: str) -> Record:
    """A value that holds, what a person decided about it, if one did, and what the machine has.

    Of what a person says is none no value holds.
    """
    machine = judged.machine.partition(":")[0] if judged else value
    gone = judged and judged.decision == "reject" and value in ("same", machine)
    return {
        name: "" if gone else value,
        "judged": judged.decision if judged else "",
        "judged_by": judged.by if judged else "",
        f"machine_{name}": machine,
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
        "parent_judged": str,
        "parent_judged_by": str,
        "machine_parent": str,
        "machine_parent_confidence": float,
    },
    "edits": {
        **_PAIR,
        "row": int,
        "moved": bool,
        "kind": str,
        "quoted": bool,
        **_SIDES,
        "judged": str,
        "judged_by": str,
        "machine_kind": str,
    },
    "renames": {
        **_PAIR,
        "they_write": str,
        "we_read": str,
        "type": str,
        "count": int,
        "label": str,
        "quoted": bool,
        **_SIDES,
        "judged": str,
        "judged_by": str,
        "machine_type": str,
        "machine_they": str,
        "machine_we": str,
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
        *("source_machine", "where_machine", "machine_they", "machine_we"),
    }
)
TABLES: dict[str, Callable[[Family], Iterator[Record]]] = {
    "versions": _versions,
    "edits": _edits,
    "renames": _renames,
    "claims": _claims,
}
