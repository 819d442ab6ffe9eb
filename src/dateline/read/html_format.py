"""HTML: a file is a page, and a page is a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.model import Report
from dateline.read.encoding import decode
from dateline.read.format import Format
from dateline.read.page import Page
from dateline.read.records import single
from dateline.read.source import Input

_BEGINS = re.compile(
    rb"\s*(?>(?:<!--.*?-->|<\?xml.*?\?>)\s*)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|div|article|section|p|h1|h2|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=["']([\w.-]+)""",
    re.IGNORECASE,
)


def fits(head: bytes) -> bool:
    """Whether the content begins like a page."""
    return _BEGINS.match(head) is not None


def declared_charset(head: bytes) -> str:
    """Return the charset that a page declares for itself; empty if none."""
    found = _CHARSET.search(head)
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def read(inp: Input) -> Iterator[Report]:
    """Yield the one report that the page is."""
    data = inp.whole()
    if data is None:
        return
    decoded = decode(data, declared_charset(inp.head))
    if decoded.what:
        inp.tell(decoded.what, decoded.done, skipped=False)
    page = _extractor(inp)(decoded.text)
    about = {"title": page.title, "outlet": page.outlet, "date": page.date, "url": page.url}
    report = single(inp, page.text, **about)
    if report:
        yield report


def _extractor(inp: Input) -> Callable[[str], Page]:
    # What these import takes up to half a second; only pages need it.
    if inp.reading.bulk_html:
        from dateline.read import html_bulk

        return html_bulk.page_of
    from dateline.read import html_page

    return html_page.page_of


FORMAT = Format("HTML", (".html", ".htm", ".xhtml", ".shtml"), fits, read)
