"""Places put where they are: the marked places of two corpora, the half that was held back too."""

from __future__ import annotations

from functools import cache

import pytest
from bench.places.corpora import articles
from bench.places.score import found, score

from gate.floors import data, floors

CORPORA = {"lgl": "lgl.xml", "tr_news": "TR-News.xml"}


@cache
def measured(corpus: str) -> dict[str, float]:
    read = articles(data("geoparsing", CORPORA[corpus]))
    values = {}
    for half, held in (("seen", False), ("held", True)):
        part = [a for a in read if a.held == held]
        values[f"near_{half}"] = score(part).figures()["near"]
        values[f"mentions_f1_{half}"] = found(part).f1
    return values


@pytest.mark.parametrize(
    ("corpus", "name"), [(c, n) for c in CORPORA for n in sorted(floors("places")[c])]
)
def test_floor(corpus: str, name: str) -> None:
    value, floor = measured(corpus)[name], floors("places")[corpus][name]
    assert value >= floor, f"{corpus} {name}: {value:.3f}, floor {floor}"
