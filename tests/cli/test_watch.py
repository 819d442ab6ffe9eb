"""``dateline watch --once``: what a person sees of what arrived."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .archives import CUT
from .fiction import A, B
from .running import Here
from .seen import assert_as_kept

SNOW = (
    "Snow fell on Grell for two days. Ida Marl, who keeps the light there, said that nobody had"
    " seen so much of it since the winter of the wreck."
)


def test_what_arrived_is_told_once(tmp_path: Path, here: Here, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    folder = Path("in")
    folder.mkdir()
    (folder / "pelham.txt").write_text(A.text, "utf-8")
    assert here("watch", folder, "--once", "--every", "0.1").stdout == ""
    (folder / "gull.txt").write_text(B.text, "utf-8")
    (folder / "snow.txt").write_text(SNOW, "utf-8")
    (folder / "pelham.txt").write_text(CUT, "utf-8")
    done = here("watch", folder, "--once", "--every", "0.1")
    assert done.returncode == 0
    assert_as_kept("watch", done.stdout)
    assert here("watch", folder, "--once", "--every", "0.1").stdout == ""


def test_json_is_one_news_a_line(tmp_path: Path, here: Here):
    folder, archive = tmp_path / "in", tmp_path / "a.db"
    folder.mkdir()
    usual = ("watch", folder, "--once", "--every", "0.1", "--archive", archive, "--json")
    here(*usual)
    (folder / "a.txt").write_text(A.text, "utf-8")
    (news,) = map(json.loads, here(*usual).stdout.splitlines())
    assert (news["kind"], news["report"]) == ("first", str(folder / "a.txt"))


def test_what_cannot_be_watched_is_wrong_usage(tmp_path: Path, here: Here):
    for tokens in (("-",), (tmp_path, "--every", "0")):
        done = here("watch", *tokens, "--archive", tmp_path / "a.db")
        assert done.returncode == 2
        assert "watched" in done.stderr
