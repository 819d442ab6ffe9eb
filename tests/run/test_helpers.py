"""What helper processes give is what this one would."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from itertools import count, islice
from math import sqrt
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.model import Problem, Report
from dateline.run import claims, helpers, local
from dateline.run.archive import prepared
from dateline.run.helpers import Helpers, cores
from dateline.store.fingerprints import content_hash
from tests.store.piles import pile


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two helpers, started for the least work."""
    monkeypatch.setattr(helpers, "_WORTH_IT", 1)
    monkeypatch.setattr(helpers, "cores", lambda: 2)


def test_answers_come_in_the_order_of_the_parts(at_once):
    with Helpers() as several:
        assert list(several.map(sqrt, range(50))) == list(map(sqrt, range(50)))
        assert list(several.map(sqrt, [])) == []
        assert several._running


def test_parts_are_taken_as_they_are_needed(at_once):
    """An endless pile is no reason to read for ever."""
    with Helpers() as several:
        assert list(islice(several.map(abs, count()), 3)) == [0, 1, 2]


def test_little_work_starts_no_process():
    with Helpers(2) as several:
        assert list(several.map(abs, range(helpers._WORTH_IT - 1))) == list(range(11))
        assert not several._running


def test_one_core_has_no_helpers(monkeypatch):
    monkeypatch.setattr(helpers, "cores", lambda: 1)
    with Helpers() as several:
        assert list(several.map(abs, range(100))) == list(range(100))
        assert not several._running


def test_what_goes_wrong_there_is_told_here(at_once):
    with Helpers() as several, pytest.raises(ValueError, match="math domain"):
        list(several.map(sqrt, [1, -1]))


def test_a_helper_that_was_killed_is_said_in_one_line(at_once):
    with Helpers() as several:
        list(several.map(abs, range(4)))
        for helper in several._running:
            os.kill(helper.pid, signal.SIGKILL)
        with pytest.raises(InputError, match="helper process was killed"):
            list(several.map(abs, range(4)))


def test_there_is_at_least_one_core():
    assert 1 <= cores() <= (os.cpu_count() or 1)


def test_reports_are_taken_apart_alike(at_once):
    tasks = [(report, content_hash(report)) for report in pile(3)]
    with Helpers() as several:
        assert prepared(tasks, several.map) == prepared(tasks, map)


def of_many(reports: list[Report]) -> Iterator[object]:
    """Everything that is done on all cores."""
    told: list[Problem] = []
    yield list(local.copies(reports))
    yield local.tell(reports)
    yield list(claims.claims(reports, told.append))
    yield told


def test_every_step_gives_the_same_on_all_cores(monkeypatch, at_once):
    foreign = Report("fremd", "Der Hafen von Grell bleibt nach dem Sturm geschlossen. " * 9)
    reports = [*pile(6), foreign]
    monkeypatch.setattr(claims, "_AT_ONCE", 4)
    monkeypatch.setattr("dateline.match.judging.AT_ONCE", 3)
    spread = list(of_many(reports))
    monkeypatch.setattr(helpers, "cores", lambda: 1)
    assert spread == list(of_many(reports))
    assert all(spread)


def test_no_helper_outlives_its_block(at_once):
    with Helpers() as several:
        list(several.map(abs, range(4)))
        started = [helper.pid for helper in several._running]
    assert len(started) == 2
    assert not any(Path(f"/proc/{pid}").exists() for pid in started)
