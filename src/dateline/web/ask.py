"""What an address asks for, made safe: out of range is brought into it, nonsense is left out."""

from __future__ import annotations

from datetime import date

from starlette.requests import Request

__all__ = ["day_of", "number_of", "text_of"]

_LONGEST = 1000


def text_of(request: Request, name: str) -> str:
    """A text of the query, cut where it is far too long."""
    return request.query_params.get(name, "").strip()[:_LONGEST]


def number_of(request: Request, name: str, usual: int, least: int, most: int) -> int:
    """A whole number of the query, brought between ``least`` and ``most``."""
    given = request.query_params.get(name, "")
    if not given.isascii() or not given.isdigit() or len(given) > 9:
        return usual
    return min(max(int(given), least), most)


def day_of(request: Request, name: str) -> str:
    """A day of the query as ISO 8601, empty where it is none."""
    try:
        return date.fromisoformat(text_of(request, name)).isoformat()
    except ValueError:
        return ""
