"""What the tests of the readers share: writing files and reading them with their problems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model import Problem, Report
from dateline.read import Columns, Limits, read_reports

Pile = Callable[..., tuple[list[Report], list[str]]]


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pile:
    """Write files (name = content) into a folder, read it, and return reports and problem lines."""
    monkeypatch.chdir(tmp_path)

    def read(
        files: dict[str, bytes | str],
        paths: list[str] | None = None,
        columns: Columns | None = None,
        limits: Limits | None = None,
    ) -> tuple[list[Report], list[str]]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        problems: list[Problem] = []
        names = list(files) if paths is None else paths
        reports = read_reports(names, columns or Columns(), problems.append, limits or Limits())
        return list(reports), [str(problem) for problem in problems]

    return read
