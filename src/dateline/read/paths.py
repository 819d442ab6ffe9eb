"""From what a person names (files, folders, patterns, ``-``) to the files to read."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

STDIN = "-"


class Tell(Protocol):
    """Takes in what is wrong with a path as a whole, and what was done about it."""

    def __call__(
        self, path: str, what: str, done: str, *, detail: str = "", skipped: bool = True
    ) -> None:
        """Tell it; ``detail`` is what differs between problems of the same kind."""


def shown(path: str) -> str:
    """Return ``path`` as text that can be printed on one line and encoded, whatever its bytes."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "\ufffd", text)


def reason(error: Exception) -> str:
    """Why the system refused, in its own words and without the path.

    >>> reason(PermissionError(13, "Permission denied"))
    'permission denied'
    """
    return (getattr(error, "strerror", None) or str(error)).lower()


class Finder:
    """Finds the files behind the paths, each file once, folders in the order of their names.

    Folders are read with all that is below them; hidden files in them are left out. A folder or
    file reached a second time (a link, an overlapping path) is told and not read again, which also
    ends loops of links.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._seen: dict[tuple[int, int] | str, str] = {}

    def find(self, given: str) -> Iterator[str]:
        """Yield the files behind one path; each keeps the beginning that the person gave it."""
        if given == STDIN:
            if self._first_time(STDIN, STDIN):
                yield given
        elif os.path.lexists(given) or not glob.has_magic(given):
            yield from self._below(given)
        else:
            yield from self._matching(given)

    def _matching(self, pattern: str) -> Iterator[str]:
        matches = sorted(_expand(pattern))
        if not matches:
            self._tell(pattern, "nothing matches this pattern", "skipped")
        for match in matches:
            yield from self._below(match)

    def _below(self, top: str) -> Iterator[str]:
        waiting = [top]
        while waiting:
            path = waiting.pop()
            try:
                status = os.stat(path)
                if stat.S_ISDIR(status.st_mode):
                    waiting += self._folder(path, (status.st_dev, status.st_ino))
                elif self._is_file(path, status, named=path is top):
                    yield path
            except (OSError, ValueError) as error:
                self._tell(path, _why_missing(path, error), "skipped")

    def _folder(self, path: str, key: tuple[int, int]) -> list[str]:
        first = self._seen.get(key)
        if first is not None and path.startswith(os.path.join(first, "")):
            self._tell(path, "a link back to a folder above it", "skipped", detail=shown(first))
            return []
        if not self._first_time(key, path):
            return []
        names = sorted((n for n in os.listdir(path) if not n.startswith(".")), reverse=True)
        return [os.path.join(path, name) for name in names]

    def _is_file(self, path: str, status: os.stat_result, named: bool) -> bool:
        if stat.S_ISREG(status.st_mode):
            return self._first_time((status.st_dev, status.st_ino), path)
        if not named:
            self._tell(path, "neither a file nor a folder", "skipped")
        return named

    def _first_time(self, key: tuple[int, int] | str, path: str) -> bool:
        if key not in self._seen:
            self._seen[key] = path
            return True
        first = shown(self._seen[key])
        self._tell(path, "found twice", "read once", detail=f"as {first}", skipped=False)
        return False


def _expand(pattern: str) -> Iterator[str]:
    """Yield what matches ``pattern``, hidden names left out.

    Patterns with ``**`` go through pathlib, which does not follow links below ``**`` (glob does,
    and so runs in circles); they match files only, for the folders' files match as well.
    """
    if "**" not in pattern:
        yield from glob.iglob(pattern)
        return
    parts = pattern.split(os.sep)
    plain = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    base = os.sep.join(parts[:plain]) or (os.sep if plain else "")
    rest = os.path.join(*parts[plain:])
    # Up to Python 3.12 a pattern that ends in "**" matches folders only.
    rest = os.path.join(rest, "*") if rest.endswith("**") else rest
    for match in Path(base).glob(rest):
        below = match.relative_to(base).parts
        if match.is_file() and not any(part.startswith(".") for part in below):
            yield os.path.join(base, *below)


def _why_missing(path: str, error: Exception) -> str:
    return "a link to nowhere" if os.path.islink(path) else reason(error)
