"""A page's value as HTML, or as the JSON that is its twin."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import orjson
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dateline.model import Finding, Habit, Rename
from dateline.run.as_findings import named, renamed
from dateline.run.marking import ARROW, in_words
from dateline.text.days import comparable
from dateline.web.ranges import ranged

__all__ = ["STATIC", "html", "json", "reply", "templates", "wants_json"]

STATIC = Path(__file__).parent / "static"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def reply(request: Request, template: str, page: Any, status: int = 200) -> Response:
    """The page as the address asks for it: with ``.json`` at the end of its path as JSON."""
    return json(page, status) if wants_json(request) else html(request, template, page, status)


def wants_json(request: Request) -> bool:
    """Whether the twin is asked for."""
    return request.url.path.endswith(".json")


def json(page: Any, status: int = 200) -> Response:
    """The value as JSON, field by field."""
    return Response(orjson.dumps(page), status, {"Cache-Control": "no-store"}, "application/json")


def html(request: Request, template: str, page: Any, status: int = 200) -> Response:
    """The page as HTML; everything that comes from reports is escaped."""
    assert is_dataclass(page)
    site = request.app.state.site
    about = {"page": page, "site": site, "request": request, "css": "", "bare": False}
    shown = templates().get_template(template).render(about)
    return HTMLResponse(shown, status, {"Cache-Control": "no-store"})


@cache
def templates() -> Environment:
    """The templates; a name that is missing in them is an error, never an empty place."""
    made = Environment(
        loader=PackageLoader("dateline.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(day=day, number=number, count=count, q=_quoted, twin=twin, ranged=ranged)
    made.filters.update(at=_at, habit=_habit, holds=in_words, file=_file)
    return made


def day(text: str) -> str:
    """A date as people read it; what cannot be read for sure as it is.

    >>> day("2017-10-26T14:05:00"), day("10/26/2017"), day("10/6/2017")
    ('26 Oct 2017', '26 Oct 2017', '10/6/2017')
    """
    known = comparable(text)
    if not known:
        return text
    found = date.fromisoformat(known[:10])
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def number(value: int) -> str:
    """A count with its thousands apart."""
    return f"{value:,}"


def count(value: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> count(1, "dispatch", "dispatches"), count(2000, "report")
    ('1 dispatch', '2,000 reports')
    """
    return f"{value:,} {one if value == 1 else many or one + 's'}"


def twin(request: Request) -> str:
    """The address of the page's JSON."""
    path = request.url.path if request.url.path != "/" else "/stories"
    return quote(path) + ".json" + (f"?{request.url.query}" if request.url.query else "")


def _at(rename: Rename) -> str:
    """The name of a rename among the findings."""
    return renamed(rename).at


def _habit(habit: Habit) -> Finding:
    """A rename of a house style, wherever the archive has it."""
    judged = habit.judged
    machine = judged.machine if judged else f"{habit.what}: {habit.they}{ARROW}{habit.we}"
    return named(machine, "", "", judged)


def _file(ident: str) -> str:
    """The end of an id that is a path."""
    return ident.rsplit("/", 1)[-1]


def _quoted(text: str) -> Markup:
    """Text for a place in an address."""
    return Markup(quote(text, safe=""))
