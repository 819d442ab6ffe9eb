"""An archive holds what its definition says, whatever order and batches its reports came in."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from dateline.model import Report
from dateline.run import helpers
from dateline.run.archive import add
from dateline.store import Archive, assess, ledger
from dateline.store.ledger import NEAR

from . import definition
from .definition import Definition, holdings
from .piles import pile


def built(path: Path, *adds: list[Report], batch: int = 1000) -> tuple[object, object]:
    with Archive.open(path, create=True) as archive:
        for some in adds:
            add(archive, some, batch=batch)
        return holdings(archive)


@pytest.fixture(params=[2, NEAR], autouse=True)
def near(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with so few leaders to judge against that the lists overflow."""
    monkeypatch.setattr(ledger, "NEAR", request.param)
    monkeypatch.setattr(definition, "NEAR_LEADERS", request.param)


@pytest.mark.parametrize("seed", range(12))
def test_one_add_gives_what_the_definition_says(tmp_path: Path, seed: int):
    reports = pile(seed)
    pairs, families = built(tmp_path / "a.db", reports)
    assert (pairs, families) == Definition(reports).holdings()
    assert any(len(members) > 2 for _, members in families)


def test_helpers_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    reports = pile(42)
    monkeypatch.setattr(helpers, "_WORTH_IT", 1)
    monkeypatch.setattr(assess, "_AT_ONCE", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert built(tmp_path / "a.db", reports, batch=9) == Definition(reports).holdings()


@pytest.mark.parametrize("seed", range(16))
def test_any_split_and_order_of_adds_gives_the_same(tmp_path: Path, seed: int):
    reports = pile(100 + seed, dispatches=5, versions=6)
    wanted = built(tmp_path / "once.db", reports)
    rng = random.Random(seed)
    shuffled = rng.sample(reports, len(reports))
    cuts = sorted(rng.sample(range(len(reports)), 4))
    parts = [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    assert built(tmp_path / "parts.db", *parts, batch=rng.choice((1, 3, 7))) == wanted
    again = [*parts, shuffled]
    assert built(tmp_path / "again.db", *again, batch=5) == wanted
