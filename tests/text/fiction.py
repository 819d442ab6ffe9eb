"""Invented reports and what the tests say about them."""

from __future__ import annotations

from dateline.model import Report, Role
from dateline.text import analyse

LEAD = (
    "Dock workers in Kestrel Bay walked out on Monday after talks about night shifts failed,"
    " the port authority said."
)
SECOND = "The strike stopped 14 ships and left fruit rotting on the quays."
THIRD = "No date was set for new talks."
BODY = f"{LEAD} {SECOND} {THIRD}"


def roles(text: str, title: str = "") -> list[tuple[Role, str]]:
    """The roles and words of all pieces of a report."""
    return [(s.role, s.text) for s in analyse(Report("x", text, title=title)).sentences]


def furniture(text: str, title: str = "") -> list[tuple[Role, str]]:
    """The pieces of a report that are not body."""
    return [(role, words) for role, words in roles(text, title) if role != "body"]


def body(text: str, title: str = "") -> str:
    """The sentences of the body, joined by spaces."""
    return " ".join(words for role, words in roles(text, title) if role == "body")
