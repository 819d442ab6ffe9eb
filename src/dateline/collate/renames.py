"""The renames of a comparison: uses gathered into pairs, names shown whole."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.collate.findings import Naming, bare
from dateline.collate.lexicon import FUNCTION
from dateline.collate.names import is_actor, places
from dateline.collate.side import Side
from dateline.collate.spelling import is_article
from dateline.model import Rename, RenameType, Span, Use

_ORDER: tuple[RenameType, ...] = ("renamed", "label", "spelling")


def renames(a: Side, b: Side, found: Sequence[Naming]) -> tuple[Rename, ...]:
    """One rename for each pair of wordings, most used first.

    Words that always stand beside a renamed one, on both sides, belong to the name: "al-Zor" is
    shown as "Deir al-Zor" where every use of it is.
    """
    groups: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for naming in _joined(a, b, [_with_noun(a, b, n) for n in found]):
        groups[_fold(naming.a), _fold(naming.b)].append(naming)
    out = [_rename(_whole(a, b, g)) for g in groups.values()]
    return tuple(sorted(out, key=lambda r: (_ORDER.index(r.type), -r.count, r.a, r.b)))


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _rename(group: Sequence[Naming]) -> Rename:
    first = group[0]
    return Rename(first.a, first.b, first.type, len(group), tuple(n.use for n in group))


def _with_noun(a: Side, b: Side, naming: Naming) -> Naming:
    """An article alone names nothing: "al → el" is told with its noun."""
    if not is_article(naming.a.casefold()):
        return naming
    use = _grown(a, b, naming.use, 1)
    return Naming(bare(use.a.text), bare(use.b.text), naming.type, use) if use else naming


def _joined(a: Side, b: Side, found: Sequence[Naming]) -> list[Naming]:
    """Respellings of neighbouring words are one: "5:10 a.m." and "5.10am"."""
    out: list[Naming] = []
    for naming in found:
        last = out[-1] if out else None
        if last and last.type == naming.type == "spelling" and _adjoin(a, b, last.use, naming.use):
            use = _over(a, b, last.use, naming.use)
            out[-1] = Naming(bare(use.a.text), bare(use.b.text), "spelling", use)
        elif not last or (last.use.a, last.use.b) != (naming.use.a, naming.use.b):
            out.append(naming)
    return out


def _adjoin(a: Side, b: Side, x: Use, y: Use) -> bool:
    return (
        x.row == y.row
        and not a.text[x.a.end : y.a.start].strip(" -")
        and not b.text[x.b.end : y.b.start].strip(" -")
    )


def _over(a: Side, b: Side, x: Use, y: Use) -> Use:
    span_a = Span.of(a.text, min(x.a.start, y.a.start), max(x.a.end, y.a.end))
    span_b = Span.of(b.text, min(x.b.start, y.b.start), max(x.b.end, y.b.end))
    return Use(x.row, span_a, span_b, x.quoted and y.quoted, x.label)


def _whole(a: Side, b: Side, group: list[Naming]) -> list[Naming]:
    """Extend the name by a neighbour that every use has, where that is no chance."""
    if group[0].type == "label":
        return group
    for step in (1, -1):
        grown = [_grown(a, b, n.use, step) for n in group]
        uses = [u for u in grown if u]
        words = {(_fold(bare(u.a.text)), _fold(bare(u.b.text))) for u in uses}
        if len(uses) == len(group) and len(words) == 1:
            group = [Naming(bare(u.a.text), bare(u.b.text), group[0].type, u) for u in uses]
    return group


def _grown(a: Side, b: Side, use: Use, step: int) -> Use | None:
    """The use with the word beside it, if both sides have it as part of the name."""
    i, j = _next(a, use.a, step), _next(b, use.b, step)
    if i is None and j is None and step > 0:
        i, j = _described(a, b, use)
    if i is None or j is None or a.keys[i] != b.keys[j]:
        return None
    x = Span.of(a.text, min(use.a.start, a.starts[i]), max(use.a.end, a.ends[i]))
    y = Span.of(b.text, min(use.b.start, b.starts[j]), max(use.b.end, b.ends[j]))
    return replace(use, a=x, b=y)


def _described(a: Side, b: Side, use: Use) -> tuple[int | None, int | None]:
    """The noun behind a name on one side and an adjective on the other.

    "Tazmari → national" is told as "Tazmari army → national army".
    """
    i, j = bisect_left(a.starts, use.a.end), bisect_left(b.starts, use.b.end)
    if not 0 < i < len(a.keys) or not 0 < j < len(b.keys):
        return None, None
    one_is_named = a.named[i - 1] != b.named[j - 1]
    bare_nouns = is_actor(a.keys[i]) and not is_actor(a.keys[i - 1]) and not is_actor(b.keys[j - 1])
    return (i, j) if one_is_named and bare_nouns else (None, None)


def _next(side: Side, span: Span, step: int) -> int | None:
    """The neighbouring word if it belongs to the name: hyphened, or always beside it."""
    first = bisect_left(side.starts, span.start)
    last = bisect_left(side.starts, span.end) - 1
    edge, n = (last, last + 1) if step > 0 else (first, first - 1)
    if not 0 <= n < len(side.keys):
        return None
    between = side.text[side.ends[min(edge, n)] : side.starts[max(edge, n)]]
    if between == "-" or (step > 0 and is_article(side.keys[edge])):
        return n
    named = side.named[n] and side.keys[n] not in FUNCTION and between == " "
    return n if named and _inseparable(side, edge, n) else None


def _inseparable(side: Side, edge: int, n: int) -> bool:
    """Whether the name's outer word stands at least twice, always beside that one."""
    beside = [k + n - edge for k in places(side.ids[edge], side.ids)]
    return len(beside) > 1 and all(
        0 <= k < len(side.ids) and side.ids[k] == side.ids[n] for k in beside
    )
