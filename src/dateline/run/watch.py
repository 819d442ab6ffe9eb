"""Keeping an archive current: files are read as they arrive, and what is new is told once.

What was told is noted in the archive after it has been told: whoever is killed in between tells
that one report again at the next start, and never leaves one out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from dateline.model import Altered, Anatomy, Comparison, News, Report, Row, Span
from dateline.run.archive import add
from dateline.run.first_said import FirstSaid
from dateline.run.local import compare
from dateline.store import Archive, watching
from dateline.store.connection import writing
from dateline.store.watching import File

__all__ = ["Watch"]

Read = Callable[[list[str]], Iterable[Report]]
_QUIET = {"same", "mechanical", "spelling", "renamed"}
_SETTLED = 1.0


class Watch:
    """An archive and the reading of the files that it is kept current with.

    ``read`` gives the reports of files; ``settled`` is how many seconds a file must have been left
    alone before it is read, lest it is still being written.
    """

    def __init__(self, archive: Archive, read: Read, settled: float = _SETTLED) -> None:
        self._archive, self._read, self._settled = archive, read, settled
        self._first_said = FirstSaid(archive)
        self._at_start: set[str] | None = None
        self._begun = False

    def take(self, paths: Iterable[str]) -> tuple[list[News], list[str]]:
        """Read the files among these that are new or changed; returns what is new to tell.

        The second value are files that are too young to be read, to be given again later. What was
        left untold by an earlier run comes first. Call `told` with each news once it is out. The
        first time ever, what is there is read and no news.

        Raises:
            InputError: another process kept writing for longer than ``archive.wait`` seconds.
        """
        paths = list(paths)
        if self._at_start is None:
            self._at_start = set(paths)
        ready, young = self._sorted(watching.fresh(self._archive.connection, paths))
        if ready:
            names = [path for path, _, _ in ready]
            reports = (r for r in self._read(names) if not self._is_known(r))
            add(self._archive, reports, {"watched": names})
        begins = not self._begun and self._at_start.isdisjoint(young)
        if ready or begins:
            with self._writing():
                watching.see(self._archive.connection, ready)
                if begins:
                    watching.begin(self._archive.connection)
                    self._begun = True
        return list(self._news()), young

    def told(self, news: News) -> None:
        """Note that this has been told, and all before it."""
        with self._writing():
            watching.mark(self._archive.connection, self._archive.number(news.report))

    def _is_known(self, report: Report) -> bool:
        return watching.is_known(self._archive.connection, report)

    def _sorted(self, files: Sequence[File]) -> tuple[list[File], list[str]]:
        still = (time.time() - self._settled) * 1e9
        ready = [file for file in files if file[2] <= still]
        return ready, [path for path, _, modified in files if modified > still]

    def _news(self) -> Iterator[News]:
        for number, ident in watching.untold(self._archive.connection):
            yield self._about(number, self._archive.anatomy(ident))

    def _about(self, number: int, anatomy: Anatomy) -> News:
        report = anatomy.report
        stands = watching.standing(self._archive.connection, number)
        earlier = watching.earlier(self._archive.connection, number)
        before = earlier or stands.before
        news = News(
            kind="changed" if earlier else "version" if before else "first",
            report=report.id,
            title=report.title,
            outlet=report.outlet,
            date=report.date,
            url=report.url,
            opening=anatomy.body[0].text if anatomy.body else "",
            dispatch=stands.dispatch,
            versions=stands.versions,
        )
        if before is not None:
            news = _compared(news, self._archive.report(before), report)
        fresh = None if before is None else [*news.added, *(a.now for a in news.altered)]
        claims = self._first_said.of(number, anatomy, fresh, news.renames) if fresh != [] else ()
        return replace(news, claims=tuple(claims))

    def _writing(self) -> AbstractContextManager[None]:
        return writing(self._archive.connection, self._archive.path, self._archive.wait)


def _compared(news: News, before: Report, now: Report) -> News:
    comparison = compare(before, now)
    both = [(row, *_spans(comparison, row)) for row in comparison.rows]
    return replace(
        news,
        before=before.id,
        withdrawn=tuple(a for _, a, b in both if a and not b),
        added=tuple(b for _, a, b in both if b and not a),
        altered=tuple(Altered(a, b) for row, a, b in both if a and b and _is_altered(row)),
        renames=comparison.renames,
    )


def _is_altered(row: Row) -> bool:
    return bool(row.facts_changed) or not _QUIET.issuperset(row.kinds)


def _spans(comparison: Comparison, row: Row) -> tuple[Span | None, Span | None]:
    """The words of a row's sentences on either side, from the first to the last."""
    a = [s for s in comparison.sentences_a if s.n in row.a]
    b = [s for s in comparison.sentences_b if s.n in row.b]
    return (
        Span.of(comparison.a.text, a[0].start, a[-1].end) if a else None,
        Span.of(comparison.b.text, b[0].start, b[-1].end) if b else None,
    )
