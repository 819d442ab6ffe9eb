"""Helper processes that do a batch's work on the other cores: taking apart, and judging pairs.

A helper is this module run as a program: it reads pickled work from its standard input and answers
each piece. It ends when its input ends, so no helper outlives the process that started it, even one
that is killed; and it needs no protection of the caller's main module, as Python's own pools of
processes do.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from queue import SimpleQueue
from typing import Any, BinaryIO

from dateline.store.rows import Prepared, Task, prepare

__all__ = ["Helpers"]

_AT_ONCE = 100
# Ctrl-C is for the process that starts them, also while they load.
_DEAF = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "
_WORTH_IT = 12  # pieces of work of a tenth of a second or two; a helper takes one to start


class Helpers(AbstractContextManager["Helpers"]):
    """Starts one helper for each core once there is enough work to be worth it.

    May be used by several threads at a time.
    """

    def __init__(self, count: int | None = None) -> None:
        self._count = count if count is not None else os.cpu_count() or 1
        self._running: list[subprocess.Popen[bytes]] = []
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._threads: ThreadPoolExecutor | None = None

    def __exit__(self, *_: object) -> None:
        for helper in self._running:
            helper.terminate()
        if self._threads:
            self._threads.shutdown(cancel_futures=True)
        for helper in self._running:
            helper.wait()
            for pipe in (helper.stdin, helper.stdout):
                with suppress(OSError, ValueError):
                    _stream(pipe).close()

    def prepare(self, tasks: Sequence[Task]) -> list[Prepared]:
        """The reports taken apart, in their order."""
        parts = [tasks[start : start + _AT_ONCE] for start in range(0, len(tasks), _AT_ONCE)]
        return [made for part in self.map(_prepare_all, parts) for made in part]

    def map(self, function: Callable[[Any], Any], parts: Sequence[Any]) -> list[Any]:
        """What a function of a module gives for each part, in their order."""
        if self._count < 2 or (not self._running and len(parts) < _WORTH_IT):
            return [function(part) for part in parts]
        threads = self._started()
        return list(threads.map(lambda part: self._call(function, part), parts))

    def _started(self) -> ThreadPoolExecutor:
        if self._threads is None:
            self._running = [_start() for _ in range(self._count)]
            for helper in self._running:
                self._idle.put(helper)
            self._threads = ThreadPoolExecutor(self._count)
        return self._threads

    def _call(self, function: Callable[[Any], Any], part: Any) -> Any:
        helper = self._idle.get()
        try:
            stream = _stream(helper.stdin)
            pickle.dump((function, part), stream, pickle.HIGHEST_PROTOCOL)
            stream.flush()
            answer = pickle.load(_stream(helper.stdout))
        finally:
            self._idle.put(helper)
        if isinstance(answer, Exception):
            raise answer
        return answer


def _prepare_all(tasks: Sequence[Task]) -> list[Prepared]:
    return [prepare(*task) for task in tasks]


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", f"{_DEAF}from {__name__} import serve; serve()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def _stream(pipe: object) -> BinaryIO:
    return pipe  # type: ignore[return-value]  # both were asked for when it was started


def serve() -> None:
    """Do pieces of work until there are no more."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    while True:
        try:
            function, part = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            answer = function(part)
        except Exception as error:
            answer = error
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
