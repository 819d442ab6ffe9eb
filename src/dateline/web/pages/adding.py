"""Add: files dropped on the page, their progress, and what was wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from shutil import rmtree

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.web.forms import is_ours, refused
from dateline.web.jobs import Job, folder
from dateline.web.reply import reply

__all__ = ["AddPage", "add", "show"]

_MOST_FILES = 1000
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class AddPage:
    """The jobs of this server, the last one first; ``busy`` while one waits or is at work."""

    jobs: tuple[Job, ...]
    busy: bool
    most_mib: int
    problem: str = ""


def show(request: Request, problem: str = "", status: int = 200) -> Response:
    """``GET /add``."""
    site = request.app.state.site
    jobs = tuple(site.jobs.all())
    busy = any(job.state in ("waiting", "at work") for job in jobs)
    return reply(request, "add.html", AddPage(jobs, busy, site.most >> 20, problem), status)


async def add(request: Request) -> Response:
    """``POST /add``: keeps the files for a while and starts a job with them."""
    async with request.form(max_files=_MOST_FILES) as form:
        if not is_ours(request, form):
            return refused()
        site = request.app.state.site
        kept = await _keep(form)
    if kept is None:
        return await run_in_threadpool(show, request, "No file was chosen.", 400)
    site.jobs.start(site.path, kept)
    return RedirectResponse("/add", 303)


async def _keep(form: FormData) -> Path | None:
    """The files in a folder of their own, or nothing if there are none."""
    place = folder()
    kept = 0
    for item in form.getlist("files"):
        if isinstance(item, UploadFile) and item.filename:
            with _free(place, item.filename).open("xb") as file:
                while chunk := await item.read(_CHUNK):
                    file.write(chunk)
            kept += 1
    if kept:
        return place
    rmtree(place, ignore_errors=True)
    return None


def _free(place: Path, name: str) -> Path:
    """Where to keep a file: the last part of its name, never outside the folder."""
    plain = PurePosixPath(name.replace("\\", "/")).name.replace("\0", "")[-150:]
    plain = plain if plain not in ("", ".", "..") else "file"
    path, n = place / plain, 1
    while path.exists():
        n += 1
        path = place / f"{n}-{plain}"
    return path
