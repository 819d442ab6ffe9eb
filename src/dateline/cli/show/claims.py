"""The claims of a report, voice by voice, as a person reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.finding import QUIET, SENTENCE, plural, shorten
from dateline.model import Claim, Report, When

_NEWSROOM = "the newsroom"
_NOBODY = "nobody named"
_NAME = 60


def show_claims(report: Report, claims: Sequence[Claim]) -> RenderableType:
    """A heading, then each voice with what it says; the newsroom's own voice and captions last."""
    voices: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "attributed":
            voices[_voice(claim)].append(claim)
    parts: list[RenderableType] = [_head(report, claims, len(voices))]
    for name, said in voices.items():
        parts.append(_voice_line(name, said))
        parts.append(_table(said))
    own = [c for c in claims if c.kind != "attributed"]
    if own:
        parts += [Text(f"  {_NEWSROOM}", "bold"), _table(own)]
    return Group(*parts, Text())


def _head(report: Report, claims: Sequence[Claim], voices: int) -> Text:
    kinds = [c.kind for c in claims]
    said = plural(kinds.count("attributed"), "attributed claim")
    counts = [f"{said} by {plural(voices, 'voice')}"] if voices else []
    counts += [f"{kinds.count('narration')} in the newsroom's own"] if "narration" in kinds else []
    counts += [plural(kinds.count("caption"), "caption")] if "caption" in kinds else []
    where = ", ".join(x for x in (report.outlet, report.date[:10]) if x)
    text = Text(one_line(report.id), "bold")
    text.append(f" ({one_line(where)})" if where else "", "not bold")
    return text.append(f"  {', '.join(counts)}", "not bold")


def _voice(claim: Claim) -> str:
    """The fullest name of a source; for one that is not known the words that stand for it."""
    if not claim.source:
        return _NOBODY
    return one_line(claim.source.canonical or f"{claim.source.text} (not told who)")


def _voice_line(name: str, claims: Sequence[Claim]) -> Text:
    text = Text(f"  {shorten(name, _NAME)}", "bold cyan")
    kinds = dict.fromkeys(c.source.type for c in claims if c.source)
    known = [kind for kind in kinds if kind != "unknown"]
    return text.append(f"  {', '.join(known)}" if known else "", QUIET)


def _table(claims: Iterable[Claim]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, min_width=13)
    grid.add_column(overflow="fold")
    for claim in claims:
        grid.add_row(f"    {_manner(claim)}", _said(claim))
    return grid


def _manner(claim: Claim) -> str:
    if claim.kind != "attributed":
        return "caption" if claim.kind == "caption" else ""
    return claim.modality


def _said(claim: Claim) -> Text:
    """The words, and behind them when and where as far as it is known."""
    words = " … ".join(span.text for span in (claim.content, *claim.more))
    text = Text(shorten(words, SENTENCE))
    notes = [*_dates(claim), *dict.fromkeys(place.text for place in claim.places)]
    if claim.parent:
        notes.append("as reported by another voice here")
    if claim.restates:
        notes.append(f"said before by {claim.ground}")
    notes += [f"source {claim.judged.says}"] if claim.judged else []
    notes += [f"{p.text}: {p.judged.says}" for p in claim.places if p.judged]
    return text.append(f"  [{one_line(' · '.join(notes))}]", QUIET) if notes else text


def _dates(claim: Claim) -> Iterable[str]:
    if claim.said:
        yield f"said {_days(claim.said)}"
    if claim.event:
        yield f"happened {_days(claim.event)}"


def _days(when: When) -> str:
    """An interval in ISO dates: one day, a span, one with an open end; or only the words for it."""
    if not (when.start or when.end):
        return f"“{when.text}”, which day is unknown" if when.text else "on a day unknown"
    if when.start == when.end and when.start:
        return when.start
    return f"{when.start or '…'} to {when.end or '…'}"
