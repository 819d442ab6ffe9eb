"""The first stage: from files of any kind to reports.

``read_reports`` reads piles and ``read_one`` a single report. A format is one ``*_format`` module,
entered in :mod:`dateline.read.formats`.
"""

from dateline.read.columns import Columns
from dateline.read.limits import Limits
from dateline.read.one import read_one
from dateline.read.reports import read_reports

__all__ = ["Columns", "Limits", "read_one", "read_reports"]
