"""``dateline situation`` as a person sees it, and its JSON."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import orjson

from dateline import read
from dateline.cli.show.situation import show_situation
from dateline.model import Report, Situation
from dateline.run.archive import add
from dateline.run.situation import of_archive, situation
from dateline.samples import folder
from dateline.store import Archive

from .running import run
from .seen import assert_as_kept, drawn

TEXT = (
    "The army captured the town of Tel Ghorim on Thursday, the Varuh Observatory said. It had "
    "been held by the rebels for most of the year, and few people had stayed there."
)


def samples() -> list[Report]:
    return list(read(folder()))


def test_the_samples_as_a_person_sees_them():
    told = situation(samples())
    assert_as_kept("situation-80", drawn(show_situation(told, 0, 8, words=True)))


def test_nothing_told():
    assert drawn(show_situation(Situation(1, 1, ()), 10, 8, words=False)) == (
        "Situation as claimed · 1 report · 1 dispatch · 0 places\n"
    )


def test_long_lists_are_cut_and_counted():
    told = situation(samples())
    accounts = told.places[0].accounts[:1] * 5
    place = replace(told.places[0], accounts=accounts, disagreements=())
    seen = drawn(show_situation(replace(told, places=(place,)), 0, 2, words=False))
    assert "… and 3 more (--json has all)" in seen


def test_json_and_parties(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "p.toml").write_text('[parties]\n"nobody\'s" = ["Varuh Observatory"]\n')
    done = run("situation", "a.txt", "--json", "--parties", "p.toml", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (place,) = orjson.loads(done.stdout)["places"]
    assert place["name"] == "Tel Ghorim"
    assert [(a["deed"], a["party"]) for a in place["accounts"]] == [("captured", "nobody's")]


def test_a_bad_file_of_parties_is_one_line(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "p.toml").write_text("[parties]\nA = 3\n")
    done = run("situation", "a.txt", "--parties", "p.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "dateline: p.toml: [parties]: 'A' must be a list of names\n"


def test_files_or_an_archive():
    assert run("situation").returncode == 2


def test_an_archive_tells_the_same(tmp_path: Path):
    reports = list(samples())
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, reports)
        kept = of_archive(archive)
    told = situation(reports)
    assert {p.name: len(p.accounts) for p in kept.places} == {
        p.name: len(p.accounts) for p in told.places
    }
