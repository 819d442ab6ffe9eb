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

from dateline.collate.side import is_quoted
from dateline.lineage.credits import Credit, credits_of
from dateline.model import Comparison, Direction, Rename, Report, Sentence, Sign, Span
from dateline.text import fold

_FORWARD: Direction = "b<-a"
_BACK: Direction = "a<-b"
_COMMON: Direction = "common unseen source"
_MANY = 3
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[^\W_]+")
_PERSON = re.compile(
    r"\b(?P<first>[A-Z][\w'’]+) (?:(?:[Aa]l|[Ee]l|bin|ben|van|de|von)[ -])?(?P<last>[A-Z][\w'’]{3,})"
    r"(?=,? (?:said|told|an?|the|who|head|director|spokes\w+)\b)"
)
_LARGE = 0.15


def signs(c: Comparison) -> tuple[Sign, ...]:
    """Every sign that the two texts show, the strongest first."""
    found = [sign for look in SIGNS for sign in look(c)]
    return tuple(sorted(found, key=lambda s: -s.weight))


# --- whose text -------------------------------------------------------------------------------


def agency(c: Comparison) -> Iterator[Sign]:
    """One side is, or keeps the slug of, an agency's own text; or both carry one agency's."""
    a, b = credits_of(c.a, c.sentences_a), credits_of(c.b, c.sentences_b)
    own_a, own_b = _own(a), _own(b)
    if own_a and own_b and own_a.agency == own_b.agency:
        return
    if own_a and not own_b:
        yield from _from_agency(c, own_a, b, _FORWARD)
    elif own_b and not own_a:
        yield from _from_agency(c, own_b, a, _BACK)
    elif a or b:
        yield _unseen_agency(a, b)


def _own(found: tuple[Credit, ...]) -> Credit | None:
    return next((x for x in found if x.how == "own"), None)


def _from_agency(
    c: Comparison, own: Credit, other: tuple[Credit, ...], points: Direction
) -> Iterator[Sign]:
    """The agency's own text on one side; what the other makes of the credit says more."""
    side, rest = ("a", "b") if points == _FORWARD else ("b", "a")
    if other and all(x.agency != own.agency for x in other):
        yield _sign("other agency", _COMMON, 0.5, f"{rest} credits {other[0].agency}, {side} {own.agency}",
                    own, other[0], points)  # fmt: skip
        return
    if _later_take(c, points):
        yield _sign("later take", _COMMON, 0.9,
                    f"{rest} has much of its own beside {own.agency}'s text: another take of it",
                    own, None, points)  # fmt: skip
        return
    kept = next((x for x in other if x.agency == own.agency), None)
    says = (
        f"{side} is {own.agency}'s text with its slug; {rest} still shows “{kept.span.text}”"
        if kept
        else f"{side} is {own.agency}'s text with its slug; {rest} has no credit"
    )
    yield _sign("agency text" if kept else "credit removed", points, 0.8, says, own, kept, points)


def _later_take(c: Comparison, points: Direction) -> bool:
    """Whether the other side adds so much that it must have had more than this text."""
    added, kept = _own_sentences(c, points)
    return added >= _MANY and added >= _LARGE * 2 * (added + kept)


def _own_sentences(c: Comparison, points: Direction) -> tuple[int, int]:
    kind = "added" if points == _FORWARD else "dropped"
    own = sum(kind in r.kinds for r in c.rows)
    kept = sum(bool(r.a and r.b) for r in c.rows)
    return own, kept


def _unseen_agency(a: tuple[Credit, ...], b: tuple[Credit, ...]) -> Sign:
    first_a, first_b = (a[0] if a else None), (b[0] if b else None)
    name = (first_a or first_b).agency  # type: ignore[union-attr]
    both = f"both carry {name}'s text" if a and b else f"one side names {name} as its source"
    return Sign(
        "agency unseen",
        _COMMON,
        0.7 if a and b else 0.6,
        f"{both}, neither is {name}'s own file",
        first_a.span if first_a else None,
        first_b.span if first_b else None,
    )


def _sign(
    name: str, points: Direction, weight: float, says: str, own: Credit, other: Credit | None,
    side: Direction,
) -> Sign:  # fmt: skip
    mine, theirs = own.span, other.span if other else None
    a, b = (mine, theirs) if side == _FORWARD else (theirs, mine)
    return Sign(name, points, weight, says, a, b)


# --- traces of editing ------------------------------------------------------------------------


def names_merged(c: Comparison) -> Iterator[Sign]:
    """A name that both have inside a quotation is the speaker's.

    The side that writes another name outside keeps the difference between newsroom and speaker; on
    the other side the two are one, and what is one cannot be told apart again.
    """
    for r, shared, points in _shared_names(c):
        if shared.quoted:
            side, rest = ("a", "b") if points == _FORWARD else ("b", "a")
            own, name = (r.a, r.b) if points == _FORWARD else (r.b, r.a)
            says = (
                f"{side} writes “{own}” and leaves “{name}” to a speaker, {rest} has only “{name}”"
            )
            yield Sign("names merged", points, 0.3, says, shared.a, shared.b)


def name_left_over(c: Comparison) -> Iterator[Sign]:
    """A renaming that missed a place: the side with both names was made from the other."""
    for r, shared, points in _shared_names(c):
        if not shared.quoted:
            side, rest = ("a", "b") if points == _FORWARD else ("b", "a")
            name = r.b if points == _FORWARD else r.a
            back = _BACK if points == _FORWARD else _FORWARD
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
                yield r, shared, _FORWARD
            if shared := _standing(c, r.a):
                yield r, shared, _BACK


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
            yield Sign("made vague", _FORWARD, 0.25, f"“{r.a}” became “{r.b}”", use.a, use.b)
        elif y and not x:
            yield Sign("made vague", _BACK, 0.25, f"“{r.b}” became “{r.a}”", use.a, use.b)


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
            points = _FORWARD if _stands(use.label, c.sentences_b, c.rows[use.row].b) else _BACK
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
                yield Sign("attribution lost", _FORWARD, 0.3, f"“{e.a.text}” was cut", e.a, None)  # type: ignore[union-attr]
            if e.kind == "extended" and e.a is None and _attributes(e.b):
                yield Sign("attribution lost", _BACK, 0.1, f"“{e.b.text}” is not in a", None, e.b)  # type: ignore[union-attr]


def _attributes(span: Span | None) -> bool:
    words = span.text.casefold().split() if span else []
    return bool(_SAYING & set(words))


_SAYING = frozenset(["said", "say", "says", "according", "told", "reported", "report"])


def dangling_name(c: Comparison) -> Iterator[Sign]:
    """A surname or short name whose full form stands only where the other side was cut."""
    yield from _dangling(c, _FORWARD)
    yield from _dangling(c, _BACK)


def _dangling(c: Comparison, points: Direction) -> Iterator[Sign]:
    forward = points == _FORWARD
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
            _FORWARD,
            0.3,
            f"b has no sentence that a lacks; a has {dropped} more",
        )
    elif added and not dropped:
        yield Sign(
            "nothing of its own", _BACK, 0.2, f"a has no sentence that b lacks; b has {added} more"
        )
    elif added >= _MANY and dropped >= _MANY:
        yield Sign(
            "both have their own",
            _COMMON,
            0.3,
            f"a has {dropped} sentences that b lacks, b {added} that a lacks",
        )


def facts_moved_on(c: Comparison) -> Iterator[Sign]:
    """Figures or outcomes differ while one side adds news: two takes of one text."""
    changed = [pair for r in c.rows for pair in r.facts_changed]
    new = sum("added" in r.kinds or "dropped" in r.kinds for r in c.rows)
    if changed and new >= 2:
        x, y = changed[0]
        yield Sign(
            "facts moved on", _COMMON, 0.3, f"“{x}” against “{y}”: another hour of the story"
        )


def dates(c: Comparison) -> Iterator[Sign]:
    """The report dates, where both give one and they differ."""
    x, y = _day(c.a), _day(c.b)
    if x and y and x != y:
        points = _FORWARD if x < y else _BACK
        yield Sign("dates", points, 0.15, f"dated {x} and {y}")


def _day(report: Report) -> str:
    found = _ISO.match(report.date)
    return found.group() if found else ""


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
