"""Several processes at one archive: readers are never blocked, a second writer waits or says so."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.run.archive import add
from dateline.store import Archive
from dateline.store import judgements as j

from .definition import Definition, holdings
from .piles import pile


def test_readers_go_on_while_somebody_writes(tmp_path: Path):
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as writer, Archive.open(path) as reader:
        add(writer, pile(1))
        before = len(reader)
        writer.connection.execute("BEGIN IMMEDIATE")
        writer.connection.execute("DELETE FROM relation")
        assert len(reader) == before
        assert any(reader.relations())
        writer.connection.execute("ROLLBACK")


def test_a_writer_that_waited_too_long_says_so_in_one_line(tmp_path: Path):
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as busy, Archive.open(path, wait=0.1) as other:
        busy.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError, match="another process writes to it; waited 0 s") as caught:
            add(other, pile(1))
        assert "\n" not in str(caught.value)
        with pytest.raises(InputError, match="another process"):
            j.take_in(other, [])
        busy.connection.execute("ROLLBACK")
        assert add(other, pile(1)).added == len(pile(1))


def test_two_writers_take_turns_and_the_result_is_the_same(tmp_path: Path):
    path, reports = tmp_path / "a.db", pile(5, dispatches=8)
    Archive.open(path, create=True).close()

    def write(part: int) -> None:
        with Archive.open(path) as archive:
            add(archive, reports[part::2] + reports[:10], batch=4)

    threads = [threading.Thread(target=write, args=(part,)) for part in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Archive.open(path) as archive:
        assert len(archive) == len(reports)
        assert holdings(archive) == Definition(reports).holdings()
