"""Edits and claims as W3C Web Annotations (2017): quote and position selectors on each report.

Positions count Unicode code points of the report's text, half open, as the standard's
``TextPositionSelector`` does and as Dateline does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.export.family import Family
from dateline.export.names import digest, iri, urn
from dateline.model import Claim, Comparison, Edit, Judged, Report, Row, Span

__all__ = ["annotation_page"]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and behind a quotation
_QUIET = ("same", "mechanical")


def annotation_page(family: Family, stand_off: bool = False) -> dict[str, Any]:
    """One annotation page; stand-off has positions and the texts' hashes, and no words."""
    items = [*_edits(family, stand_off), *_claims(family, stand_off)]
    page = {"@context": _CONTEXT, "id": urn("annotations", family.id), "type": "AnnotationPage"}
    return {**page, "items": items}


def _edits(family: Family, stand_off: bool) -> Iterator[dict[str, Any]]:
    for comparison in family.collation.comparisons:
        for number, row in enumerate(comparison.rows):
            for at, (kinds, a, b, says) in enumerate(_changes(comparison, row)):
                targets = [_target(comparison.a, a, stand_off)] if a else []
                targets += [_target(comparison.b, b, stand_off)] if b else []
                name = urn("edit", family.id, comparison.b.id, str(number), str(at))
                yield _annotation(name, kinds, "" if stand_off else says, targets)


Change = tuple[tuple[str, ...], Span | None, Span | None, str]


def _changes(comparison: Comparison, row: Row) -> Iterator[Change]:
    """Each edit of a row; a sentence that was dropped, added or moved as a whole."""
    kinds = tuple(k for k in row.kinds if k not in _QUIET)
    moved = ("moved",) if row.moved else ()
    if moved or not (row.a and row.b):
        a = _whole(comparison.a, [s for s in comparison.sentences_a if s.n in row.a])
        b = _whole(comparison.b, [s for s in comparison.sentences_b if s.n in row.b])
        if tags := (*(kinds if not (row.a and row.b) else ()), *moved):
            yield (*tags, *_whose(row.judged)), a, b, ""
    for edit in row.edits:
        if edit.kind not in _QUIET and row.a and row.b:
            tags = (edit.kind, "quotation altered") if edit.quoted else (edit.kind,)
            yield (*tags, *_whose(edit.judged)), edit.a, edit.b, _says(edit)


def _whole(report: Report, sentences: list[Any]) -> Span | None:
    if not sentences:
        return None
    return Span.of(report.text, sentences[0].start, sentences[-1].end)


def _says(edit: Edit) -> str:
    was, became = (f"“{x.text}”" if x else "nothing" for x in (edit.a, edit.b))
    whose = f"; {edit.judged.says}" if edit.judged else ""
    return f"{was} → {became}{whose}"


def _claims(family: Family, stand_off: bool) -> Iterator[dict[str, Any]]:
    for ident, claims in family.claims.items():
        for claim in claims:
            if claim.kind == "attributed":
                target = _target(family.reports[ident], claim.content, stand_off)
                says = "" if stand_off else _voice(claim)
                tags = ("claim", claim.modality, *_whose(claim.judged))
                yield _annotation(urn("claim", claim.id), tags, says, [target])


def _whose(judged: Judged | None) -> tuple[str, ...]:
    """A tag for what a person decided."""
    return ("judged by a person",) if judged else ()


def _voice(claim: Claim) -> str:
    source = claim.source
    whose = f"; {claim.judged.says}" if claim.judged else ""
    return f"source: {source.canonical or source.text if source else 'not known'}{whose}"


def _annotation(
    name: str, tags: tuple[str, ...], says: str, targets: list[dict[str, Any]]
) -> dict[str, Any]:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    if says:
        bodies.append({"type": "TextualBody", "purpose": "describing", "value": says})
    about = {"id": name, "type": "Annotation", "motivation": "describing"}
    return {**about, "body": bodies, "target": targets}


def _target(report: Report, span: Span, stand_off: bool) -> dict[str, Any]:
    """A stretch of a report, found by its place and by its words."""
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    source: dict[str, Any] = {"id": iri(report), "type": "Text", "format": "text/plain"}
    source["dcterms:identifier"] = [report.id, f"sha256:{digest(report)}"]
    if stand_off:
        return {"source": source, "selector": position}
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": report.text[max(0, span.start - _AROUND) : span.start],
        "suffix": report.text[span.end : span.end + _AROUND],
    }
    return {"source": source, "selector": [position, quote]}
