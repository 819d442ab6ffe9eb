"""Findings about what surrounds the body, and about what a text lost on its way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.finding import (
    QUIET,
    SENTENCE,
    WORDS,
    A,
    B,
    Finding,
    change,
    found,
    plural,
    quote,
)
from dateline.model import Comparison, Damage, Role, Sentence

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


def furniture(comparison: Comparison) -> Iterator[Finding]:
    """DATELINE, CREDIT, BYLINE, CAPTION and HEADLINE, and the boilerplate in one quiet line."""
    a, b = comparison.sentences_a, comparison.sentences_b
    yield from _datelines(a, b)
    for role in ("credit", "byline", "caption"):
        yield from found(f"{role.upper()} REMOVED", _only(a, b, role, A), "bold red")
        yield from found(f"{role.upper()} ADDED", _only(b, a, role, B), "bold green")
    yield from found("CAPTION", [Text(one_line(note)) for note in comparison.captions], "bold")
    yield from _headline(comparison)
    stock = [
        Text(f"{plural(len(items), 'piece')} only in {side}: ", QUIET) + Text(", ").join(items[:3])
        for side, items in (
            ("a", list(_only(a, b, "boilerplate", QUIET))),
            ("b", list(_only(b, a, "boilerplate", QUIET))),
        )
        if items
    ]
    yield from found("boilerplate", stock, QUIET)


def damage(comparison: Comparison) -> Iterator[Finding]:
    """DAMAGE: what either text lost, and what therefore cannot be told."""
    items = [_lost("a", lost) for lost in comparison.damage_a]
    items += [_lost("b", lost) for lost in comparison.damage_b]
    unsure = [Text(one_line(line)) for line in comparison.cannot_tell]
    yield from found("DAMAGE", items + unsure, "bold yellow")


def _lost(side: str, lost: Damage) -> Text:
    text = Text(f"{side}: {lost.kind}, {plural(lost.count, 'place')}")
    if lost.examples:
        text.append(", as at ").append_text(quote(lost.examples[0].text))
    return text


def _datelines(a: Sequence[Sentence], b: Sequence[Sentence]) -> Iterator[Finding]:
    """The places of the two datelines, and an agency that only one of them names."""
    names = [_IN_BRACKETS.findall(_dateline_text(side)) for side in (a, b)]
    texts = [" ".join(s.text for s in side if s.role != "body") for side in (a, b)]
    removed = [n for n in names[0] if n not in texts[1]]
    added = [n for n in names[1] if n not in texts[0]]
    yield from found("CREDIT REMOVED", (quote(f"({n})", A) for n in removed), "bold red")
    yield from found("CREDIT ADDED", (quote(f"({n})", B) for n in added), "bold green")
    was, now = dateline(a), dateline(b)
    if _key(was) != _key(now):
        one = change(was, now) if was and now else quote(was, A) if was else quote(now, B)
        label = "DATELINE" if was and now else "DATELINE CUT" if was else "DATELINE ADDED"
        yield from found(label, [one])


def dateline(pieces: Sequence[Sentence]) -> str:
    """The places (and day) of a report's dateline, without an agency in brackets."""
    return _IN_BRACKETS.sub("", _dateline_text(pieces)).strip(" -–—,:;")


def _dateline_text(pieces: Sequence[Sentence]) -> str:
    return " ".join(s.text for s in pieces if s.role == "dateline")


def _only(
    mine: Sequence[Sentence], theirs: Sequence[Sentence], role: Role, style: str
) -> Iterator[Text]:
    """Pieces of a role that the other report has nowhere; a caption with the credit behind it."""
    there = {_key(s.text) for s in theirs}
    captions = {s.n + 1 for s in mine if s.role == "caption"}
    credit = {s.n: s.text for s in mine if s.role == "credit"}
    for piece in mine:
        if piece.role != role or _key(piece.text) in there:
            continue
        if role == "credit" and piece.n in captions:
            continue
        text = quote(piece.text, style, SENTENCE if role == "caption" else WORDS)
        if role == "caption" and piece.n + 1 in credit:
            text.append(f" {one_line(credit[piece.n + 1])}")
        yield text


def _headline(comparison: Comparison) -> Iterator[Finding]:
    was, now = (
        report.title or next((s.text for s in pieces if s.role == "headline"), "")
        for report, pieces in (
            (comparison.a, comparison.sentences_a),
            (comparison.b, comparison.sentences_b),
        )
    )
    if was and now and _key(was) != _key(now):
        yield from found("HEADLINE", [change(was, now)])
    elif now and not was:
        yield from found("HEADLINE ADDED", [quote(now, B)], "bold green")


def _key(text: str) -> str:
    """Letters and digits only: marks, spaces and case make no other piece of furniture."""
    return "".join(c for c in text.casefold() if c.isalnum())
