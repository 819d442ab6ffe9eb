"""The shape of the source tree: data flows one way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline

SOURCE = Path(dateline.__file__).parent
ORDER = [
    "read",
    "text",
    "match",
    "collate",
    "lineage",
    "claims",
    "store",
    "run",
    "export",
    "web",
    "cli",
]


def stage_imports(stage: str) -> Iterator[tuple[Path, str]]:
    for path in (SOURCE / stage).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                continue
            for name in names:
                parts = name.split(".")
                if parts[0] == "dateline" and len(parts) > 1 and parts[1] in ORDER:
                    yield path, parts[1]


@pytest.mark.parametrize("stage", [s for s in ORDER if (SOURCE / s).exists()])
def test_no_stage_imports_a_later_one(stage: str):
    later = set(ORDER[ORDER.index(stage) + 1 :])
    assert [(p.name, s) for p, s in stage_imports(stage) if s in later] == []


def test_every_folder_is_a_known_stage():
    folders = {p.name for p in SOURCE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders <= {*ORDER, "model", "samples"}


def test_public_names_are_sorted_and_there():
    assert dateline.__all__ == sorted(dateline.__all__)
    assert all(hasattr(dateline, name) for name in dateline.__all__)
