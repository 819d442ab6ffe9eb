"""Who copied whom as W3C PROV-O in JSON-LD 1.1, with its vocabulary inside (no remote context).

A version is a ``prov:Entity`` that ``prov:wasRevisionOf`` the text it was made from; from a second
parent it ``prov:wasDerivedFrom``. Quoted words ``prov:wasQuotedFrom`` a statement, and other
attributed claims have it as ``prov:hadPrimarySource``; it ``prov:wasAttributedTo`` its speaker.
What a person decided is ``dateline:judged`` by an entity that ``prov:wasAttributedTo`` a
``prov:Person`` and ``prov:wasDerivedFrom`` what the machine found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from dateline.export.family import Family
from dateline.export.names import digest, iri, urn
from dateline.export.prov_decisions import DECIDED, decision, decision_name, machine
from dateline.model import Claim, Edge, Judged, Report

__all__ = ["CONTEXT", "prov"]

_IRI = {"@type": "@id"}
_WAYS = (  # the link, its qualified form, the kind of that, whether for second parents
    ("wasRevisionOf", "qualifiedRevision", "prov:Revision", False),
    ("wasDerivedFrom", "qualifiedDerivation", "prov:Derivation", True),
)
CONTEXT: Mapping[str, Any] = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dateline": "urn:x-dateline:vocabulary:",
    "id": "@id",
    "type": "@type",
    "label": "rdfs:label",
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", **_IRI},
    "wasRevisionOf": {"@id": "prov:wasRevisionOf", **_IRI},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", **_IRI},
    "wasQuotedFrom": {"@id": "prov:wasQuotedFrom", **_IRI},
    "hadPrimarySource": {"@id": "prov:hadPrimarySource", **_IRI},
    "alternateOf": {"@id": "prov:alternateOf", **_IRI},
    "qualifiedRevision": {"@id": "prov:qualifiedRevision"},
    "qualifiedDerivation": {"@id": "prov:qualifiedDerivation"},
    "entity": {"@id": "prov:entity", **_IRI},
    "title": "dcterms:title",
    "date": "dcterms:date",
    "identifier": "dcterms:identifier",
    "confidence": {"@id": "dateline:confidence", "@type": "xsd:double"},
    "evidence": "dateline:evidence",
    "sha256": "dateline:sha256",
    "start": {"@id": "dateline:start", "@type": "xsd:integer"},
    "end": {"@id": "dateline:end", "@type": "xsd:integer"},
    "words": "dateline:words",
    **DECIDED,
}


def prov(family: Family, stand_off: bool = False) -> dict[str, Any]:
    """One JSON-LD document; stand-off has no title, evidence, or words of a report."""
    return {"@context": dict(CONTEXT), "@graph": list(_Graph(family, stand_off).things())}


class _Graph:
    def __init__(self, family: Family, stand_off: bool) -> None:
        self._family, self._stand_off = family, stand_off
        self._agents: dict[str, str] = {}
        self._decisions: dict[str, dict[str, Any]] = {}

    def things(self) -> Iterator[dict[str, Any]]:
        """Versions and unseen texts, then statements, decisions, and who wrote or said them."""
        for ident in self._family.collation.dispatch.versions:
            yield self._report(self._family.reports[ident])
        for node in self._family.stemma.nodes:
            if node.unseen:
                text = {"id": self._name(node.id), "type": ["prov:Entity", "dateline:Unseen"]}
                yield text | self._origin(node.id) | self._derived(node.id)
        for claims in self._family.claims.values():
            yield from (self._statement(claim) for claim in _attributed(claims))
        if self._decisions:
            yield from self._decisions.values()
            yield machine()
        for name, label in self._agents.items():
            yield {"id": name, "type": "prov:Agent", "label": label}

    def _report(self, report: Report) -> dict[str, Any]:
        thing: dict[str, Any] = {"id": iri(report), "type": "prov:Entity"}
        thing |= {"identifier": report.id, "sha256": digest(report)}
        if report.title and not self._stand_off:
            thing["title"] = report.title
        if report.date:
            thing["date"] = report.date
        writers = [self._agent("outlet", report.outlet)] if report.outlet else []
        writers += self._origin(report.id).get("wasAttributedTo", [])
        if writers:
            thing["wasAttributedTo"] = writers
        same = self._family.collation.identical.get(report.id)
        if same:
            thing["alternateOf"] = iri(self._family.reports[same])
        return thing | self._derived(report.id) | self._said(report.id)

    def _origin(self, ident: str) -> dict[str, Any]:
        """The origin's name on the root of the tree: all other texts derive from it."""
        stemma = self._family.stemma
        if ident != stemma.root or not stemma.origin:
            return {}
        return {"wasAttributedTo": [self._agent("origin", stemma.origin)]}

    def _derived(self, ident: str) -> dict[str, Any]:
        edges = [e for e in self._family.stemma.edges if e.child == ident]
        thing: dict[str, Any] = {}
        if none := [e for e in edges if _is_none(e)]:
            thing["rejected"] = [self._influence(e, "dateline:Rejected", "parent") for e in none]
        for plain, qualified, kind, second in _WAYS:
            mine = [e for e in edges if e.second == second and not _is_none(e)]
            if mine:
                thing[plain] = [self._name(e.parent) for e in mine]
                thing[qualified] = [self._influence(e, kind) for e in mine]
        return thing

    def _influence(self, edge: Edge, kind: str, end: str = "entity") -> dict[str, Any]:
        told = {"type": kind, end: self._name(edge.parent), "confidence": edge.confidence}
        told |= self._judged(edge.judged, edge.judged.machine if edge.judged else "")
        if edge.evidence and not self._stand_off:
            told["evidence"] = [f"{i.kind}: {i.says}" for i in edge.evidence]
        return told

    def _said(self, ident: str) -> dict[str, list[str]]:
        """The statements that a report quotes, and those that it reports in its own words."""
        claims = _attributed(self._family.claims.get(ident, ()))
        quoted = [_statement_name(c) for c in claims if c.mode != "indirect"]
        reported = [_statement_name(c) for c in claims if c.mode == "indirect"]
        links = {"wasQuotedFrom": quoted, "hadPrimarySource": reported}
        return {how: names for how, names in links.items() if names}

    def _statement(self, claim: Claim) -> dict[str, Any]:
        thing: dict[str, Any] = {
            "id": _statement_name(claim),
            "type": ["prov:Entity", "dateline:Statement"],
            "start": claim.content.start,
            "end": claim.content.end,
            "confidence": claim.confidence,
        }
        if not self._stand_off:
            thing["words"] = claim.content.text
        if claim.source and claim.source.canonical:
            thing["wasAttributedTo"] = [self._speaker(claim.source.canonical)]
        return thing | self._decided(claim)

    def _decided(self, claim: Claim) -> dict[str, Any]:
        """Who decided whose word a statement is: about its speaker, or that there is none."""
        if claim.judged is None:
            return {}
        judged = self._judged(claim.judged, "" if self._stand_off else claim.judged.machine)
        if not (claim.source and claim.source.canonical):
            return judged
        agent = self._speaker(claim.source.canonical)
        return {"qualifiedAttribution": {"type": "prov:Attribution", "agent": agent, **judged}}

    def _judged(self, judged: Judged | None, found: str) -> dict[str, str]:
        if judged is None:
            return {}
        name = decision_name(judged)
        self._decisions[name] = decision(judged, found)
        return {"judged": name}

    def _name(self, ident: str) -> str:
        report = self._family.reports.get(ident)
        return iri(report) if report else urn("unseen", self._family.id, ident)

    def _speaker(self, name: str) -> str:
        """A speaker; stand-off without a name, but the same one is the same."""
        if not self._stand_off:
            return self._agent("speaker", name)
        return urn("speaker", sha256(name.encode("utf-8", "replace")).hexdigest()[:16])

    def _agent(self, kind: str, label: str) -> str:
        name = urn(kind, label)
        self._agents[name] = label
        return name


def _attributed(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that are somebody's, also where a person says that nobody is named."""
    return [c for c in claims if c.source or (c.judged and c.kind == "attributed")]


def _is_none(edge: Edge) -> bool:
    return edge.judged is not None and edge.judged.decision == "reject"


def _statement_name(claim: Claim) -> str:
    return urn("statement", claim.id)
