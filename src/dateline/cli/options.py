"""The options that several commands share."""

from __future__ import annotations

from dataclasses import dataclass, fields
from os.path import lexists
from typing import TYPE_CHECKING, Annotated

from cyclopts import Group, Parameter

from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.read import Columns

_TABLES = Group("Columns of tables (CSV, TSV, JSON, Parquet)", sort_key=1)


def _no_option(_: object, path: str | tuple[str, ...]) -> None:
    """A lone hyphen is a path here, so cyclopts lets hyphens pass; options are ours to refuse."""
    for one in (path,) if isinstance(path, str) else path:
        if one.startswith("-") and not one.startswith("-:") and one != "-" and not lexists(one):
            raise UsageError(f"no such option: {one} (see dateline --help)")


def path_argument(name: str, what: str) -> Parameter:
    """A positional argument that names an input; ``-`` is standard input."""
    return Parameter(
        name=name, required=True, allow_leading_hyphen=True, validator=_no_option, help=what
    )


Paths = Annotated[str, path_argument("PATH", "Files, folders, patterns, or - for standard input.")]
FastHtml = Annotated[
    bool,
    Parameter(
        negative="",
        show_default=False,
        help="Read HTML some forty times as fast, a little less carefully: for thousands of pages.",
    ),
]
Json = Annotated[
    bool, Parameter(negative="", show_default=False, help="Print JSON instead of text.")
]
MinContainment = Annotated[
    float | None,
    Parameter(
        help="List all pairs that share at least this part of their 5-word runs. [default: 0.3]"
    ),
]


def _column(what: str, usual: str) -> Parameter:
    return Parameter(group=_TABLES, help=f"{what} [usual names: {usual}]")


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class ColumnOptions:
    """Names of a table's columns, where they are not the usual ones."""

    text_column: Annotated[str | None, _column("The text", "text, body, content")] = None
    title_column: Annotated[str | None, _column("The headline", "title, headline")] = None
    date_column: Annotated[str | None, _column("The date", "date, published, published_at")] = None
    outlet_column: Annotated[
        str | None, _column("The outlet", "outlet, source, publisher, domain")
    ] = None
    url_column: Annotated[str | None, _column("The address", "url, link")] = None
    id_column: Annotated[str | None, _column("The record's id", "id")] = None

    def columns(self) -> Columns:
        """The same as the readers take it."""
        from dateline.read import Columns

        return Columns(
            **{f.name.removesuffix("_column"): getattr(self, f.name) for f in fields(self)}
        )


USUAL = ColumnOptions()
