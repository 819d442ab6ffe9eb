"""From bytes to text: which encoding, and what to do where the bytes disagree with it.

The order: a byte order mark (:mod:`dateline.read.source` deals with it), the charset that the file
declares, UTF-8 if the bytes are valid in it, a guess. Bytes that are not UTF-8 inside a line that
mostly is are read as windows-1252, byte by byte. No bytes fail.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

WESTERN = "cp1252"
_SAMPLE_BYTES = 100_000
_BYTEWISE = "dateline.cp1252"
_DAMAGED = "\ufffd"
_BEYOND_ASCII = bytes(range(0x80, 0x100))
# What the charset labels of the web mean in practice (WHATWG Encoding Standard, section 4.2).
_MEANT = {
    "ascii": WESTERN,
    "iso8859-1": WESTERN,
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
_CHARSETS = re.compile(r"utf-8|cp\d+|iso8859-\d+|koi8-\w|mac-\w+|gb18030|big5|big5hkscs|euc_jp")
_MULTIBYTE = ("gb18030", "big5", "big5hkscs", "euc_jp", "cp932", "cp949")
# Encodings in which news is found, the likeliest first among equals.
_COMMON = [
    *(WESTERN, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874"),
    *("koi8_r", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "gb18030", "big5", "cp932"),
    *("euc_jp", "cp949", "mac_roman"),
]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what is to be told about its bytes and was done (empty if nothing)."""

    text: str
    what: str = ""
    done: str = ""


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode a whole file; ``declared`` is the charset that it names itself, if any."""
    charset = _charset(declared)
    utf8 = _strictly(data, "utf-8")
    if utf8 is not None and charset not in _MULTIBYTE:
        # Text in a one-byte encoding is hardly ever valid UTF-8, so UTF-8 wins over the label.
        if charset in ("", "utf-8") or data.isascii():
            return Decoded(utf8)
        return Decoded(utf8, f"declares {declared} but is UTF-8", "read as UTF-8")
    if charset not in ("", "utf-8"):
        text = data.decode(charset, "replace")
        if _DAMAGED not in text:
            return Decoded(text)
        if utf8 is None and text.count(_DAMAGED) <= len(text) / 100:
            return Decoded(text, f"bytes that are not {declared}", "kept, U+FFFD in their place")
    return _line_by_line(data, declared)


def _line_by_line(data: bytes, declared: str) -> Decoded:
    lines = LineDecoder(data)
    text = "".join(lines.decode(line) for line in data.splitlines(keepends=True))
    what, done = lines.verdict()
    if declared and what:
        what = f"declares {declared} but is not all {declared}"
    return Decoded(text, what, done)


class LineDecoder:
    """Decodes a file line by line: UTF-8 where that is valid, one older encoding elsewhere.

    ``sample`` is the beginning of the file, from which the older encoding is guessed when the first
    line turns up that needs it.
    """

    def __init__(self, sample: bytes = b"") -> None:
        self._sample = sample
        self._old = ""
        self._good = 0
        self._bad = 0

    def decode(self, line: bytes) -> str:
        """Decode one line; never fails."""
        text = _strictly(line, "utf-8")
        if text is not None:
            self._good += not text.isascii()
            return text
        self._bad += 1
        if _mostly_utf8(line):
            self._good += 1
            return line.decode("utf-8", _BYTEWISE)
        self._old = self._old or self._guess(line)
        return line.decode(self._old, "replace")

    def _guess(self, line: bytes) -> str:
        lines = self._sample[: self._sample.rfind(b"\n") + 1].splitlines(keepends=True)
        valid = [_strictly(other, "utf-8") is not None for other in lines]
        wrong = (o for o, fine in zip(lines, valid, strict=True) if not fine)
        old = b"".join(o for o in wrong if not _mostly_utf8(o)) or line
        odd = (not o.isascii() for o, fine in zip(lines, valid, strict=True) if fine)
        mixed = self._good or any(odd)
        # A few odd bytes among Latin letters say nothing to charset-normalizer.
        return WESTERN if mixed and _share_beyond_ascii(old) < 0.5 else guess(old)

    def verdict(self) -> tuple[str, str]:
        """What is wrong with the lines so far and what was done; empty if nothing is wrong."""
        if not self._bad:
            return "", ""
        old = (self._old or WESTERN).replace("cp12", "windows-12")
        if not self._good:
            return "not UTF-8, and no encoding is declared", f"read as {old}, a guess"
        lines = "1 line is" if self._bad == 1 else f"{self._bad:,} lines are"
        return f"mixed encodings ({lines} not UTF-8)", f"kept, what is not UTF-8 read as {old}"


def guess(data: bytes) -> str:
    """Guess the encoding of bytes that are not UTF-8 (charset-normalizer).

    Its verdict is often a tie between the Latin encodings; then the commonest wins, except that
    Turkish is known by its words.
    """
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data[:_SAMPLE_BYTES], cp_isolation=_COMMON))
    if not matches:
        return WESTERN
    least, most = min(m.chaos for m in matches), max(m.coherence for m in matches)
    tied = [m for m in matches if m.chaos <= least + 0.03 and m.coherence >= most - 0.02]
    turkish = [m for m in tied if m.encoding == "cp1254" and m.language == "Turkish"]
    same = [name for m in turkish or tied or matches[:1] for name in m.could_be_from_charset]
    return min(same, key=_COMMON.index)


def _charset(declared: str) -> str:
    """Python's name for a declared charset as browsers take it; empty if it is none we trust."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    return name if _CHARSETS.fullmatch(name) else ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _mostly_utf8(line: bytes) -> bool:
    kept = line.decode("utf-8", "ignore")
    valid = len(kept) - len(kept.encode("ascii", "ignore"))
    return 0 < valid >= len(line) - len(kept.encode())


def _share_beyond_ascii(data: bytes) -> float:
    return 1 - len(data.translate(None, _BEYOND_ASCII)) / len(data)


def _as_western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(WESTERN, "replace"), error.end


codecs.register_error(_BYTEWISE, _as_western)
