"""Cuts JSON into the bytes of its records without parsing it, so that large arrays stream.

Only strings and brackets are looked at; what is wrong inside a record shows when the record is
parsed, and does not spoil the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_CHUNK_BYTES = 1 << 20
_DEEPEST = 1000
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]"]', re.DOTALL)
_STRING_END = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_QUOTE, _ARRAY, _OBJECT = b'"[{'


class Splitter:
    """Iterates over the records in what ``read(size)`` gives, each as its bytes.

    A record is an object in an array, or with ``at_top`` an object that has nothing around it;
    objects inside a record are not records. ``None`` stands for a record of more than ``limit``
    bytes, which is never held whole. After the iteration ``broken`` says whether the data ended
    inside an array or object.
    """

    def __init__(self, read: Callable[[int], bytes], limit: int, *, at_top: bool = False) -> None:
        self._read = read
        self._limit = limit
        self._parent = None if at_top else _ARRAY
        self._open = bytearray()
        self._data = b""
        self._begin: int | None = None
        self._depth = 0
        self._lost = False
        self.broken = False

    def __iter__(self) -> Iterator[bytes | None]:
        done = 0
        while (chunk := self._read(_CHUNK_BYTES)) and len(self._open) < _DEEPEST:
            done = self._append(chunk, done)
            for token in _TOKEN.finditer(self._data, done):
                start, end = token.span()
                if self._data[start] != _QUOTE:
                    if self._bracket(self._data[start], start):
                        yield self._record(end)
                elif end - start == 1:  # the string goes on in the next chunk
                    done = start
                    break
            else:
                done = len(self._data)
        self.broken = bool(self._open)

    def _bracket(self, bracket: int, at: int) -> bool:
        """Take in a bracket; return whether it ends a record."""
        if bracket not in (_ARRAY, _OBJECT):
            if self._open:
                self._open.pop()
            return self._begin is not None and len(self._open) == self._depth
        parent = self._open[-1] if self._open else None
        if self._begin is None and bracket == _OBJECT and parent == self._parent:
            self._begin, self._depth, self._lost = at, len(self._open), False
        self._open.append(bracket)
        return False

    def _record(self, end: int) -> bytes | None:
        data = self._data[self._begin : end]
        lost = self._lost or len(data) > self._limit
        self._begin = None
        return None if lost else data

    def _append(self, chunk: bytes, done: int) -> int:
        """Add a chunk, forget what is done with, and return where to go on."""
        if self._begin is not None and len(self._data) - self._begin > self._limit:
            self._lost = True
        keep = done if self._begin is None or self._lost else self._begin
        if len(self._data) - done > self._limit:  # only a string can be left over
            self._data = self._after_string(self._data[done + 1 :] + chunk)
            keep = done = 0
        else:
            self._data = self._data[keep:] + chunk
        self._begin = None if self._begin is None else 0
        return done - keep

    def _after_string(self, data: bytes) -> bytes:
        """Skip the rest of a string, which begins with ``data``; return what follows it."""
        while not (end := _STRING_END.match(data)):
            backslashes = len(data) - len(data.rstrip(b"\\"))
            chunk = self._read(_CHUNK_BYTES)
            if not chunk:
                return b""
            data = b"\\" * (backslashes % 2) + chunk
        return data[end.end() :]
