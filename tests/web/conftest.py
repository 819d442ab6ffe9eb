"""One archive of the small fiction and its server, for all tests that change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from dateline.run.archive import add
from dateline.store import Archive

from .fiction import HOSTILE_ID, PILE
from .server import Client, serving


def made(path: Path) -> Path:
    with Archive.open(path, create=True) as archive:
        add(archive, PILE)
    return path


@pytest.fixture(scope="session")
def archive_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("web") / "a.db")


@pytest.fixture(scope="session")
def ask(archive_file: Path) -> Iterator[Client]:
    with serving(archive_file) as client:
        yield client


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Client]:
    """A server over an archive that a test may change."""
    with serving(made(tmp_path / "fresh.db")) as client:
        yield client


def dispatch_of(archive: Path, ident: str) -> str:
    with Archive.open(archive) as opened:
        return opened.dispatch(ident).id


@pytest.fixture(scope="session")
def addresses(archive_file: Path) -> dict[str, str]:
    """An address of each page with a hostile report on it, as far as it can have one."""
    mine, hostile = (dispatch_of(archive_file, i) for i in ("gull", HOSTILE_ID))
    return {
        "/stories": "/stories?least=1",
        "/search": "/search?q=said",
        "/style": f"/style?outlet={quote('<b>Gull</b>')}&outlet=Lamp",
        "/report": f"/report?id={quote(HOSTILE_ID, safe='')}",
        "/add": "/add",
        "/decisions": "/decisions",
        "/dispatch": f"/dispatch/{hostile}",
        "/lineage": f"/dispatch/{hostile}/lineage",
        "/claims": f"/dispatch/{hostile}/claims",
        "/situation": "/situation?words=said",
        "/claims of many": f"/dispatch/{mine}/claims",
        "/claims with a map": "/claims?words=Dover",
        "/dispatch of many": f"/dispatch/{mine}",
        "/lineage of many": f"/dispatch/{mine}/lineage",
    }
