"""Kernels where nothing can be written."""

import importlib.util
from pathlib import Path

import numba
import pytest

KERNEL = """
from dateline.match.jit import kernel

@kernel("i8(i8)")
def twice(number: int) -> int:
    return 2 * number
"""


def test_a_place_that_cannot_be_written_costs_the_cache_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "made.py").write_text(KERNEL)
    nowhere = tmp_path / "__pycache__"  # a file: no folder can be made there, whoever asks
    nowhere.touch()
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(nowhere))
    monkeypatch.setattr(numba.config, "CACHE_DIR", "")
    found = importlib.util.spec_from_file_location("made", tmp_path / "made.py")
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    assert module.twice(21) == 42
