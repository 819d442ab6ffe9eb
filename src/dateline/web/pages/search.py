"""Search: the reports with all of some words."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import UsageError
from dateline.store.words import Hit, is_common, search
from dateline.web.ask import number_of, text_of
from dateline.web.reply import reply

__all__ = ["Found", "SearchPage", "found"]

_AT_ONCE = 20
_AROUND = 140


@dataclass(frozen=True, slots=True)
class Found:
    """A report with the words around the first of those searched for, as ``(text, is_found)``."""

    report: str
    title: str
    outlet: str
    date: str
    dispatch: str
    snippet: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The best reports for ``words``, ``page`` by page; ``problem`` says why there are none.

    ``newest_first``: so many have the words that the newest are shown first, not the best."""

    words: str
    found: tuple[Found, ...]
    page: int
    more: bool
    newest_first: bool = False
    problem: str = ""


def found(request: Request) -> Response:
    """``/search?q=WORDS``."""
    words, page = text_of(request, "q"), number_of(request, "page", 1, 1, 500)
    if not words:
        return reply(request, "search.html", SearchPage("", (), 1, False))
    with request.app.state.site.open() as archive:
        try:
            hits = search(archive.connection, words, _AT_ONCE + 1, (page - 1) * _AT_ONCE)
        except UsageError as error:
            return reply(
                request, "search.html", SearchPage(words, (), 1, False, problem=str(error))
            )
        common = is_common(archive.connection, words)
    some = tuple(_found(hit) for hit in hits[:_AT_ONCE])
    return reply(
        request, "search.html", SearchPage(words, some, page, len(hits) > _AT_ONCE, common)
    )


def _found(hit: Hit) -> Found:
    return Found(hit.report, hit.title, hit.outlet, hit.date, hit.dispatch, tuple(_snippet(hit)))


def _snippet(hit: Hit) -> list[tuple[str, bool]]:
    text = hit.text
    if not hit.spans:
        return [(_start(text, 2 * _AROUND), False)]
    first = hit.spans[0].start
    at = _word_start(text, max(0, first - _AROUND))
    end = len(text)
    if end > first + 2 * _AROUND:
        end = max(text.rfind(" ", first, first + 2 * _AROUND), hit.spans[0].end)
    out = [("… " if at else "", False)]
    for span in hit.spans:
        if at <= span.start and span.end <= end:
            out += [(text[at : span.start], False), (span.text, True)]
            at = span.end
    out.append((text[at:end] + (" …" if end < len(text) else ""), False))
    return [piece for piece in out if piece[0]]


def _start(text: str, most: int) -> str:
    return text if len(text) <= most else text[: _word_start(text, most)].rstrip() + " …"


def _word_start(text: str, at: int) -> int:
    """The start of the next word, so that none is cut."""
    space = text.find(" ", at, at + 30)
    return 0 if at == 0 else (space + 1 or at)
