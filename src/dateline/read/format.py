"""What a format is: a name, its suffixes, how it is known by content, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.model import Report
from dateline.read.source import Input


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files.

    ``fits`` is told the beginning of the content and says whether it is surely of this format;
    ``suffixes`` decide where no format fits. ``read`` yields the reports and tells the problems.
    """

    name: str
    suffixes: tuple[str, ...]
    fits: Callable[[bytes], bool]
    read: Callable[[Input], Iterator[Report]]
