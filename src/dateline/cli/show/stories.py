"""Dispatches of an archive, as a person reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.called import Namer, namer
from dateline.cli.show.dispatch import show_dispatch
from dateline.cli.show.event import show_event
from dateline.cli.show.finding import QUIET, Finding, found, plural, shorten, table
from dateline.cli.show.telling import SHARED
from dateline.model import Relation

if TYPE_CHECKING:
    from dateline.run.story import Story
    from dateline.store.listing import Summary
    from dateline.store.reindex import Reindexed

_WIDTH = 76


def show_stories(
    summaries: Sequence[Summary], counts: tuple[int, int], top: int, place: str = ""
) -> RenderableType:
    """A sum, then a line for each dispatch, of which there are ``top`` at most."""
    dispatches, several = counts
    head = Text(plural(dispatches, "dispatch", "dispatches"), "bold")
    head.append(f", {several:,} of them in several versions", "not bold")
    parts: list[RenderableType] = [head]
    if place:
        says = f"below, those that name {place} in their first sentences"
        none = f"none of them names {place} in its first sentences"
        parts.append(Text(says if summaries else none, QUIET))
    for s in summaries:
        outlets = plural(s.outlets, "outlet") if s.outlets else "outlets unknown"
        about = f"{plural(s.versions, 'version')} · {outlets} · {days(s.first_day, s.last_day)}"
        parts += [Text(), Text(about, "bold"), Text(f"  {shorten(s.title or s.opening, _WIDTH)}")]
        parts.append(Text(f"  dateline story {s.id}", QUIET))
    rest = several - len(summaries)
    if len(summaries) == top and rest > 0:
        more = "there may be more" if place else f"and {rest:,} more"
        parts += [Text(), Text(f"… {more}: --top shows more", QUIET)]
    return Group(*parts)


def days(first: str, last: str) -> str:
    """One day, or the first and the last."""
    if not first:
        return "date unknown"
    return first[:10] if first[:10] == last[:10] else f"{first[:10]} – {last[:10]}"


def show_story(story: Story, limit: int) -> RenderableType:
    """The dispatch as "dateline tell" shows it, what it shares with others, and their event."""
    dispatch = story.collation.dispatch
    told = story.event.story.reports if story.event else ()
    ends = (end for r in story.shared for end in (r.a, r.b))
    name = namer(dict.fromkeys([*dispatch.versions, *ends, *told]))
    parts: list[RenderableType] = [show_dispatch(story.collation, 1, limit, name, story.statements)]
    collated = 1 + len(story.collation.comparisons) + len(story.collation.identical)
    if rest := len(dispatch.versions) - collated:
        says = f"… and {plural(rest, 'version')} nearer to the core (--json has all)"
        parts += [Text(), Text(says, QUIET)]
    decided = [Text(one_line(link.evidence[0])) for link in dispatch.links if is_decided(link)]
    findings = [*found("DECIDED", decided, "bold magenta")]
    findings += _shared(story.shared, set(dispatch.versions), name)
    if findings:
        parts += [Text(), table(findings, limit)]
    if story.event:
        parts += [Text(), *show_event(story.event, dispatch.id, limit, name)]
    return Group(*parts)


def is_decided(relation: Relation) -> bool:
    """Whether a person decided it: the first ground of a relation says so."""
    return bool(relation.evidence) and "by a person" in relation.evidence[0]


def _shared(shared: Sequence[Relation], own: set[str], name: Namer) -> Iterator[Finding]:
    """What other reports have in common with the versions, each said once."""
    says = dict.fromkeys((SHARED[r.relation], r.b if r.a in own else r.a) for r in shared)
    items = (Text(f"{how} {name(other)}") for how, other in says)
    yield from found("ALSO", items, "bold cyan")


def show_reindexed(done: Reindexed, limit: int) -> RenderableType:
    """What the next epoch has learned and changed."""
    head = Text(f"Epoch {done.epoch}", "bold")
    head.append(
        f": {plural(done.reports, 'report')}, {done.stock:,} runs of five words that speak for"
        f" no copy; {plural(len(done.moved), 'report')} in another dispatch,"
        f" {plural(len(done.rejudged), 'relation')} judged otherwise",
        "not bold",
    )
    name = namer(i for m in done.moved for i in (m.report, m.before, m.after))
    moved = (Text(f"{name(m.report)}: {name(m.before)} → {name(m.after)}") for m in done.moved)
    kinds = Counter((r.before or "none", r.after or "none") for r in done.rejudged)
    judged = (Text(f"{a} → {b}: {n:,}") for (a, b), n in kinds.most_common())
    return Group(head, table([*found("MOVED", moved), *found("JUDGED", judged)], limit))
