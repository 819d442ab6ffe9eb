"""The first stage: from files of any kind to reports.

``read_reports`` reads piles and ``read_one`` a single report. A format is one ``*_format`` module,
entered in :mod:`dateline.read.formats`. All is imported when it is asked for, because ``import
dateline`` imports this package: see there.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.read.columns import Columns
    from dateline.read.limits import Limits
    from dateline.read.one import read_one
    from dateline.read.reports import read_reports

__all__ = ["Columns", "Limits", "read_one", "read_reports"]

_HOMES = {"Columns": "columns", "Limits": "limits", "read_one": "one", "read_reports": "reports"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
