"""A collation as one row for each sentence, the base first, each version in a column of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.model import Comparison, Judged, Kind, Row, Sentence, Span
from dateline.run.as_findings import whole_row
from dateline.text import fold
from dateline.web.marks import Ink, Piece, marked, plain

__all__ = ["Block", "Cell", "GridRow", "blocks", "grid"]

_QUIET = frozenset({"same", "mechanical", "spelling"})
_LOUD: tuple[tuple[Kind, str], ...] = (
    ("dropped", "cut"),
    ("added", "added"),
    ("reworded", "reworded"),
    ("shortened", "cut"),
    ("extended", "added"),
    ("renamed", "rename"),
    ("split", "reworded"),
    ("merged", "reworded"),
)
# What marks inside the sentence do not show.
_SAYS: dict[Kind, str] = {
    "dropped": "not in this version",
    "added": "only in this version",
    "split": "one sentence made several",
    "merged": "several sentences made one",
}
_FEW = 2  # so few unchanged rows are not worth a fold


@dataclass(frozen=True, slots=True)
class Cell:
    """What one version has for a row: ``pieces`` of its words, and what became of the row.

    ``says`` is in plain words what marks in the sentence do not show. ``after`` is the number of
    the row that a moved sentence follows in this version (0: it comes first). ``facts`` are
    figures, negations or outcomes that differ, as ``(base, version)``. ``at`` names the finding
    where it is about the whole row, ``judged`` is what a person decided about that.
    """

    pieces: tuple[Piece, ...]
    kinds: tuple[Kind, ...] = ()
    says: str = ""
    after: int | None = None
    facts: tuple[tuple[str, str], ...] = ()
    at: str = ""
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One sentence of the base, or one that only versions have (then ``base`` is ``None``).

    ``n`` counts rows from 1; ``cells`` are the versions in the order of the columns. ``tone`` is
    the loudest thing that became of the row: ``same``, ``spelling``, ``rename``, ``cut``,
    ``added``, ``reworded`` or ``moved``.
    """

    n: int
    base: tuple[Piece, ...] | None
    cells: tuple[Cell | None, ...]
    tone: str

    @property
    def decided(self) -> bool:
        """Whether a person decided about something in it, which is then never folded."""
        shown = [cell for cell in self.cells if cell]
        pieces = [*(self.base or ()), *(p for cell in shown for p in cell.pieces)]
        return any(c.judged for c in shown) or any(p.judged for p in pieces)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows in a row; ``folded`` ones have nothing that a reader must see."""

    rows: tuple[GridRow, ...]
    folded: bool
    spelled: int = 0


def blocks(rows: Sequence[GridRow]) -> tuple[Block, ...]:
    """The rows with runs of unchanged ones folded."""
    runs: list[list[GridRow]] = []
    for row in rows:
        if runs and _is_quiet(runs[-1][0]) == _is_quiet(row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return tuple(
        Block(
            tuple(run),
            _is_quiet(run[0]) and len(run) >= _FEW,
            sum(row.tone == "spelling" for row in run),
        )
        for run in runs
    )


def _is_quiet(row: GridRow) -> bool:
    return row.tone in ("same", "spelling") and not row.decided


def grid(comparisons: Sequence[Comparison]) -> tuple[GridRow, ...]:
    """The rows of comparisons with one base; sentences that only versions have stand in place."""
    if not comparisons:
        return ()
    body = [s for s in comparisons[0].sentences_a if s.role == "body"]
    columns = [_Column(c, len(comparisons) == 1) for c in comparisons]
    slots = list(_slots(body, columns))
    numbers = {slot.base.n: n for n, slot in enumerate(slots, 1) if slot.base}
    return tuple(slot.row(n, columns, numbers) for n, slot in enumerate(slots, 1))


class _Column:
    """One comparison, its rows found by the base's sentences or by the place where they stand."""

    def __init__(self, comparison: Comparison, alone: bool) -> None:
        self.alone = alone
        self.comparison = comparison
        self.by_base = {n: row for row in comparison.rows for n in row.a}
        self.before: dict[int, int] = {}  # the row's place in comparison.rows → base sentence
        self.added: dict[int, list[Row]] = defaultdict(list)
        self._a = {s.n: s for s in comparison.sentences_a}
        self._b = {s.n: s for s in comparison.sentences_b}
        last = -1
        for row in sorted((r for r in comparison.rows if r.b), key=lambda r: r.b[0]):
            if not row.a:
                self.added[last].append(row)
            elif row.moved:
                self.before[id(row)] = last
            else:
                last = row.a[-1]

    def spans(self, row: Row) -> tuple[list[Span], list[Span]]:
        return [_span(self._a[n]) for n in row.a], [_span(self._b[n]) for n in row.b]

    def finding(self, row: Row) -> tuple[str, Judged | None]:
        """The name of what is found of the whole row, and what a person decided about it."""
        found = whole_row(self.comparison, row)
        return (found.at, found.judged) if found else ("", None)

    def words(self, row: Row) -> str:
        return fold(" ".join(span.text for span in self.spans(row)[1]))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A row to be: a sentence of the base, or one that some columns (by place) have."""

    base: Sentence | None
    extra: tuple[tuple[int, Row], ...] = ()

    def row(self, n: int, columns: Sequence[_Column], numbers: dict[int, int]) -> GridRow:
        if self.base is None:
            own = dict(self.extra)
            added = tuple(_added(c, own[k]) if k in own else None for k, c in enumerate(columns))
            return GridRow(n, None, added, "added")
        cells = tuple(_cell(column, self.base, numbers) for column in columns)
        return GridRow(n, _base(columns, self.base), cells, _tone(cells))


def _slots(body: Sequence[Sentence], columns: Sequence[_Column]) -> Iterator[_Slot]:
    yield from _extras(-1, columns)
    for sentence in body:
        yield _Slot(sentence)
        yield from _extras(sentence.n, columns)


def _extras(after: int, columns: Sequence[_Column]) -> Iterator[_Slot]:
    """Added sentences behind a sentence of the base; the same one in several versions once."""
    found: dict[tuple[str, int], dict[int, Row]] = defaultdict(dict)
    for k, column in enumerate(columns):
        for row in column.added[after]:
            words = column.words(row)
            times = sum(1 for key in found if key[0] == words and k in found[key])
            found[words, times][k] = row
    for rows in found.values():
        yield _Slot(None, tuple(rows.items()))


def _base(columns: Sequence[_Column], sentence: Sentence) -> tuple[Piece, ...]:
    """The base's sentence; beside one version alone it shows what went too."""
    row = columns[0].by_base.get(sentence.n)
    if len(columns) > 1 or row is None:
        return plain(sentence.text)
    inside = [e for e in row.edits if e.a and sentence.start <= e.a.start < sentence.end]
    out = [e for e in row.rejected if e.a and sentence.start <= e.a.start < sentence.end]
    return marked("a", [_span(sentence)], (), inside, out)


def _cell(column: _Column, sentence: Sentence, numbers: dict[int, int]) -> Cell:
    row = column.by_base.get(sentence.n)
    if row is None:
        return Cell((), ("dropped",), _SAYS["dropped"])
    at, judged = column.finding(row)
    if not row.b:
        return Cell((), row.kinds, _says(row) or "not to be told", at=at, judged=judged)
    if row.a[0] != sentence.n:
        return Cell((), row.kinds, f"made one with sentence {numbers[row.a[0]]}")
    ours, theirs = column.spans(row)
    after = None
    if row.moved:
        after = numbers.get(column.before.get(id(row), -1), 0)
    side: Literal["alone", "b"] = "alone" if column.alone else "b"
    words = marked(side, theirs, ours, row.edits, row.rejected)
    return Cell(words, row.kinds, _says(row), after, row.facts_changed, at, judged)


def _added(column: _Column, row: Row) -> Cell:
    text = " ".join(span.text for span in column.spans(row)[1])
    at, judged = column.finding(row)
    ink: Ink = "added" if "added" in row.kinds else ""
    piece = Piece(text, ink, "added: the base lacks it" if ink else "")
    return Cell((piece,), row.kinds, _says(row), at=at, judged=judged)


def _says(row: Row) -> str:
    said = [_SAYS.get(kind, kind) for kind in row.kinds if kind in _SAYS or row.judged]
    if row.judged and row.judged.decision == "reject":
        said = [f"not {row.judged.machine}"]
    return ", ".join([*(["moved"] if row.moved else []), *said])


def _tone(cells: Sequence[Cell]) -> str:
    kinds = {kind for cell in cells for kind in cell.kinds}
    if any(cell.after is not None for cell in cells) and kinds <= _QUIET:
        return "moved"
    for kind, tone in _LOUD:
        if kind in kinds:
            return tone
    return "spelling" if "spelling" in kinds else "same"


def _span(sentence: Sentence) -> Span:
    return Span(sentence.start, sentence.end, sentence.text)
