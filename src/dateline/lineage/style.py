"""House style: what an outlet does, again and again, to the text that it takes over."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.lineage.credits import credits_of
from dateline.model import Collation, Comparison, Habit, HouseStyle, Judged, Rename, Row
from dateline.text import fold

_Z = 1.96  # 95 %
_SAYING = re.compile(
    r"\b(?:said|says|say|told|according to|reported|announced|stated|warned|denied|claimed)\b"
)
# Words by which a text tells what kind of source speaks; the first that stands in it counts.
_SOURCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("monitors", re.compile(r"\b(?:monitor\w*|observatory|watchdog|register)\b", re.I)),
    ("activists and witnesses", re.compile(r"\b(?:activists?|witness(?:es)?|residents?)\b", re.I)),
    ("agencies", re.compile(r"\b(?:independently (?:verify|confirm)|news agency)\b", re.I)),
    ("the army", re.compile(r"\b(?:army|military|command|coalition|forces)\b", re.I)),
    (
        "officials",
        re.compile(r"\b(?:minister|ministry|government|president|official|spokes\w+)\b", re.I),
    ),
)


def house_styles(collations: Iterable[Collation]) -> tuple[HouseStyle, ...]:
    """The habits of every outlet that runs a version of another's text, most versions first.

    A version counts against the base of its dispatch, unless the base was made from it. Collations
    may come one after another and are not kept.
    """
    by_outlet: dict[str, _Outlet] = defaultdict(_Outlet)
    for collation in collations:
        for c in collation.comparisons:
            if c.b.outlet and c.lineage.verdict != "a<-b":
                by_outlet[c.b.outlet].note(collation.dispatch.id, c)
    styles = [found.style(outlet) for outlet, found in by_outlet.items()]
    return tuple(sorted(styles, key=lambda s: (-s.versions, s.outlet)))


class _Outlet:
    """What is counted of one outlet."""

    def __init__(self) -> None:
        self.versions = self.sentences = self.kept = 0
        self.dispatches: set[str] = set()
        self.counts = _Counts()

    def note(self, dispatch: str, c: Comparison) -> None:
        self.versions += 1
        self.dispatches.add(dispatch)
        self.sentences += sum(bool(r.a) for r in c.rows)
        self.kept += sum(bool(r.a) and not _is_gone(r) for r in c.rows)
        _count_renames(dispatch, c, self.counts)
        _count_cuts(dispatch, c, self.counts)
        _count_credit(dispatch, c, self.counts)

    def style(self, outlet: str) -> HouseStyle:
        kept = round(self.kept / self.sentences, 3) if self.sentences else 0.0
        habits = sorted(self.counts.habits(), key=lambda h: (-h.sure, -h.done, h.what, h.they))
        return HouseStyle(outlet, self.versions, len(self.dispatches), kept, tuple(habits))


@dataclass
class _Count:
    done: int = 0
    possible: int = 0
    dispatches: set[str] = field(default_factory=set)
    example: str = ""
    shown: tuple[str, str] = ("", "")
    judged: Judged | None = None


class _Counts:
    """Done and possible per habit."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], _Count] = defaultdict(_Count)

    def note(
        self,
        what: str,
        pair: tuple[str, str],
        dispatch: str,
        done: int,
        possible: int,
        example: str,
        judged: Judged | None = None,
    ) -> None:
        count = self._found[what, fold(pair[0]), fold(pair[1])]
        count.shown = count.shown if count.example else pair
        count.done += done
        count.possible += possible
        count.judged = count.judged or judged
        if done:
            count.dispatches.add(dispatch)
            count.example = count.example or example

    def habits(self) -> Iterator[Habit]:
        for (what, _, _), c in self._found.items():
            if c.done:
                sure = round(wilson(c.done, c.possible), 2)
                often = c.done, c.possible, len(c.dispatches)
                yield Habit(what, *c.shown, *often, sure, c.example, c.judged)


def wilson(done: int, possible: int) -> float:
    """The lower end of the 95 % interval of a share (Wilson 1927)."""
    share = done / possible
    spread = _Z * math.sqrt(share * (1 - share) / possible + _Z**2 / (4 * possible**2))
    return max(0.0, (share + _Z**2 / (2 * possible) - spread) / (1 + _Z**2 / possible))


def _count_renames(dispatch: str, c: Comparison, counts: _Counts) -> None:
    for rename in c.renames:
        example = _sentence(c, rename.uses[0].b.start)
        possible = rename.count + _left_alone(c, rename)
        pair = rename.a, rename.b
        counted = rename.count, possible, example
        counts.note(rename.type, pair, dispatch, *counted, rename.judged)


def _left_alone(c: Comparison, rename: Rename) -> int:
    """In how many linked sentences both sides write the name that is renamed elsewhere."""
    word = re.compile(rf"(?<!\w){re.escape(rename.a)}(?!\w)")
    a = {s.n: s.text for s in c.sentences_a}
    b = {s.n: s.text for s in c.sentences_b}
    return sum(
        any(word.search(a[n]) for n in row.a) and any(word.search(b[n]) for n in row.b)
        for row in c.rows
        if row.a and row.b
    )


def _sentence(c: Comparison, at: int) -> str:
    return next((s.text for s in c.sentences_b if s.start <= at < s.end), "")


def _count_cuts(dispatch: str, c: Comparison, counts: _Counts) -> None:
    text = {s.n: s.text for s in c.sentences_a}
    for row in c.rows:
        if not row.a:
            continue
        sentence = " ".join(text[n] for n in row.a)
        gone = _is_gone(row)
        counts.note("sentences dropped", ("", ""), dispatch, gone, 1, sentence)
        if _SAYING.search(sentence):
            counts.note("sources dropped", (_source(sentence), ""), dispatch, gone, 1, sentence)
            if row.b:
                cut = next((a for a, b in row.attribution_changed if a), "")
                counts.note("attributions cut", ("", ""), dispatch, bool(cut), 1, cut)


def _is_gone(row: Row) -> bool:
    """Whether the version lacks the sentence: nothing was found, and no person knows better."""
    return not row.b and (row.judged is None or "dropped" in row.kinds)


def _source(sentence: str) -> str:
    return next((name for name, words in _SOURCES if words.search(sentence)), "others")


def _count_credit(dispatch: str, c: Comparison, counts: _Counts) -> None:
    before, after = credits_of(c.a, c.sentences_a), credits_of(c.b, c.sentences_b)
    if before:
        example = before[0].span.text
        counts.note("credit removed", (before[0].agency, ""), dispatch, not after, 1, example)
