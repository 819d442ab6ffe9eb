"""Helper processes that do work on the other cores: taking apart, judging pairs, reading claims.

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
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from itertools import chain, islice
from queue import SimpleQueue
from threading import Lock
from typing import Any, BinaryIO

from dateline.errors import InputError

__all__ = ["Helpers", "cores"]

# Ctrl-C is for the process that starts them, also while they load.
_DEAF = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "
_WORTH_IT = 12  # pieces of work of a tenth of a second or two; a helper takes one to start
_MOST = 16  # more than this process can hand work to


def cores() -> int:
    """How many cores this process may use."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return usable or 1


class Helpers(AbstractContextManager["Helpers"]):
    """Starts one helper for each core once there is enough work to be worth it.

    May be used by several threads at a time.
    """

    def __init__(self, count: int | None = None) -> None:
        self._count = min(_MOST, cores()) if count is None else count
        self._running: list[subprocess.Popen[bytes]] = []
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._threads: ThreadPoolExecutor | None = None
        self._lock = Lock()

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

    def map(self, function: Callable[[Any], Any], parts: Iterable[Any]) -> Iterator[Any]:
        """What a function of a module gives for each part, in their order, as it is done.

        A `dateline.spread.Spread`. Parts are taken as they are needed, some ahead.

        Raises:
            InputError: a helper was killed.
        """
        rest = iter(parts)
        if self._count > 1 and not self._running:
            first = list(islice(rest, _WORTH_IT))
            rest = chain(first, rest)
            if len(first) < _WORTH_IT:
                return map(function, rest)
        return self._spread(function, rest) if self._count > 1 else map(function, rest)

    def _spread(self, function: Callable[[Any], Any], parts: Iterator[Any]) -> Iterator[Any]:
        threads = self._started()
        waiting: deque[Future[Any]] = deque()
        for part in parts:
            waiting.append(threads.submit(self._call, function, part))
            if len(waiting) > 2 * self._count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _started(self) -> ThreadPoolExecutor:
        with self._lock:
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
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise InputError("a helper process was killed: is there too little memory?") from error
        finally:
            self._idle.put(helper)
        if isinstance(answer, Exception):
            raise answer
        return answer


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
