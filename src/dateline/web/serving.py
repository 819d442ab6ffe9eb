"""Running the app: a socket that only this computer can reach, unless it is asked otherwise."""

from __future__ import annotations

import secrets
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.web.guard import LOOPBACK, Rules

if TYPE_CHECKING:
    from dateline.claims.situation import Parties

__all__ = ["Door", "door", "heed_term", "serve"]


@dataclass(frozen=True, slots=True)
class Door:
    """An open socket, the rules for who may come in, and the address to open first."""

    listening: socket.socket
    rules: Rules
    address: str


@contextmanager
def door(host: str, port: int, token: str = "") -> Iterator[Door]:
    """Listen on a host and port (0: any that is free); a token is made where others can come in.

    Raises:
        InputError: the address cannot be listened on.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
        except (OSError, OverflowError) as error:
            says = getattr(error, "strerror", None) or error
            raise InputError(f"{host}:{port}: cannot be listened on: {says}") from None
        shown, number = listening.getsockname()[:2]
        alone = host in LOOPBACK
        token = "" if alone and not token else token or secrets.token_urlsafe(18)
        rules = Rules(LOOPBACK | {host, socket.gethostname()}, any_address=not alone, token=token)
        name = f"[{shown}]" if family == socket.AF_INET6 else shown
        query = f"?token={token}" if token else ""
        yield Door(listening, rules, f"http://{name}:{number}/{query}")


def heed_term() -> None:
    """Let SIGTERM end the process as Ctrl-C does: what was made for a while is cleared away."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)


def serve(
    archive: str,
    opened: Door,
    parties: Parties | None = None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Answer until the process is told to stop; ``ready`` is called when pages can be had."""
    import uvicorn

    from dateline.web.app import application

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

    heed_term()
    app = application(archive, opened.rules, parties)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    with suppress(KeyboardInterrupt):  # the usual way to end
        Server(config).run(sockets=[opened.listening])
