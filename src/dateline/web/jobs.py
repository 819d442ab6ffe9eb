"""Adding what a page was given: one job at a time, beside the pages, in the one-writer way."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from dateline.errors import DatelineError
from dateline.model import Problem, Report

__all__ = ["Job", "Jobs"]

_KEPT = 50
_SHOWN_PROBLEMS = 200


@dataclass(frozen=True, slots=True)
class Job:
    """Files that were dropped on the page, and what became of them.

    ``state`` is ``waiting``, ``at work``, ``done`` or ``failed``; ``problems`` names bad inputs.
    """

    number: int
    files: tuple[str, ...]
    state: str = "waiting"
    read: int = 0
    added: int = 0
    problems: tuple[str, ...] = ()
    more_problems: int = 0


class Jobs:
    """The jobs of one server; nothing is kept when it ends but what they added."""

    def __init__(self) -> None:
        self._jobs: dict[int, Job] = {}
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, "adding")

    def all(self) -> list[Job]:
        """The jobs, the last one first."""
        with self._lock:
            return sorted(self._jobs.values(), key=lambda job: -job.number)

    def start(self, archive: str, folder: Path) -> Job:
        """Add the files of a folder, which is removed at the end."""
        with self._lock:
            number = max(self._jobs, default=0) + 1
            files = tuple(sorted(p.relative_to(folder).as_posix() for p in _files(folder)))
            job = self._jobs[number] = Job(number, files)
            for old in sorted(self._jobs)[:-_KEPT]:
                del self._jobs[old]
        self._worker.submit(self._run, number, archive, folder)
        return job

    def close(self) -> None:
        """Let the job at work come to its end; those that wait are dropped."""
        self._worker.shutdown(cancel_futures=True)

    def _run(self, number: int, archive: str, folder: Path) -> None:
        self._note(number, state="at work")
        try:
            self._add(number, archive, folder)
        except DatelineError as error:
            self._fail(number, str(error))
        except Exception as error:  # whatever it is, the page must say that it did not go well
            self._fail(number, f"this is a mistake in Dateline: {type(error).__name__}: {error}")
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _add(self, number: int, archive: str, folder: Path) -> None:
        from dateline.read import Columns, read_reports
        from dateline.run import archive as stages
        from dateline.store import Archive

        def problem(found: Problem) -> None:
            self._tell(number, str(replace(found, path=_inside(found.path, folder))))

        reports = read_reports([str(folder)], Columns(), problem)
        with Archive.open(archive) as opened:
            done = stages.add(
                opened,
                (_as_given(report, folder) for report in reports),
                {"paths": ["(dropped on the page)"]},
                progress=lambda _, n, total: self._note(number, read=n),
            )
        self._note(number, state="done", read=done.read, added=done.added)

    def _note(self, number: int, **what: object) -> None:
        with self._lock:
            if number in self._jobs:
                self._jobs[number] = replace(self._jobs[number], **what)  # type: ignore[arg-type]

    def _tell(self, number: int, says: str) -> None:
        job = self._jobs[number]
        if len(job.problems) < _SHOWN_PROBLEMS:
            self._note(number, problems=(*job.problems, says))
        else:
            self._note(number, more_problems=job.more_problems + 1)

    def _fail(self, number: int, says: str) -> None:
        self._note(number, state="failed")
        self._tell(number, says)


def folder() -> Path:
    """A new folder for files on their way into the archive; nobody else may read it."""
    return Path(tempfile.mkdtemp(prefix="dateline-added-"))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _inside(path: str, folder: Path) -> str:
    return path.removeprefix(f"{folder}/")


def _as_given(report: Report, folder: Path) -> Report:
    """The report by the name that its file had, so that the same file twice is the same report."""
    return replace(report, id=_inside(report.id, folder), source=_inside(report.source, folder))
