"""Helper processes that take reports apart on the other cores.

A helper is this module run as a program: it reads pickled lists of reports from its standard input
and answers each with a pickled list. It ends when its input ends, so no helper outlives the process
that started it, even one that is killed; and it needs no protection of the caller's main module, as
Python's own pools of processes do.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from typing import BinaryIO

from dateline.model import Report
from dateline.store.rows import Prepared, prepare

__all__ = ["Helpers"]

Task = tuple[Report, str]  # a report and the hash of its content

_WORTH_IT = 400
_AT_ONCE = 100


class Helpers(AbstractContextManager["Helpers"]):
    """Prepares reports, in helper processes once there are enough of them to be worth it."""

    def __init__(self, count: int | None = None) -> None:
        self._count = count if count is not None else os.cpu_count() or 1
        self._running: list[subprocess.Popen[bytes]] = []

    def __exit__(self, *_: object) -> None:
        for helper in self._running:
            helper.terminate()
        for helper in self._running:
            helper.wait()
            for pipe in (helper.stdin, helper.stdout):
                with suppress(OSError, ValueError):
                    _stream(pipe).close()

    def prepare(self, tasks: Sequence[Task]) -> list[Prepared]:
        """The reports taken apart, in their order."""
        if self._count < 2 or (not self._running and len(tasks) < _WORTH_IT):
            return [prepare(*task) for task in tasks]
        if not self._running:
            self._running = [_started() for _ in range(self._count)]
        parts = [tasks[start : start + _AT_ONCE] for start in range(0, len(tasks), _AT_ONCE)]
        done: list[Prepared] = []
        for n, part in enumerate(parts):
            if n >= self._count:
                done += _received(self._running[n % self._count])
            _send(self._running[n % self._count], part)
        for n in range(max(0, len(parts) - self._count), len(parts)):
            done += _received(self._running[n % self._count])
        return done


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", f"from {__name__} import serve; serve()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def _send(helper: subprocess.Popen[bytes], tasks: Sequence[Task]) -> None:
    stream = _stream(helper.stdin)
    pickle.dump(tasks, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def _received(helper: subprocess.Popen[bytes]) -> list[Prepared]:
    answer: list[Prepared] | Exception = pickle.load(_stream(helper.stdout))
    if isinstance(answer, Exception):
        raise answer
    return answer


def _stream(pipe: object) -> BinaryIO:
    return pipe  # type: ignore[return-value]  # both were asked for when it was started


def serve() -> None:
    """Answer lists of reports until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started us
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    while True:
        try:
            tasks: list[Task] = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            answer: list[Prepared] | Exception = [prepare(*task) for task in tasks]
        except Exception as error:
            answer = error
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
