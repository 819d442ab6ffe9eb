"""The first byte of every page, for archives of any size beside each other.

    python -m bench.web small.db large.db

The cost of a page must not grow with the archive. Each page is asked for three different dispatches
(words, outlets), so that nothing is remembered from the time before; the quickest of the three is
told, in milliseconds, since other work on the machine only adds; then the processor's time, which
other work hardly changes, and the size of the HTML.
"""

from __future__ import annotations

import http.client
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import quote

import uvicorn

from dateline.store import Archive
from dateline.store.cards import Wanted, cards, outlets, totals
from dateline.store.places import suggested
from dateline.web.app import application

_WORDS = ("harbour", "silver mine", '"oil price"')
_COMMON = ("the", "said", "of")
Asked = dict[str, list[str]]


def addresses(path: str) -> Asked:
    """Three addresses of each page, with what the archive has."""
    with Archive.open(path) as archive:
        connection = archive.connection
        some = [c.id for c in cards(connection, Wanted(least=2), 3)]
        ids = [c.core for c in cards(connection, Wanted(order="newest"), 3)]
        names = [name for name, _ in outlets(connection, 3)] or [""]
        towns = [name for name, _ in suggested(connection, 3)] or [""]
    return {
        "stories": [f"/stories?page={n}" for n in (1, 2, 3)],
        "stories, newest": [f"/stories?least=1&order=newest&page={n}" for n in (1, 2, 3)],
        "stories, outlet": [f"/stories?outlet={quote(n)}" for n in names],
        "stories, place": [f"/stories?least=1&place={quote(n)}" for n in towns],
        "search": [f"/search?q={quote(w)}" for w in _WORDS],
        "search, common word": [f"/search?q={w}" for w in _COMMON],
        "report": [f"/report?id={quote(i, safe='')}" for i in ids],
        "dispatch": [f"/dispatch/{i}" for i in some],
        "lineage": [f"/dispatch/{i}/lineage" for i in some],
        "claims of a dispatch": [f"/dispatch/{i}/claims" for i in some],
        "claims, words": [f"/claims?words={quote(w)}" for w in _WORDS],
        "claims, place": [f"/claims?place={quote(n)}" for n in towns],
        "situation, words": [f"/situation?words={quote(w)}" for w in _WORDS],
        "style": [f"/style?outlet={quote(n)}" for n in names],
        "add": ["/add"] * 3,
        "decisions": ["/decisions"] * 3,
    }


@contextmanager
def served(path: str) -> Iterator[int]:
    """The port of a server over an archive."""
    config = uvicorn.Config(application(path), port=0, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield int(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join(5)


def first_byte(port: int, address: str) -> tuple[float, float, int]:
    """Milliseconds to the first byte of the answer, those of the processor, and its bytes."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    start, worked = time.perf_counter(), time.process_time()
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read(1)
    took = 1000 * (time.perf_counter() - start)
    whole = len(body + answer.read())
    cpu = 1000 * (time.process_time() - worked)
    connection.close()
    assert answer.status == 200, (address, answer.status)
    return took, cpu, whole


def measured(path: str) -> dict[str, tuple[float, float, int]]:
    """The quickest of three for each page."""
    asked = addresses(path)
    out = {}
    with served(path) as port:
        for words in asked.values():  # templates and kernels are loaded once in a server's life
            first_byte(port, words[0])
    with served(path) as port:
        for page, some in asked.items():
            found = [first_byte(port, address) for address in some]
            first, cpu, size = zip(*found, strict=True)
            out[page] = min(first), min(cpu), max(size)
    return out


def main(paths: Sequence[str]) -> None:
    """A table: pages below each other, archives beside each other."""
    sizes = []
    for path in paths:
        with Archive.open(path) as archive:
            sizes.append(totals(archive.connection)[0])
    found = [measured(path) for path in paths]
    print(f"{'first byte, processor':24}", *(f"{n:>17,} reports" for n in sizes))
    for page in found[0]:
        print(f"{page:24}", *(_cell(*one[page]) for one in found))


def _cell(first: float, cpu: float, size: int) -> str:
    return f"{first:7.1f} {cpu:7.1f} ms {size // 1024:4} kB"


if __name__ == "__main__":
    main(sys.argv[1:])
