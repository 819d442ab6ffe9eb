"""A coding sheet drawn at random from an archive, and what its answers say of the machine.

Precision on other people's reports says little about one's own. A person answers for a few dozen
findings whether they are right; the share that is, with its interval (Wilson 1927), holds for the
archive that they were drawn from.
"""

from __future__ import annotations

import csv
import io
import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice

from dateline.cells import plain
from dateline.claims.read import claims_of
from dateline.errors import InputError
from dateline.model import Comparison, Edit, Relation, Row, Sentence
from dateline.run.local import compare
from dateline.store import Archive, listing
from dateline.store.sheets import Item, Sheet

__all__ = ["KINDS", "Item", "Precision", "csv_of", "drawn", "methods", "precision", "share"]

KINDS = ("relation", "edit", "claim")
_Z = 1.96  # 95 %
_UNCLEAR = {"cannot tell", "?"}
_RIGHT, _WRONG = {"yes", "y", "right", "1", "true"}, {"no", "n", "wrong", "0", "false"}
_SHOWN = 600  # letters of a report that a sheet shows
_METHODS = (
    "{n} {findings} drawn at random{how} from what Dateline {version} found in the archive{of},"
    " and judged by reading{shares}; shares are of the findings that were judged, with 95 % Wilson"
    " intervals.{unclear} They say how often a finding is right, not how many were missed."
)


@dataclass(frozen=True, slots=True)
class Precision:
    """How many findings of a kind were judged, how many of them right, and the 95 % interval.

    ``unclear`` are those of which the person could not tell; they are not among the ``answered``.
    """

    kind: str
    drawn: int
    answered: int
    right: int
    low: float
    high: float
    unclear: int = 0


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
    answers: dict[str, list[str]] = defaultdict(list)
    for n, row in enumerate(rows, 2):
        if "kind" not in row or "answer" not in row:
            raise InputError("not a sheet of dateline sample: no column kind or answer")
        answers[row["kind"]].append(_answer(row["answer"] or "", n))
    return [_precision(kind, given) for kind, given in sorted(answers.items())]


def _answer(text: str, line: int) -> str:
    given = text.strip().casefold()
    for answer, words in (("yes", _RIGHT), ("no", _WRONG), ("cannot tell", _UNCLEAR), ("", {""})):
        if given in words:
            return answer
    raise InputError(f"line {line}: an answer is yes, no or cannot tell, not {text!r}")


def _precision(kind: str, given: Sequence[str]) -> Precision:
    right = given.count("yes")
    judged = right + given.count("no")
    low, high = _wilson(right, judged)
    return Precision(kind, len(given), judged, right, low, high, given.count("cannot tell"))


def share(one: Precision) -> str:
    """A precision in words: ``9 of 10 right, 90 % (60–98 %)``."""
    if not one.answered:
        return f"none of {one.drawn} judged"
    part = 100 * one.right / one.answered
    interval = f"{100 * one.low:.0f}–{100 * one.high:.0f} %"
    return f"{one.right} of {one.answered} right, {part:.0f} % ({interval})"


def methods(found: Sequence[Precision], version: str, sheet: Sheet | None = None) -> str:
    """The paragraph for a methods section; with the ``sheet`` it says how that was drawn."""
    judged, unclear = sum(one.answered for one in found), sum(one.unclear for one in found)
    how, of = " (seed and archive as given)", ""
    if sheet is not None:
        version = sheet.version
        how = f" on {sheet.drawn[:10]} (seed {sheet.seed}, at most {sheet.size} of each kind)"
        of = f" of {sheet.reports:,} reports (epoch {sheet.epoch})"
    told = [f"{one.kind}s {share(one)}" for one in found if one.answered]
    return _METHODS.format(
        n=judged,
        findings="finding was" if judged == 1 else "findings were",
        version=version,
        how=how,
        of=of,
        shares=": " + "; ".join(told) if told else "",
        unclear=f" Of {unclear} more it could not be told." if unclear else "",
    )


def csv_of(items: Sequence[Item]) -> str:
    """A sheet as CSV (RFC 4180), every cell in quotation marks, none a formula."""
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, list(Item.__dataclass_fields__), quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for item in items:
        cells = asdict(item).items()
        writer.writerow({k: plain(v) if isinstance(v, str) else v for k, v in cells})
    return sheet.getvalue()


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
        edits = [(row, e) for row in found.rows for e in row.edits if e.kind != "mechanical"]
        if edits:
            yield _edit(found, *rng.choice(edits))


def _edit(found: Comparison, row: Row, edit: Edit) -> Item:
    """An edit; where one side has no words of it, its sentence says where they would stand."""
    sides = ((edit.a, found.sentences_a, row.a), (edit.b, found.sentences_b, row.b))
    a, b = (span.text if span else "" for span, _, _ in sides)
    at_a, at_b = (span.start if span else _starts(own, numbers) for span, own, numbers in sides)
    return Item("edit", edit.kind, found.a.id, found.b.id, a, b, at_a, at_b)


def _starts(sentences: Sequence[Sentence], numbers: Sequence[int]) -> int | None:
    return min((s.start for s in sentences if s.n in numbers), default=None)


def _claims(archive: Archive, rng: random.Random) -> Iterator[Item]:
    rows = archive.connection.execute("SELECT id FROM report ORDER BY id").fetchall()
    rng.shuffle(rows)
    for (ident,) in rows:
        claims = [c for c in claims_of(archive.anatomy(ident)) if c.kind == "attributed"]
        if claims:
            claim = rng.choice(claims)
            who = claim.source.canonical or claim.source.text if claim.source else "nobody named"
            words = claim.content
            yield Item("claim", f"said by: {who}", ident, "", words.text, "", words.start)
