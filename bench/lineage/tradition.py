"""A tradition: a text copied and copied again, with the tree of who copied whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import exp
from random import Random

from bench.lineage import operators as do
from bench.lineage.draft import Draft, Line
from bench.lineage.houses import House, houses
from bench.lineage.rates import Rates
from dateline.model import Report

AGENCY = "Skerry"


@dataclass(frozen=True)
class Copy:
    """A text of the tradition: what it says, what it was made from, and by whom."""

    draft: Draft
    parent: int | None
    agency: bool
    second: int | None = None


@dataclass(frozen=True)
class Tradition:
    """All texts ever made (by number), which of them are in the pile, and their reports' ids."""

    copies: tuple[Copy, ...]
    seen: dict[int, str]

    @property
    def reports(self) -> list[Report]:
        """The pile, in the order of its ids."""
        out = []
        for n, ident in self.seen.items():
            copy = self.copies[n]
            outlet = AGENCY if copy.agency else f"Outlet {ident}"
            out.append(Report(ident, copy.draft.text, outlet=outlet, date=_date(n, copy.agency)))
        return sorted(out, key=lambda r: r.id)


def _date(n: int, agency: bool) -> str:
    """The wire knows its minutes; of an outlet's page the day is known at best."""
    hour, minute = divmod(7 * 60 + 4 * n, 60)
    return f"2019-04-11T{hour:02}:{minute:02}" if agency else "2019-04-11"


def tradition(base: Report, versions: int, rates: Rates, seed: int) -> Tradition:
    """Grow a tradition until ``versions`` texts are left after ``rates.lost`` of those that were
    copied from have been lost. The same arguments give the same tradition.
    """
    rng = Random(f"{seed} {versions}")
    first = Draft.of(base)
    first = replace(first, slug=first.slug or f"PORT AMSEL ({AGENCY})")
    world = houses(first, rates.houses, rng)
    copies = [Copy(first, None, agency=True)]
    while len(copies) - len(_lost(copies, rates, Random(seed))) < versions:
        copies.append(_copied(copies, world, rates, rng))
    lost = _lost(copies, rates, rng)
    seen = [n for n in range(len(copies)) if n not in lost]
    names = [f"v{k:03}" for k in range(len(seen))]
    rng.shuffle(names)
    return Tradition(tuple(copies), dict(zip(seen, names, strict=True)))


def _lost(copies: list[Copy], rates: Rates, rng: Random) -> set[int]:
    """A share of the texts that were copied; the agency's files first, if the pile has no wire."""
    inner = sorted({c.parent for c in copies if c.parent is not None})
    hidden = {n for n, c in enumerate(copies) if c.agency and not rates.wire}
    rest = [n for n in inner if n not in hidden]
    more = max(0, round(rates.lost * len(inner)) - len(hidden))
    return hidden | set(rng.sample(rest, more))


def _copied(copies: list[Copy], world: Sequence[House], rates: Rates, rng: Random) -> Copy:
    takes = [n for n, c in enumerate(copies) if c.agency]
    if rng.random() < rates.take and len(takes) < rates.takes:
        return Copy(_take(copies[takes[-1]].draft, rng), takes[-1], agency=True)
    wired = rng.random() < rates.from_agency
    parent = takes[-1] if wired else rng.randrange(len(copies))
    draft = copies[parent].draft
    second = _another(copies, parent, rng) if rng.random() < rates.contaminated else None
    if second is not None:
        draft = _mixed(draft, copies[second].draft, rng)
        if draft == copies[parent].draft:
            second = None
    return Copy(_outlets(draft, world, rates, rng), parent, agency=False, second=second)


def _another(copies: list[Copy], parent: int, rng: Random) -> int | None:
    """A text that is not among the parent's ancestors, for a second source."""
    above: set[int] = set()
    n: int | None = parent
    while n is not None:
        above.add(n)
        n = copies[n].parent
    others = [k for k in range(len(copies)) if k not in above]
    return rng.choice(others) if others else None


def _mixed(draft: Draft, other: Draft, rng: Random) -> Draft:
    """The draft with a third to two thirds of its lines as the other text has them.

    Lines that only the other has come along behind the line that they follow there.
    """
    size = len(draft.lines)
    length = max(2, round(size * rng.uniform(0.33, 0.67)))
    first = rng.randrange(max(1, size - length))
    theirs = {line.origin: line for line in other.lines}
    mine = {line.origin for line in draft.lines}
    out: list[Line] = []
    for n, line in enumerate(draft.lines):
        inside = first <= n < first + length
        out.append(theirs.get(line.origin, line) if inside else line)
        if inside and line.origin in theirs:
            out += _following(line.origin, other, mine)
    return replace(draft, lines=tuple(out))


def _following(origin: str, other: Draft, mine: set[str]) -> list[Line]:
    at = next(n for n, line in enumerate(other.lines) if line.origin == origin) + 1
    end = at
    while end < len(other.lines) and other.lines[end].origin not in mine:
        end += 1
    return list(other.lines[at:end])


def _take(draft: Draft, rng: Random) -> Draft:
    """The agency's next take: new sentences at the top, new figures, something cut below."""
    for _ in range(rng.randint(1, 2)):
        draft = do.slip(draft, rng)
    for _ in range(rng.randint(1, 4)):
        line = Line(f"take {rng.getrandbits(64):x}", do.sentence(rng), opens=True)
        n = min(len(draft.lines), rng.choice([1, 1, 2, 3, 5]))
        draft = replace(draft, lines=(*draft.lines[:n], line, *draft.lines[n:]))
    for _ in range(rng.randint(0, 2)):
        draft = do.drop(draft, rng)
    return do.reword_freely(draft, rng) if rng.random() < 0.7 else draft


def _outlets(draft: Draft, world: Sequence[House], rates: Rates, rng: Random) -> Draft:
    """A copy as an outlet runs it."""
    if rng.random() < rates.credit_cut:
        credit = f"- {AGENCY}" if draft.slug and rng.random() < 0.3 else ""
        draft = replace(draft, slug="", credit=credit)
    if rng.random() < rates.verbatim:
        return draft
    counts = {
        do.drop: rates.drops, do.clause: rates.clauses, do.reword: rates.rewordings,
        do.reword_freely: rates.free, do.add: rates.additions, do.move: rates.moved,
        do.label: rates.labels, do.slip: rates.slips,
    }  # fmt: skip
    for operation, mean in counts.items():
        draft = _repeated(draft, operation, mean, rng)
    if rng.random() < rates.tail_cut:
        draft = do.cut_tail(draft, rng)
    if rng.random() < rates.styled:
        draft = rng.choice(world).styled(draft)
    return do.damage(draft, rng) if rng.random() < rates.damaged else draft


def _repeated(
    draft: Draft, operation: Callable[[Draft, Random], Draft], mean: float, rng: Random
) -> Draft:
    """Do it a Poisson number of times (Knuth's product of uniforms)."""
    left, limit = rng.random(), exp(-mean)
    while left > limit:
        draft = operation(draft, rng)
        left *= rng.random()
    return draft
