"""WARC: the pages of a web archive, as crawlers write it (Common Crawl's CC-News).

Record numbers count the pages: responses, resources and conversions (plain text, as in WET files);
answers that are no pages (pictures, errors, redirects) are passed over.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import urlsplit

from dateline.model import Report
from dateline.read import html_format
from dateline.read.columns import USUAL
from dateline.read.encoding import decode
from dateline.read.format import Format
from dateline.read.http_body import unpacked
from dateline.read.limits import megabytes
from dateline.read.page import Page
from dateline.read.records import Table
from dateline.read.source import HEAD_BYTES, Input

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_OK = 200


def fits(head: bytes) -> bool:
    """Whether the content begins like a WARC file."""
    return head.startswith(b"WARC/")


def read(inp: Input) -> Iterator[Report]:
    """Yield the pages of a web archive as reports, extracted the fast way.

    The outlet is the site's name for itself, or else its host; the date is the page's own, never
    the crawler's.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    table = Table(inp, "record", USUAL)
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    stream = cast("BinaryIO", _Counted(inp.stream))
    records = ArchiveIterator(stream, record_types=kinds, parse_http=False, quirks_mode=True)
    try:
        for n, record in enumerate(records, 1):
            page = _record(inp, table, record, n)
            if page and (report := table.report(page, n)):
                yield report
    except (OSError, EOFError) as error:
        inp.faults.append(f"the WARC data is damaged: {error}")


class _Counted:
    """A stream that knows its place: fastwarc asks for it, and a pipe or gzip data cannot tell."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        return self._place

    def seekable(self) -> bool:
        return False


def _record(inp: Input, table: Table, record: WarcRecord, n: int) -> dict[str, str] | None:
    """Return a page with the usual names of its fields, or ``None`` if there is none."""
    limit, size = inp.reading.limits.record, record.content_length
    if size > limit:
        table.tell(f"longer than {megabytes(limit)}", "skipped", n)
        return None
    record.freeze()
    if record.content_length < size:
        if not inp.faults:
            inp.faults.append("the WARC data breaks off")
        return None
    try:
        body, charset = _body(record, limit)
    except (OSError, EOFError, ValueError) as error:
        table.tell("a page that cannot be unpacked", "skipped", n, detail=str(error))
        return None
    if not body.strip():
        return None
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    page = _page(table, body, charset, n)
    outlet = page.outlet or (urlsplit(url).hostname or "").removeprefix("www.")
    return {"text": page.text, "title": page.title, "date": page.date, "outlet": outlet, "url": url}


def _body(record: WarcRecord, limit: int) -> tuple[bytes, str]:
    """The bytes of a page and its charset as the server declares it; nothing if it is no page."""
    kind = record.headers.get("Content-Type") or ""
    if not record.is_http or kind.startswith("text/"):
        return (record.reader.read(limit) if _is_page(kind) else b""), ""
    # fastwarc can unpack, too, but cannot go on after a body that is not packed as it says.
    record.parse_http(auto_decode="none", quirks_mode=True)
    headers = record.http_headers
    if headers.status_code != _OK or not _is_page(record.http_content_type or "text/html"):
        return b"", ""
    transfer, content = headers.get("Transfer-Encoding"), headers.get("Content-Encoding")
    body = unpacked(record.reader.read(limit), transfer or "", content or "", limit)
    return body, record.http_charset or ""


def _is_page(kind: str) -> bool:
    return kind.partition(";")[0].strip().lower() in _PAGES


def _page(table: Table, body: bytes, charset: str, n: int) -> Page:
    head = body[:HEAD_BYTES]
    decoded = decode(body, charset or html_format.declared_charset(head))
    if decoded.what:
        table.tell(decoded.what, decoded.done, n, skipped=False)
    if not html_format.fits(head) and b"</" not in head:
        return Page(decoded.text)
    from dateline.read.html_bulk import page_of

    return page_of(decoded.text)


FORMAT = Format("WARC", (".warc",), fits, read)
