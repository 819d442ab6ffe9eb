"""Cells of CSV files are no formulas, and nothing is lost by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cells import original, plain


@given(st.text(max_size=20))
def test_a_cell_comes_back_as_it_was_and_is_no_formula(value: str):
    assert original(plain(value)) == value
    assert plain(value)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@sum", "'=1", "\t=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(value: str):
    assert plain(value) == f"'{value}"


def test_other_text_stays_as_it_is():
    assert plain("the army's 3-1 = 2") == "the army's 3-1 = 2"
    assert original("'tis") == "'tis"
