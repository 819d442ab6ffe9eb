"""Findings about names: what is called otherwise, labelled, or only spelled otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.finding import QUIET, A, B, Finding, found
from dateline.model import Comparison, Rename, Use


def names(comparison: Comparison) -> Iterator[Finding]:
    """RENAMED, LABEL and SPELLED, most frequent first."""
    renames = sorted(comparison.renames, key=lambda r: -r.count)
    renamed = (_rename(r) for r in renames if r.type == "renamed")
    labels = (item for r in renames if r.type == "label" for item in _labels(r))
    spelled = (_rename(r) for r in renames if r.type == "spelling")
    yield from found("RENAMED", renamed, "bold magenta", inline=True)
    yield from found("LABEL", labels, "bold magenta", inline=True)
    yield from found("SPELLED", spelled, QUIET, inline=True)


def _rename(rename: Rename) -> Text:
    text = Text.assemble((one_line(rename.a), A), " → ", (one_line(rename.b), B))
    text.append(f" ×{rename.count}", QUIET)
    notes = list(_notes(rename))
    return text.append(f" ({'; '.join(notes)})") if notes else text


def _notes(rename: Rename) -> Iterator[str]:
    """What is special about some of a rename's uses."""
    labels = Counter((use.label, _verb(use)) for use in rename.uses if use.label)
    for (label, verb), n in labels.items():
        yield f"{_times(n, rename)}with the label “{one_line(label)}” {verb}"
    if inside := sum(use.quoted for use in rename.uses):
        yield f"{_times(inside, rename)}inside a quotation"


def _labels(rename: Rename) -> Iterator[Text]:
    """One item for each label put on a name, or taken from it."""
    name = min(rename.a, rename.b, key=len)
    for (label, verb), n in Counter((u.label, _verb(u)) for u in rename.uses).items():
        style = A if verb == "cut" else B
        text = Text.assemble((f"“{one_line(label)}”", style), f" {verb}: {one_line(name)}")
        yield text.append(f" ×{n}", QUIET)


def _verb(use: Use) -> str:
    """Whether a use's label was put on or taken off; a label around a name has a gap ``…``."""
    first = use.label.split("…")[0].strip().casefold()
    return "cut" if first in use.a.text.casefold() else "added"


def _times(n: int, rename: Rename) -> str:
    return "" if n == rename.count else {1: "once ", 2: "twice "}.get(n, f"{n} times ")
