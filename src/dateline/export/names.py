"""Names that hold outside Dateline: addresses of reports and of stretches of them."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from dateline.model import Report
from dateline.store.fingerprints import text_hash

__all__ = ["digest", "iri", "stretch", "urn"]


def urn(*parts: str) -> str:
    """A name of Dateline's own, for what has no address: ``urn:x-dateline:report:may.csv%237``."""
    return ":".join(("urn:x-dateline", *(quote(part, safe="") for part in parts)))


def iri(report: Report) -> str:
    """A report's web address, or a name made of its id where none is known."""
    parts = urlsplit(report.url)
    if parts.scheme in ("http", "https") and parts.netloc:
        return quote(report.url, safe="%:/?#[]@!$&'()*+,;=~")
    return urn("report", report.id)


def digest(report: Report) -> str:
    """The SHA-256 of the text in UTF-8, which ties offsets to the text that they count in."""
    return text_hash(report.text)


def stretch(report: Report, start: int, end: int) -> str:
    """The address of the characters ``[start, end)`` of a plain text (RFC 5147)."""
    return f"{iri(report).partition('#')[0]}#char={start},{end}"
