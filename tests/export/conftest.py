"""The dispatches of the samples."""

from __future__ import annotations

import pytest

from dateline import samples
from dateline.config import Settings
from dateline.export import Family
from dateline.export.gather import of_pile
from dateline.read import Columns, read_reports


@pytest.fixture(scope="session")
def families() -> list[Family]:
    reports = read_reports([samples.folder()], Columns(), lambda _: None)
    return list(of_pile(reports, Settings()))


@pytest.fixture(scope="session")
def family(families: list[Family]) -> Family:
    """The one in many versions."""
    return families[0]
