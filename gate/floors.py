"""Where the floors and the data are."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


def floors(section: str) -> dict[str, Any]:
    """The floors of one section of ``floors.toml``."""
    found: dict[str, Any] = tomllib.loads((ROOT / "gate/floors.toml").read_text())[section]
    return found


def data(*parts: str) -> Path:
    """A path below ``DATELINE_DATA`` (default: ``../shared``); skips the test where it is not."""
    path = Path(os.environ.get("DATELINE_DATA", ROOT.parent / "shared")).joinpath("data", *parts)
    if not path.exists():
        pytest.skip(f"no {'/'.join(parts)} in DATELINE_DATA")
    return path
