"""``dateline export``: from files and from an archive, to a folder and to standard output."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from .archives import Caller, pile
from .running import Here, run


def test_a_table_goes_to_standard_output(tmp_path: Path):
    done = run("export", "csv", pile(tmp_path), "--table", "versions")
    assert done.returncode == 0
    assert {r["report"] for r in csv.DictReader(io.StringIO(done.stdout))} >= {"pelham", "gull"}


def test_an_archive_gives_what_its_files_give(tmp_path: Path, here: Here):
    call = Caller(tmp_path, here)
    call("add", pile(tmp_path))
    of_files = run("export", "ninjs", pile(tmp_path)).stdout.splitlines()
    of_archive = run("export", "ninjs", "--archive", call.archive).stdout.splitlines()
    assert sorted(of_files) == sorted(of_archive) != []
    one = run("export", "prov", "--archive", call.archive, "--dispatch", "gull").stdout
    ids = {thing.get("identifier") for thing in json.loads(one)["@graph"]}
    assert {"gull", "pelham"} <= ids


def test_a_folder_gets_a_file_for_each_dispatch(tmp_path: Path):
    done = run("export", "tei", pile(tmp_path), "--to", tmp_path / "new" / "out")
    assert done.returncode == 0
    assert "written: " in done.stderr
    assert b"<TEI" in (tmp_path / "new" / "out" / "dispatch-1.tei.xml").read_bytes()


def test_what_cannot_be_done_is_said_in_one_line(tmp_path: Path):
    for tokens, says in (
        (("csv",), "name either files or an archive"),
        (("parquet", pile(tmp_path)), "parquet is written into a folder"),
        (("csv", pile(tmp_path), "--dispatch", "nobody"), "no dispatch and no report 'nobody'"),
    ):
        done = run("export", *tokens)
        assert done.returncode in (1, 2)
        assert says in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_a_story_is_one_page_to_pass_on(here: Here, tmp_path: Path):
    folder = tmp_path / "pages"
    done = here("export", "html", pile(tmp_path), "--to", folder)
    assert done.returncode == 0, done.stderr
    (page,) = folder.iterdir()
    assert f"written: {page}" in done.stderr
    archive = tmp_path / "a.db"
    assert here("add", pile(tmp_path), "--archive", archive).returncode == 0
    one = here("export", "html", "--archive", archive, "--dispatch", page.stem)
    assert one.stdout.startswith("<!doctype html>")
    named = tmp_path / "story.html"
    here("export", "html", "--archive", archive, "--dispatch", page.stem, "--to", named)
    assert named.read_text("utf-8") == page.read_text("utf-8")
    refused = here("export", "html", "--archive", archive, "--stand-off")
    assert (refused.returncode, "html shows the texts" in refused.stderr) == (2, True)
    assert here("export", "html").returncode == 2
