"""RSS (all versions) and Atom: the items of a feed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from dateline.model import Report
from dateline.read.columns import USUAL
from dateline.read.encoding import decode
from dateline.read.format import Format
from dateline.read.html_format import declared_charset
from dateline.read.limits import megabytes
from dateline.read.records import Table
from dateline.read.source import Input
from dateline.read.xml_format import root

_ATOM = "{http://www.w3.org/2005/Atom}"
_RSS1 = "{http://purl.org/rss/1.0/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
_ITEMS = ("item", f"{_RSS1}item", f"{_ATOM}entry")
_FEED_TITLES = ("channel/title", f"{_RSS1}channel/{_RSS1}title", f"{_ATOM}title")
# Where a field may stand in an item, the fullest or most exact first.
_FIELDS = {
    "id": ("guid", f"{_ATOM}id"),
    "text": (_ENCODED, f"{_ATOM}content", "description", f"{_RSS1}description", f"{_ATOM}summary"),
    "title": ("title", f"{_RSS1}title", f"{_ATOM}title"),
    "date": ("pubDate", f"{_ATOM}published", f"{_DC}date", f"{_ATOM}updated"),
    "outlet": ("source", f"{_ATOM}source/{_ATOM}title", f"{_DC}publisher"),
    "url": ("link", f"{_RSS1}link", f"{_ATOM}link[@rel='alternate']", f"{_ATOM}link"),
}
_ITEM_ENDS = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>")
_ENDS = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ENTITY = re.compile(
    r"(<!\[CDATA\[.*?(?:\]\]>|\Z))|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)(\w+;)?",
    re.DOTALL,
)
_NOT_XML = re.compile("^\\s*<\\?xml[^>]*>|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def fits(head: bytes) -> bool:
    """Whether the root element is a feed's."""
    return root(head).rpartition(":")[2].lower() in ("rss", "feed", "rdf")


def read(inp: Input) -> Iterator[Report]:
    """Yield the items of a feed as reports; the feed's title is the outlet where an item has none.

    Texts with markup become plain, their paragraphs lines. Many feeds carry no more than the
    beginning of each story. What feeds have that XML forbids (HTML's entities, bare ampersands) is
    read as it was meant.
    """
    limit = inp.reading.limits.document
    data = inp.stream.read(limit + 1)
    if len(data) > limit:
        inp.tell(f"a feed larger than {megabytes(limit)}", "skipped")
        return
    decoded = decode(data, "" if inp.recoded else declared_charset(inp.head))
    if decoded.what:
        inp.tell(decoded.what, decoded.done, skipped=False)
    text = decoded.text
    if not _ENDS.search(text[-1000:]):
        text = text[: max((end.end() for end in _ITEM_ENDS.finditer(text)), default=0)]
        inp.faults = inp.faults or ["the XML breaks off"]
    table = Table(inp, "item", USUAL)
    for n, record in enumerate(_records(text), 1):
        if report := table.report(record, n):
            yield report


def _records(text: str) -> Iterator[dict[str, str]]:
    # lxml takes a moment to import; only feeds and pages need it.
    from lxml import etree  # type: ignore[import-untyped]

    xml = _ENTITY.sub(_meant, _NOT_XML.sub("", text)).encode()
    parser = etree.XMLParser(
        recover=True, encoding="utf-8", resolve_entities=False, no_network=True, strip_cdata=True
    )
    feed = etree.parse(io.BytesIO(xml), parser).getroot() if xml.strip() else None
    if feed is None:
        return
    feed_title = next((t for t in (_text(feed.find(path)) for path in _FEED_TITLES) if t), "")
    for item in feed.iter(*_ITEMS):
        record = {field: _field(item, paths) for field, paths in _FIELDS.items()}
        yield {**record, "text": _plain(record["text"]), "outlet": record["outlet"] or feed_title}


def _field(item: Any, paths: tuple[str, ...]) -> str:
    return next((text for text in (_text(item.find(path)) for path in paths) if text), "")


def _text(element: Any) -> str:
    """The text of an element, with its markup if it has any; of an Atom link, where it leads."""
    if element is None:
        return ""
    if len(element):
        from lxml import etree

        return str(etree.tostring(element, method="html", encoding="unicode", with_tail=False))
    return (element.text or element.get("href") or "").strip()


def _plain(text: str) -> str:
    if "<" not in text and "&" not in text:
        return text
    from dateline.read.html_blocks import text_of

    return text_of(text)


def _meant(entity: re.Match[str]) -> str:
    if entity[1]:
        return entity[1]
    return html5.get(entity[2] or "", "&amp;" + (entity[2] or ""))


FORMAT = Format("feed", (".rss", ".atom"), fits, read)
