"""What each version of a dispatch changed against the base, as features that can be shared.

A feature is a place with a reading. For every version it is present, absent, or cannot be told
(the sentence that would show it was cut). Two editors may cut the same last paragraphs or write the
same house name without knowing of each other; they will hardly reword a clause alike. The weights
say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from dateline.model import Comparison, Edit, Row
from dateline.text import fold, tokenize

_SAME_SENTENCE = 85  # RapidFuzz ratio of two added sentences that are one
_WEIGHTS = {
    "cut at the end": 0.1,
    "lost": 0.5,
    "added": 1.0,
    "spelling": 0.15,
    "renamed": 0.3,
    "shortened": 0.6,
    "extended": 0.8,
    "reworded": 0.8,
    "facts": 0.9,
    "damaged": 0.4,
}


@dataclass(frozen=True, slots=True)
class Feature:
    """A change against the base: carriers have it, ``unsure`` versions lack the place."""

    kind: str
    says: str
    weight: float
    carriers: frozenset[str]
    unsure: frozenset[str] = frozenset()


@dataclass
class _Readings:
    """What the versions read, place by place."""

    carriers: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    kinds: dict[tuple[str, str], tuple[str, float]] = field(default_factory=dict)
    place: dict[tuple[str, str], int | None] = field(default_factory=dict)

    def note(self, version: str, kind: str, says: str, weight: float, place: int | None) -> None:
        key = kind, says
        self.carriers[key].add(version)
        self.kinds[key] = kind, weight
        self.place[key] = place


def features(base: str, comparisons: Sequence[Comparison]) -> list[Feature]:
    """The features of the versions that ``comparisons`` hold against one base.

    Changes that only the base does not share (every other version reads otherwise) are features of
    the base itself, turned round.
    """
    readings = _Readings()
    lacking = _lacking(comparisons)
    for c in comparisons:
        _losses(c, readings)
        _damages(c, readings)
        for row in c.rows:
            _row_features(c, row, readings)
    _added(comparisons, readings)
    others = {c.b.id for c in comparisons}
    out = [_feature(key, readings, lacking, others, base) for key in sorted(readings.carriers)]
    return sorted(out, key=lambda f: (-f.weight, f.kind, f.says))


def _feature(
    key: tuple[str, str],
    readings: _Readings,
    lacking: dict[int, set[str]],
    others: set[str],
    base: str,
) -> Feature:
    kind, weight = readings.kinds[key]
    carriers = readings.carriers[key]
    place = readings.place[key]
    unsure = set() if place is None or kind == "lost" else lacking.get(place, set()) - carriers
    if len(others) > 1 and carriers | unsure == others and len(carriers) > 1:
        return Feature(kind, f"only the base: {key[1]}", weight, frozenset({base}))
    return Feature(kind, key[1], weight, frozenset(carriers), frozenset(unsure))


def _lacking(comparisons: Sequence[Comparison]) -> dict[int, set[str]]:
    """For each sentence of the base the versions that dropped it."""
    out: dict[int, set[str]] = defaultdict(set)
    for c in comparisons:
        for row in c.rows:
            if not row.b:
                for n in row.a:
                    out[n].add(c.b.id)
    return out


def _losses(c: Comparison, readings: _Readings) -> None:
    body = [n for row in c.rows for n in row.a]
    gone = {n for row in c.rows if not row.b for n in row.a}
    tail = _tail(sorted(body), gone)
    text = {s.n: s.text for s in c.sentences_a}
    for n in sorted(gone):
        weight = _WEIGHTS["cut at the end" if n in tail else "lost"]
        readings.note(c.b.id, "lost", f"“{_short(text[n])}”", weight, n)
    for row in c.rows:
        if row.moved and row.a and row.b:
            readings.note(
                c.b.id, "moved", f"“{_short(text[row.a[0]])}”", _WEIGHTS["shortened"], row.a[0]
            )


def _damages(c: Comparison, readings: _Readings) -> None:
    """What a file lost on its way: it cannot come back in a copy of that file."""
    before = {d.kind for d in c.damage_a}
    for damage in c.damage_b:
        if damage.kind not in before:
            readings.note(c.b.id, "damaged", damage.kind, _WEIGHTS["damaged"], None)


def _tail(body: Sequence[int], gone: set[int]) -> set[int]:
    """The sentences cut from the end on."""
    out: set[int] = set()
    for n in reversed(body):
        if n not in gone:
            break
        out.add(n)
    return out


def _row_features(c: Comparison, row: Row, readings: _Readings) -> None:
    if not row.a or not row.b:
        return
    facts = set(row.facts_changed)
    for edit in row.edits:
        if edit.kind == "mechanical":
            continue
        place = None if edit.kind in {"renamed", "spelling"} else row.a[0]
        weight = _WEIGHTS[edit.kind]
        if edit.a and edit.b and (edit.a.text, edit.b.text) in facts:
            weight = _WEIGHTS["facts"]
        readings.note(c.b.id, _kind(edit), _says(edit), weight, place)


def _kind(edit: Edit) -> str:
    return "renamed" if edit.kind in {"renamed", "spelling"} else "edited"


def _says(edit: Edit) -> str:
    x = fold(edit.a.text) if edit.a else ""
    y = fold(edit.b.text) if edit.b else ""
    return f"“{x}” → “{y}”" if x and y else f"“{x}” cut" if x else f"“{y}” added"


def _added(comparisons: Sequence[Comparison], readings: _Readings) -> None:
    """Added sentences; near-identical ones in several versions are one feature."""
    known: list[str] = []
    for c in comparisons:
        text = {s.n: s.text for s in c.sentences_b}
        for row in c.rows:
            for n in row.b if not row.a else ():
                mine = " ".join(tokenize(text[n]).keys)
                same = next((k for k in known if fuzz.ratio(k, mine) >= _SAME_SENTENCE), None)
                if same is None:
                    known.append(mine)
                says = f"“{_short(same or mine)}”"
                readings.note(c.b.id, "added", says, _WEIGHTS["added"], None)


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= 12 else " ".join(words[:12]) + " …"
