"""What is found in one row, as it is being compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.collate.names import Names
from dateline.collate.side import Side
from dateline.collate.words import Change
from dateline.model import KINDS, Edit, Kind, RenameType, Span, Use
from dateline.text.fold import mend


@dataclass(frozen=True, slots=True)
class Naming:
    """A rename found in a row: the words on both sides and the use that shows them."""

    a: str
    b: str
    type: RenameType
    use: Use


@dataclass(frozen=True, slots=True)
class RowEdits:
    """All that happened in one row."""

    edits: tuple[Edit, ...]
    namings: tuple[Naming, ...]
    facts: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of the edits in the order of the vocabulary."""
        found = {e.kind for e in self.edits}
        return tuple(k for k in KINDS if k in found)


class Findings:
    """What has been found in a row of two sides so far."""

    def __init__(self, a: Side, b: Side, names: Names, row: int) -> None:
        self.a, self.b, self.names, self.row = a, b, names, row
        self.edits: list[Edit] = []
        self.namings: list[Naming] = []
        self.facts: list[tuple[str, str]] = []
        self.sources: list[tuple[str, str]] = []
        self._noted: set[tuple[Kind, Span | None, Span | None]] = set()

    def edit(self, kind: Kind, c: Change) -> None:
        """Note an edit, once."""
        a, b = self.a.span(c.a0, c.a1), self.b.span(c.b0, c.b1)
        if a is None or b is None:
            a, b = _bracketed(self.a.text, a), _bracketed(self.b.text, b)
        if (kind, a, b) not in self._noted:
            self._noted.add((kind, a, b))
            self.edits.append(Edit(kind, a, b, self.quoted(c)))

    def quoted(self, c: Change) -> bool:
        """Whether the change is inside a quotation, as far as the marks of both can tell."""
        in_a = _all_quoted(self.a, c.a0, c.a1)
        in_b = _all_quoted(self.b, c.b0, c.b1)
        return in_a and in_b if self.a.some_quoted and self.b.some_quoted else in_a or in_b

    def naming(self, type_: RenameType, c: Change, label: str = "") -> None:
        """Note a rename and the edit that it makes."""
        a, b = self.a.span(c.a0, c.a1), self.b.span(c.b0, c.b1)
        if a and b:
            a, b = _balanced(self.a.text, a), _balanced(self.b.text, b)
            use = Use(self.row, a, b, self.quoted(c), label)
            self.namings.append(Naming(*_told_apart(a.text, b.text), type_, use))
            self.edit("spelling" if type_ == "spelling" else "renamed", c)
            if _remark(a.text, b.text):
                self.edit("mechanical", c)

    def sorted(self, edits: Iterable[Edit]) -> RowEdits:
        """All findings in text order, with the edits as mended by the row as a whole."""
        return RowEdits(
            tuple(sorted(edits, key=lambda e: (_place(e.a), _place(e.b)))),
            tuple(sorted(self.namings, key=lambda n: (n.use.a.start, n.use.b.start))),
            tuple(self.facts),
            tuple(self.sources),
        )


def _balanced(text: str, span: Span) -> Span:
    """A name with the bracket that closes one inside it: "Harbour League (HL)"."""
    if span.text.count("(") > span.text.count(")") and text[span.end : span.end + 1] == ")":
        return Span.of(text, span.start, span.end + 1)
    return span


def _bracketed(text: str, span: Span | None) -> Span | None:
    """A span with the brackets right around it."""
    if (
        span
        and text[max(0, span.start - 1) : span.start] == "("
        and text[span.end : span.end + 1] == ")"
    ):
        return Span.of(text, span.start - 1, span.end + 1)
    return span


def _place(span: Span | None) -> int:
    return span.start if span else -1


_MARK = re.compile(r"['’ʼ`]")
_LOST_MARK = re.compile(r"\w s$")


def _remark(a: str, b: str) -> bool:
    """Whether a renamed word's apostrophe was restyled or lost besides."""
    x, y = _MARK.findall(a), _MARK.findall(b)
    if x and y:
        return x != y
    return bool(_LOST_MARK.search(a) or _LOST_MARK.search(b))


def bare(name: str) -> str:
    """A name without its possessive ending, or what was left of one."""
    return re.sub(r"(?:['’ʼ]s| s|['’])$", "", mend(name))


def _told_apart(a: str, b: str) -> tuple[str, str]:
    """Two names without their possessive endings, unless these are all that differs."""
    return (bare(a), bare(b)) if bare(a) != bare(b) else (a, b)


def _all_quoted(side: Side, i: int, j: int) -> bool:
    if i == j:
        return 0 < i < len(side.quoted) and side.quoted[i - 1] and side.quoted[i]
    return all(side.quoted[i:j])
