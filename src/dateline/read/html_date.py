"""The date that a page declares for itself; dates in its running text are not taken for it."""

from __future__ import annotations

import re

from lxml.html import HtmlElement  # type: ignore[import-untyped]

_NAMES = (
    *("article:published_time", "datepublished", "og:published_time", "og:article:published_time"),
    *("parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publication_date"),
    *(
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "date",
        "cxenseparse:recs:publishtime",
    ),
)
_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?"
)
_JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def declared_date(page: HtmlElement) -> str:
    """Return the date of publication in the page's metadata as it stands there (ISO 8601)."""
    named = {_name(meta): meta.get("content", "") for meta in page.iter("meta")}
    scripts = " ".join(s.text or "" for s in page.iter("script") if "ld+json" in s.get("type", ""))
    times = [time.get("datetime", "") for time in page.iter("time")]
    given = [named.get(name, "") for name in _NAMES] + _JSON_LD.findall(scripts) + times[:1]
    dates = (_ISO.match(value.strip()) for value in given)
    return next((date[0] for date in dates if date), "")


def _name(meta: HtmlElement) -> str:
    return (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
