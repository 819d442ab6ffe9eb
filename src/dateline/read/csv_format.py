"""Tables separated by commas, semicolons, tabs or bars; the first line names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from dateline.model import Report
from dateline.read.columns import USUAL_NAMES, Columns
from dateline.read.csv_rows import Rows
from dateline.read.format import Format
from dateline.read.records import Table
from dateline.read.source import Input

_SEPARATORS = (",", "\t", ";", "|")
_LONGEST_NAME = 40


def read(inp: Input) -> Iterator[Report]:
    """Yield the reports of a table."""
    # csv keeps this limit for the whole process.
    csv.field_size_limit(inp.reading.limits.record)
    lines = (inp.decoder.decode(line) for _, line in inp.lines())
    first = next((line for line in lines if line.strip()), "")
    separator = _separator(first, inp)
    header = _names(first, separator)
    table = Table(inp, "row")
    text = table.layout(tuple(header)).text
    if text is None:
        table.tell_textless(tuple(header))
        return
    for n, row in Rows(inp, table, lines, separator, len(header)):
        record = dict(zip(header, row, strict=False))
        fits_header = len(row) == len(header) or _bears(table, header, row, record.get(text), n)
        if fits_header and (report := table.report(record, n)):
            yield report


def fits(head: bytes) -> bool:
    """Whether the first line names a text column and another, and looks like nothing but names."""
    first = head.lstrip().partition(b"\n")[0].decode("utf-8", "replace")
    return any(_is_header(_names(first, separator)) for separator in _SEPARATORS)


def _is_header(names: list[str]) -> bool:
    layout = Columns().find(names)
    known = sum(getattr(layout, role) is not None for role in USUAL_NAMES)
    return layout.text is not None and known > 1 and max(map(len, names)) <= _LONGEST_NAME


def _separator(first: str, inp: Input) -> str:
    """The separator that finds most of the columns, or else the most columns at all."""

    def worth(separator: str) -> tuple[int, bool, int]:
        names = _names(first, separator)
        layout = inp.reading.columns.find(names)
        known = sum(getattr(layout, role) is not None for role in USUAL_NAMES)
        return known, separator == "\t" and inp.suffix == ".tsv", len(names)

    return max(_SEPARATORS, key=worth)


def _names(first: str, separator: str) -> list[str]:
    try:
        cells = next(csv.reader([first], delimiter=separator, strict=True), [])
    except csv.Error:
        cells = first.rstrip("\r\n").split(separator)
    return [cell.strip() for cell in cells]


def _bears(table: Table, header: list[str], row: list[str], text: str | None, n: int) -> bool:
    """Tell that a row does not fit the header; return whether it can be kept all the same."""
    if not any(row[len(header) :]) and len(row) > len(header):
        return True
    few = len(row) < len(header)
    kept = few and bool(text)
    what = "too few fields" if few else "too many fields"
    done = "kept, the missing ones empty" if kept else "skipped"
    detail = f"{len(row)} where the header has {len(header)}"
    table.tell(what, done, n, detail=detail, skipped=not kept)
    return kept


FORMAT = Format("CSV", (".csv", ".tsv", ".tab"), fits, read)
