"""One archive of the small fiction and its server, for all tests that change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.run.archive import add
from dateline.store import Archive

from .fiction import PILE
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
