"""Reports put together to dispatches, never by chains: every member is a copy of the core.

Copies of copies drift; whoever joins all that hang together somehow ends with families that share
nothing. Here cores are chosen one after the other, each the report that explains most of those that
are free, and every other report goes to the core that it is most surely a copy of. Two cores are
never copies of each other. (Greedy pivots, as in the correlation clustering of Ailon, Charikar and
Newman 2008, with the pivot chosen by merit instead of by lot.)
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from dateline.model import Dispatch, Relation

__all__ = ["crossing", "dispatch_id", "dispatches"]

Groups = dict[str, list[str]]
Links = dict[str, dict[str, Relation]]


def dispatches(ids: Iterable[str], relations: Iterable[Relation]) -> list[Dispatch]:
    """The dispatches of a pile: largest first, each report in exactly one; many have one version.

    Only copies bind. Copies with the same n-grams (both containments 1) stand for each other and
    stay together; one of them has the link to the core. The result does not depend on the order of
    ``ids`` or ``relations``; the work grows with the number of copies that are listed. Relations of
    unknown ids are left out.
    """
    same = _Same(ids)
    copies = [r for r in relations if r.relation == "copy" and r.a in same and r.b in same]
    for relation in copies:
        if relation.containment_ab == relation.containment_ba == 1:
            same.join(relation.a, relation.b)
    groups = same.groups()
    links = _strongest(copies, same)
    stars = _stars(groups, links, _cores(groups, links, same))
    found = [_dispatch(core, members, groups, links) for core, members in stars.items()]
    return sorted(found, key=lambda d: (-len(d.versions), d.core))


def crossing(found: Sequence[Dispatch], relations: Iterable[Relation]) -> list[Relation]:
    """The relations that lead from one dispatch to another: excerpts, quotations, other takes."""
    member = {version: d.id for d in found for version in d.versions}
    return [r for r in relations if member.get(r.a) != member.get(r.b)]


def dispatch_id(core: str) -> str:
    """The id of the dispatch around a core: derived from the core's id alone, so that it lasts."""
    return "d" + blake2b(core.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


class _Same:
    """Reports with the same n-grams; the least id of a group stands for it."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {i: i for i in ids}

    def __contains__(self, report: str) -> bool:
        return report in self._parent

    def of(self, report: str) -> str:
        """The report that stands for this one."""
        while (parent := self._parent[report]) != report:
            self._parent[report] = self._parent[parent]
            report = parent
        return report

    def join(self, a: str, b: str) -> None:
        """Note that two reports have the same n-grams."""
        first, second = sorted((self.of(a), self.of(b)))
        self._parent[second] = first

    def groups(self) -> dict[str, list[str]]:
        """The reports of each group by the one that stands for it, sorted."""
        out: dict[str, list[str]] = defaultdict(list)
        for report in sorted(self._parent):
            out[self.of(report)].append(report)
        return dict(out)


def _strongest(copies: Iterable[Relation], same: _Same) -> Links:
    """The surest copy link between any two groups, from both ends."""
    out: Links = defaultdict(dict)
    for relation in copies:
        a, b = same.of(relation.a), same.of(relation.b)
        if a != b and (b not in out[a] or _rank(relation) > _rank(out[a][b])):
            out[a][b] = out[b][a] = relation
    return out


def _rank(relation: Relation) -> tuple[float, float, str, str]:
    contained = relation.containment_ab + relation.containment_ba
    first, second = sorted((relation.a, relation.b))
    return relation.score, contained, first, second


def _explained(report: str, relation: Relation) -> int:
    """How much of the other report is explained if it is a version of this one, in millionths.

    Whole numbers, since sums of them do not depend on their order.
    """
    other_in_this = relation.containment_ba if report == relation.a else relation.containment_ab
    return round(1e6 * relation.score * (1 + other_in_this))


def _cores(groups: Groups, links: Links, same: _Same) -> list[str]:
    """One after the other the report that explains most of those that are free."""
    merit = dict.fromkeys(groups, 0)
    for report, others in links.items():
        for other, relation in others.items():
            merit[report] += len(groups[other]) * _explained(_end(relation, report, same), relation)
    queue = [(-value, g) for g, value in merit.items()]
    heapq.heapify(queue)
    free, cores = set(groups), []
    while queue:
        then, report = heapq.heappop(queue)
        if report not in free:
            continue
        if -then != merit[report]:
            heapq.heappush(queue, (-merit[report], report))
            continue
        cores.append(report)
        taken = [report, *(g for g in links.get(report, ()) if g in free)]
        free.difference_update(taken)
        for gone in taken:
            for other, relation in links.get(gone, {}).items():
                size = len(groups[gone])
                merit[other] -= size * _explained(_end(relation, other, same), relation)
    return cores


def _end(relation: Relation, group: str, same: _Same) -> str:
    """Which end of a relation belongs to a group."""
    return relation.a if same.of(relation.a) == group else relation.b


def _stars(groups: Groups, links: Links, cores: Iterable[str]) -> dict[str, list[str]]:
    """Each report that is no core at the core that it is most surely a copy of."""
    stars: dict[str, list[str]] = {core: [] for core in cores}
    for report in groups:
        if report not in stars:
            near = {c: r for c, r in links[report].items() if c in stars}
            stars[max(near, key=lambda c: _rank(near[c]))].append(report)
    return stars


def _dispatch(core: str, members: list[str], groups: Groups, links: Links) -> Dispatch:
    """The core, the reports with its very text, then the others, surest copies first."""
    surest = sorted(members, key=lambda m: (-links[core][m].score, m))
    versions = [version for group in (core, *surest) for version in groups[group]]
    return Dispatch(dispatch_id(core), core, tuple(versions), tuple(links[core][m] for m in surest))
