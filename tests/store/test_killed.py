"""An `add` that is killed at any moment leaves the archive whole, and the next one goes on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import dateline
from dateline.run.archive import add
from dateline.store import Archive

from .definition import Definition, holdings
from .piles import pile

_SEED, _BATCH = 11, 3
_ROOT = Path(__file__).parents[2]
_ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join((str(Path(dateline.__file__).parents[1]), str(_ROOT))),
}


def adder(path: Path, *more: int) -> subprocess.Popen[str]:
    arguments = [str(path), *map(str, (_SEED, _BATCH, *more))]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.adder", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=_ENVIRONMENT,
        cwd=_ROOT,
    )


def assert_whole(path: Path) -> int:
    """Every batch that is there is there with all that belongs to it; returns how many reports."""
    with Archive.open(path, create=True) as archive:
        ask = archive.connection.execute
        assert ask("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert ask("PRAGMA foreign_key_check").fetchall() == []
        ask("INSERT INTO report_words (report_words) VALUES ('integrity-check')")
        numbers = [n for (n,) in ask("SELECT number FROM report ORDER BY number")]
        assert numbers == [n for (n,) in ask("SELECT report FROM version ORDER BY report")]
        assert sum(n for (n,) in ask("SELECT size FROM version")) == indexed(archive)
        assert len(numbers) in (*range(0, len(pile(_SEED)), _BATCH), len(pile(_SEED)))
        added = ask("SELECT coalesce(sum(added), 0) FROM run").fetchone()[0]
        assert added == len(numbers)
        there = list(archive.reports())
        assert holdings(archive) == Definition(there).holdings()
        return len(numbers)


def indexed(archive: Archive) -> int:
    """How many postings there are."""
    ask = archive.connection.execute
    (promised,) = ask("SELECT coalesce(sum(postings), 0) FROM layer").fetchone()
    (there,) = ask("SELECT coalesce(sum(length(reports)), 0) / 4 FROM posting").fetchone()
    assert promised == there
    return int(there)


def test_killed_at_random_statements(tmp_path: Path):
    rng, path = random.Random(1), tmp_path / "a.db"
    counts = []
    for _ in range(7):
        with adder(path, rng.randint(1, 260)) as running:
            running.wait(60)
        counts.append(assert_whole(path))
    assert counts == sorted(counts)
    assert counts[-1] > 0
    finish_and_compare(path)


def test_killed_at_random_times(tmp_path: Path):
    rng, path = random.Random(2), tmp_path / "a.db"
    for _ in range(5):
        with adder(path) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == "ready\n"
            time.sleep(rng.random() * 0.6)
            running.send_signal(signal.SIGKILL)
        assert_whole(path)
    finish_and_compare(path)


def finish_and_compare(path: Path) -> None:
    with Archive.open(path, create=True) as archive:
        add(archive, pile(_SEED), batch=_BATCH)
        assert holdings(archive) == Definition(pile(_SEED)).holdings()
        assert [r.finished for r in archive.runs()][-1]
