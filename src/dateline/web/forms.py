"""Forms that change something: only those that our own pages made count."""

from __future__ import annotations

import hmac

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

__all__ = ["field", "is_ours", "ours", "refused", "way_back"]


def is_ours(request: Request, form: FormData) -> bool:
    """Whether the form has the secret that the pages of this server carry."""
    secret: str = request.app.state.site.form_secret
    return hmac.compare_digest(field(form, "secret").encode(), secret.encode())


def refused() -> Response:
    """The answer to a form of others."""
    return PlainTextResponse("this form is not from this page; load it again", 403)


def field(form: FormData, name: str) -> str:
    """A text field, empty where there is none."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def way_back(form: FormData) -> str:
    """The page to go back to: always one of ours."""
    return ours(field(form, "back"))


def ours(back: str) -> str:
    """The address of one of our pages, or that of the decisions in place of any other."""
    plain = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return back if plain else "/decisions"
