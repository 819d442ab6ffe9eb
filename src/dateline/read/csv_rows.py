"""The rows of a table, whatever its quotation marks do."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from dateline.read.records import Table
from dateline.read.source import Input


class Rows:
    """The rows below the header with their numbers from 1, blank lines apart.

    Rows are read strictly: quotation marks that are not quoting are seen, where a lenient reader
    silently eats them and the rows that follow. A row that they spoil is read again: its first line
    as if nothing were quoted, and what follows as new rows.
    """

    def __init__(
        self, inp: Input, table: Table, lines: Iterator[str], separator: str, width: int
    ) -> None:
        self._input = inp
        self._table = table
        self._feed = _Feed(lines)
        self._separator = separator
        self._width = width
        plain = separator == "\t" and never_quotes(inp.head)
        self._reader = csv.reader(
            self._feed,
            delimiter=separator,
            strict=True,
            quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL,
        )

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        n = 0
        while True:
            self._feed.taken.clear()
            try:
                row = next(self._reader, None)
                if row is None:
                    return
                spoilt = len(row) != self._width and len(self._feed.taken) > 1
            except csv.Error:
                if self._feed.ended and self._input.faults:
                    return
                row, spoilt = [], True
            n += bool(row) or spoilt
            row = self._first_line_of(row, n) if spoilt else row
            if row:
                yield n, row

    def _first_line_of(self, row: list[str], n: int) -> list[str]:
        first, *rest = self._feed.taken
        cells = first.rstrip("\r\n").split(self._separator)
        if len(cells) == self._width:
            self._feed.give_back(rest)
            self._table.tell(_cause(first), "kept as they stand", n, skipped=False)
            return cells
        if not row:
            self._feed.give_back(rest)
            self._table.tell(_cause(first), "skipped", n)
        return row


class _Feed:
    """Lines that can be given back; unlike a generator it goes on after its end."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: list[str] = []
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        return line

    def give_back(self, lines: list[str]) -> None:
        self._again += reversed(lines)


def never_quotes(head: bytes) -> bool:
    """Whether a tab-separated table was written without quoting.

    So it is if a cell has a single quotation mark inside: who quotes at all doubles that one. Then
    even a cell that begins and ends with quotation marks has them as its own.
    """
    lines = head[: head.rfind(b"\n") + 1].splitlines()
    cells = (cell for line in lines for cell in line.split(b"\t") if b'"' in cell)
    return any(b'"' in cell.replace(b'""', b"")[1:-1] for cell in cells)


def _cause(line: str) -> str:
    return "quotation marks that are not quoting" if '"' in line else "a stray carriage return"
