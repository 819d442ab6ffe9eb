"""The finding about which text derives from which, and whose text it is."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.finding import QUIET, Finding, found
from dateline.model import Comparison, Direction, Lineage, Sign

VERDICTS: dict[Direction, str] = {
    "b<-a": "b derives from the text of a",
    "a<-b": "a derives from the text of b",
    "common unseen source": "neither derives from the other: both go back to a text not seen here",
    "unknown": "which derives from which cannot be told",
}


def lineage(comparison: Comparison) -> Iterator[Finding]:
    """LINEAGE: the verdict with the signs for it, then those against it."""
    judged = comparison.lineage
    signs = sorted(judged.evidence, key=lambda s: (s.points != judged.verdict, -s.weight))
    items = [_verdict(judged), *(_sign(s, judged.verdict) for s in signs)]
    if judged.file:
        items.insert(1, Text(f"file: {one_line(judged.file)}"))
    yield from found("LINEAGE", items, "bold blue")


def _verdict(judged: Lineage) -> Text:
    whose = f"text: {one_line(judged.origin)}" if judged.origin else "whose text: unknown"
    text = Text.assemble(f"{whose} · ", (VERDICTS[judged.verdict], "bold"))
    if judged.verdict != "unknown":
        text.append(f" (confidence {judged.confidence:.2f})")
    return text


def _sign(sign: Sign, verdict: Direction) -> Text:
    if sign.points == verdict:
        return Text(f"+ {sign.name}: {one_line(sign.says)}", QUIET)
    return Text(f"− {sign.name}: {one_line(sign.says)} (speaks for {sign.points})", QUIET)
