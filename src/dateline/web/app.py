"""The routes of the web app over one archive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.errors import DatelineError
from dateline.web.guard import Guard, Rules, TooLargeError, too_large
from dateline.web.pages import (
    adding,
    dispatch,
    errors,
    judging,
    lineage,
    search,
    stories,
    style,
)
from dateline.web.reply import STATIC
from dateline.web.site import Site

__all__ = ["application"]

if TYPE_CHECKING:
    from dateline.claims.situation import Parties

Page = Callable[[Request], Response]


def _later(module: str, name: str) -> Page:
    """A page whose module is loaded when it is first asked for: reading claims takes a moment."""

    def page(request: Request) -> Response:
        found: Page = getattr(import_module(f"dateline.web.pages.{module}"), name)
        return found(request)

    return page


def _form(module: str, name: str) -> Callable[[Request], Awaitable[Response]]:
    """The same for what a form is sent to."""

    async def form(request: Request) -> Response:
        page: Callable[[Request], Awaitable[Response]]
        page = getattr(import_module(f"dateline.web.pages.{module}"), name)
        return await page(request)

    return form


_PAGES: tuple[tuple[str, Page], ...] = (
    ("/stories", stories.stories),
    ("/search", search.found),
    ("/dispatch/{ident}/lineage", lineage.lineage),
    ("/dispatch/{ident}/claims", _later("claims", "claims")),
    ("/dispatch/{ident}/file", _later("story", "file")),
    ("/dispatch/{ident}", dispatch.dispatch),
    ("/claims", _later("claims", "claims")),
    ("/dispatch/{ident}/situation", _later("situation", "situation")),
    ("/situation", _later("situation", "situation")),
    ("/style", style.style),
    ("/report", _later("report", "report")),
    ("/add", adding.show),
    ("/decisions", judging.decisions),
    ("/judge", _later("finding", "finding")),
    ("/sample", _later("sampling", "sample")),
)


def application(archive: str, rules: Rules | None = None, parties: Parties | None = None) -> Guard:
    """The app over the archive in a file; ``rules`` say who may ask (default: this computer).

    ``parties`` are the sides that the user gives to sources."""
    app = Starlette(
        routes=[*_routes()],
        exception_handlers={
            DatelineError: errors.known,
            HTTPException: errors.plain,
            TooLargeError: too_large,
            500: errors.unknown,
        },
        lifespan=_lifespan,
    )
    rules = rules or Rules()
    app.state.site = Site(archive, rules.most, parties)
    return Guard(app, rules)


def _routes() -> list[BaseRoute]:
    """Each page at its address, and its JSON at the same with ``.json``, which goes first."""
    pages = [Route(path + ending, page) for ending in (".json", "") for path, page in _PAGES]
    forms = [
        Route("/add", adding.add, methods=["POST"]),
        Route("/judge", judging.judge, methods=["POST"]),
        Route("/undo", judging.undo, methods=["POST"]),
        Route("/sample/draw", _form("sampling", "draw"), methods=["POST"]),
        Route("/sample/answer", _form("sampling", "answer"), methods=["POST"]),
        Route("/sample/undo", _form("sampling", "undo"), methods=["POST"]),
    ]
    files = [
        Route("/sample/sheet.csv", _later("sampling", "file")),
        Route("/dispatch/{ident}/export/{name}", _later("exports", "export")),
    ]
    static = Mount("/static", StaticFiles(directory=STATIC), name="static")
    return [Route("/", stories.front), *forms, *files, *pages, static]


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    yield
    app.state.site.jobs.close()
