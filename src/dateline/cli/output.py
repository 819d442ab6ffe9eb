"""What one command says and where: data on standard output, all else on standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from dateline.cli.main import OK, SKIPPED
from dateline.cli.safe import one_line
from dateline.errors import InputError
from dateline.model import Problem, Report

if TYPE_CHECKING:
    from types import TracebackType

    from rich.console import RenderableType
    from rich.progress import Progress, TaskID

_LOG = logging.getLogger("dateline")
MAX_WIDTH = 160  # longer lines of prose are hard to follow


class _Notes(logging.Handler):
    """What a stage has to say while it works, as a note of the command."""

    def __init__(self, out: Output) -> None:
        super().__init__(logging.INFO)
        self._out = out

    def emit(self, record: logging.LogRecord) -> None:
        self._out.note(record.getMessage())


class Output(AbstractContextManager["Output"]):
    """Progress and problems of one command while it works, and its exit code at the end."""

    def __init__(self) -> None:
        self._notes = _Notes(self)
        _LOG.addHandler(self._notes)
        _LOG.setLevel(logging.INFO)
        self.problems: list[Problem] = []
        self._live: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._stop_progress()
        _LOG.removeHandler(self._notes)

    @property
    def code(self) -> int:
        """Exit code of a command that came to its end."""
        return SKIPPED if any(p.skipped for p in self.problems) else OK

    def problem(self, problem: Problem) -> None:
        """Tell a problem as it comes."""
        self.problems.append(problem)
        self.note(str(problem))

    def note(self, text: str) -> None:
        """Say something in one line on standard error, above the progress if there is any."""
        line = f"dateline: {one_line(text)}"
        if self._live:
            self._live.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            print(line, file=sys.stderr)

    def progress(self, stage: str, done: int, total: int | None) -> None:
        """Show where the work is, if a person is looking (a ``dateline.progress.Progress``)."""
        if not sys.stderr.isatty():
            return
        if self._live is None:
            self._live = _started_progress()
        if stage not in self._tasks:
            for task in self._tasks.values():
                self._live.update(task, visible=False)
            self._tasks[stage] = self._live.add_task(stage, total=total)
        self._live.update(self._tasks[stage], completed=done, total=total)

    def counted(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Pass reports through and show their number.

        Raises :class:`~dateline.errors.InputError` if there is none.
        """
        n = 0
        for n, report in enumerate(reports, 1):
            if n % 100 == 1:
                self.progress("reading reports", n, None)
            yield report
        if not n:
            raise InputError("no report could be read")

    def show(self, *parts: RenderableType) -> None:
        """Print something for a person to standard output."""
        from rich.console import Console

        self._stop_progress()
        console = Console(highlight=False)
        console.width = min(console.width, MAX_WIDTH)
        with console.capture() as captured:  # rich has its own mind about closed pipes
            for part in parts:
                console.print(part)
        sys.stdout.writelines(line.rstrip() + "\n" for line in captured.get().splitlines())

    def json(self, value: Any) -> None:
        """Print one value as one line of JSON in UTF-8, whatever the terminal's encoding."""
        import orjson

        sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE))

    def close(self) -> int:
        """Sum up the problems on standard error; return the exit code."""
        self._stop_progress()
        sys.stdout.flush()
        if self.problems:
            self.note(_summary(self.problems))
        return self.code

    def _stop_progress(self) -> None:
        if self._live:
            self._live.stop()
            self._live = None
            self._tasks.clear()


def _summary(problems: Iterable[Problem]) -> str:
    """How many inputs were skipped, and how many were read although something was wrong."""
    counts = {True: 0, False: 0}
    for problem in problems:
        counts[problem.skipped] += problem.count
    says = {True: "skipped", False: "read in spite of a problem"}
    parts = [f"{n:,} {says[skipped]}" for skipped, n in counts.items() if n]
    return "of the inputs, " + ", ".join(parts) + " (told above)"


def _started_progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    live = Progress(*columns, console=Console(stderr=True), transient=True)
    live.start()
    return live
