"""Exactness on real dispatches: the pairs found are the pairs that are there.

Truth: every pair of 21,578 dispatches by the definition of its own file (`\\w+` of the lower-cased
text, sets of 5-grams), made by another program. Documents of fewer than 20 n-grams are left out.
"""

import json
import os
from pathlib import Path

import numpy as np
import pytest

from dateline.match.candidates import all_pairs
from dateline.match.sketch import sketch

DATA = Path(os.environ.get("DATELINE_DATA", Path(__file__).parents[2] / "shared"))
CORPUS = DATA / "data/corpora/r21k.jsonl"
TRUTH = DATA / "data/corpora/r21k_truth.parquet"
LEAST = 20


@pytest.mark.skipif(not TRUTH.exists(), reason=f"no {TRUTH}: set DATELINE_DATA to the data folder")
@pytest.mark.parametrize(("share", "count"), [(0.3, 3681), (0.1, None)])
def test_all_pairs_equal_the_truth(share: float, count: int | None) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow reads the truth")
    truth = parquet.read_table(TRUTH)
    names = ["ia", "ib", "inter", "na", "nb"]
    rows = np.column_stack([truth[name].to_numpy() for name in names])
    kept = (truth["containment"].to_numpy() >= share) & (rows[:, 3:].min(axis=1) >= LEAST)
    columns = map(tuple, rows[kept].tolist())
    with CORPUS.open() as lines:
        pairs = all_pairs(sketch((json.loads(line)["text"] for line in lines), "plain"), share)
    found = np.column_stack([pairs.a, pairs.b, pairs.shared, pairs.size_a, pairs.size_b])
    large = {tuple(pair) for pair in found.tolist() if min(pair[3:]) >= LEAST}
    assert large == set(columns)
    assert count is None or len(large) == count
