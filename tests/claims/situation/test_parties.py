"""The user's file of parties and aliases."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.claims.situation import read_parties
from dateline.config import resolve
from dateline.errors import UsageError

GOOD = """
[parties]
"government side" = ["Tazmari army", "River Guard"]
Covenant = ["Southern Covenant"]

[aliases]
"Southern Covenant" = ["Hazaf"]
"""


def file(folder: Path, text: str, name: str = "parties.toml") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_names_have_sides_and_aliases_too(tmp_path: Path):
    parties = read_parties(file(tmp_path, GOOD))
    assert parties.given
    assert parties.side("the Tazmari Army") == "government side"
    assert parties.name("Hazaf") == "Southern Covenant"
    assert parties.side("Hazaf") == "Covenant"
    assert parties.side("Corvane") is None


def test_nothing_is_assumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert not read_parties().given


def test_the_settings_file_may_hold_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    file(tmp_path, "top = 3\n" + GOOD, "dateline.toml")
    assert read_parties().side("River Guard") == "government side"
    assert resolve().top == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[parties", "cannot be read as TOML"),
        ("parties = 3", "must be a section"),
        ('[parties]\nA = "B"', "'A' must be a list of names"),
        ("[parties]\nA = [1]", "'A' must be a list of names"),
        ('[parties]\nA = ["C"]\nB = ["c"]', "'c' stands under 'A' and 'B'"),
        ("[sides]\n", "no such section: sides"),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, text: str, says: str):
    with pytest.raises(UsageError) as caught:
        read_parties(file(tmp_path, text))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(UsageError, match=r"parties.toml: cannot be read"):
        read_parties(tmp_path / "parties.toml")
