"""What a web page holds, whichever way it was extracted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds; what it does not say is empty. Paragraphs are lines of ``text``."""

    text: str
    title: str = ""
    outlet: str = ""
    date: str = ""
    url: str = ""
