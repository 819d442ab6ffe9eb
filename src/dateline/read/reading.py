"""What one call of the readers shares across all its files."""

from __future__ import annotations

from dateline.read.columns import Columns
from dateline.read.ids import Ids
from dateline.read.limits import Limits
from dateline.read.paths import shown
from dateline.read.problems import OnProblem, Teller


class Reading:
    """The caller's wishes, the ids given out so far, and what is wrong with files as a whole."""

    def __init__(
        self,
        columns: Columns,
        limits: Limits,
        on_problem: OnProblem,
        *,
        bulk_html: bool = False,
    ) -> None:
        self.columns = columns
        self.limits = limits
        self.bulk_html = bulk_html
        self.ids = Ids()
        self.on_problem = on_problem
        self.files = Teller(on_problem, limits)

    def tell(
        self, path: str, what: str, done: str, *, detail: str = "", skipped: bool = True
    ) -> None:
        """Tell what is wrong with a file as a whole."""
        self.files.tell(shown(path), what, done, detail=detail, skipped=skipped)
