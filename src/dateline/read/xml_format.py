"""XML that is none of the formats Dateline knows: told, with the name of its root."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Report
from dateline.read.format import Format
from dateline.read.source import Input

_PROLOGUE = rb"\s*(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*+"
_ROOT = re.compile(_PROLOGUE + rb"<([A-Za-z_][\w:.-]*)", re.DOTALL)


def root(head: bytes) -> str:
    """Name the root element of an XML document; empty if it does not begin like one.

    >>> root(b'<?xml version="1.0"?> <rss version="2.0">')
    'rss'
    """
    found = _ROOT.match(head)
    return found[1].decode("ascii", "replace") if found else ""


def fits(head: bytes) -> bool:
    """Whether the content says that it is XML."""
    return head.lstrip().startswith(b"<?xml")


def read(inp: Input) -> Iterator[Report]:
    """Tell that the format is unknown."""
    detail = f"root element <{root(inp.head)}>"
    inp.tell("XML of a kind that Dateline does not read", "skipped", detail=detail)
    yield from ()


FORMAT = Format("XML", (".xml",), fits, read)
