"""Sheets with their answers go from one archive to another, once, and whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.model import Report
from dateline.run.archive import add
from dateline.store import Archive, sheets
from dateline.store.carried_sheets import carried, take_in
from dateline.store.sheets import Item

ITEMS = [
    Item("edit", "renamed", "one", "two", "guards", "police", 8, 8),
    Item("claim", "said by: the office", "one", "", "14 boats were seized", "", 0),
]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as made:
        add(made, [Report("one", "Harbour guards seized 14 boats.")])
        drawn = sheets.keep(made, ITEMS, 1, 2, "0")
        sheets.answer(made, drawn.number, 2, "no")
        yield made


def test_a_sheet_comes_with_its_answers_and_once(archive: Archive, tmp_path: Path):
    rows = json.loads(json.dumps(carried(archive)))
    assert take_in(archive, rows) == 0
    with Archive.open(tmp_path / "b.db", create=True) as other:
        assert take_in(other, rows) == 1
        assert take_in(other, rows) == 0
        (sheet,) = sheets.sheets(other)
        assert sheets.items(other, sheet.number) == sheets.items(archive, 1)
        assert sheets.undo(other, sheet.number) == 2
        assert carried(archive)[0]["sheet"] == {**rows[0]["sheet"]}


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("items", "answer", "perhaps"),
        ("items", "a", 7),
        ("sheet", "seed", "x"),
        ("sheet", "more", 1),
    ],
)
def test_what_is_no_sheet_is_refused(archive: Archive, part: str, name: str, value: object):
    rows = carried(archive)
    ((rows[0][part][0]) if part == "items" else rows[0][part])[name] = value
    rows[0]["sheet"]["drawn"] = "2031"
    with pytest.raises(InputError, match="sheet 1"):
        take_in(archive, rows)
    assert len(sheets.sheets(archive)) == 1
