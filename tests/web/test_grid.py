"""Rows and marks: nothing is lost, nothing is invented."""

from __future__ import annotations

import pytest

import dateline
from dateline.model import Comparison, Report
from dateline.web.grid import Cell, GridRow, blocks, grid
from dateline.web.marks import Piece

from .fiction import AGENCY, GULL, LAMP, SHORT

TEXTS = {"gull": GULL, "lamp": LAMP, "short": SHORT, "same": AGENCY}
MOVED = (
    "The harbour closed on Tuesday after the storm took the western pier. "
    "Three ferries waited outside until the evening tide turned. "
    "The governor of the islands thanked the crews for their patience. "
    "Nobody was hurt, the port office of Sellen said in a statement."
)


def comparison(a: str, b: str, name: str = "b") -> Comparison:
    return dateline.compare(Report("a", a), Report(name, b))


def words(pieces: tuple[Piece, ...], *without: str) -> str:
    return " ".join("".join(p.text for p in pieces if p.ink not in without).split())


def body(c: Comparison, side: str) -> list[str]:
    sentences = c.sentences_a if side == "a" else c.sentences_b
    return [" ".join(s.text.split()) for s in sentences if s.role == "body"]


def shown(rows: tuple[GridRow, ...], column: int = 0) -> list[Cell]:
    return [row.cells[column] for row in rows if row.cells[column] is not None]  # type: ignore[misc]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("beside", [0, 2])
def test_a_column_without_what_was_cut_is_the_version(name: str, beside: int):
    others = [comparison(AGENCY, text, other) for other, text in TEXTS.items() if other != name]
    c = comparison(AGENCY, TEXTS[name], name)
    rows = grid([c, *others[:beside]])
    read = [words(cell.pieces, "cut") for cell in shown(rows) if cell.pieces]
    assert sorted(" ".join(read).split()) == sorted(" ".join(body(c, "b")).split())


@pytest.mark.parametrize("name", TEXTS)
def test_the_base_column_is_the_base(name: str):
    c = comparison(AGENCY, TEXTS[name])
    for several in ([c], [c, comparison(AGENCY, LAMP, "other")]):
        base = [words(row.base) for row in grid(several) if row.base is not None]
        assert base == body(c, "a")


def test_marks_say_why():
    rows = grid([comparison(AGENCY, GULL)])
    pieces = [p for cell in shown(rows) for p in cell.pieces if p.ink]
    assert pieces
    assert all(p.why for p in pieces)
    assert any(p.ink == "rename" and "guards" in p.why for p in pieces)


def test_in_many_columns_the_words_that_went_stand_where_they_stood():
    texts = [AGENCY.replace(" near the breakwater of Port Sellen", ""), LAMP]
    rows = grid([comparison(AGENCY, text, str(n)) for n, text in enumerate(texts)])
    first = shown(rows)[0]
    gone = [n for n, p in enumerate(first.pieces) if p.ink == "cut"]
    assert len(gone) == 1
    assert words(first.pieces[: gone[0]]).endswith("on Tuesday,")


def test_the_same_addition_of_two_versions_is_one_row():
    more = AGENCY + "\nThe office will open again on Monday at nine, a clerk said.\n"
    rows = grid([comparison(AGENCY, more, "x"), comparison(AGENCY, more, "y")])
    (added,) = [row for row in rows if row.base is None]
    assert all(added.cells)
    assert added.n == len(rows)


def test_a_moved_sentence_leads_to_its_place():
    sentences = MOVED.split(". ")
    other = ". ".join([*sentences[:1], sentences[2], sentences[1], *sentences[3:]])
    rows = grid([comparison(MOVED, other)])
    places = [(row.n, cell.after) for row in rows for cell in row.cells if cell and cell.after]
    assert places
    assert all(1 <= after <= len(rows) and after != n for n, after in places)
    assert any(row.tone == "moved" for row in rows)


def test_changed_facts_are_told():
    rows = grid([comparison(AGENCY, LAMP)])
    assert ("14", "17") in [fact for cell in shown(rows) for fact in cell.facts]


def test_unchanged_rows_are_folded_and_none_is_lost():
    rows = grid([comparison(AGENCY, LAMP)])
    found = blocks(rows)
    assert [row for block in found for row in block.rows] == list(rows)
    assert any(block.folded for block in found)
    for block in found:
        if block.folded:
            assert {row.tone for row in block.rows} <= {"same", "spelling"}


def test_nothing_to_compare_has_no_rows():
    assert grid([]) == ()
