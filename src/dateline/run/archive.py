"""The stages over an archive: adding piles, starting the next epoch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from dateline.model import Report
from dateline.progress import Progress, quiet
from dateline.run.batches import batches
from dateline.run.helpers import Helpers
from dateline.spread import Spread
from dateline.store import Archive, intake, runs
from dateline.store.connection import writing
from dateline.store.epochs import current
from dateline.store.inputs import Inputs
from dateline.store.reindex import Reindexed
from dateline.store.reindex import reindex as start_epoch
from dateline.store.rows import Prepared, Task, prepare
from dateline.store.writer import Writer

__all__ = ["Added", "add", "reindex"]

BATCH = 2000
_AT_ONCE = 100
_BATCH_CHARACTERS = 32 << 20


@dataclass(frozen=True, slots=True)
class Added:
    """What one `add` did: reports ``read``, of these ``added``, and ``known`` before."""

    run: int
    read: int
    added: int

    @property
    def known(self) -> int:
        """How many reports were in the archive already."""
        return self.read - self.added


def add(
    archive: Archive,
    reports: Iterable[Report],
    settings: Mapping[str, object] | None = None,
    batch: int = BATCH,
    progress: Progress = quiet,
    skipped: Callable[[], int] = lambda: 0,
) -> Added:
    """Add reports to an archive, ``batch`` at a time; what is there already is passed over.

    ``settings`` and, at the end, the number of bad inputs ``skipped`` go into the manifest. Each
    batch is written whole or not at all: whoever adds the same reports again after a run that was
    killed goes on where that one stopped.

    Raises:
        InputError: another process kept writing for longer than ``archive.wait`` seconds.
    """
    connection = archive.connection
    with writing(connection, archive.path, archive.wait):
        run = runs.begin(connection, "add", settings or {}, current(connection).number)
    inputs = Inputs(run)
    read = added = 0
    some = batches(reports, lambda report: len(report.text), _BATCH_CHARACTERS, batch)
    with ThreadPoolExecutor(1) as ahead, Helpers() as helpers:
        writer = Writer(connection, archive.path, archive.wait, helpers.map)
        for waiting, size in _prepared(archive, some, ahead, helpers):
            added += writer.write(waiting.result(), size, inputs, run)
            read += size
            progress("adding", read, None)
    with writing(connection, archive.path, archive.wait):
        runs.finish(connection, run, skipped())
    return Added(run, read, added)


def reindex(archive: Archive, progress: Progress = quiet) -> Reindexed:
    """Start the next epoch: learn from all reports, find relations and dispatches anew by it.

    Raises:
        InputError: another process kept writing for longer than ``archive.wait`` seconds.
    """
    with Helpers() as helpers:
        return start_epoch(archive, partial(prepared, spread=helpers.map), helpers.map, progress)


def prepared(tasks: Sequence[Task], spread: Spread) -> list[Prepared]:
    """The reports taken apart, in their order."""
    parts = [tasks[start : start + _AT_ONCE] for start in range(0, len(tasks), _AT_ONCE)]
    return [made for part in spread(_prepare_all, parts) for made in part]


def _prepare_all(tasks: Sequence[Task]) -> list[Prepared]:
    return [prepare(*task) for task in tasks]


def _prepared(
    archive: Archive,
    some: Iterable[list[Report]],
    ahead: ThreadPoolExecutor,
    helpers: Helpers,
) -> Iterator[tuple[Future[list[Prepared]], int]]:
    """Batches of reports that seem new, taken apart while the batch before is matched.

    Each comes with the number of reports read for it.
    """
    waiting: list[tuple[Future[list[Prepared]], int]] = []
    for batch in some:
        fresh = intake.unknown(archive.connection, batch)
        waiting.append((ahead.submit(prepared, fresh, helpers.map), len(batch)))
        if len(waiting) > 1:
            yield waiting.pop(0)
    yield from waiting
