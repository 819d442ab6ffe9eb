"""The reader's judgement of a relation or a finding: made, listed, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as field_
from typing import get_args
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import UsageError
from dateline.model import Relationship
from dateline.run.marking import ARROW
from dateline.store import judgements
from dateline.store.findings import standing
from dateline.store.judgements import Judgement
from dateline.web.forms import field, is_ours, refused, way_back
from dateline.web.reply import reply
from dateline.web.site import Site

_LONGEST = 300

__all__ = ["DecisionsPage", "decided", "decisions", "judge", "undo"]


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """What people decided and did not take back, the last first.

    ``missing`` says of some, by their numbers, why they do not apply.
    """

    decisions: tuple[Judgement, ...]
    missing: dict[str, str] = field_(default_factory=dict)
    decided: Judgement | None = None


def decisions(request: Request) -> Response:
    """``GET /decisions``."""
    with request.app.state.site.open() as archive:
        found = judgements.judgements(archive)
        lost = {str(number): says for number, says in standing(archive, found).items()}
    page = DecisionsPage(tuple(reversed(found)), lost, decided(request, found))
    return reply(request, "decisions.html", page)


def decided(request: Request, found: list[Judgement]) -> Judgement | None:
    """The decision that the reader made right before, if it still holds."""
    number = request.query_params.get("decided", "")
    return next((j for j in found if str(j.number) == number), None)


async def judge(request: Request) -> Response:
    """``POST /judge``: ``decision`` about the reports ``a`` and ``b``, or about a finding ``at``.

    A finding is corrected to a ``value``, or a place to a ``point``, a rename to what ``they``
    write and ``we`` read. ``by`` and ``note`` may say who and why.
    """
    async with request.form() as form:
        if not is_ours(request, form):
            return refused()
        made = await run_in_threadpool(_judge, request.app.state.site, form)
        return _back(form, made.number)


async def undo(request: Request) -> Response:
    """``POST /undo``: take back the decision with a ``number``."""
    async with request.form() as form:
        if not is_ours(request, form):
            return refused()
        await run_in_threadpool(_undo, request.app.state.site, form)
        return _back(form, None)


def _judge(site: Site, form: FormData) -> Judgement:
    decision, a, b, at = (field(form, name) for name in ("decision", "a", "b", "at"))
    with site.open() as archive:
        if at:
            from dateline.run.deciding import decide_at

            who = {name: field(form, name).strip()[:_LONGEST] for name in ("by", "note")}
            return decide_at(archive, decision, at, a, b, _value(form), **who)
        if decision == "accept":
            return judgements.accept(archive, a, b)
        if decision == "reject":
            return judgements.reject(archive, a, b)
        if decision in get_args(Relationship):
            return judgements.correct(archive, a, b, decision)
    raise UsageError(f"no such decision: {decision!r}")


def _value(form: FormData) -> str:
    """What a finding is corrected to: names go before a type, a point before a place."""
    they, we = field(form, "they").strip(), field(form, "we").strip()
    if they and not field(form, "at").endswith(f":{they}={we}"):
        return f"{they}{ARROW}{we}"
    return field(form, "point").strip() or field(form, "value")


def _undo(site: Site, form: FormData) -> None:
    number = field(form, "number")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise UsageError("no such decision")
    with site.open() as archive:
        judgements.undo(archive, int(number))


def _back(form: FormData, made: int | None) -> Response:
    """To the page that the reader was on, which shows what was decided."""
    path, query = urlsplit(way_back(form))[2:4]
    rest = [(k, v) for k, v in parse_qsl(query, keep_blank_values=True) if k != "decided"]
    if made is not None:
        rest.append(("decided", str(made)))
    return RedirectResponse(path + (f"?{urlencode(rest)}" if rest else ""), 303)
