"""Signs of direction between two versions, each a named function of their comparison.

A sign says which side shows the trace of copying and quotes the words. Changes that could have been
made either way (a renaming, a respelling, a different quotation style) are no signs. The idea of
directed variants is that of Maas, Textual Criticism (1927): only a change that could hardly have
been made in the other direction proves a descent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.lineage.directions import BACK, COMMON, FORWARD
from dateline.lineage.origin import agency
from dateline.model import Comparison, Direction, Rename, Sentence, Sign, Span
from dateline.text import fold
from dateline.text.days import comparable
from dateline.text.quotations import is_quoted

_MANY = 3
_FIGURE = re.compile(r"\d[\d.,]*|[a-z]{4,}")
_WORD = re.compile(r"[^\W_]+")
_PERSON = re.compile(
    r"\b(?P<first>[A-Z][\w'’]+) (?:(?:[Aa]l|[Ee]l|bin|ben|van|de|von)[ -])?"
    r"(?P<last>[A-Z][\w'’]{3,})"
    r"(?=,? (?:said|told|an?|the|who|head|director|spokes\w+)\b)"
)


def signs(c: Comparison) -> tuple[Sign, ...]:
    """Every sign that the two texts show, the strongest first."""
    found = [sign for look in SIGNS for sign in look(c)]
    return tuple(sorted(found, key=lambda s: -s.weight))


# --- traces of editing ------------------------------------------------------------------------


def names_merged(c: Comparison) -> Iterator[Sign]:
    """A name that both have inside a quotation is the speaker's.

    The side that writes another name outside keeps the difference between newsroom and speaker; on
    the other side the two are one, and what is one cannot be told apart again.
    """
    for r, shared, points in _shared_names(c):
        if shared.quoted:
            side, rest = ("a", "b") if points == FORWARD else ("b", "a")
            own, name = (r.a, r.b) if points == FORWARD else (r.b, r.a)
            says = (
                f"{side} writes “{own}” and leaves “{name}” to a speaker, {rest} has only “{name}”"
            )
            yield Sign("names merged", points, 0.3, says, shared.a, shared.b)


def name_left_over(c: Comparison) -> Iterator[Sign]:
    """A renaming that missed a place: the side with both names was made from the other."""
    for r, shared, points in _shared_names(c):
        if not shared.quoted:
            side, rest = ("a", "b") if points == FORWARD else ("b", "a")
            name = r.b if points == FORWARD else r.a
            back = BACK if points == FORWARD else FORWARD
            says = f"{rest} writes “{name}” throughout; {side} renames it but once leaves it"
            yield Sign("name left over", back, 0.3, says, shared.a, shared.b)


@dataclass(frozen=True, slots=True)
class _Shared:
    a: Span
    b: Span
    quoted: bool


def _shared_names(c: Comparison) -> Iterator[tuple[Rename, _Shared, Direction]]:
    """Where a renamed pair's one form stands on both sides; the direction names the side with both.

    ``b<-a`` means that a has both forms.
    """
    for r in c.renames:
        if r.type == "renamed" and r.count > 1:
            if shared := _standing(c, r.b):
                yield r, shared, FORWARD
            if shared := _standing(c, r.a):
                yield r, shared, BACK


def _standing(c: Comparison, name: str) -> _Shared | None:
    """The first linked row in which both sides write ``name``."""
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for row in c.rows:
        x = _first(word, [s for s in c.sentences_a if s.n in row.a])
        y = _first(word, [s for s in c.sentences_b if s.n in row.b])
        if x and y:
            inside = is_quoted(c.a.text, x.start) or is_quoted(c.b.text, y.start)
            return _Shared(x, y, inside)
    return None


def _first(word: re.Pattern[str], sentences: list[Sentence]) -> Span | None:
    for s in sentences:
        if m := word.search(s.text):
            return Span(s.start + m.start(), s.start + m.end(), m.group())
    return None


def made_vague(c: Comparison) -> Iterator[Sign]:
    """A proper name on one side is a common noun on the other: editors blur, they don't guess."""
    for r in c.renames:
        if r.type != "renamed" or "-" in r.a + r.b:
            continue
        use = r.uses[0]
        x, y = _is_proper(use.a, c.sentences_a), _is_proper(use.b, c.sentences_b)
        if x and not y:
            yield Sign("made vague", FORWARD, 0.25, f"“{r.a}” became “{r.b}”", use.a, use.b)
        elif y and not x:
            yield Sign("made vague", BACK, 0.25, f"“{r.b}” became “{r.a}”", use.a, use.b)


def _is_proper(span: Span, sentences: tuple[Sentence, ...]) -> bool:
    """Whether a capital shows that no sentence start explains."""
    words = span.text.split()
    starts = any(s.start == span.start for s in sentences)
    return any(w[:1].isupper() for w in (words[1:] if starts else words))


def label_added(c: Comparison) -> Iterator[Sign]:
    """A judging label stands on one side only: editors add labels, they seldom take them away."""
    for r in c.renames:
        for use in r.uses:
            if not use.label or not _JUDGING & set(use.label.casefold().replace("-", " ").split()):
                continue
            points = FORWARD if _stands(use.label, c.sentences_b, c.rows[use.row].b) else BACK
            yield Sign("label added", points, 0.25, f"the label “{use.label}”", use.a, use.b)


def _stands(words: str, sentences: tuple[Sentence, ...], numbers: tuple[int, ...]) -> bool:
    return any(words in s.text for s in sentences if s.n in numbers)


_JUDGING = frozenset(
    [
        "terror",
        "terrorist",
        "terrorists",
        "so",
        "called",
        "takfiri",
        "extremist",
        "extremists",
        "notorious",
        "regime",
        "self",
        "styled",
        "opposing",
    ]
)


def attribution_lost(c: Comparison) -> Iterator[Sign]:
    """A statement that has its source on one side stands without it on the other."""
    for row in c.rows:
        for e in row.edits:
            if e.kind == "shortened" and e.b is None and _attributes(e.a):
                yield Sign("attribution lost", FORWARD, 0.3, f"“{e.a.text}” was cut", e.a, None)  # type: ignore[union-attr]
            if e.kind == "extended" and e.a is None and _attributes(e.b):
                yield Sign("attribution lost", BACK, 0.1, f"“{e.b.text}” is not in a", None, e.b)  # type: ignore[union-attr]


def _attributes(span: Span | None) -> bool:
    words = span.text.casefold().split() if span else []
    return bool(_SAYING & set(words))


_SAYING = frozenset(["said", "say", "says", "according", "told", "reported", "report"])


def dangling_name(c: Comparison) -> Iterator[Sign]:
    """A surname or short name whose full form stands only where the other side was cut."""
    yield from _dangling(c, FORWARD)
    yield from _dangling(c, BACK)


def _dangling(c: Comparison, points: Direction) -> Iterator[Sign]:
    forward = points == FORWARD
    full, short = (c.sentences_a, c.sentences_b) if forward else (c.sentences_b, c.sentences_a)
    known = {fold(w) for s in short for w in _WORD.findall(s.text)}
    for first, last, span in _full_names(full):
        if fold(first) in known or fold(last) not in known:
            continue
        here = _first(re.compile(rf"(?<!\w){re.escape(last)}(?!\w)"), _body(short))
        if here:
            says = f"“{last}” stands without the full name “{span.text}” that the other side gives"
            pair = (span, here) if forward else (here, span)
            yield Sign("dangling name", points, 0.4, says, *pair)


def _body(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    return [s for s in sentences if s.role == "body"]


def _full_names(sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, str, Span]]:
    """People named in full, by what stands behind them; each once."""
    seen: set[str] = set()
    for s in _body(sentences):
        for m in _PERSON.finditer(s.text):
            if m.group() not in seen:
                seen.add(m.group())
                yield m["first"], m["last"], Span(s.start + m.start(), s.start + m.end(), m.group())


def everything_held(c: Comparison) -> Iterator[Sign]:
    """One side has nothing of its own: cutting is likelier than adding."""
    dropped = sum("dropped" in r.kinds for r in c.rows)
    added = sum("added" in r.kinds for r in c.rows)
    if dropped and not added:
        yield Sign(
            "nothing of its own",
            FORWARD,
            0.3,
            f"b has no sentence that a lacks; a has {dropped} more",
        )
    elif added and not dropped:
        yield Sign(
            "nothing of its own", BACK, 0.2, f"a has no sentence that b lacks; b has {added} more"
        )
    elif added >= _MANY and dropped >= _MANY:
        yield Sign(
            "both have their own",
            COMMON,
            0.3,
            f"a has {dropped} sentences that b lacks, b {added} that a lacks",
        )


def facts_moved_on(c: Comparison) -> Iterator[Sign]:
    """Figures or outcomes differ while one side adds news: two takes of one text."""
    changed = [pair for r in c.rows for pair in r.facts_changed]
    new = sum("added" in r.kinds or "dropped" in r.kinds for r in c.rows)
    changed = [(x, y) for x, y in changed if set(_FIGURE.findall(x)) != set(_FIGURE.findall(y))]
    if changed and new >= 2:
        x, y = changed[0]
        yield Sign("facts moved on", COMMON, 0.2, f"“{x}” against “{y}”: another hour of the story")


def dates(c: Comparison) -> Iterator[Sign]:
    """The report dates, where both give one and they differ."""
    x, y = comparable(c.a.date)[:10], comparable(c.b.date)[:10]
    if x and y and x != y:
        points = FORWARD if x < y else BACK
        yield Sign("dates", points, 0.15, f"dated {x} and {y}")


SIGNS: tuple[Callable[[Comparison], Iterator[Sign]], ...] = (
    agency,
    names_merged,
    name_left_over,
    made_vague,
    label_added,
    attribution_lost,
    dangling_name,
    everything_held,
    facts_moved_on,
    dates,
)

__all__ = ["SIGNS", "signs"]
