"""JSON: an array of records, an object around one, a single record, or a record a line."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from dateline.model import Report
from dateline.read import ninjs
from dateline.read.format import Format
from dateline.read.json_load import load
from dateline.read.json_split import Splitter
from dateline.read.limits import megabytes
from dateline.read.records import Table, listed
from dateline.read.source import Input

_LINE_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")
_BEGINS = re.compile(
    rb'\s*(?:\[\s*(?:\{|\]\s*$)|\{\s*(?:\}\s*$|"(?:[^"\\]|\\.)*+"\s*:))', re.DOTALL
)
_ONE_LINE = re.compile(rb"\s*\{.*\}\s*\n", re.DOTALL)
_DEEPEST_ARRAY = 3


def fits(head: bytes) -> bool:
    """Whether the content begins as an array of objects or as an object with a key does."""
    return _BEGINS.match(head) is not None


def read(inp: Input) -> Iterator[Report]:
    """Yield the reports of a JSON or JSON Lines file."""
    if inp.head.lstrip().startswith(b"["):
        splitter = Splitter(inp.stream.read, inp.reading.limits.record)
        yield from _array(inp, splitter)
        if splitter.broken and not inp.faults:
            inp.faults.append("the JSON breaks off")
        return
    first = b""
    if inp.suffix not in _LINE_SUFFIXES:
        first = inp.stream.readline(inp.reading.limits.record + 1)
        if not (_ONE_LINE.fullmatch(first) and inp.stream.peek(1).lstrip().startswith(b"{")):
            yield from _document(inp, first)
            return
    table = Table(inp, "line")
    yield from _reports(inp, table, inp.lines(first))
    table.finish()


def _array(inp: Input, splitter: Splitter) -> Iterator[Report]:
    table = Table(inp, "record")
    yield from _reports(inp, table, enumerate(splitter, 1))
    table.finish()


def _reports(
    inp: Input, table: Table, numbered: Iterable[tuple[int, bytes | None]]
) -> Iterator[Report]:
    """Yield the reports in the numbered pieces of JSON, ``None`` being one that is too long."""
    for n, data in numbered:
        if data is None:
            table.tell(f"longer than {megabytes(inp.reading.limits.record)}", "skipped", n)
            continue
        try:
            value, mended = load(data, inp.decoder)
        except ValueError as error:
            if data.strip():
                table.tell("not valid JSON", "skipped", n, detail=str(error))
            continue
        if not isinstance(value, dict):
            table.tell("not a JSON object", "skipped", n)
        elif report := table.report(value, n):
            if mended:
                _tell_mended(table, n)
            yield report


def _document(inp: Input, first: bytes) -> Iterator[Report]:
    """Yield the reports of a file that is one object: a record, or what holds an array of them."""
    limit = inp.reading.limits.document
    data = first + inp.stream.read(max(limit + 1 - len(first), 0))
    if len(data) > limit:
        what = f"a JSON object larger than {megabytes(limit)}"
        inp.tell(what, "skipped; write its records one a line (JSON Lines)")
        return
    try:
        value, mended = load(data, inp.decoder)
    except ValueError as error:
        yield from _salvaged(inp, data, str(error))
        return
    table = Table(inp, "record")
    if not isinstance(value, dict):
        inp.tell("a JSON value that is not a record", "skipped")
    elif not _is_record(inp, value):
        yield from _wrapped(inp, table, value)
    elif len(data) > inp.reading.limits.record:
        inp.tell(f"longer than {megabytes(inp.reading.limits.record)}", "skipped")
    elif report := table.report(value, 0):
        yield report
    if mended:
        _tell_mended(table, 0)
    table.finish()


def _is_record(inp: Input, value: dict[str, Any]) -> bool:
    name = inp.reading.columns.find(value).text
    text = value[name] if name else None
    if isinstance(text, str):
        return True
    return ninjs.fits(value) or (isinstance(text, list) and not _holds_records(text))


def _wrapped(inp: Input, table: Table, value: dict[str, Any]) -> Iterator[Report]:
    """Yield the reports of the one array in an object that holds records with a text."""
    arrays = list(_arrays(value, _DEEPEST_ARRAY))
    fit = [name for name, array in arrays if _is_record(inp, array[0])]
    if len(fit) > 1:
        what = "several arrays that may hold the reports"
        inp.tell(what, "skipped", detail=listed(tuple(fit)))
        return
    chosen = [a for name, a in arrays if name in fit] or [a for _, a in arrays] or [[value]]
    for n, record in enumerate(chosen[0], 1):
        if not isinstance(record, dict):
            table.tell("not a JSON object", "skipped", n)
        elif report := table.report(record, n):
            yield report


def _arrays(value: dict[str, Any], depth: int) -> Iterator[tuple[str, list[Any]]]:
    """Yield the arrays of objects in an object and the objects in it, with their names."""
    for name, item in value.items():
        if isinstance(item, list) and _holds_records(item):
            yield name, item
        elif isinstance(item, dict) and depth > 1:
            yield from ((f"{name}.{below}", a) for below, a in _arrays(item, depth - 1))


def _holds_records(items: list[Any]) -> bool:
    return bool(items) and isinstance(items[0], dict)


def _salvaged(inp: Input, data: bytes, why: str) -> Iterator[Report]:
    """Yield what can be read of a file that is not one JSON value: objects in a row, or a ruin."""
    limit = inp.reading.limits.record
    at_top = Splitter(io.BytesIO(data).read, limit, at_top=True)
    in_a_row = len(list(islice(at_top, 2))) > 1
    splitter = Splitter(io.BytesIO(data).read, limit, at_top=in_a_row)
    table = Table(inp, "record")
    yield from _reports(inp, table, enumerate(splitter, 1))
    if in_a_row:
        table.finish()
    if not inp.faults and (splitter.broken or not in_a_row):
        inp.faults.append(f"not valid JSON: {why}")


def _tell_mended(table: Table, n: int) -> None:
    table.tell("half a surrogate pair", "kept, U+FFFD in its place", n, skipped=False)


FORMAT = Format("JSON", (".json", *_LINE_SUFFIXES), fits, read)
