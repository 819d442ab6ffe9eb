"""``dateline serve`` as a process: it answers, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from .archives import pile
from .running import COMMAND, Here, environment, lines


def served(*tokens: str | Path, ends: signal.Signals, temporary: Path) -> tuple[str, str, int]:
    """The first page, standard error and the exit code of a server that is told to stop."""
    with subprocess.Popen(
        [*COMMAND, "serve", *map(str, tokens), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env=environment(TMPDIR=str(temporary)),
    ) as process:
        assert process.stderr is not None
        said = ""
        while not (found := re.search(r"open (http\S+)", said)):
            line = process.stderr.readline()
            assert line, said
            said += line
        with urllib.request.urlopen(found[1], timeout=60) as answer:
            page = answer.read().decode("utf-8")
        process.send_signal(ends)
        said += process.stderr.read()
        return page, said, process.wait(30)


@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGTERM])
def test_files_are_served_from_an_archive_for_a_while(tmp_path: Path, ends: signal.Signals):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    page, said, code = served(pile(tmp_path), ends=ends, temporary=temporary)
    assert "4 reports. 2 dispatches. Here is what changed, and whose word it is." in page
    assert (len(lines(said)), code) == (1, 0)
    assert list(temporary.glob("dateline-*")) == []


def test_what_cannot_be_served_is_said_in_one_line(here: Here, tmp_path: Path):
    archive = tmp_path / "a.db"
    assert here("add", pile(tmp_path), "--archive", archive).returncode == 0
    for tokens, code in (
        ((tmp_path / "missing.db",), 1),
        ((archive, tmp_path), 2),
        ((archive, "--host", "256.0.0.1"), 1),
        ((archive, "--port", "99999"), 1),
    ):
        done = (
            here("serve", *tokens, "--port", "0")
            if "--port" not in tokens
            else here("serve", *tokens)
        )
        assert done.returncode == code, done.stderr
        lines(done.stderr)


def test_files_that_cannot_be_read_end_it_as_they_end_add(here: Here, tmp_path: Path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{", "utf-8")
    done = here("serve", bad, "--port", "0")
    added = here("add", bad, "--archive", tmp_path / "a.db")
    assert (done.returncode, done.stderr) == (added.returncode, added.stderr)


@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGTERM])
def test_it_can_be_stopped_while_files_are_read(tmp_path: Path, ends: signal.Signals):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    process = subprocess.Popen(
        [*COMMAND, "serve", "-", "--port", "0"],
        stdin=subprocess.PIPE,  # nobody writes into it: reading goes on for ever
        stderr=subprocess.PIPE,
        text=True,
        env=environment(TMPDIR=str(temporary)),
        start_new_session=True,
    )
    until(lambda: any(temporary.glob("dateline-*/dateline.db")))
    if ends == signal.SIGINT:
        os.killpg(process.pid, ends)  # as a terminal does
    else:
        process.send_signal(ends)
    assert process.stdin is not None
    assert process.stderr is not None
    said = process.stderr.read()  # until all who hold the pipe have ended
    process.stdin.close()
    process.wait(30)
    process.stderr.close()
    assert (said, process.returncode) == ("", 130)
    assert list(temporary.glob("dateline-*")) == []


def until(holds: Callable[[], bool]) -> None:
    """Wait for something that happens in another process."""
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)
