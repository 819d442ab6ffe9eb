"""Some words of a report with what stands around them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.errors import NotFoundError
from dateline.store import Archive

__all__ = ["Excerpt", "excerpt"]

_AROUND = 280


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``words`` of a ``report`` with what is ``before`` and ``after`` them.

    ``placed`` is false where it is not known where the words stand; then nothing is around them.
    ``title``, ``outlet`` and ``date`` are the report's.
    """

    report: str
    title: str
    outlet: str
    date: str
    before: str
    words: str
    after: str
    placed: bool


def excerpt(archive: Archive, ident: str, words: str, at: int | None) -> Excerpt:
    """The words at code point ``at`` of a report, and up to 280 letters on either side.

    Of a report that is not in the archive there are only the words.
    """
    try:
        report = archive.report(ident)
    except NotFoundError:
        return Excerpt(ident, "", "", "", "", words, "", False)
    about = (ident, report.title, report.outlet, report.date)
    if at is None or report.text[at : at + len(words)] != words:
        return Excerpt(*about, "", words, "", False)
    start, end = at - _AROUND, at + len(words)
    before, after = report.text[max(0, start) : at], report.text[end : end + _AROUND]
    if start > 0:
        before = f"… {before.partition(' ')[2]}"
    if end + _AROUND < len(report.text):
        after = f"{after.rpartition(' ')[0]} …"
    return Excerpt(*about, before, words, after, True)
