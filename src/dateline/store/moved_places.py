"""The index of places as people see it: where they moved one, it is found where they say.

What a person says is not the place is not in the index. The machine's value is in the decision; a
report's places are read again when one is made or taken back, so that no report has lost them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from dateline.store import places
from dateline.store.fingerprints import text_hash
from dateline.store.judgements import COLUMNS, Judgement
from dateline.store.named import named
from dateline.store.placing import placing
from dateline.store.rows import anatomies

__all__ = ["follow", "settle", "settle_all"]

_HELD = f"SELECT {COLUMNS} FROM judgement WHERE about = 'place' AND undone IS NULL"


def follow(connection: sqlite3.Connection, changed: Iterable[Judgement]) -> None:
    """See to the reports of decisions that were just made or undone; in a transaction."""
    by_text: dict[tuple[str, str], list[Judgement]] = {}
    for j in changed:
        if j.about == "place":
            by_text.setdefault((j.a_words, j.a_text), []).append(j)
    for (words, text), some in by_text.items():
        after = _held(connection, words, text)
        numbers = {j.number for j in some}
        made = {j.number for j in after}
        before = [j for j in after if j.number not in numbers]
        before += [j for j in some if j.number not in made and not j.undone]
        before.sort(key=lambda j: j.number)
        for report in _reports(connection, words, text):
            _move(connection, report, before, after)


def settle(connection: sqlite3.Connection, report: int, words: str, text: str) -> None:
    """Put what people decided into the places of a report that are noted as the machine's."""
    if not connection.execute(f"{_HELD} AND a_words = ? LIMIT 1", (words,)).fetchone():
        return
    if held := _held(connection, words, text_hash(text)):
        _move(connection, report, [], held)


def settle_all(connection: sqlite3.Connection) -> None:
    """Do so for all reports, none of which has been settled."""
    texts = connection.execute(
        "SELECT DISTINCT a_words, a_text FROM judgement WHERE about = 'place' AND undone IS NULL"
    )
    for words, text in texts.fetchall():
        for report in _reports(connection, words, text):
            _move(connection, report, [], _held(connection, words, text))


def _held(connection: sqlite3.Connection, words: str, text: str) -> list[Judgement]:
    rows = connection.execute(
        f"{_HELD} AND a_words = ? AND a_text = ? ORDER BY number", (words, text)
    )
    return [Judgement(*row) for row in rows]


def _reports(connection: sqlite3.Connection, words: str, text: str) -> Iterator[int]:
    rows = connection.execute("SELECT number, text FROM report WHERE words = ?", (words,))
    return (number for number, found in rows.fetchall() if text_hash(found) == text)


def _move(
    connection: sqlite3.Connection,
    report: int,
    before: Sequence[Judgement],
    after: Sequence[Judgement],
) -> None:
    """Note a report's places by the decisions of now in place of those by the ones before."""
    anatomy = anatomies(connection, [report])[report]
    language, unplaced = connection.execute(
        "SELECT language, (SELECT count(*) FROM unplaced WHERE report = number) FROM report"
        " WHERE number = ?",
        (report,),
    ).fetchone()
    was, now = (named(anatomy, language, placing(some)) for some in (before, after))
    if was != now and not unplaced:
        places.forget(connection, report, was)
        places.write(connection, report, now)
        connection.execute(
            "INSERT OR IGNORE INTO stale SELECT core FROM version WHERE report = ?", (report,)
        )
