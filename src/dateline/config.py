"""The settings of a run: one frozen value, from flags, environment, ``dateline.toml``, defaults.

The first of them that names a setting decides. The file is looked for in the current folder only;
a setting ``min_containment`` is the variable ``DATELINE_MIN_CONTAINMENT`` and the flag
``--min-containment``.
"""

from __future__ import annotations

import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from dateline.errors import UsageError

FILE = "dateline.toml"
PREFIX = "DATELINE_"
_SECTIONS = {"parties", "aliases"}  # of the same file, read by dateline.claims.situation.parties


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can be told.

    ``min_containment`` (0 to 1): pairs of reports whose larger share of common word 5-grams is at
    least this are listed, whatever their relation. ``top``: how many dispatches are shown to a
    person. ``items``: how many entries of one list are shown before the rest is only counted.
    Raises :class:`~dateline.errors.UsageError` for a value out of its range.
    """

    min_containment: float = 0.3
    top: int = 10
    items: int = 8

    def __post_init__(self) -> None:
        if not 0 <= self.min_containment <= 1:  # false for nan too
            raise UsageError(f"min_containment must be from 0 to 1, not {self.min_containment}")
        for name, least in (("top", 0), ("items", 1)):
            if getattr(self, name) < least:
                raise UsageError(f"{name} must be at least {least}, not {getattr(self, name)}")


def resolve(
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """The settings of this run; a flag that is ``None`` was not given.

    Raises :class:`~dateline.errors.UsageError` naming the place of a bad value or an unknown key
    of the file. Unknown ``DATELINE_*`` variables are left alone: others may own them.
    """
    values: dict[str, float | int] = {}
    path = (folder or Path()) / FILE
    for name, value in _from_file(path).items():
        values[name] = _number(value, name, f"{path}: {name}")
    variables = os.environ if environ is None else environ
    for name in _TYPES:
        if text := variables.get(PREFIX + name.upper()):
            values[name] = _number(text, name, PREFIX + name.upper())
    for name, value in (flags or {}).items():
        if value is not None:
            values[name] = _number(value, name, "--" + name.replace("_", "-"))
    return Settings(**values)  # type: ignore[arg-type]  # _number gives each its own type


_TYPES: dict[str, type[int] | type[float]] = {
    f.name: int if f.type in (int, "int") else float for f in fields(Settings)
}


def _from_file(path: Path) -> dict[str, object]:
    try:
        table: dict[str, object] = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: cannot be read as TOML: {error}") from error
    if unknown := sorted(table.keys() - _TYPES.keys() - _SECTIONS):
        known = ", ".join(sorted(_TYPES))
        raise UsageError(f"{path}: no such setting: {', '.join(unknown)} (known: {known})")
    return {name: value for name, value in table.items() if name not in _SECTIONS}


def _number(value: object, name: str, where: str) -> int | float:
    """Read ``value`` as the setting's type; text is what the environment gives."""
    wanted = _TYPES[name]
    try:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ValueError
        number = float(value)
        if wanted is int and (math.isinf(number) or number != int(number)):
            raise ValueError
        return wanted(number)
    except ValueError:
        kind = "whole number" if wanted is int else "number"
        raise UsageError(f"{where}: {value!r} is not a {kind}") from None
