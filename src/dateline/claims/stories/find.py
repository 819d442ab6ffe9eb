"""From dispatches to the events that they report."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from dateline.claims.dates.today import Today, todays
from dateline.claims.stories.group import Pair, groups
from dateline.claims.stories.likeness import Vectors, alike
from dateline.claims.stories.nearness import Days, same_event
from dateline.claims.stories.terms import Background, terms, vectors
from dateline.model import Anatomy, Dispatch, Story
from dateline.text.days import month_first

__all__ = ["stories"]

_LEAST = 0.1  # mean likeness inside a story
_LISTED = 0.05  # pairs below this count as not alike
_BINDING = 8


@dataclass(frozen=True, slots=True)
class _Item:
    """A dispatch with its core taken apart and its day."""

    dispatch: Dispatch
    core: Anatomy
    today: Today | None


def stories(
    dispatches: Iterable[Dispatch],
    anatomy: Callable[[str], Anatomy],
    background: Background | None = None,
) -> list[Story]:
    """The events that dispatches report: largest first, each dispatch in exactly one.

    ``anatomy`` gives a report taken apart by its id. Two dispatches are alike by the rare words and
    names of their titles and first paragraphs, less so the farther their days lie apart; a story is
    a group whose members are alike on average. The result does not depend on the order of
    ``dispatches``. Where they are only a part of a pile, ``background`` knows how rare its words
    are.
    """
    ordered = sorted(dispatches, key=lambda d: d.core)
    order = month_first(anatomy(v).report.date for d in ordered for v in d.versions)
    items = [_item(d, anatomy, order) for d in ordered]
    rows, words = vectors([terms(item.core) for item in items], background)
    pairs = _pairs(rows, Days.of([item.today for item in items]))
    found = [
        _story([items[n] for n in group], group, pairs_of, rows, words)
        for group, pairs_of in _with_pairs(groups(len(items), pairs, _LEAST), pairs)
    ]
    return sorted(found, key=lambda s: (-len(s.dispatches), -len(s.reports), s.id))


def _item(dispatch: Dispatch, anatomy: Callable[[str], Anatomy], order: bool | None) -> _Item:
    core = anatomy(dispatch.core)
    known = todays((anatomy(version) for version in dispatch.versions), order)
    first = min(known.values(), key=lambda t: (not t.printed, t.day), default=None)
    return _Item(dispatch, core, first)


def _pairs(rows: Vectors, days: Days) -> list[Pair]:
    """The pairs that are alike enough to count."""
    found = alike(rows, _LISTED)
    likeness = same_event(found, days)
    listed = likeness >= _LISTED
    columns = (found.a[listed].tolist(), found.b[listed].tolist(), likeness[listed].tolist())
    return list(zip(*columns, strict=True))


def _with_pairs(
    found: Sequence[list[int]], pairs: Sequence[Pair]
) -> Iterator[tuple[list[int], list[Pair]]]:
    """Each group with the pairs inside it."""
    group_of = {n: g for g, group in enumerate(found) for n in group}
    inside: dict[int, list[Pair]] = {}
    for pair in pairs:
        if group_of[pair[0]] == group_of[pair[1]]:
            inside.setdefault(group_of[pair[0]], []).append(pair)
    for g, group in enumerate(found):
        yield group, inside.get(g, [])


def _story(
    items: Sequence[_Item],
    group: Sequence[int],
    pairs: Sequence[Pair],
    rows: Vectors,
    words: Sequence[str],
) -> Story:
    days = sorted(item.today.day.isoformat() for item in items if item.today)
    central = max(zip(items, group, strict=True), key=lambda i: (_closeness(i[1], pairs), -i[1]))[0]
    earliest = sorted(
        items, key=lambda i: (i.today.day.isoformat() if i.today else "~", i.dispatch.core)
    )
    return Story(
        id=_story_id(items),
        dispatches=tuple(i.dispatch.id for i in earliest),
        reports=tuple(v for i in earliest for v in i.dispatch.versions),
        title=central.core.report.title or _opening(central.core),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        words=_binding(group, rows, words),
    )


def _closeness(n: int, pairs: Iterable[Pair]) -> float:
    return math.fsum(s for a, b, s in pairs if n in (a, b))


def _opening(anatomy: Anatomy) -> str:
    return next((s.text for s in anatomy.body), "")


def _story_id(items: Sequence[_Item]) -> str:
    """Derived from the least core, so that it does not depend on the order of the pile."""
    least = min(item.dispatch.core for item in items)
    return "s" + blake2b(least.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _binding(group: Sequence[int], rows: Vectors, words: Sequence[str]) -> tuple[str, ...]:
    """The words that most bind the dispatches of a story."""
    weights: dict[int, list[float]] = {}
    for n in group:
        for at in range(rows.starts[n], rows.starts[n + 1]):
            weights.setdefault(int(rows.columns[at]), []).append(float(rows.weights[at]))
    shared = {c: math.fsum(w) for c, w in weights.items() if len(w) > 1}
    strongest = sorted(shared, key=lambda c: (-shared[c], words[c]))[:_BINDING]
    return tuple(words[c] for c in strongest)
