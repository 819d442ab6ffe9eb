"""``dateline serve``: the archive as pages."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import FILE
from dateline.cli.main import OK, SKIPPED
from dateline.cli.options import path_argument
from dateline.cli.output import Output
from dateline.cli.reading import reading
from dateline.config import FILE as SETTINGS
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.claims.situation import Parties

Paths = Annotated[
    str,
    path_argument("PATH", f"An archive, or files and folders to read. [default: {FILE}]"),
    Parameter(required=False),
]
Host = Annotated[
    str, Parameter(help="The address to listen on; beyond this computer a token is needed.")
]
Port = Annotated[int, Parameter(help="The port to listen on; 0 takes any that is free.")]
Token = Annotated[
    str, Parameter(help="What others must know to come in. [default: made up and shown]")
]
PartiesFile = Annotated[
    Path | None,
    Parameter(
        name="--parties",
        help="A TOML file that says who is a party, and who is called what. "
        "[default: dateline.toml, if it says so]",
    ),
]
Open = Annotated[
    bool, Parameter(name="--open", negative="", help="Open the first page in the browser.")
]


def serve(
    *paths: Paths,
    host: Host = "127.0.0.1",
    port: Port = 8107,
    token: Token = "",
    parties: PartiesFile = None,
    open_: Open = False,
) -> int:
    """Show an archive as pages in the browser, until Ctrl-C.

    Files and folders are read into a new archive first, which is gone when the command ends. No
    page needs the network. For example:

        dateline serve siege.db

        dateline serve clippings/
    """
    sides = _parties(parties)
    with Output() as out:
        from dateline.web.serving import door, heed_term
        from dateline.web.serving import serve as run

        heed_term()
        with door(host, port, token) as opened, _archive(paths) as (archive, code):
            if code not in (OK, SKIPPED):
                return code

            def ready() -> None:
                out.note(f"open {opened.address} (Ctrl-C ends)")
                if open_:
                    import webbrowser

                    webbrowser.open(opened.address)

            run(archive, opened, sides, ready)
        return out.close() or code


def _parties(file: Path | None) -> Parties | None:
    """What the user's file says, if there is one; loading its reader takes a moment."""
    if file is None and not Path(SETTINGS).exists():
        return None
    from dateline.claims.situation import read_parties

    return read_parties(file)


@contextmanager
def _archive(paths: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The archive named, or one for a while with the reports of the paths; how reading ended."""
    archives = [path for path in paths or (FILE,) if _is_archive(path)]
    if archives and len(paths) > 1:
        raise UsageError(f"one archive, or files to read, but not both: {archives[0]}")
    if archives or not paths:
        from dateline.store import Archive

        named = archives[0] if archives else FILE
        Archive.open(named).close()
        yield named, OK
        return
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = str(Path(folder) / "dateline.db")
        yield path, _read(paths, path)


def _read(paths: Sequence[str], path: str) -> int:
    """Have the paths read into an archive; the pages are loaded meanwhile."""
    with reading(paths, path) as reader:
        importlib.import_module("dateline.web.app")
        return reader.wait()


def _is_archive(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False
