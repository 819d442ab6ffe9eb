"""A coding sheet drawn at random from an archive, and what its answers say of the machine.

Precision on other people's reports says little about one's own. A person answers for a few dozen
findings whether they are right; the share that is, with its interval (Wilson 1927), holds for the
archive that they were drawn from.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.claims.read import claims_of
from dateline.errors import InputError
from dateline.model import Relation
from dateline.run.local import compare
from dateline.store import Archive, listing

__all__ = ["KINDS", "Item", "Precision", "drawn", "precision"]

KINDS = ("relation", "edit", "claim")
_Z = 1.96  # 95 %
_RIGHT, _WRONG = {"yes", "y", "right", "1", "true"}, {"no", "n", "wrong", "0", "false"}
_SHOWN = 600  # letters of a report that a sheet shows


@dataclass(frozen=True, slots=True)
class Item:
    """One finding to be judged: ``finding`` says what the machine found, ``a`` and ``b`` where.

    ``words_a`` and ``words_b`` are the words that it is about; ``answer`` is the person's.
    """

    kind: str
    finding: str
    a: str
    b: str
    words_a: str
    words_b: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Precision:
    """How many findings of a kind were judged, how many of them right, and the 95 % interval."""

    kind: str
    drawn: int
    answered: int
    right: int
    low: float
    high: float


def drawn(archive: Archive, size: int, seed: int) -> list[Item]:
    """``size`` findings of each kind, as far as there are so many; the same for the same seed.

    Relations are drawn from all that are kept; edits and claims by drawing a version or a report
    first, then one finding of it, so that long texts do not outweigh short ones.
    """
    rng = random.Random(seed)
    makers: tuple[Callable[[Archive, random.Random], Iterator[Item]], ...]
    makers = (_relations, _edits, _claims)
    return [item for make in makers for item in _first(make(archive, rng), size)]


def precision(rows: Sequence[Mapping[str, str]]) -> list[Precision]:
    """What the answers of a sheet say, kind by kind; empty ones are left out.

    Raises:
        InputError: an answer is neither yes nor no, or a column is missing.
    """
    answers: dict[str, list[bool | None]] = defaultdict(list)
    for n, row in enumerate(rows, 2):
        if "kind" not in row or "answer" not in row:
            raise InputError("not a sheet of dateline sample: no column kind or answer")
        answers[row["kind"]].append(_answer(row["answer"] or "", n))
    return [_precision(kind, given) for kind, given in sorted(answers.items())]


def _answer(text: str, line: int) -> bool | None:
    given = text.strip().casefold()
    if not given:
        return None
    if given not in _RIGHT | _WRONG:
        raise InputError(f"line {line}: an answer is yes or no, not {text!r}")
    return given in _RIGHT


def _precision(kind: str, given: Sequence[bool | None]) -> Precision:
    known = [answer for answer in given if answer is not None]
    low, high = _wilson(sum(known), len(known))
    return Precision(kind, len(given), len(known), sum(known), low, high)


def _wilson(right: int, count: int) -> tuple[float, float]:
    """Both ends of the 95 % interval of a share."""
    if not count:
        return 0.0, 1.0
    share, square = right / count, _Z**2 / count
    spread = _Z * math.sqrt(share * (1 - share) / count + square / (4 * count))
    middle = share + square / 2
    low, high = (middle - spread) / (1 + square), (middle + spread) / (1 + square)
    return round(max(0.0, low), 3), round(min(1.0, high), 3)


def _first(items: Iterator[Item], size: int) -> list[Item]:
    return list(islice(items, max(0, size)))


def _relations(archive: Archive, rng: random.Random) -> Iterator[Item]:
    rows = archive.connection.execute(
        "SELECT x.number, y.number FROM relation AS r JOIN report AS x ON x.number = r.a"
        " JOIN report AS y ON y.number = r.b ORDER BY x.id, y.id"
    ).fetchall()
    rng.shuffle(rows)
    for one, other in rows:
        found = listing.between(archive.connection, one, other)
        if found is not None:
            yield _relation(archive, found)


def _relation(archive: Archive, found: Relation) -> Item:
    a, b = (archive.report(ident).text[:_SHOWN] for ident in (found.a, found.b))
    return Item("relation", f"b is related to a: {found.relation}", found.a, found.b, a, b)


def _edits(archive: Archive, rng: random.Random) -> Iterator[Item]:
    rows = archive.connection.execute(
        "SELECT c.id, r.id FROM version AS v JOIN report AS r ON r.number = v.report"
        " JOIN report AS c ON c.number = v.core WHERE v.core <> v.report ORDER BY c.id, r.id"
    ).fetchall()
    rng.shuffle(rows)
    for core, version in rows:
        found = compare(archive.report(core), archive.report(version))
        edits = [e for row in found.rows for e in row.edits if e.kind != "mechanical"]
        if edits:
            edit = rng.choice(edits)
            a, b = (span.text if span else "" for span in (edit.a, edit.b))
            yield Item("edit", edit.kind, core, version, a, b)


def _claims(archive: Archive, rng: random.Random) -> Iterator[Item]:
    rows = archive.connection.execute("SELECT id FROM report ORDER BY id").fetchall()
    rng.shuffle(rows)
    for (ident,) in rows:
        claims = [c for c in claims_of(archive.anatomy(ident)) if c.kind == "attributed"]
        if claims:
            claim = rng.choice(claims)
            who = claim.source.canonical or claim.source.text if claim.source else "nobody named"
            yield Item("claim", f"said by: {who}", ident, "", claim.content.text, "")
