"""A story as one file to keep or to pass on: versions side by side, lineage, claims with a map.

It is made of the very pages, and needs neither a network nor a server: looks are inside, there is
no script, and links lead only to places in the file.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dateline.claims.situation import Parties
from dateline.store import Archive
from dateline.store.cards import card
from dateline.web.ask import text_of
from dateline.web.gathering import gather
from dateline.web.pages import claims, dispatch, lineage
from dateline.web.pages.versions import core_number
from dateline.web.reply import STATIC, templates
from dateline.web.selecting import Chosen, Selection
from dateline.web.site import Site

__all__ = ["file", "story_file"]

_READ = 300  # reports whose claims are read
_OUTSIDE = re.compile(r'(<a\b[^>]*?) href="[/?][^"]*"')
_NOBODY = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}


@dataclass(frozen=True, slots=True)
class StoryFile:
    """The main parts of a dispatch's pages as HTML."""

    title: str
    collation: Markup
    lineage: Markup
    claims: Markup


def file(request: Request) -> Response:
    """``/dispatch/ID/file``: the story with the versions that ``base`` and any ``v`` name."""
    site = request.app.state.site
    with site.open() as archive:
        core = core_number(archive, request.path_params["ident"])
        ident = card(archive.connection, core).id
        picked = request.query_params.getlist("v")
        whole = story_file(site, archive, core, text_of(request, "base"), picked)
    attached = {"Content-Disposition": f'attachment; filename="{ident}.html"'}
    return HTMLResponse(whole, 200, {"Cache-Control": "no-store", **attached})


def story_file(
    site: Site, archive: Archive, core: int, base: str = "", picked: Sequence[str] = ()
) -> str:
    """The HTML of the dispatch around a core."""
    shown = card(archive.connection, core)
    side_by_side = dispatch.page_of(site, archive, core, base, picked)
    found = gather(archive, [shown], _READ)
    chosen = Chosen(Selection(dispatch=shown.id), (shown,), False)
    said = claims.page_of(found, chosen, site.parties or Parties(), at_once=len(found.statements))
    whole = StoryFile(
        shown.title or shown.opening[:80],
        _bare(site, "dispatch.html", side_by_side),
        _bare(site, "lineage.html", lineage.page_of(site, archive, core)),
        _bare(site, "claims.html", said),
    )
    return _shown(site, "story.html", whole, bare=False)


def _bare(site: Site, template: str, page: Any) -> Markup:
    """The main part of a page, without links that lead out of the file."""
    return Markup(_OUTSIDE.sub(r"\1", _shown(site, template, page, bare=True)))


def _shown(site: Site, template: str, page: Any, bare: bool) -> str:
    css = (STATIC / "dateline.css").read_text("utf-8")
    digest = b64encode(sha256(css.encode()).digest()).decode()
    about = {"page": page, "site": site, "request": Request(_NOBODY), "bare": bare}
    about |= {"css": css, "css_hash": f"sha256-{digest}"}
    return templates().get_template(template).render(about)
