"""What is shown where a page is not to be had."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import DatelineError, NotFoundError
from dateline.web.reply import reply

__all__ = ["ErrorPage", "known", "plain", "unknown"]


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """One line that says what is wrong; ``status`` is the one of HTTP."""

    status: int
    says: str


def known(request: Request, error: Exception) -> Response:
    """An error of Dateline's own."""
    assert isinstance(error, DatelineError)
    status = 404 if isinstance(error, NotFoundError) else 400
    return _shown(request, ErrorPage(status, str(error)))


def plain(request: Request, error: Exception) -> Response:
    """An address that leads nowhere, and the like."""
    assert isinstance(error, HTTPException)
    says = "There is no such page." if error.status_code == 404 else error.detail
    return _shown(request, ErrorPage(error.status_code, says))


def unknown(request: Request, error: Exception) -> Response:
    """A mistake in Dateline; the details stay on the server."""
    says = f"This is a mistake in Dateline: {type(error).__name__}."
    return _shown(request, ErrorPage(500, says))


def _shown(request: Request, page: ErrorPage) -> Response:
    return reply(request, "error.html", page, page.status)
