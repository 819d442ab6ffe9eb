"""One opened input: its bytes, unpacked and bounded, and where to tell what is wrong with it."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from itertools import count
from typing import IO, Any

from dateline.read.encoding import LineDecoder
from dateline.read.limits import megabytes
from dateline.read.paths import reason, shown
from dateline.read.problems import Teller
from dateline.read.reading import Reading

HEAD_BYTES = 1 << 16
_BUFFER_BYTES = 1 << 18
_GZIP = b"\x1f\x8b"
_MARKS = (
    (codecs.BOM_UTF8, ""),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Input:
    """The bytes of one file or of standard input, and the problems found in them.

    ``stream`` gives the content: unpacked if it was gzipped, in UTF-8 if it was UTF-16 or UTF-32,
    without a byte order mark. It ends, rather than fails, where the file cannot be read further;
    ``faults`` then says why. ``head`` is its beginning, and is not consumed by looking at it.
    ``packed`` and ``recoded`` say whether the stream differs from the file's own bytes.
    ``decoder`` is for formats that decode line by line; :meth:`finish` tells its verdict.
    """

    def __init__(self, name: str, raw: IO[bytes], reading: Reading) -> None:
        self.name = name
        self.path = shown(name)
        self.reading = reading
        self.faults: list[str] = []
        self.packed = self.recoded = False
        self._records = Teller(reading.on_problem, reading.limits)
        self._troubled = False
        self.stream = self._unpack(self._steady(raw))
        self.head = self.stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        self.decoder = LineDecoder(b"" if b"\0" in self.head else self.head)

    @property
    def suffix(self) -> str:
        """The last suffix of the file's name, ``.gz`` apart, in lower case: ``.jsonl``."""
        name = self.name.lower().removesuffix(".gz")
        return name[name.rfind(".") :] if "." in name else ""

    def tell(
        self, what: str, done: str, *, record: str = "", detail: str = "", skipped: bool = True
    ) -> None:
        """Tell a problem of a record, or without ``record`` of the file as a whole.

        ``detail`` is what differs between problems of the same kind.
        """
        self._troubled = True
        teller = self._records if record else self.reading.files
        teller.tell(self.path, what, done, record=record, detail=detail, skipped=skipped)

    def finish(self, reports: int) -> None:
        """Tell what shows only at the end, ``reports`` being the number that was read."""
        what, done = self.decoder.verdict()
        if what:
            self.tell(what, done, skipped=False)
        for fault in self.faults:
            done = "what came before it is kept" if reports else "skipped"
            after = f"after {reports:,} report{'s' * (reports > 1)}"
            self.tell(fault, done, detail=after if reports else "")
        if not reports and not self._troubled:
            self.tell("no report in it", "skipped")
        self._records.close(self.path)

    def whole(self) -> bytes | None:
        """Read a file that is one report; ``None`` (told) if it is too large or breaks off."""
        limit = self.reading.limits.record
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            self.tell(f"larger than {megabytes(limit)}, too large for one report", "skipped")
            return None
        return None if self.faults else data

    def lines(self, ahead: bytes = b"") -> Iterator[tuple[int, bytes]]:
        r"""Yield number (from 1) and bytes of each line with its ``\n``; too long ones are told.

        ``ahead`` is a first line already taken from the stream. A last line that the end of broken
        data cut off is left out.
        """
        limit = self.reading.limits.record
        readline = self.stream.readline
        for n in count(1):
            line = ahead or readline(limit + 1)
            ahead = b""
            if not line or (self.faults and not line.endswith(b"\n")):
                return
            if len(line) > limit:
                self._skip_line(line)
                self.tell(f"longer than {megabytes(limit)}", "skipped", record=f"line {n}")
            else:
                yield n, line

    def _skip_line(self, line: bytes) -> None:
        while line and not line.endswith(b"\n"):
            line = self.stream.readline(_BUFFER_BYTES)

    def _steady(self, raw: Any) -> io.BufferedReader:
        return io.BufferedReader(_Steady(raw, self.faults), _BUFFER_BYTES)

    def _unpack(self, stream: io.BufferedReader) -> io.BufferedReader:
        self.packed = stream.peek(2).startswith(_GZIP)
        if self.packed:
            stream = self._steady(gzip.GzipFile(fileobj=stream))
        start = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        mark, encoding = next((m for m in _MARKS if start.startswith(m[0])), (b"", ""))
        encoding = encoding if mark else _unmarked_utf16(start)
        self.recoded = bool(mark or encoding)
        if encoding:
            return self._steady(_Recoded(stream, encoding))
        stream.read(len(mark))
        return stream


class _Steady(io.RawIOBase):
    """The bytes of ``raw`` until they end or fail; a failure goes to ``faults``."""

    def __init__(self, raw: Any, faults: list[str]) -> None:
        self._raw = raw
        self._faults = faults

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        filled = 0
        try:
            # Fill it: pipes and gzip members give less than asked, and the head must be full.
            while filled < len(view) and (data := self._raw.read1(len(view) - filled)):
                view[filled : filled + len(data)] = data
                filled += len(data)
        except (OSError, EOFError, zlib.error, ValueError) as error:
            if not self._faults:
                self._faults.append(_fault(error))
        return filled


class _Recoded:
    """Bytes in a two- or four-byte encoding, read as UTF-8; damaged characters become U+FFFD."""

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""

    def read1(self, size: int) -> bytes:
        while not self._ready:
            data = self._stream.read(size)
            self._ready = self._decoder.decode(data, final=not data).encode()
            if not data:
                break
        data, self._ready = self._ready[:size], self._ready[size:]
        return data


def _fault(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "the gzip data breaks off"
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return "the gzip data is damaged"
    return f"reading it failed: {reason(error)}"


def _unmarked_utf16(head: bytes) -> str:
    """Name the UTF-16 of text without a byte order mark: every other byte mostly zero."""
    even, odd, half = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if half < 2 or max(even, odd) < half * 0.7 or min(even, odd) > half * 0.02:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"
