"""Relations and dispatches against pairs and families that were labelled by reading."""

from __future__ import annotations

import pytest

from gate.floors import data, floors
from gate.score_copies import measured, run


@pytest.fixture(scope="module")
def measures() -> dict[str, float]:
    folder = data("gold_copies")
    return measured(folder, *run(folder))


@pytest.mark.parametrize("name", sorted(floors("copies")))
def test_floor(name: str, measures: dict[str, float]) -> None:
    value, floor = measures[name], floors("copies")[name]
    if name == "furniture_called_copy":
        assert value <= floor, f"{name}: {value}, at most {floor}"
    else:
        assert value >= floor, f"{name}: {value:.3f}, floor {floor}"
