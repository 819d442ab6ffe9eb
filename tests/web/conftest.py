"""One archive of the small fiction and its server, for all tests that change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from dateline.run.archive import add
from dateline.run.findings import findings
from dateline.run.sample import drawn
from dateline.store import Archive, sheets

from .fiction import HOSTILE_ID, PILE
from .server import Client, serving


def made(path: Path) -> Path:
    with Archive.open(path, create=True) as archive:
        add(archive, PILE)
        sheets.keep(archive, drawn(archive, 9, 1), 1, 9, "0")
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


def _first_of(archive: Path, kind: str) -> int:
    with Archive.open(archive) as opened:
        return [item.kind for item in sheets.items(opened, 1)].index(kind) + 1


def finding_of(archive: Path, about: str, a: str, b: str = "") -> str:
    """The address of the page of the first finding of a kind."""
    with Archive.open(archive) as opened:
        found = next(f for f in findings(opened, a, b) if f.about == about)
    return "/judge?" + urlencode({"at": found.at, "a": a, "b": b, "back": "/stories"})


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
        "/judge an edit": finding_of(archive_file, "edit", HOSTILE_ID, "hostile2"),
        "/judge a rename": finding_of(archive_file, "rename", "pelham/1", "gull"),
        "/judge a speaker": finding_of(archive_file, "speaker", HOSTILE_ID),
        "/judge a place": finding_of(archive_file, "place", "war"),
        "/sample": "/sample",
        "/sample of a relation": "/sample?sheet=1&item=1",
        "/sample of an edit": f"/sample?item={_first_of(archive_file, 'edit')}",
        "/sample of a claim": f"/sample?item={_first_of(archive_file, 'claim')}",
        "/dispatch": f"/dispatch/{hostile}",
        "/lineage": f"/dispatch/{hostile}/lineage",
        "/claims": f"/dispatch/{hostile}/claims",
        "/situation": "/situation?words=said",
        "/claims of many": f"/dispatch/{mine}/claims",
        "/claims with a map": "/claims?words=Dover",
        "/dispatch of many": f"/dispatch/{mine}",
        "/lineage of many": f"/dispatch/{mine}/lineage",
    }
