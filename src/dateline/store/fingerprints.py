"""Hashes that tell whether two reports are the same, and under which sameness.

``content``
    Text and metadata, to the letter. A report whose id and content are in the archive is there.
``words``
    The letters and digits of the text alone, folded for case and compatibility forms. It outlives a
    second reading with other white space or quotation marks, so judgements are kept by it.
``text``
    The text to the letter: what offsets count in.
``tie``
    A number that orders reports of the same size, whatever order they came in.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from dateline.model import Report

__all__ = ["content_hash", "file_hash", "text_hash", "tie", "words_hash"]

_BETWEEN = re.compile(r"[\W_]+")
_SIZE = 16


def content_hash(report: Report) -> str:
    """The hash of text, title, outlet, date and url; the id and where it was read are no part."""
    fields = (report.text, report.title, report.outlet, report.date, report.url)
    hasher = hashlib.blake2b(digest_size=_SIZE)
    for field in fields:
        data = field.encode("utf-8", "surrogatepass")
        hasher.update(len(data).to_bytes(8, "little") + data)
    return hasher.hexdigest()


def words_hash(text: str) -> str:
    """The hash of the words of a text: NFKC, folded for case, one space for all that is between."""
    words = _BETWEEN.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    data = words.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=_SIZE).hexdigest()


def text_hash(text: str) -> str:
    """The SHA-256 of a text in UTF-8, which ties offsets to the text that they count in."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def tie(report_id: str, content: str) -> int:
    """64 bits that a report's id and content decide."""
    data = f"{content}\n{report_id}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")


def file_hash(path: Path) -> tuple[str, int]:
    """SHA-256 of a file's bytes, and how many they are.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return digest.hexdigest(), file.tell()
