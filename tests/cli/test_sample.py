"""``dateline sample``: the sheet is drawn fairly and its answers are counted."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.run.sample import precision

from .archives import Caller, pile
from .running import Here


@pytest.fixture
def call(tmp_path: Path, here: Here) -> Caller:
    caller = Caller(tmp_path, here)
    caller("add", pile(tmp_path))
    return caller


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_sheet_has_every_kind_with_its_words(call: Caller):
    sheet = rows(call("sample", "--size", "2"))
    assert {row["kind"] for row in sheet} == {"relation", "edit", "claim"}
    assert all(row["words_a"] or row["words_b"] for row in sheet)
    assert {row["answer"] for row in sheet} == {""}
    kinds = [row["kind"] for row in sheet]
    assert max(kinds.count(kind) for kind in kinds) <= 2


def test_the_same_seed_draws_the_same_sheet(call: Caller):
    assert call("sample", "--seed", "3") == call("sample", "--seed", "3")
    assert [json.loads(x) for x in call("sample", "--json").splitlines()] == call.json("sample")


def test_answers_are_counted_with_an_interval(call: Caller, tmp_path: Path, here: Here):
    sheet = tmp_path / "sheet.csv"
    lines = ["kind,answer", *["edit,yes"] * 9, "edit,no", "edit,", "claim,"]
    sheet.write_text("\n".join(lines), "utf-8")
    done = here("sample", "--score", sheet)
    assert "edit: 9 of 10 right, 90 % (60–98 %)" in done.stdout
    assert "claim: none of 1 judged" in done.stdout
    assert "10 findings were drawn" in " ".join(done.stdout.split())


@pytest.mark.parametrize("text", ["kind,answer\nedit,maybe\n", "a,b\n1,2\n"])
def test_a_bad_sheet_is_said_in_one_line(tmp_path: Path, here: Here, text: str):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(text, "utf-8")
    done = here("sample", "--score", sheet)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_the_interval_holds_the_share_and_shrinks(answers: list[bool]):
    def found(times: int) -> tuple[float, float, float]:
        given = [{"kind": "x", "answer": "yes" if a else "no"} for a in answers * times]
        (one,) = precision(given)
        return one.low, one.right / one.answered, one.high

    low, share, high = found(1)
    assert 0 <= low <= share + 0.001
    assert share - 0.001 <= high <= 1
    narrow = found(4)
    assert narrow[2] - narrow[0] <= high - low
