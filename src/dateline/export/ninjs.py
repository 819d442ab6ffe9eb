"""Reports as IPTC ninjs 1.4 items (News in JSON), each with the text that it was made from.

Where a person decided about that, a ``trustindicator`` has the decision as its code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.export.family import Family
from dateline.export.names import digest, iri, urn
from dateline.model import Edge, Judged, Report
from dateline.text.language import language

__all__ = ["ninjs"]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")
_SURE = 0.5
_JUDGED = urn("judged")


def ninjs(family: Family, stand_off: bool = False) -> Iterator[dict[str, Any]]:
    """One item for each version; a field whose value is not known is left out."""
    parents = {e.child: e for e in family.stemma.edges if not e.second}
    for ident in family.collation.dispatch.versions:
        report = family.reports[ident]
        item = _described(report) if stand_off else _whole(report)
        if origin := family.stemma.origin:
            item.setdefault("infosource", []).append({"name": origin, "rel": "originator"})
        if edge := parents.get(family.collation.identical.get(ident, ident)):
            item |= _derived(family, edge)
        yield item


def _whole(report: Report) -> dict[str, Any]:
    item = {**_described(report), "body_text": report.text, "charcount": len(report.text)}
    item["wordcount"] = len(report.text.split())
    if report.title:
        item["headline"] = report.title
    if code := language(report.text):
        item["language"] = code
    return item | {"representationtype": "complete"}


def _described(report: Report) -> dict[str, Any]:
    item: dict[str, Any] = {
        "$standard": {"name": "ninjs", "version": "1.4"},
        "uri": iri(report),
        "type": "text",
        "mimetype": "text/plain",
        "representationtype": "incomplete",
        "altids": {"dateline": report.id, "sha256": digest(report)},
    }
    if _MOMENT.fullmatch(report.date):
        item["versioncreated"] = report.date
    if report.outlet:
        item["infosource"] = [{"name": report.outlet, "rel": "publisher"}]
    return item


def _derived(family: Family, edge: Edge) -> dict[str, Any]:
    """The parent, where it is a report of the pile and something speaks for the edge."""
    unseen = edge.parent not in family.reports
    how = f"confidence {edge.confidence:.2f}"
    if unseen:
        return {"ednote": f"Made from a text that is not in the pile ({how})."}
    parent = iri(family.reports[edge.parent])
    if edge.judged:
        return _judged(parent, edge.judged)
    if edge.confidence < _SURE:
        return {"ednote": f"Perhaps made from {parent} ({how})."}
    return {"ednote": f"Made from {parent} ({how}).", **_made_from(parent)}


def _judged(parent: str, judged: Judged) -> dict[str, Any]:
    """What a person says of the parent, which is none where they reject it."""
    mark = {"scheme": _JUDGED, "code": judged.decision, "title": judged.says}
    holds = judged.decision != "reject"
    made = "Made" if holds else "Not made"
    note = {"ednote": f"{made} from {parent} ({judged.says}).", "trustindicator": [mark]}
    return note | (_made_from(parent) if holds else {})


def _made_from(parent: str) -> dict[str, Any]:
    origin = {"uri": parent, "type": "text", "representationtype": "incomplete"}
    return {"associations": {"madefrom": origin}}
