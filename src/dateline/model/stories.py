"""The events that dispatches report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """One event with the dispatches that report it, the earliest first.

    ``reports`` are the versions of all of them. ``title`` is that of the dispatch that is most like
    the others. ``first`` and ``last`` are the first and the last day of the dispatches whose day is
    known, as ISO dates. ``words`` are those that bind the dispatches together, strongest first;
    empty where there is but one.
    """

    id: str
    dispatches: tuple[str, ...]
    reports: tuple[str, ...]
    title: str = ""
    first: str | None = None
    last: str | None = None
    words: tuple[str, ...] = ()
