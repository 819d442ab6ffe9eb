"""The main text of a page, carefully: trafilatura's choice, and the credits that it leaves out."""

from __future__ import annotations

import logging

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.read.html_blocks import blocks, parse
from dateline.read.html_credits import with_credits
from dateline.read.html_date import declared_date
from dateline.read.page import Page

_LARGEST_PAGE = 5_000_000
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def page_of(html: str) -> Page:
    """Return the main text of ``html`` with its credits, and what the page says of itself."""
    tree = parse(html)
    if tree is None:
        return Page("")
    whole = blocks(tree)
    found = _extracted(html) if len(html) <= _LARGEST_PAGE else Page("")
    lines = with_credits(found.text.splitlines(), whole) if found.text else whole
    return Page("\n".join(lines), found.title, found.outlet, _date(tree), found.url)


def _date(tree: HtmlElement) -> str:
    metas = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas[name.lower()] = meta.get("content", "")
    scripts = (s.text for s in tree.iter("script") if "ld+json" in s.get("type", ""))
    return declared_date(metas, scripts, (time.get("datetime") for time in tree.iter("time")))


def _extracted(html: str) -> Page:
    import trafilatura

    try:
        document = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    except Exception:  # pages are anybody's: whatever breaks it, the page's own blocks remain
        return Page("")
    text, title, outlet, url = (
        getattr(document, name, None) or "" for name in ("text", "title", "sitename", "url")
    )
    return Page(text, title, outlet, url=url)
