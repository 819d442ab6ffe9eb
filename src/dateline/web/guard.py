"""Who may ask, and what a browser may do with the answer.

A page on the same computer is not safe by itself: any site that the reader visits can send requests
to it. So the ``Host`` header must name this computer (which ends DNS rebinding), requests that
change something must come from our own pages (``Sec-Fetch-Site`` or ``Origin``, and a secret that
our forms carry), bodies are limited, and the Content-Security-Policy lets pages load nothing from
elsewhere and run no inline script. Where others can reach the server, a token is needed too.
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Collection
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["COOKIE", "LOOPBACK", "Guard", "Rules", "TooLargeError", "too_large"]

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
COOKIE = "dateline-token"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What is let in. ``token`` is empty where only this computer can reach the server.

    ``hosts`` are the names it goes by; with ``any_address`` plain IP addresses pass too, which DNS
    rebinding cannot use. ``most`` is the size of the largest body, in bytes.
    """

    hosts: Collection[str] = LOOPBACK
    any_address: bool = False
    token: str = ""
    most: int = 64 << 20


class TooLargeError(Exception):
    """A body grew larger than it may be while it was read; the app answers with 413."""


class Guard:
    """Lets requests through to ``app`` that keep the rules, and puts the headers on all answers."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self.app, self._rules = app, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope, Headers(scope=scope))
        if refusal is not None:
            await refusal(scope, receive, with_headers)
            return
        await self.app(scope, self._limited(receive), with_headers)

    def _refusal(
        self, scope: Scope, headers: Headers
    ) -> PlainTextResponse | RedirectResponse | None:
        if not self._is_our_name(headers.get("host", "")):
            return PlainTextResponse("this server does not go by that name", 421)
        if scope["method"] not in _SAFE and _is_from_elsewhere(headers):
            return PlainTextResponse("this request came from another site", 403)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._rules.most:
            return too_large()
        return self._without_token(scope, headers) if self._rules.token else None

    def _is_our_name(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return _is_plain(host) and (
            name in self._rules.hosts or (self._rules.any_address and _is_address(name))
        )

    def _without_token(
        self, scope: Scope, headers: Headers
    ) -> PlainTextResponse | RedirectResponse | None:
        """Who brings the token in the address gets it as a cookie and the address without it."""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(query).get("token", "")
        if given and self._is_token(given):
            rest = urlencode([(name, value) for name, value in query if name != "token"])
            path = "/" + scope["path"].lstrip("/")  # never another host
            answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
            answer.set_cookie(COOKIE, given, httponly=True, samesite="strict")
            return answer
        if self._is_token(_cookie(headers)):
            return None
        return PlainTextResponse("open the address with the token that dateline serve printed", 401)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._rules.token.encode())

    def _limited(self, receive: Receive) -> Receive:
        seen = 0

        async def limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._rules.most:
                raise TooLargeError
            return message

        return limited


def too_large(*_: object) -> PlainTextResponse:
    """The answer to a body that is larger than it may be."""
    return PlainTextResponse("this is more than may be sent at a time", 413)


def _is_plain(host: str) -> bool:
    return bool(host) and not set(host) & set("/\\@?# ")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_from_elsewhere(headers: Headers) -> bool:
    """Whether a browser says so; a program that is no browser says nothing, and may ask."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
