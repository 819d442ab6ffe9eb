"""Coding sheets with their answers, carried from one archive to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from dateline.errors import InputError
from dateline.store.archive import Archive
from dateline.store.connection import writing
from dateline.store.sheets import ANSWERS, Item, Sheet, items, keep_drawn, sheets

__all__ = ["carried", "is_sheet", "take_in"]

_WHOLE = frozenset({"number", "seed", "size", "epoch", "reports", "at_a", "at_b"})


def carried(archive: Archive) -> list[dict[str, Any]]:
    """Each sheet with its items as one JSON object, the first one first."""
    return [
        {"sheet": asdict(sheet), "items": [asdict(item) for item in items(archive, sheet.number)]}
        for sheet in reversed(sheets(archive))
    ]


def is_sheet(row: object) -> bool:
    """Whether a record is one that `carried` gave."""
    return isinstance(row, Mapping) and "sheet" in row


def take_in(archive: Archive, rows: Iterable[Mapping[str, Any]]) -> int:
    """Take over sheets that `carried` gave; returns how many were not known yet.

    Raises:
        InputError: one of them is no sheet; none is taken over then.
    """
    found = [_read(row, n) for n, row in enumerate(rows, 1)]
    known = [(asdict(s) | {"number": 0}) for s in sheets(archive)]
    fresh = [(s, own) for s, own in found if asdict(s) | {"number": 0} not in known]
    with writing(archive.connection, archive.path, archive.wait):
        for sheet, own in fresh:
            keep_drawn(archive.connection, sheet, own)
    return len(fresh)


def _read(row: Mapping[str, Any], n: int) -> tuple[Sheet, list[Item]]:
    given, listed = row.get("sheet"), row.get("items")
    if not isinstance(listed, list) or not all(_fits(x, Item) for x in listed):
        raise InputError(f"sheet {n}: not as dateline judge export writes it")
    if not _fits(given, Sheet) or any(x["answer"] not in ("", *ANSWERS) for x in listed):
        raise InputError(f"sheet {n}: not as dateline judge export writes it")
    return Sheet(**given), [Item(**x) for x in listed]  # type: ignore[arg-type]


def _fits(given: object, kind: type[Sheet] | type[Item]) -> bool:
    """Whether an object has the fields of a sheet or an item, with values of their types."""
    if not isinstance(given, dict) or given.keys() != {f.name for f in fields(kind)}:
        return False
    return all(
        isinstance(value, int | None if name.startswith("at_") else int)
        if name in _WHOLE
        else isinstance(value, str)
        for name, value in given.items()
    )
