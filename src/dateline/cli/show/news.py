"""What is new, as a person reads it: one line for each arrival, and what it changed below."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.finding import (
    QUIET,
    SENTENCE,
    A,
    B,
    Finding,
    change,
    found,
    quote,
    shorten,
    table,
)
from dateline.model import Claim, News

_WHAT = {"first": "NEW", "version": "VERSION", "changed": "CHANGED"}
_STYLES = {"first": "bold", "version": "bold cyan", "changed": "bold magenta"}
_MOST, _FEW, _WIDTH = 8, 3, 90


def show_news(news: News) -> RenderableType:
    """Who has it, what it is, and the sentences that came and went."""
    head = Text(_WHAT[news.kind], _STYLES[news.kind])
    who = filter(
        None, (news.outlet or news.report, news.date, news.title or shorten(news.opening, _WIDTH))
    )
    head.append(f"  {one_line(' · '.join(who))}", "not bold")
    if news.kind == "version":
        head.append(f"  {_place(news)}", QUIET)
    findings = [*_findings(news)]
    return Group(head, table(findings, _MOST)) if findings else head


def _place(news: News) -> str:
    same = not (news.withdrawn or news.added or news.altered or news.renames)
    says = ", the same text" if same else ""
    return f"one of {news.versions:,} versions of {news.dispatch}{says}"


def _findings(news: News) -> Iterator[Finding]:
    gone = "WITHDRAWN" if news.kind == "changed" else "DROPPED"
    yield from found(gone, (quote(s.text, A, SENTENCE) for s in news.withdrawn), "bold red")
    yield from found("ADDED", (quote(s.text, B, SENTENCE) for s in news.added), "bold green")
    altered = (change(x.before.text, x.now.text, SENTENCE) for x in news.altered)
    yield from found("ALTERED", altered, "bold yellow")
    renames = (Text(f"{r.a} → {r.b} ×{r.count}") for r in news.renames if r.type != "spelling")
    yield from found("RENAMED", renames, "bold", inline=True)
    yield from found("FIRST SAID", _said_first(news), "bold cyan")


def _said_first(news: News) -> Iterator[Text]:
    """The claims that nobody has made before; of a new dispatch, where most are new, a few."""
    shown = _FEW if news.kind == "first" and len(news.claims) > _FEW + 1 else len(news.claims)
    yield from map(_said, news.claims[:shown])
    if rest := len(news.claims) - shown:
        yield Text(f"… and {rest:,} more", QUIET)


def _said(claim: Claim) -> Text:
    """Whose word it is, and the words."""
    source = claim.source
    who = one_line(source.canonical or source.text) if source else "nobody named"
    return Text.assemble((who, "bold"), ": ", quote(claim.content.text, "", SENTENCE))
