"""Settings come from flags, environment, file and defaults, in this order."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.config import Settings, resolve
from dateline.errors import UsageError


def test_nothing_given_means_the_defaults(tmp_path: Path) -> None:
    assert resolve({}, {}, tmp_path) == Settings()


def test_the_first_place_that_names_a_setting_decides(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text("top = 1\nitems = 1\nmin_containment = 0.1\n")
    environ = {"DATELINE_TOP": "2", "DATELINE_ITEMS": "2"}
    settings = resolve({"top": 3, "items": None}, environ, tmp_path)
    assert settings == Settings(min_containment=0.1, top=3, items=2)


def test_foreign_variables_are_left_alone(tmp_path: Path) -> None:
    assert resolve({}, {"DATELINE_DATA": "../shared"}, tmp_path) == Settings()


@pytest.mark.parametrize(
    ("flags", "environ", "file", "says"),
    [
        ({"top": -1}, {}, "", "top must be at least 0"),
        ({"min_containment": 1.5}, {}, "", "from 0 to 1"),
        ({"min_containment": float("nan")}, {}, "", "from 0 to 1"),
        ({}, {"DATELINE_TOP": "many"}, "", "DATELINE_TOP: 'many' is not a whole number"),
        ({}, {"DATELINE_TOP": "1e999"}, "", "DATELINE_TOP: '1e999' is not a whole number"),
        ({}, {"DATELINE_MIN_CONTAINMENT": "nan"}, "", "from 0 to 1"),
        ({}, {}, "top = true", "top: True is not a whole number"),
        ({}, {}, "top = [1]", "top: [1] is not a whole number"),
        ({}, {}, "topp = 1", "no such setting: topp (known: items, min_containment, top)"),
        ({}, {}, "top = ", "cannot be read as TOML"),
    ],
)
def test_a_bad_value_is_a_usage_error_that_names_its_place(
    tmp_path: Path, flags: dict[str, object], environ: dict[str, str], file: str, says: str
) -> None:
    (tmp_path / "dateline.toml").write_text(file)
    with pytest.raises(UsageError) as caught:
        resolve(flags, environ, tmp_path)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_of_another_encoding_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_bytes(b"top = \xff")
    with pytest.raises(UsageError, match="cannot be read"):
        resolve({}, {}, tmp_path)
