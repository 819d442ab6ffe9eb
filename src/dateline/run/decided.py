"""What a person decided about findings, put into what the machine found.

The one place where it is done: comparisons are decided when they are made
(`dateline.run.local.collated`) and claims when they are read, so that lineage, statements,
originating sources, styles, maps and exports all rest on what holds. The machine's own value stays
beside it in ``judged``; what was rejected stands in ``rejected``.

A decision holds for the very text that it was made in (`dateline.store.findings`). Of several the
last one wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.model import Claim, Comparison, Edge, Finding, Report, Stemma
from dateline.run.as_findings import edge_between, edits_and_renames, speakers_and_places
from dateline.run.decided_claims import decided_claims
from dateline.run.decided_edits import decided_edits, turned
from dateline.run.decided_renames import decided_renames
from dateline.store import Archive
from dateline.store.findings import held, replaced
from dateline.store.fingerprints import text_hash
from dateline.store.judgements import Judgement
from dateline.store.placing import mark

__all__ = ["NONE", "Decisions", "decisions"]


class Decisions:
    """Decisions about findings, to be asked for those in some texts."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._of: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
        for judgement in judgements:
            self._of[judgement.a_text, judgement.b_text].append(judgement)

    def on(self, comparison: Comparison) -> Comparison:
        """A comparison as people see it, whichever of the two was read as the base."""
        if not self._of:
            return comparison
        a, b = text_hash(comparison.a.text), text_hash(comparison.b.text)
        everywhere = self._of.get(("", ""), [])
        back = map(turned, [*everywhere, *self._of.get((b, a), [])])
        found = _in_order([*everywhere, *self._of.get((a, b), []), *back])
        renamed = decided_renames(comparison, (j for j in found if j.about == "rename"))
        return decided_edits(renamed, (j for j in found if j.about == "edit"))

    def heard(self, report: Report, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        """The claims of a report with the speakers and places that people gave them."""
        found = self._of.get((text_hash(report.text), ""), []) if self._of else []
        return decided_claims(claims, _in_order(found))

    def edge(self, parent: Report, child: Report) -> Judgement | None:
        """The last decision whether one report was made from another."""
        found = (
            self._of.get((text_hash(parent.text), text_hash(child.text)), ()) if self._of else ()
        )
        return next((j for j in reversed(found) if j.about == "edge"), None)

    def tree(self, stemma: Stemma, reports: Mapping[str, Report]) -> Stemma:
        """A lineage with the confidence that people have in its edges; ``reports`` by their ids."""
        return replace(stemma, edges=tuple(self._edge(e, reports) for e in stemma.edges))

    def _edge(self, edge: Edge, reports: Mapping[str, Report]) -> Edge:
        parent, child = reports.get(edge.parent), reports.get(edge.child)
        j = self.edge(parent, child) if parent and child else None
        if j is None:
            return edge
        judged = mark(j, edge_between(edge.parent, edge.child, edge.confidence).machine)
        return replace(edge, confidence=float(j.decision == "accept"), judged=judged)

    def unmet_on(self, comparison: Comparison) -> list[Judgement]:
        """The decisions about a decided comparison whose finding the machine has no more."""
        a, b = text_hash(comparison.a.text), text_hash(comparison.b.text)
        found = [*self._of.get((a, b), ()), *self._of.get((b, a), ())]
        found = [j for j in found if j.about != "edge"]
        return _unmet(found, edits_and_renames(comparison)) if found else []

    def unmet_in(self, report: Report, claims: Iterable[Claim]) -> list[Judgement]:
        """The decisions about a report's decided claims whose finding the machine has no more."""
        found = self._of.get((text_hash(report.text), ""), ())
        return _unmet(found, speakers_and_places(claims)) if found else []


NONE = Decisions()


def decisions(archive: Archive, reports: Iterable[Report]) -> Decisions:
    """What holds in an archive about findings in these reports."""
    return Decisions(held(archive, (text_hash(report.text) for report in reports)))


def _unmet(found: Sequence[Judgement], now: Iterable[Finding]) -> list[Judgement]:
    met = {one.judged.number for one in now if one.judged} | set(replaced(_in_order(found)))
    return [j for j in found if j.number not in met]


def _in_order(found: Iterable[Judgement]) -> list[Judgement]:
    return sorted(found, key=lambda j: j.number)
