"""The stages against the known truth of the sample reports; needs no data but what ships."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from dateline import compare
from dateline.model import Comparison, Report, Row
from dateline.read import read_reports
from dateline.samples import folder, truth
from dateline.text import analyse
from gate.floors import floors

TRUTH = truth()
COLLATIONS = TRUTH["collations"]


@cache
def collated(n: int) -> Comparison:
    a, b = (report(COLLATIONS[n][side]) for side in "ab")
    return compare(a, b)


def report(ident: str) -> Report:
    """A report laid out piece by piece, so that the measure is of collation, not of reading."""
    known = TRUTH["reports"][ident]
    text = "\n".join(piece["text"] for piece in known["pieces"])
    return Report(ident, text, title=known["title"] or "", outlet=known["outlet"])


def rows(n: int) -> Iterator[tuple[dict[str, Any], Row | None]]:
    """Each row of the truth with the found row that holds its first sentence."""
    found = collated(n)
    for row in COLLATIONS[n]["rows"]:
        side = "a" if row["a"] else "b"
        wanted = TRUTH["reports"][COLLATIONS[n][side]]["pieces"][row[side][0]]["text"]
        sentences = found.sentences_a if side == "a" else found.sentences_b
        at = next((s.n for s in sentences if s.text == wanted), None)
        yield row, next((r for r in found.rows if at in getattr(r, side)), None)


def as_read(ident: str) -> Report:
    """A report of the truth as it is read from the file that ships."""
    known = TRUTH["reports"][ident]
    return next(
        r
        for r in read_reports([folder() / known["file"]])
        if known["record"] is None or r.id == known["record"]
    )


def roles() -> float:
    """The share of pieces of furniture that are found with their role in the files as read."""
    right: list[bool] = []
    for ident, known in TRUTH["reports"].items():
        read = as_read(ident)
        found = {s.text: s.role for s in analyse(read).sentences}
        pieces = [p for p in known["pieces"] if p["role"] != "body" and p["text"] in read.text]
        right += [found.get(p["text"]) == p["role"] for p in pieces]
    return sum(right) / len(right)


def measured() -> dict[str, float]:
    pairs = [pair for n in range(len(COLLATIONS)) for pair in rows(n)]
    exact = sum(found is not None and set(found.kinds) == set(row["kinds"]) for row, found in pairs)
    moved = sum(found is not None and found.moved == row["moved"] for row, found in pairs)
    told = [(r["a"], r["b"], r["count"]) for c in COLLATIONS for r in c["renames"]]
    found = [(r.a, r.b, r.count) for n in range(len(COLLATIONS)) for r in collated(n).renames]
    return {
        "kinds_exact": exact / len(pairs),
        "moved": moved / len(pairs),
        "renames_with_count": len(set(told) & set(found)) / len(set(told)),
        "roles": roles(),
        "lineage": sum(right_lineage(n) for n in range(len(COLLATIONS))),
    }


def right_lineage(n: int) -> bool:
    a, b = COLLATIONS[n]["a"], COLLATIONS[n]["b"]
    known = next(v for v in TRUTH["lineage"]["verdicts"] if {v["a"], v["b"]} == {a, b})
    verdict = collated(n).lineage.verdict
    turned = {"a<-b": "b<-a", "b<-a": "a<-b"}
    return bool(known["verdict"] == (verdict if known["a"] == a else turned.get(verdict, verdict)))


@pytest.mark.parametrize("name", sorted(floors("samples")))
def test_floor(name: str) -> None:
    value, floor = measured()[name], floors("samples")[name]
    assert value >= floor, f"{name}: {value:.3f}, floor {floor}"


def test_no_lineage_points_the_wrong_way() -> None:
    verdicts = {collated(n).lineage.verdict for n in range(len(COLLATIONS))}
    assert "a<-b" not in verdicts  # a is upstream in all of them
