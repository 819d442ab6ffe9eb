"""Sample: findings drawn at random, answered one by one, and how often the machine was right."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline import __version__
from dateline.errors import NotFoundError, UsageError
from dateline.run.sample import Precision, csv_of, drawn, methods, precision
from dateline.store import Archive
from dateline.store import sheets as store
from dateline.store.sheets import Item, Sheet
from dateline.web.ask import number_of
from dateline.web.excerpts import Excerpt, excerpt
from dateline.web.forms import field, is_ours, refused
from dateline.web.reply import reply
from dateline.web.site import Site

__all__ = ["Asked", "SamplePage", "answer", "draw", "file", "sample", "undo"]

_MOST = 200  # findings of each kind
_USUAL = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """Finding ``n`` of a sheet, with where its words stand in ``a`` and, of two reports, in ``b``.

    ``dispatch`` is the id of the dispatch of ``a``, which shows both side by side; empty where that
    report is not in this archive.
    """

    n: int
    item: Item
    a: Excerpt
    b: Excerpt | None
    dispatch: str


@dataclass(frozen=True, slots=True)
class SamplePage:
    """A ``sheet`` with its ``items``, the one that is ``asked``, and what the answers say.

    ``open`` is how many are not answered yet; ``last`` the number of the one answered last, which
    can be taken back. ``methods`` is the paragraph for a methods section. ``sheets`` are all that
    were drawn, the last one first.
    """

    sheets: tuple[Sheet, ...]
    sheet: Sheet | None = None
    items: tuple[Item, ...] = ()
    asked: Asked | None = None
    open: int = 0
    last: int | None = None
    found: tuple[Precision, ...] = ()
    methods: str = ""


def sample(request: Request) -> Response:
    """``GET /sample``: the last ``sheet`` or another; its next open finding, or one ``item``."""
    with request.app.state.site.open() as archive:
        page = _page(request, archive)
    return reply(request, "sample.html", page)


def file(request: Request) -> Response:
    """``GET /sample/sheet.csv``: a ``sheet`` with its answers, as ``dateline sample`` writes it."""
    with request.app.state.site.open() as archive:
        sheet = _sheet(request, store.sheets(archive))
        if sheet is None:
            raise NotFoundError("no sheet was drawn yet")
        text = csv_of(store.items(archive, sheet.number))
    named = {"Content-Disposition": f'attachment; filename="sheet-{sheet.number}.csv"'}
    return Response(text.encode(), 200, {"Cache-Control": "no-store", **named}, "text/csv")


async def draw(request: Request) -> Response:
    """``POST /sample/draw``: a new sheet of ``size`` findings of each kind by a ``seed``."""
    async with request.form() as form:
        if not is_ours(request, form):
            return refused()
        sheet = await run_in_threadpool(_draw, request.app.state.site, form)
    return RedirectResponse(f"/sample?sheet={sheet.number}", 303)


async def answer(request: Request) -> Response:
    """``POST /sample/answer``: the ``answer`` to finding ``n`` of a ``sheet``."""
    async with request.form() as form:
        if not is_ours(request, form):
            return refused()
        sheet, n = _number(form, "sheet"), _number(form, "n")
        await run_in_threadpool(_answer, request.app.state.site, sheet, n, field(form, "answer"))
    return RedirectResponse(f"/sample?sheet={sheet}", 303)


async def undo(request: Request) -> Response:
    """``POST /sample/undo``: take the last answer of a ``sheet`` back and ask again."""
    async with request.form() as form:
        if not is_ours(request, form):
            return refused()
        sheet = _number(form, "sheet")
        n = await run_in_threadpool(_undo, request.app.state.site, sheet)
    return RedirectResponse(f"/sample?sheet={sheet}" + (f"&item={n}" if n else ""), 303)


def _draw(site: Site, form: FormData) -> Sheet:
    seed, size = _number(form, "seed"), _number(form, "size")
    if not 1 <= size <= _MOST:
        raise UsageError(f"a sheet has 1 to {_MOST} findings of each kind")
    with site.open() as archive:
        return store.keep(archive, drawn(archive, size, seed), seed, size, __version__)


def _answer(site: Site, sheet: int, n: int, given: str) -> None:
    with site.open() as archive:
        store.answer(archive, sheet, n, given)


def _undo(site: Site, sheet: int) -> int | None:
    with site.open() as archive:
        return store.undo(archive, sheet)


def _number(form: FormData, name: str) -> int:
    given = field(form, name)
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise UsageError(f"{name}: not a whole number")
    return int(given)


def _page(request: Request, archive: Archive) -> SamplePage:
    sheets = store.sheets(archive)
    sheet = _sheet(request, sheets)
    if sheet is None:
        return SamplePage(())
    items = store.items(archive, sheet.number)
    waiting = [n for n, item in enumerate(items, 1) if not item.answer]
    n = number_of(request, "item", waiting[0] if waiting else 0, 0, len(items))
    found = precision([{"kind": item.kind, "answer": item.answer} for item in items])
    return SamplePage(
        tuple(sheets),
        sheet,
        tuple(items),
        _asked(archive, n, items[n - 1]) if n else None,
        len(waiting),
        store.last(archive, sheet.number),
        tuple(found),
        methods(found, __version__, sheet),
    )


def _sheet(request: Request, sheets: list[Sheet]) -> Sheet | None:
    """The sheet asked for, or else the last one."""
    if not sheets:
        return None
    number = number_of(request, "sheet", sheets[0].number, 0, 10**9)
    for sheet in sheets:
        if sheet.number == number:
            return sheet
    raise NotFoundError(f"no sheet {number} in this archive")


def _asked(archive: Archive, n: int, item: Item) -> Asked:
    connection = archive.connection
    a = excerpt(archive, item.a, item.words_a, item.at_a)
    b = excerpt(archive, item.b, item.words_b, item.at_b) if item.b else None
    found = connection.execute(
        "SELECT c.dispatch FROM report AS r JOIN version AS v ON v.report = r.number"
        " JOIN report AS c ON c.number = v.core WHERE r.id = ?",
        (item.a,),
    ).fetchone()
    return Asked(n, item, a, b, found[0] if found else "")
