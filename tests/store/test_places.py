"""The index of places beside what the reports say, counted slowly."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.model import Report
from dateline.run.archive import add, reindex
from dateline.store import Archive, judgements, places
from dateline.store.cards import Order, Wanted, card, cards
from dateline.store.named import named
from dateline.text import analyse
from dateline.text.language import language

from .test_connection import version_1

_TELLS = (
    "{town} (Pelham) - The ferry company said on Monday that it would stop its boats from {port}"
    " to {other} until the wind went down. Nobody in {port} was hurt, the company said, and the"
    " tickets of those who waited there for two days would be good until the end of the month."
    " The mayor of {other} said that the boats from Oslo were late too. The harbour stayed open."
)
TOWNS = ("Dover", "Calais", "Hull", "Rotterdam", "Zeebrugge", "Ostend")


def pile() -> list[Report]:
    """Dispatches of one to three versions, each about two towns and sent from a third."""
    out = []
    for n in range(12):
        town, port, other = (TOWNS[(n * k + k) % 6] for k in (1, 2, 3))
        text = _TELLS.format(town=town.upper(), port=port, other=other) + f" It was day {n}."
        for k in range(1 + n % 3):
            outlet = ("Gull", "Lamp", "Echo")[k]
            out.append(
                Report(f"{n}-{k}", text + " More later." * k, "", outlet, f"2031-01-{n + 1}")
            )
    return out


def counted(archive: Archive) -> dict[str, Counter[str]]:
    """What each dispatch names and how often, from its versions."""
    found = {}
    for dispatch in archive.dispatches(1):
        apart = [analyse(archive.report(v)) for v in dispatch.versions]
        total = Counter[str]()
        for one in (n for a in apart for n in named(a, language(a.report.text))):
            total[one.key] += one.mentions
        found[dispatch.id] = total
    return found


def kept(archive: Archive) -> dict[str, Counter[str]]:
    out: dict[str, Counter[str]] = {d.id: Counter() for d in archive.dispatches(1)}
    rows = archive.connection.execute(
        "SELECT dispatch, key, mentions FROM card_place JOIN place ON place.number = place"
        " JOIN report ON report.number = core"
    )
    for dispatch, key, mentions in rows:
        out[dispatch][key] = mentions
    return out


def agree(archive: Archive) -> None:
    assert kept(archive) == counted(archive)
    every = cards(archive.connection, Wanted(), 1000)
    for town in TOWNS:
        numbers = set(places.known(archive.connection, town))
        keys = {
            key
            for number, key in archive.connection.execute("SELECT number, key FROM place")
            if number in numbers
        }
        meant = [c.id for c in every if keys & set(kept(archive)[c.id])]
        wanted = Wanted(place=town.lower())
        assert [c.id for c in cards(archive.connection, wanted, 1000)] == meant
        pages = [cards(archive.connection, wanted, 2, start) for start in range(0, 14, 2)]
        assert [c.id for page in pages for c in page] == meant


def test_the_index_agrees_with_the_reports_whatever_happens(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        reports = pile()
        add(archive, reports[::2], batch=3)
        agree(archive)
        add(archive, reports[1::2], batch=5)
        agree(archive)
        several = next(archive.dispatches())
        (made, *_) = judgements.split(archive, [several.versions[-1]])
        agree(archive)
        judgements.undo(archive, made.number)
        reindex(archive)
        agree(archive)


def test_places_are_known_by_every_name_and_beside_outlet_and_time(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        text = "The army took {} from the rebels on Monday, a spokesman said in the capital."
        names = ("Deir Ezzor in Syria", "Deir ez-Zor in Syria", "Hull in England")
        for n, name in enumerate(names):
            outlet, day = ("Gull", "Lamp", "Gull")[n], f"2031-01-0{n + 1}"
            add(archive, [Report(f"r{n}", text.format(name), "", outlet, day)])

        def found(**wanted: str) -> set[str]:
            some = cards(archive.connection, Wanted(**wanted), 9)  # type: ignore[arg-type]
            return {c.core for c in some}

        assert found(place="deir ez zor") == found(place="DEIR EZZOR") == {"r0", "r1"}
        assert found(place="Deir Ezzor", outlet="Gull") == {"r0"}
        assert found(place="Deir Ezzor", since="2031-01-02") == {"r1"}
        assert found(place="Atlantis") == set()
        assert card(archive.connection, archive.number("r2")).places == ("Hull", "England")


def test_a_dateline_alone_is_found_and_not_shown(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, [Report("a", _TELLS.format(town="ROTTERDAM", port="Dover", other="Hull"))])
        (one,) = cards(archive.connection, Wanted(place="Rotterdam"), 9)
        assert set(one.places) == {"Dover", "Hull", "Oslo"}


@pytest.mark.parametrize("text", ["", "Dover", "Der Hafen von Dover blieb am Montag zu. " * 9])
def test_texts_that_say_little_or_in_another_language_have_no_english_places(text: str):
    assert named(analyse(Report("a", text)), language(text)) == () or text == "Dover"


def test_an_archive_of_before_has_its_places_after_a_reindex(tmp_path: Path):
    with Archive.open(version_1(tmp_path / "a.db")) as archive:
        assert places.unplaced(archive.connection) == 2
        reindex(archive)
        assert places.unplaced(archive.connection) == 0
        assert kept(archive) == counted(archive)


@pytest.mark.parametrize("order", ["versions", "newest"])
def test_cards_of_a_place_are_read_in_the_order_of_an_index(tmp_path: Path, order: Order):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, pile())
        said: list[str] = []
        archive.connection.set_trace_callback(said.append)
        cards(archive.connection, Wanted(place="Hull", order=order), 5)
        archive.connection.set_trace_callback(None)
        (query,) = [s for s in said if "AS found" in s]
        plan = [row[3] for row in archive.connection.execute(f"EXPLAIN QUERY PLAN {query}")]
        index = "card_place_by_versions" if order == "versions" else "card_place_by_day"
        assert any(index in step for step in plan), plan
        assert not any(step.startswith("SCAN") and "card" in step for step in plan), plan
