"""The formats there are, and which of them a file is in."""

from __future__ import annotations

from dateline.read import (
    csv_format,
    feed_format,
    html_format,
    json_format,
    parquet_format,
    text_format,
    warc_format,
    xml_format,
)
from dateline.read.format import Format
from dateline.read.source import Input

FORMATS: tuple[Format, ...] = (
    parquet_format.FORMAT,
    warc_format.FORMAT,
    json_format.FORMAT,
    feed_format.FORMAT,
    html_format.FORMAT,
    xml_format.FORMAT,
    csv_format.FORMAT,
    text_format.FORMAT,
)
"""Each is one module; a new one needs an entry here. The earlier ones are asked first."""

_BINARY = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"{\\rtf", "a Rich Text document"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


def recognise(inp: Input) -> Format | None:
    """Find the format of an input, by its content first and its name second; ``None`` is told."""
    if not inp.head:
        if not inp.faults:
            inp.tell("the file is empty", "skipped")
        return None
    fitting = next((f for f in FORMATS if f.fits(inp.head)), None)
    if fitting:
        return fitting
    binary = _binary(inp.head)
    if binary:
        inp.tell(binary, "skipped")
        return None
    return next((f for f in FORMATS if inp.suffix in f.suffixes), text_format.FORMAT)


def _binary(head: bytes) -> str:
    """Say what binary data it is; empty if it is text."""
    known = next((name for magic, name in _BINARY if head.startswith(magic)), "")
    controls = len(head) - len(head.translate(None, _CONTROL))
    if known or b"\0" in head or controls > len(head) / 20:
        return f"{known}, not text" if known else "binary data, not text"
    return ""
