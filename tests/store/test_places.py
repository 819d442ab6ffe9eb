"""The index of places beside what the reports say, counted slowly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model import Report
from dateline.run.archive import add, reindex
from dateline.run.deciding import decide_at
from dateline.run.findings import findings
from dateline.store import Archive, judgements, places
from dateline.store.cards import Order, Wanted, card, cards
from dateline.store.connection import writing
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


SENT = (
    "BONN (Lantern) - The port of {town} in Germany closed on Monday, and its ferries stayed, a"
    " spokesman for the company said. Nobody was hurt in {town}, he said. It may open on Friday."
)


def stories_of(archive: Archive, place: str) -> set[str]:
    return {c.core for c in cards(archive.connection, Wanted(place=place), 9)}


def everything(archive: Archive) -> list[tuple[object, ...]]:
    """The whole index by names, without its numbers and what is there without any report."""
    found = []
    for query in (
        "SELECT report, key, mentions FROM report_place JOIN place ON number = place",
        "SELECT core, key, mentions, versions, last_day FROM card_place"
        " JOIN place ON number = place",
        "SELECT key, reports FROM place WHERE reports > 0",
        "SELECT name, key, n.reports FROM place_name AS n JOIN place ON number = place"
        " WHERE n.reports > 0",
    ):
        found += sorted(archive.connection.execute(query))
    return found


def decide_about(archive: Archive, words: str, decision: str, value: str = "") -> int:
    found = next(f for f in findings(archive, "a") if f.about == "place" and f.a_span == words)
    return decide_at(archive, decision, found.at, "a", value=value, by="Ida").number


@pytest.fixture
def cologne(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, [Report("a", SENT.format(town="Cologne")), Report("b", pile()[0].text)])
        yield archive


ITALY = "3178287"


def test_a_corrected_place_is_found_where_a_person_says_until_it_is_undone(cologne: Archive):
    machine = everything(cologne)
    assert stories_of(cologne, "Köln") == {"a"}
    number = decide_about(cologne, "Cologne", "correct", ITALY)
    assert stories_of(cologne, "Köln") == set()
    assert stories_of(cologne, "Cologne") == {"a"}
    keys = "SELECT key FROM report_place JOIN place ON place.number = place WHERE report = 1"
    assert (ITALY,) in cologne.connection.execute(keys).fetchall()
    judgements.undo(cologne, number)
    assert everything(cologne) == machine
    assert stories_of(cologne, "Köln") == {"a"}


def test_a_rejected_place_is_in_no_list(cologne: Archive):
    machine = everything(cologne)
    first = decide_about(cologne, "Cologne", "reject")
    assert stories_of(cologne, "Cologne") == set()
    second = decide_about(cologne, "Cologne", "correct", "45.6, 9.9")
    assert stories_of(cologne, "Cologne") == {"a"}
    judgements.undo(cologne, second)
    assert stories_of(cologne, "Cologne") == set()
    judgements.undo(cologne, first)
    assert everything(cologne) == machine


def test_an_accepted_place_stays_where_it_was(cologne: Archive):
    machine = everything(cologne)
    decide_about(cologne, "Cologne", "accept")
    assert everything(cologne) == machine


def test_decisions_hold_for_the_same_text_that_comes_later_and_after_a_reindex(cologne: Archive):
    decide_about(cologne, "Cologne", "correct", ITALY)
    towns = {"same": "Cologne", "c": "Hull"}
    add(cologne, [Report(ident, SENT.format(town=town)) for ident, town in towns.items()])
    moved = everything(cologne)
    assert stories_of(cologne, "Köln") == set()
    reindex(cologne)
    assert everything(cologne) == moved


def test_decisions_taken_in_move_places_too(cologne: Archive, tmp_path: Path):
    decide_about(cologne, "Cologne", "correct", ITALY)
    carried = [judgements.carried(j) for j in judgements.judgements(cologne)]
    with Archive.open(tmp_path / "other.db", create=True) as other:
        add(other, [Report("x", SENT.format(town="Cologne"))])
        assert stories_of(other, "Köln") == {"x"}
        judgements.take_in(other, carried)
        assert stories_of(other, "Köln") == set()


def test_an_archive_of_version_7_gets_its_decisions_into_the_index(cologne: Archive):
    decide_about(cologne, "Cologne", "correct", ITALY)
    decided = everything(cologne)
    with writing(cologne.connection, cologne.path):  # as version 7 had it
        places.clear(cologne.connection)
        for report in list(cologne.reports()):
            number, apart = cologne.number(report.id), cologne.anatomy(report.id)
            places.write(cologne.connection, number, named(apart, language(apart.report.text)))
        cologne.connection.execute("INSERT INTO stale SELECT DISTINCT core FROM version")
    cologne.connection.execute("PRAGMA user_version = 7")
    assert stories_of(cologne, "Köln") == {"a"}
    with Archive.open(cologne.path) as archive:
        assert everything(archive) == decided


def test_an_index_that_was_never_made_stays_so(tmp_path: Path):
    with Archive.open(version_1(tmp_path / "a.db")) as archive:
        ident = next(archive.reports()).id
        some = [f for f in findings(archive, ident) if f.about == "place"]
        for one in some:
            decide_at(archive, "reject", one.at, ident)
        assert places.unplaced(archive.connection) == 2
        assert everything(archive) == []
