"""How much the readers take in at once, and how much they say about one file."""

from __future__ import annotations

from dataclasses import dataclass

MAX_RECORD_BYTES = 20_000_000
MAX_DOCUMENT_BYTES = 256_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on memory and on noise.

    ``record``: bytes of one report as it is stored (a file of one report, a line, a row, an element
    of an array); what is longer is skipped and told, and is never held whole.
    ``document``: bytes of a JSON object that wraps its records in an array, which cannot be
    streamed.
    ``told``: so many problems of one kind in one file are told one by one; beyond that only the
    first ``few`` are, and one line counts the rest.
    """

    record: int = MAX_RECORD_BYTES
    document: int = MAX_DOCUMENT_BYTES
    told: int = 20
    few: int = 5


DEFAULTS = Limits()


def megabytes(size: int) -> str:
    """``size`` bytes as a person says it.

    >>> megabytes(20_000_000)
    '20 MB'
    """
    return f"{size / 1e6:,.3g} MB"
