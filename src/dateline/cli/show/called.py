"""How reports are called in what a person reads: ids without the folder that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from os.path import commonpath, dirname, isabs

from dateline.cli.safe import one_line

Namer = Callable[[str], str]


def namer(ids: Iterable[str]) -> Namer:
    """A function from an id to the name shown for it.

    >>> namer(["news/may/one.txt", "news/may/two.txt", "corvane-mail"])("news/may/one.txt")
    'one.txt'
    """
    paths = [i for i in ids if "/" in i and "://" not in i]
    shared = commonpath(dirname(path) for path in paths) if _comparable(paths) else ""
    return partial(_name, shared.rstrip("/") + "/" if shared else "")


def _comparable(paths: Sequence[str]) -> bool:
    """Whether there is more than one path, and all are absolute or none is."""
    return len(paths) > 1 and len({isabs(path) for path in paths}) == 1


def _name(folder: str, report: str) -> str:
    return one_line(report.removeprefix(folder)) if folder else one_line(report)
