"""The answer of the main job, as a person reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.show.called import Namer, namer
from dateline.cli.show.dispatch import show_dispatch
from dateline.cli.show.finding import QUIET, Finding, found, plural, table
from dateline.cli.show.relations import ORDER
from dateline.config import Settings
from dateline.model import Collation, Relation, Relationship, Statement, Telling

SHARED: dict[Relationship, str] = {
    "copy": "is much like",
    "excerpt": "shares a passage with",
    "quote": "shares quotations or background with",
}


def show_telling(telling: Telling, settings: Settings) -> RenderableType:
    """The sum, the largest dispatches with their versions, and what else is shared."""
    name = namer(_ids(telling))
    shown = telling.collations[: settings.top]
    parts: list[RenderableType] = [_sum(telling)]
    for number, collation in enumerate(shown, 1):
        said = [s for s in telling.statements if _is_of(s, collation)]
        parts += [Text(), show_dispatch(collation, number, settings.items, name, said)]
    if telling.links:
        parts += [Text(), table(_links(telling, settings.top, name), settings.items)]
    if rest := len(telling.collations) - len(shown):
        says = f"… and {plural(rest, 'more dispatch', 'more dispatches')} in several versions"
        parts += [Text(), Text(f"{says}: --top {len(telling.collations)} shows all", QUIET)]
    return Group(*parts)


def _is_of(statement: Statement, collation: Collation) -> bool:
    return statement.appearances[0].dispatch == collation.dispatch.id


def _sum(telling: Telling) -> Text:
    several = telling.dispatches - telling.alone
    dispatches = plural(telling.dispatches, "dispatch", "dispatches")
    text = Text(f"{plural(telling.reports, 'report')} · {dispatches}", "bold")
    text.append(f": {several:,} in several versions, {telling.alone:,} in one only", "not bold")
    return text


def _ids(telling: Telling) -> Iterator[str]:
    for collation in telling.collations:
        yield from collation.dispatch.versions
    for link in telling.links:
        yield from (link.a, link.b)


def _links(telling: Telling, shown: int, name: Namer) -> Iterator[Finding]:
    """Pairs of different dispatches that share something; the versions of one taken together."""
    called = {
        version: f"dispatch {n}" if n <= shown else f"the dispatch of {name(dispatch.core)}"
        for n, dispatch in enumerate((c.dispatch for c in telling.collations), 1)
        for version in dispatch.versions
    }
    pairs = Counter((link.relation, *_ends(link, called, name)) for link in telling.links)
    items = (
        Text(f"{a} {SHARED[relation]} {b}" + (f" ({plural(n, 'pair')})" if n > 1 else ""))
        for (relation, a, b), n in sorted(pairs.items(), key=_rank)
    )
    yield from found("ALSO", items, "bold cyan")


def _rank(counted: tuple[tuple[Relationship, str, str], int]) -> tuple[int, int]:
    (relation, _, _), n = counted
    return ORDER[relation], -n


def _ends(link: Relation, called: dict[str, str], name: Namer) -> tuple[str, str]:
    """The two sides of a link, the single report first."""
    a, b = (called.get(report) or name(report) for report in (link.a, link.b))
    return (b, a) if link.a in called and link.b not in called else (a, b)
