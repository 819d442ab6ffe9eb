"""The main text of a page, fast: resiliparse's choice, and the credits that it leaves out.

Tens of times as fast as the careful way, with more of the page's furniture in the text.
"""

from __future__ import annotations

from collections.abc import Iterable

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree

from dateline.read.html_credits import flat, with_credits
from dateline.read.html_date import declared_date
from dateline.read.page import Page


def page_of(html: str) -> Page:
    """Return the main text of ``html`` with its credits, and what the page says of itself."""
    try:
        tree = HTMLTree.parse(html)
        main, whole = _lines(tree, main=True), _lines(tree, main=False)
        metas = _metas(tree)
    except Exception:  # pages are anybody's: one that breaks the parser has no text
        return Page("")
    return Page(
        "\n".join(with_credits(main, whole) if main else whole),
        metas.get("og:title") or flat(tree.title or ""),
        metas.get("og:site_name") or "",
        _date(tree, metas),
        metas.get("og:url") or "",
    )


def _lines(tree: HTMLTree, *, main: bool) -> list[str]:
    text = extract_plain_text(tree, main_content=main, alt_texts=False, list_bullets=False)
    return [line for line in map(flat, text.splitlines()) if line]


def _metas(tree: HTMLTree) -> dict[str, str]:
    """The contents of the page's meta elements by their names, in lower case."""
    named = {}
    for meta in _all(tree, "meta"):
        name = meta.getattr("property") or meta.getattr("name") or meta.getattr("itemprop")
        if name:
            named[name.lower()] = meta.getattr("content") or ""
    return named


def _date(tree: HTMLTree, metas: dict[str, str]) -> str:
    scripts = (s.text for s in _all(tree, 'script[type="application/ld+json"]'))
    return declared_date(metas, scripts, (t.getattr("datetime") for t in _all(tree, "time")))


def _all(tree: HTMLTree, selector: str) -> Iterable[ElementNode]:
    return tree.document.query_selector_all(selector) if tree.document else ()
