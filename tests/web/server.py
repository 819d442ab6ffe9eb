"""The app behind a real socket, and a client that can say anything in HTTP."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

import uvicorn
from starlette.applications import Starlette

from dateline.claims.situation import Parties
from dateline.web.app import application
from dateline.web.guard import Rules


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Client:
    """Asks one server."""

    port: int
    secret: str

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __call__(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """One request; header names have underscores for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()

    def post(self, path: str, /, **fields: str) -> Answer:
        """A form as our own pages send it."""
        body = urlencode({"secret": self.secret, **fields}).encode()
        kind = "application/x-www-form-urlencoded"
        return self(path, "POST", body, Content_Type=kind, Origin=self.base)


@contextmanager
def serving(
    archive: Path, rules: Rules | None = None, parties: Parties | None = None
) -> Iterator[Client]:
    """The app over an archive on a port of its own."""
    guard = application(str(archive), rules, parties)
    config = uvicorn.Config(guard, port=0, log_level="critical", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            thread.join(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield Client(port, cast(Starlette, guard.app).state.site.form_secret)
    finally:
        server.should_exit = True
        thread.join(10)
