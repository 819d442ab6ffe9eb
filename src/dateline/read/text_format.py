"""Plain text: a file is a report."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Report
from dateline.read.encoding import decode
from dateline.read.format import Format
from dateline.read.records import single
from dateline.read.source import Input


def read(inp: Input) -> Iterator[Report]:
    """Yield the one report that the file is."""
    data = inp.whole()
    if data is None:
        return
    decoded = decode(data)
    if decoded.what:
        inp.tell(decoded.what, decoded.done, skipped=False)
    report = single(inp, decoded.text)
    if report:
        yield report


FORMAT = Format("plain text", (".txt", ".text"), lambda head: False, read)
