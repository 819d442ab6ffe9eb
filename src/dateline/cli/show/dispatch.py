"""One dispatch with its versions, as a person reads it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.called import Namer
from dateline.cli.show.comparison import show_comparison
from dateline.cli.show.days import day, first
from dateline.cli.show.finding import QUIET, listing, plural, table
from dateline.cli.show.furniture import dateline
from dateline.cli.show.statements import voices
from dateline.model import Anatomy, Collation, Comparison, Statement


def show_dispatch(
    collation: Collation,
    number: int,
    limit: int,
    name: Namer,
    statements: Sequence[Statement] = (),
) -> RenderableType:
    """Head line, base, each version against the base, and who is heard in which version.

    At most ``limit`` versions; ``statements`` are those of the dispatch.

    Where there are more, the most edited are shown, in the order in which they are given.
    """
    twins = _twins(collation)
    every = collation.comparisons
    most = sorted(range(len(every)), key=lambda i: -changes(every[i]))[:limit]
    shown = [every[i] for i in sorted(most)]
    parts: list[RenderableType] = [_head(collation, number)]
    parts += _same(twins.get(collation.base, ()), f"of {name(collation.base)}", limit, name)
    for comparison in shown:
        parts += [Text(), show_comparison(comparison, limit, name)]
        parts += _same(twins.get(comparison.b.id, ()), "of b", limit, name)
    if rest := len(every) - len(shown):
        parts += [
            Text(),
            Text(f"… and {plural(rest, 'less edited version')} (--json has all)", QUIET),
        ]
    if heard := list(voices(statements, name)):
        parts += [Text(), table(heard, limit)]
    return Group(*parts)


def changes(comparison: Comparison) -> int:
    """How many sentences were changed by more than marks and spaces."""
    return sum(not set(row.kinds) <= {"same", "mechanical"} for row in comparison.rows)


def about(collation: Collation) -> Iterator[str]:
    """What is known of a dispatch: where it is dated, when, and whose text it is."""
    some = collation.comparisons
    if some and (places := one_line(dateline(some[0].sentences_a))):
        yield places
    base = some[0].a.date if some else ""
    dated = first(r.date for c in some for r in (c.a, c.b)) or day(base)
    yield dated or _printed(some) or "date unknown"
    origins = Counter(c.lineage.origin for c in some if c.lineage.origin)
    yield f"text: {one_line(origins.most_common(1)[0][0])}" if origins else "whose text: unknown"


def _printed(comparisons: Sequence[Comparison]) -> str:
    """The day that the texts themselves give, in a dateline or a stamp; empty where none does."""
    from dateline.claims.dates import todays

    versions = [Anatomy(c.a, c.sentences_a) for c in comparisons[:1]]
    versions += [Anatomy(c.b, c.sentences_b) for c in comparisons]
    return min((today.day.isoformat() for today in todays(versions).values()), default="")


def _head(collation: Collation, number: int) -> Text:
    versions = plural(len(collation.dispatch.versions), "version")
    known = " · ".join((*about(collation), versions))
    return Text.assemble((f"DISPATCH {number}", "bold reverse"), " ", (known, "bold"))


def _same(twins: Sequence[str], whom: str, limit: int, name: Namer) -> Iterator[Text]:
    """The versions that have the very text of another, in one line."""
    if twins:
        names = listing((name(t) for t in twins), limit)
        yield Text(
            f"  + {plural(len(twins), 'identical copy', 'identical copies')} {whom}: {names}"
        )


def _twins(collation: Collation) -> dict[str, list[str]]:
    """For each version that is shown, those with the same text."""
    twins: dict[str, list[str]] = defaultdict(list)
    for report, shown in collation.identical.items():
        twins[shown].append(report)
    return twins
