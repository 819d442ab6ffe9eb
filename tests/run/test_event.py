"""The event of a dispatch in an archive: who else reports it, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Group

from dateline.cli.show.called import namer
from dateline.cli.show.event import show_event
from dateline.model import Report
from dateline.run.archive import add
from dateline.run.event import event
from dateline.store import Archive
from tests.cli.seen import drawn

HALCYON = (
    "The ferry Halcyon ran aground off Port Hollin before dawn on Thursday in heavy fog. {claim}"
    " Pilot boats from Port Hollin put out to the Halcyon as soon as its horn was heard."
)
OTHER = (
    "The Halcyon, a ferry of the Sill Line, lies on the Hollin reef since early Thursday. {claim}"
    " Divers of the harbour are to look at the hull of the Halcyon when the fog lifts off Hollin."
)
ORCHARD = (
    "Growers in the Varuh valley expect the best pear harvest in twenty years after a dry spring."
    " The board of growers said picking would begin in the lower orchards in August."
)
FORTY = "Harbour master Mirel Dassa said 41 passengers had been killed when the hull broke."
SIXTY = "Harbour master Mirel Dassa said 63 passengers had been killed when the hull broke."
SAME = "The Varuh Conflict Register said a mine had torn the hull of the ferry open at night."


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    reports = [
        Report("a", HALCYON.format(claim=f"{FORTY} {SAME}"), outlet="Lamp", date="2019-04-11"),
        Report("b", OTHER.format(claim=f"{SIXTY} {SAME}"), outlet="Gull", date="2019-04-12"),
        Report("c", ORCHARD, outlet="Gull", date="2019-04-12"),
    ]
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        add(opened, reports)
        yield opened


def test_the_other_dispatches_of_an_event_are_found(archive: Archive):
    found = event(archive, archive.dispatch("a"))
    assert found
    assert [(d.core, d.day, d.versions, d.outlets) for d in found.dispatches] == [
        ("a", "2019-04-11", 1, ("Lamp",)),
        ("b", "2019-04-12", 1, ("Gull",)),
    ]
    assert found.left_out == 0
    both = [s for s in found.statements if s.dispatches == 2 and s.attributed]
    assert [e.name for s in both for e in s.ends] == ["Varuh Conflict Register"]
    assert both[0].first.report == "a"


def test_figures_that_cannot_both_be_right_stand_side_by_side(archive: Archive):
    found = event(archive, archive.dispatch("b"))
    assert found
    seen = " ".join(drawn(Group(*show_event(found, found.dispatches[1].id, 8, namer([])))).split())
    assert "EVENT told by 2 dispatches · 2019-04-11 – 2019-04-12" in seen
    assert "FIGURES passengers killed: 41" in seen
    assert "(Mirel Dassa, a, 2019-04-11) 63" in seen
    assert "(Mirel Dassa, b, 2019-04-12)" in seen


def test_a_dispatch_that_stands_alone_has_no_event(archive: Archive):
    assert event(archive, archive.dispatch("c")) is None
