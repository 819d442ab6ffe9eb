"""From a record of a table (a mapping from column names to values) to a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from dateline.model import Report
from dateline.read import ninjs
from dateline.read.columns import Columns, Layout
from dateline.read.source import Input

_MOST_LAYOUTS = 1000
_MOST_NAMES = 8


class Table:
    """Makes the reports of one table and tells what is wrong with its records.

    ``unit`` is what a record is called in messages (``line``, ``row``, ``record``). ``columns``
    are for formats that name their fields themselves, and not for the person to name.
    """

    def __init__(self, inp: Input, unit: str, columns: Columns | None = None) -> None:
        self._input = inp
        self._unit = unit
        self._columns = columns or inp.reading.columns
        self._ids = inp.reading.ids
        self._layouts: dict[tuple[str, ...], Layout] = {}
        self._textless = 0
        self._names: tuple[str, ...] = ()

    def report(self, record: Mapping[str, Any], n: int) -> Report | None:
        """Return the report in record number ``n``, or ``None``, which is told.

        Records count from 1; 0 says that the file as a whole is the record.
        """
        names = tuple(record)
        layout = self._layouts.get(names) or self.layout(names)
        if layout.text is None:
            news = ninjs.record(record)
            self._textless += news is None
            return self.report(news, n) if news else None
        text = clean(record[layout.text], "\n\n")
        if not text or text.isspace():
            self._tell_empty(record[layout.text], n)
            return None
        source = f"{self._input.path}:{n}" if n else self._input.path
        wanted = (layout.id and clean(record[layout.id])) or source
        given = self._ids.claim(wanted)
        if given is not wanted:
            self._tell_again(wanted, given, n)
        return Report(
            given,
            text,
            clean(record[layout.title]) if layout.title else "",
            clean(record[layout.outlet]) if layout.outlet else "",
            clean(record[layout.date]) if layout.date else "",
            clean(record[layout.url]) if layout.url else "",
            source,
        )

    def layout(self, names: tuple[str, ...]) -> Layout:
        """Which of ``names`` is which column; columns asked for by name and not there are told."""
        found = self._columns.find(names)
        if not self._layouts:
            self._names = names
            for name in self._columns.lacking(found):
                self._input.tell(f"no column {name!r}", "left empty", skipped=False)
        if len(self._layouts) < _MOST_LAYOUTS:
            self._layouts[names] = found
        return found

    def tell(self, what: str, done: str, n: int, *, detail: str = "", skipped: bool = True) -> None:
        """Tell a problem of record number ``n``."""
        record = f"{self._unit} {n}" if n else ""
        self._input.tell(what, done, record=record, detail=detail, skipped=skipped)

    def finish(self) -> None:
        """Tell of the records without a text column, once for all of them."""
        if self._textless:
            records = "1 record" if self._textless == 1 else f"{self._textless:,} records"
            self.tell_textless(self._names, f" in {records}")

    def tell_textless(self, names: tuple[str, ...], where: str = "") -> None:
        """Tell that there is no text column among ``names``."""
        asked = self._columns.text
        what = f"no text column {asked!r}" if asked else "no text column"
        self._input.tell(what, "skipped", detail=f"found{where}: {listed(names)}")

    def _tell_empty(self, value: object, n: int) -> None:
        if isinstance(value, dict):
            self._textless += 1
        else:
            self.tell("the text is empty", "skipped", n)

    def _tell_again(self, wanted: str, given: str, n: int) -> None:
        detail = f"{shortened(wanted)!r}, now {shortened(given)!r}"
        self.tell("its id was used before", "kept", n, detail=detail, skipped=False)


def single(inp: Input, text: str, **fields: str) -> Report | None:
    """Return the report that a whole file is; ``None``, which is told, if its text is empty."""
    text = clean(text)
    if not text or text.isspace():
        inp.tell("the text is empty", "skipped")
        return None
    return Report(inp.reading.ids.claim(inp.path), text, source=inp.path, **fields)


def clean(value: object, between: str = ", ") -> str:
    r"""Return a value as text: ``\r\n`` becomes ``\n``; nothing else in a string is altered.

    Nothing (``None``, NaN) is empty; the items of a list are joined by ``between``; an object is
    represented by its name (as in ``{"id": 7, "name": "The Lantern"}``); times are ISO 8601.
    """
    if type(value) is str:
        return value.replace("\r\n", "\n") if "\r" in value else value
    if type(value) is int:
        return str(value)
    if value is None or value != value:
        return ""
    if isinstance(value, list):
        return between.join(filter(None, (clean(item, between) for item in value)))
    if isinstance(value, dict):
        return clean(value.get("name"))
    return value.isoformat() if isinstance(value, date | time) else str(value)


def listed(names: tuple[str, ...]) -> str:
    """Name the columns of a table in a message, the first few of many."""
    some = ", ".join(shortened(name) for name in names[:_MOST_NAMES])
    return f"{some}, …" if len(names) > _MOST_NAMES else some or "none"


def shortened(text: str, width: int = 40) -> str:
    """Return ``text`` on one line and not longer than ``width`` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else f"{flat[: width - 1]}…"
