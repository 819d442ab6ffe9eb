"""``dateline compare``: two reports, collated."""

from __future__ import annotations

from typing import Annotated

from dateline.cli.options import USUAL, ColumnOptions, Json, path_argument
from dateline.cli.output import Output

A = Annotated[str, path_argument("A", "A file of one report, FILE:ID for a record of many, or -.")]
B = Annotated[str, path_argument("B", "The same.")]


def compare(a: A, b: B, /, *, json: Json = False, tables: ColumnOptions = USUAL) -> int:
    """Compare two reports: what B dropped, added, renamed and reworded, and which came first.

    A is read as the earlier one; the verdict at the end says whether the text bears that out.
    For example:

        dateline compare agency.txt clippings.csv:corvane-mail
    """
    from dateline.config import resolve

    settings = resolve()
    with Output() as out:
        from dateline.read import read_one
        from dateline.run import local

        columns = tables.columns()
        first = read_one(a, columns, out.problem)
        second = read_one(b, columns, out.problem)
        comparison = local.compare(first, second, settings)
        if json:
            out.json(comparison)
        else:
            from dateline.cli.show.comparison import show_comparison

            out.show(show_comparison(comparison, settings.items))
        return out.close()
