"""Downloads: what was found about a dispatch, in the formats of other fields."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import NotFoundError, UsageError
from dateline.export import Family, save, stream
from dateline.export.gather import of_archive
from dateline.store import Archive
from dateline.store.cards import card
from dateline.web.pages.downloads import FILES, MOST, File
from dateline.web.pages.versions import core_number
from dateline.web.site import Site

__all__ = ["export"]


def export(request: Request) -> Response:
    """``/dispatch/ID/export/NAME``, one of `FILES`; with ``stand-off`` without texts.

    Raises:
        NotFoundError: there is no such file, or nothing to write into it.
        UsageError: the dispatch has more than `MOST` versions.
    """
    name = request.path_params["name"]
    file = next((f for f in FILES if f.name == name), None)
    if file is None:
        raise NotFoundError(f"no file {name}: see Export on the page of the dispatch")
    stand_off = bool(request.query_params.get("stand-off"))
    site = request.app.state.site
    with site.open() as archive:
        family = _family(site, archive, request.path_params["ident"])
    whole = _written(file, family, stand_off)
    if not whole:
        raise NotFoundError(f"{name}: the versions of this dispatch have one text only")
    named = f"{family.id}{'.stand-off' if stand_off else ''}.{file.name}"
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="{named}"',
    }
    return Response(whole, 200, headers, file.media)


def _family(site: Site, archive: Archive, ident: str) -> Family:
    shown = card(archive.connection, core_number(archive, ident))
    if shown.versions > MOST:
        raise UsageError(
            f"this dispatch has {shown.versions:,} versions: dateline export FORMAT --archive"
            f" FILE --dispatch {shown.id} writes them"
        )
    key = ("family", shown.id)
    return site.remembered(archive, key, lambda: next(of_archive(archive, shown.id)))


def _written(file: File, family: Family, stand_off: bool) -> bytes:
    if file.format != "parquet":
        return b"".join(stream(file.format, [family], stand_off, file.table))
    with TemporaryDirectory() as folder:
        save(file.format, [family], Path(folder), stand_off)
        return (Path(folder) / file.name).read_bytes()
