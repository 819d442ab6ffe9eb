"""Cards beside the slow way to count."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.model import Report
from dateline.run.archive import add, reindex
from dateline.store import Archive, judgements
from dateline.store.cards import _REFRESH, Card, Wanted, card, cards, outlets, totals

from .piles import pile


def counted(archive: Archive) -> dict[str, tuple[object, ...]]:
    """The figures of every dispatch, counted from its versions."""
    found = {}
    for dispatch in archive.dispatches(1):
        reports = [archive.report(v) for v in dispatch.versions]
        days = sorted(r.date for r in reports)
        names = {r.outlet for r in reports} - {""}
        by_day = dict(Counter(days))
        found[dispatch.id] = (len(reports), len(names), days[0], days[-1], by_day)
    return found


def figures(card: Card) -> tuple[object, ...]:
    return card.versions, card.outlets, card.first_day, card.last_day, card.days


def agree(archive: Archive) -> None:
    shown = cards(archive.connection, Wanted(), 1000)
    truth = counted(archive)
    assert {c.id: figures(c) for c in shown} == truth
    assert totals(archive.connection) == (len(archive), *archive.counts())
    given = Counter(r.outlet for r in archive.reports() if r.outlet)
    assert dict(outlets(archive.connection, 100)) == given


@pytest.mark.parametrize("seed", range(3))
def test_cards_agree_with_the_versions_whatever_happens(tmp_path: Path, seed: int):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        reports = pile(seed)
        add(archive, reports[::2], batch=3)
        agree(archive)
        add(archive, reports[1::2], batch=5)
        agree(archive)
        several = next(archive.dispatches())
        (made, *_) = judgements.split(archive, [several.versions[-1]])
        agree(archive)
        judgements.undo(archive, made.number)
        agree(archive)
        reindex(archive)
        agree(archive)


def test_wanted_cards_only_in_their_order(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, pile(1, dispatches=9))
        everything = cards(archive.connection, Wanted(), 1000)
        sizes = [c.versions for c in everything]
        assert sizes == sorted(sizes, reverse=True)
        newest = [c.last_day for c in cards(archive.connection, Wanted(order="newest"), 1000)]
        assert newest == sorted(newest, reverse=True)
        some = cards(archive.connection, Wanted(outlet="Ostmere Post", least=2), 1000)
        mine = {c.id for c in everything if c.versions > 1 and by(archive, c, "Ostmere Post")}
        assert {c.id for c in some} == mine
        span = Wanted(since="2031-03-05", until="2031-03-09", order="newest")
        inside = {c.id for c in everything if "2031-03-05" <= c.last_day <= "2031-03-09"}
        assert {c.id for c in cards(archive.connection, span, 1000)} == inside
        assert cards(archive.connection, Wanted(), 2, 1) == everything[1:3]


def by(archive: Archive, card: Card, outlet: str) -> bool:
    return any(archive.report(v).outlet == outlet for v in archive.dispatch(card.id).versions)


def test_a_card_names_the_outlets_of_most_versions_first(tmp_path: Path):
    text = "Snow fell on Grell and nobody went anywhere until the ferry came on Sunday at noon."
    given = [("a", "Lamp"), ("b", "Gull"), ("c", "Gull"), ("d", "")]
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, [Report(i, text, outlet=o, title=i) for i, o in given])
        (found,) = cards(archive.connection, Wanted(), 9)
        assert (found.versions, found.outlets, found.names) == (4, 2, ("Gull", "Lamp"))
        assert found.days == {"": 4}
        assert card(archive.connection, archive.number(found.core)) == found


@pytest.mark.parametrize(
    "wanted", [Wanted(), Wanted(order="newest"), Wanted(outlet="Tidewatch", order="newest")]
)
def test_a_page_of_cards_is_read_in_the_order_of_an_index(tmp_path: Path, wanted: Wanted):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, pile(0))
        said: list[str] = []
        archive.connection.set_trace_callback(said.append)
        cards(archive.connection, wanted, 5)
        archive.connection.set_trace_callback(None)
        plan = archive.connection.execute(f"EXPLAIN QUERY PLAN {said[0]}").fetchall()
        assert not any("TEMP B-TREE" in row[3] for row in plan), plan


def test_words_that_very_many_reports_have_are_told_newest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(
            archive,
            [Report(f"r{n}", f"Snow fell on day {n}. " + "Snow. " * (9 - n)) for n in range(9)],
        )
        best = [hit.report for hit in archive.search("snow")]
        assert best != [f"r{n}" for n in range(8, -1, -1)]
        monkeypatch.setattr("dateline.store.words._MANY", 5)
        assert [h.report for h in archive.search("snow", 3)] == ["r8", "r7", "r6"]
        assert all(h.spans for h in archive.search("snow"))


@pytest.mark.parametrize("statement", _REFRESH)
def test_cards_are_made_anew_without_a_look_at_the_others(tmp_path: Path, statement: str):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        rows = archive.connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        assert {row[3] for row in rows if row[3].startswith("SCAN")} <= {
            "SCAN stale",
            "SCAN by_day",
        }
