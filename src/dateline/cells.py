"""Cells of CSV files that no spreadsheet takes for a formula.

A report's words come from anywhere, and a spreadsheet runs a cell that begins with ``=``, ``+``,
``-`` or ``@``. Such a cell gets an apostrophe before it (OWASP, "CSV Injection"); one that has an
apostrophe there already gets another, so that :func:`original` gives back what was written.
"""

from __future__ import annotations

import re

__all__ = ["original", "plain"]

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def plain(value: str) -> str:
    """The cell as a spreadsheet may have it.

    >>> plain("=1+1"), plain("1-1"), plain("'@a")
    ("'=1+1", '1-1', "''@a")
    """
    return f"'{value}" if _FORMULA.match(value) else value


def original(cell: str) -> str:
    """The value of a cell that :func:`plain` has written."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
