"""A claim is new where nobody in the archive has made it: not its repetition, nor a rewording."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model import Claim, Rename, Report, Span
from dateline.run.archive import add
from dateline.run.first_said import FirstSaid
from dateline.store import Archive
from dateline.store.words import newest

HELD = (
    "Harbour master Ines Corvo said that three inspectors would look at the burned hull on Tuesday."
)
TOLL = "The coast guard said that 14 passengers were killed when the ferry Tern struck the pier."
FILLER = (
    "Snow fell on Grell for two days and nobody went anywhere.",
    "The council of Ostmere sold the old library to a brewery from Pelham.",
    "Skaters cheered when the lake froze over a week before the fair.",
    "A herd of goats has moved into the empty barracks above the bay.",
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        add(opened, [Report(f"f{n}", text) for n, text in enumerate(FILLER)])
        add(opened, [Report("held", f"{HELD} {TOLL}")])
        yield opened


def first(archive: Archive, text: str) -> list[Claim]:
    """What is said first in a report that comes now."""
    name = f"new{len(archive)}"
    add(archive, [Report(name, text)])
    number, anatomy = archive.number(name), archive.anatomy(name)
    return FirstSaid(archive).of(number, anatomy)


def test_what_the_first_report_says_is_new(archive: Archive):
    found = FirstSaid(archive).of(archive.number("held"), archive.anatomy("held"))
    assert len(found) == 2
    assert found[0].source is not None
    assert found[0].source.canonical == "Ines Corvo"


@pytest.mark.parametrize(
    "again",
    [
        HELD,
        "Three inspectors will look at the burned hull on Tuesday, the harbour master said.",
        "Inspectors, three of them, would on Tuesday look at the burned hull, Ines Corvo said.",
        TOLL.replace("The coast guard said that", "Officials said").replace("passengers", "people"),
    ],
)
def test_what_was_said_before_is_no_news_in_whatever_order_of_words(archive: Archive, again: str):
    assert first(archive, f"The goats are still there. {again}") == []


@pytest.mark.parametrize(
    "news",
    [
        TOLL.replace("14", "19"),
        HELD.replace("said that", "denied that"),
        HELD.replace("would look", "would not look"),
        "Harbour master Ines Corvo said that a second boat had left Grell with medicine and post.",
    ],
)
def test_another_figure_a_denial_and_another_thing_are_news(archive: Archive, news: str):
    (found,) = first(archive, f"The goats are still there. {news}")
    assert found.content.text in news


def test_a_name_for_another_name_is_no_news(archive: Archive):
    add(archive, [Report("new", HELD.replace("Ines Corvo", "Inés Kurvo").replace("hull", "wreck"))])
    number, anatomy = archive.number("new"), archive.anatomy("new")
    rename = Rename("hull", "wreck", "renamed", 1, ())
    assert FirstSaid(archive).of(number, anatomy, renames=[rename]) == []


def test_only_what_came_before_counts(archive: Archive):
    add(archive, [Report("late", HELD)])
    found = FirstSaid(archive).of(archive.number("held"), archive.anatomy("held"))
    assert len(found) == 2


def test_claims_elsewhere_than_asked_for_are_left_out(archive: Archive):
    anatomy = archive.anatomy("held")
    toll = anatomy.sentences[1]
    among = [claim.content for claim in first(archive, "Nobody said anything.")]
    assert FirstSaid(archive).of(archive.number("held"), anatomy, among) == []
    (found,) = FirstSaid(archive).of(
        archive.number("held"), anatomy, [Span(toll.start, toll.end, toll.text)]
    )
    assert "14 passengers" in found.content.text


def test_no_more_than_the_newest_are_looked_at(archive: Archive):
    add(archive, [Report(f"r{n}", f"The ferry came {n} times.") for n in range(9)])
    last = len(archive)
    found = newest(archive.connection, "ferry", last, 3)
    assert found == [last - 1, last - 2, last - 3]
    assert newest(archive.connection, '"', last, 3) == []
