"""The date that a page declares for itself; dates in its running text are not taken for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

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


def declared_date(
    metas: Mapping[str, str], json_ld: Iterable[str | None], times: Iterable[str | None]
) -> str:
    """Return the date of publication that a page declares, as it stands there (ISO 8601).

    ``metas`` are the contents of its meta elements by name (in lower case), ``json_ld`` its scripts
    with linked data, ``times`` the machine-readable dates of its time elements, of which only the
    first counts.
    """
    linked = [date for script in json_ld for date in _JSON_LD.findall(script or "")]
    given = [*(metas.get(name) for name in _NAMES), *linked, next(iter(times), None)]
    dates = (_ISO.match(value.strip()) for value in given if value)
    return next((date[0] for date in dates if date), "")
