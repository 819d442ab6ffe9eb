"""People's decisions about findings: an edit, a rename, whose word a claim is, where a place is.

A finding is kept by the SHA-256 of the very text that it is in, the code points where it begins and
its words, never by the number of a row: it holds wherever that text comes up, also after `reindex`
and in another archive, and it is never applied to another text. `dateline.run.decided` applies it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import get_args

from dateline.errors import NotFoundError, UsageError
from dateline.model import Decided, Finding
from dateline.store.archive import Archive
from dateline.store.connection import now, writing
from dateline.store.fingerprints import text_hash
from dateline.store.judgements import COLUMNS, Judgement, keep
from dateline.store.moved_places import follow
from dateline.store.values import check

__all__ = ["decide", "held", "lost_under", "missing", "replaced", "standing"]

_AT_ONCE = 500


def decide(
    archive: Archive,
    finding: Finding,
    decision: str,
    value: str = "",
    by: str = "",
    note: str = "",
) -> Judgement:
    """Keep a person's decision: ``accept``, ``reject``, or ``correct`` to ``value``.

    An edit is corrected to another kind; a rename to another type, or to ``THEY → WE``; a speaker
    to a name; a place to the JSON of one (`dateline.run.candidates`).

    Raises:
        UsageError: there is no such decision, or the value is none for this finding.
        NotFoundError: a report of the finding is not in the archive.
    """
    if decision not in get_args(Decided):
        raise UsageError(f"a decision is accept, reject or correct, not {decision!r}")
    holds = {"accept": finding.value, "reject": ""}.get(decision)
    if holds is None:
        holds = value.strip()
        check(finding.about, holds)
        if not holds:
            raise UsageError("a correction needs a value")
    with writing(archive.connection, archive.path, archive.wait):
        (a_words, a_text), (b_words, b_text) = (_hashes(archive, i) for i in (finding.a, finding.b))
        made = Judgement(
            *(0, decision, "", finding.a, finding.b, a_words, b_words, by, note, now()),  # type: ignore[arg-type]
            about=finding.about,
            a_text=a_text,
            b_text=b_text,
            a_start=finding.a_start,
            a_span=finding.a_span,
            b_start=finding.b_start,
            b_span=finding.b_span,
            machine=finding.machine,
            value=holds,
        )
        kept = keep(archive.connection, [made])
        follow(archive.connection, kept)
    return kept[0]


def held(archive: Archive, texts: Iterable[str]) -> list[Judgement]:
    """The decisions that hold about findings in texts with these hashes, the first one first.

    Those about renames wherever they are come too.
    """
    wanted = ["", *dict.fromkeys(texts)]
    found: dict[int, Judgement] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        rows = archive.connection.execute(
            f"SELECT {COLUMNS} FROM judgement WHERE undone IS NULL AND about <> 'relation'"
            f" AND a_text IN ({', '.join('?' * len(some))})",
            some,
        )
        found |= {row[0]: Judgement(*row) for row in rows}
    return [found[number] for number in sorted(found)]


def missing(archive: Archive, judgement: Judgement) -> str:
    """Why a decision about a finding cannot apply: in words, empty where its texts are here."""
    sides = (
        (judgement.a, judgement.a_words, judgement.a_text),
        (judgement.b, judgement.b_words, judgement.b_text),
    )
    for ident, words, text in sides:
        if text and not _is_here(archive.connection, words, text):
            try:
                archive.number(ident)
            except NotFoundError:
                return f"no report here has the text that {ident} had"
            return f"the text of {ident} is not what it was"
    return ""


def replaced(judgements: Iterable[Judgement]) -> dict[int, int]:
    """The number of a later decision about the very same finding, by that of the one before it."""
    last: dict[tuple[object, ...], int] = {}
    found: dict[int, int] = {}
    for j in judgements:
        if j.about != "relation":
            key = (j.about, j.a_text, j.b_text, j.a_start, j.a_span, j.b_start, j.b_span)
            if key in last:
                found[last[key]] = j.number
            last[key] = j.number
    return found


def standing(archive: Archive, judgements: Sequence[Judgement]) -> dict[int, str]:
    """Why some decisions that were not undone do not apply, by their numbers, in words."""
    says = {j.number: missing(archive, j) for j in judgements}
    later = replaced(j for j in judgements if not j.undone)
    says |= {number: f"decision {by} holds instead" for number, by in later.items()}
    return {number: why for number, why in says.items() if why}


def lost_under(archive: Archive, ident: str) -> list[Judgement]:
    """The decisions about findings in another text under a report's id, which are not applied."""
    rows = archive.connection.execute(
        f"SELECT {COLUMNS} FROM judgement WHERE undone IS NULL AND about <> 'relation'"
        " AND ? IN (a_id, b_id) ORDER BY number",
        (ident,),
    )
    return [j for j in (Judgement(*row) for row in rows) if missing(archive, j)]


def _is_here(connection: sqlite3.Connection, words: str, text: str) -> bool:
    rows = connection.execute("SELECT text FROM report WHERE words = ?", (words,))
    return any(text_hash(found) == text for (found,) in rows)


def _hashes(archive: Archive, ident: str) -> tuple[str, str]:
    """The hashes of a report's words and of its text; none of a finding that is in no report."""
    if not ident:
        return "", ""
    words, text = archive.connection.execute(
        "SELECT words, text FROM report WHERE number = ?", (archive.number(ident),)
    ).fetchone()
    return words, text_hash(text)
