"""The text of a page as the reader sees it: one string per paragraph, line or cell, in order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import ParserError, XMLSyntaxError  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

from dateline.read.html_credits import flat

_LEFT_OUT = frozenset(
    [
        *("script", "style", "noscript", "template", "head", "nav", "menu", "dialog", "form"),
        *("button", "select", "textarea", "svg", "math", "iframe", "object", "audio", "video"),
    ]
)
_INLINE = frozenset(
    [
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small"),
        *("span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    ]
)


def parse(html: str) -> HtmlElement | None:
    """Parse a page as browsers do; ``None`` if there is no element in it."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(html.encode(), parser=parser)
    except (ParserError, XMLSyntaxError, AssertionError):
        return None


def blocks(page: HtmlElement) -> list[str]:
    """Return the blocks of text of a page, white space folded, menus and scripts left out."""
    found: list[str] = []
    line: list[str] = []
    for piece in _pieces(page):
        if piece is not None:
            line.append(piece)
        elif line:
            found.append(flat("".join(line)))
            line.clear()
    found.append(flat("".join(line)))
    return [block for block in found if block]


def text_of(html: str) -> str:
    """Return all the text of a page or fragment, its blocks as lines."""
    page = parse(html)
    return "" if page is None else "\n".join(blocks(page))


def _pieces(page: HtmlElement) -> Iterator[str | None]:
    """Yield the texts of the page in order, with ``None`` wherever a block begins or ends."""
    waiting: list[HtmlElement | str | None] = [page]
    while waiting:
        node = waiting.pop()
        if node is None or isinstance(node, str):
            yield node
            continue
        edge = [] if node.tag in _INLINE else [None]
        inside: list[HtmlElement | str | None] = []
        if node.tag not in _LEFT_OUT:
            inside = [*edge, node.text or ""]
            for child in node:
                inside += [child, child.tail or ""]
            inside += edge
        waiting.extend(reversed(inside))
