"""The routes of the web app over one archive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.claims.situation import Parties
from dateline.errors import DatelineError
from dateline.web.guard import Guard, Rules, TooLargeError, too_large
from dateline.web.pages import (
    adding,
    claims,
    dispatch,
    errors,
    judging,
    lineage,
    report,
    search,
    situation,
    stories,
    style,
)
from dateline.web.site import Site

__all__ = ["application"]

_STATIC = Path(__file__).parent / "static"
_PAGES: tuple[tuple[str, Callable[[Request], Response]], ...] = (
    ("/stories", stories.stories),
    ("/search", search.found),
    ("/dispatch/{ident}/lineage", lineage.lineage),
    ("/dispatch/{ident}/claims", claims.of_dispatch),
    ("/dispatch/{ident}", dispatch.dispatch),
    ("/claims", claims.claims),
    ("/dispatch/{ident}/situation", situation.of_dispatch),
    ("/situation", situation.situation),
    ("/style", style.style),
    ("/report", report.report),
    ("/add", adding.show),
    ("/decisions", judging.decisions),
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
    app.state.site = Site(archive, rules.most, parties or Parties())
    return Guard(app, rules)


def _routes() -> list[BaseRoute]:
    """Each page at its address, and its JSON at the same with ``.json``, which goes first."""
    pages = [Route(path + ending, page) for ending in (".json", "") for path, page in _PAGES]
    forms = [
        Route("/add", adding.add, methods=["POST"]),
        Route("/judge", judging.judge, methods=["POST"]),
        Route("/undo", judging.undo, methods=["POST"]),
    ]
    static = Mount("/static", StaticFiles(directory=_STATIC), name="static")
    return [Route("/", stories.front), *forms, *pages, static]


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    yield
    app.state.site.jobs.close()
