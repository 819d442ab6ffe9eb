"""One labelled thing that a comparison shows, and the pieces of text that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from dateline.cli.safe import one_line

A, B, QUIET = "red", "green", "dim"
SENTENCE, WORDS = 200, 100  # how many characters of a sentence, of an edit, are shown

_MARKS = tuple('"“”„«»')


@dataclass(frozen=True, slots=True)
class Finding:
    """A label and its items: one a line, or all in one line if ``inline``."""

    label: str
    items: tuple[Text, ...]
    style: str = "bold"
    inline: bool = False


def found(
    label: str, items: Iterable[Text], style: str = "bold", *, inline: bool = False
) -> Iterator[Finding]:
    """The finding, or nothing where there are no items."""
    some = tuple(items)
    if some:
        yield Finding(label, some, style, inline)


def quote(text: str, style: str = "", limit: int = WORDS) -> Text:
    """``text`` between quotation marks, shortened at a word's end."""
    return Text(_marked(shorten(text, limit)), style)


def change(a: str, b: str, limit: int = WORDS) -> Text:
    """``a`` → ``b`` as quoted words."""
    return Text.assemble(quote(a, A, limit), " → ", quote(b, B, limit))


def shorten(text: str, limit: int) -> str:
    """``text`` on one line, cut after the last whole word within ``limit`` characters."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 2]
    return (head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head) + " …"


def around(text: str, words: str, limit: int = WORDS) -> Text:
    """``text`` between quotation marks, so shortened that ``words`` stay in sight."""
    line = one_line(text)
    at = max(0, line.find(one_line(words)))
    start = line.rfind(" ", 0, max(0, at - limit // 3)) + 1 if at > limit // 2 else 0
    return Text(_marked(("… " if start else "") + shorten(line[start:], limit)))


def _marked(words: str) -> str:
    """Put quotation marks around words, unless they bring their own and would have two."""
    return words if words.startswith(_MARKS) or words.endswith(_MARKS) else f"“{words}”"


def plural(n: int, noun: str, several: str = "") -> str:
    """A number and its noun.

    >>> plural(1, "report"), plural(2300, "report"), plural(2, "copy", "copies")
    ('1 report', '2,300 reports', '2 copies')
    """
    return f"{n:,} {noun if n == 1 else several or noun + 's'}"


def listing(names: Iterable[str], limit: int) -> str:
    """Names in a row, the rest counted."""
    some = [one_line(name) for name in names]
    rest = len(some) - limit
    return ", ".join(some[:limit]) + (f" and {rest:,} more" if rest > 0 else "")


def table(findings: Iterable[Finding], limit: int) -> Table:
    """Findings as labels and their items; no more than ``limit`` items of each are shown."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, min_width=15)
    grid.add_column(overflow="fold")
    for finding in findings:
        items = list(finding.items[:limit])
        if rest := len(finding.items) - limit if len(finding.items) > limit + 1 else 0:
            items.append(Text(f"… and {rest:,} more", QUIET))
        else:
            items = list(finding.items)
        body = Text(" · " if finding.inline else "\n").join(items)
        grid.add_row(Text(f"  {finding.label}", finding.style), body)
    return grid
