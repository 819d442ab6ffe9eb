"""The files that arrive in folders, or are written again, as they do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from dateline.read.paths import Finder, Tell

__all__ = ["arrivals"]

_LOOK_AGAIN = 600.0  # seconds until everything is looked through again, lest an event was lost


def arrivals(
    paths: Sequence[str], tell: Tell, every: float, stop: Event | None = None
) -> Iterator[list[str]]:
    """All files first; then, every ``every`` seconds, those that may have changed.

    ``paths`` are folders, watched with all below them, and files, which are few and given every
    time. Hidden files in folders are left out. Every ten minutes all files are given again.
    """
    files = [path for path in paths if not os.path.isdir(path)]
    folders = [path for path in paths if os.path.isdir(path)]
    yield _all(paths, tell)
    looked = -_LOOK_AGAIN  # something may have come before the watch on the folders began
    for changed in _changes(folders, every, stop or Event()):
        if time.monotonic() - looked >= _LOOK_AGAIN:
            looked = time.monotonic()
            yield _all(paths, tell)
        else:
            yield [*files, *changed]


def _all(paths: Sequence[str], tell: Tell) -> list[str]:
    finder = Finder(tell)
    return [file for path in paths for file in finder.find(path)]


def _changes(folders: Sequence[str], every: float, stop: Event) -> Iterator[list[str]]:
    """What changed in the folders, named as the person named them; nothing where nothing did."""
    if not folders:
        while not stop.wait(every):
            yield []
        return
    from watchfiles import Change, watch

    milliseconds = int(every * 1000)
    events = watch(
        *folders,
        watch_filter=None,
        debounce=milliseconds,
        rust_timeout=milliseconds,
        yield_on_timeout=True,
        stop_event=stop,
    )
    tops = [(path, Path(path).absolute()) for path in folders]
    for some in events:
        seen = {path for change, path in some if change != Change.deleted}
        yield sorted({given for path in seen if (given := _as_given(Path(path), tops))})


def _as_given(path: Path, tops: Sequence[tuple[str, Path]]) -> str:
    """The file below the folder as it was named; empty for what is hidden or no file."""
    for given, top in tops:
        if path.is_relative_to(top) and path.is_file():
            inner = path.relative_to(top)
            if not any(part.startswith(".") for part in inner.parts):
                return os.path.join(given, inner)
    return ""
