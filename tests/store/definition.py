"""What an archive must hold, word for word from its definition, by comparing all with all."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.match import dispatches, profile, relate
from dateline.match.sketch import sketch
from dateline.model import Relation, Report
from dateline.store import Archive
from dateline.store.fingerprints import content_hash, tie
from dateline.store.ledger import NEAR as NEAR_LEADERS
from dateline.store.probe import NEAR
from dateline.text import analyse

Pairs = dict[tuple[str, str], Relation]


def holdings(archive: Archive) -> tuple[Pairs, set[tuple[str, frozenset[str]]]]:
    """The relations and dispatches of an archive."""
    rows = archive.connection.execute(
        "SELECT x.id, y.id, relation, round(score, 9), containment_ab, containment_ba FROM relation"
        " JOIN report AS x ON x.number = a JOIN report AS y ON y.number = b"
    )
    pairs = {(row[0], row[1]): Relation(*row) for row in rows}
    families = {(d.core, frozenset(d.versions)) for d in archive.dispatches(1)}
    return pairs, families


class Definition:
    """The slow twin of the writer."""

    def __init__(self, pile: Sequence[Report]) -> None:
        self.reports = {r.id: r for r in pile}
        sketches = sketch(r.text for r in pile)
        self.keys = {r.id: set(sketches[n].tolist()) for n, r in enumerate(pile)}
        self.order = sorted(self.reports, key=self._order)
        self.profiles = {r.id: profile(analyse(r)) for r in pile}
        self.leads: dict[str, str] = {}
        for report in self.order:
            self.leads[report] = self._leader(report)

    def holdings(self) -> tuple[Pairs, set[tuple[str, frozenset[str]]]]:
        pairs = {pair: self._relation(*pair) for pair in self._pairs()}
        found = dispatches(self.reports, pairs.values())
        return pairs, {(d.core, frozenset(d.versions)) for d in found}

    def _order(self, report: str) -> tuple[int, int]:
        return -len(self.keys[report]), tie(report, content_hash(self.reports[report]))

    def _shared(self, a: str, b: str) -> int:
        """How many n-grams two reports share, or 0 where it is too few to look at them."""
        common = len(self.keys[a] & self.keys[b])
        least = min(len(self.keys[a]), len(self.keys[b]))
        much = common >= NEAR.much * least
        return common if common and (much or common >= max(NEAR.least, NEAR.little * least)) else 0

    def _before(self, report: str) -> list[str]:
        return self.order[: self.order.index(report)]

    def _near(self, report: str) -> list[str]:
        """The leaders before a report that it is judged against, best first."""
        near = [d for d in self._before(report) if self.leads[d] == d and self._shared(d, report)]
        return sorted(near, key=lambda d: -self._shared(d, report))[:NEAR_LEADERS]

    def _leader(self, report: str) -> str:
        near = self._near(report)
        return next((d for d in near if self._relation(d, report).relation == "copy"), report)

    def _relation(self, a: str, b: str) -> Relation:
        common = len(self.keys[a] & self.keys[b])
        shares = common / max(1, len(self.keys[a])), common / max(1, len(self.keys[b]))
        found = relate(self.profiles[a], self.profiles[b], *shares)
        return Relation(a, b, found.relation, round(found.score, 9), *shares)

    def _pairs(self) -> set[tuple[str, str]]:
        wanted = {(lead, report) for report, lead in self.leads.items() if lead != report}
        leaders = [d for d in self.order if self.leads[d] == d]
        for leader in leaders:
            wanted |= {(other, leader) for other in self._near(leader)}
            beside = [self._beside(leader, other) for other in leaders if other != leader]
            best = sorted(filter(None, beside), key=self.order.index)
            best.sort(key=lambda m: -self._shared(m, leader))
            for report in best[:NEAR_LEADERS]:
                first, second = sorted((leader, report), key=self.order.index)
                wanted.add((first, second))
        return wanted

    def _beside(self, leader: str, other: str) -> str | None:
        """The best follower of another leader, if it shares more with this one than that does."""
        followers = [m for m in self.order if self.leads[m] == other != m]
        best = max(followers, key=lambda m: self._shared(m, leader), default=None)
        if best and self._shared(best, leader) > self._shared(other, leader):
            return best
        return None
