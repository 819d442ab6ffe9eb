"""The documents that are made from the program are what the program makes."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[1] / "docs"


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


WRITER = module("write_reference")


@pytest.mark.parametrize("page", WRITER.PAGES)
def test_the_reference_is_current(page: str) -> None:
    written = (DOCS / "reference" / page).read_text()
    assert written == WRITER.PAGES[page](), "python docs/write_reference.py"


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda p: p.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", page.read_text())
    assert [x for x in links if "://" not in x and not (page.parent / x).exists()] == []
