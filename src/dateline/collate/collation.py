"""Two versions collated: rows, edits and renames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.collate.edits import compare_words, keys_of
from dateline.collate.findings import RowEdits
from dateline.collate.marks import lost_marks
from dateline.collate.names import Names, Seen, core, learn, rename_type, with_symbols
from dateline.collate.renames import renames
from dateline.collate.rows import Link, align
from dateline.collate.side import Side
from dateline.collate.vocabulary import Vocabulary
from dateline.collate.words import changes
from dateline.model import (
    Anatomy,
    Comparison,
    Damage,
    Kind,
    Lineage,
    Row,
)

UNJUDGED = Lineage("unknown", None, 0.0)
_NOTHING = RowEdits((), (), ())


def collate(a: Anatomy, b: Anatomy, names: Names | None = None) -> Comparison:
    """Collate two versions; ``a`` is the presumed upstream side.

    ``names`` are renames learned from other pairs of the pile. The lineage of the result is left
    unjudged.
    """
    vocabulary = Vocabulary()
    return collate_sides(Side.of(a, vocabulary), Side.of(b, vocabulary), names)


def collate_sides(a: Side, b: Side, names: Names | None = None) -> Comparison:
    """The same for versions that are made ready once, for many comparisons, with one vocabulary."""
    links = align(a, b)
    known = learn_names(a, b, links).joined(names or Names())
    classes = known.classes
    if classes:
        a, b = with_symbols(a, classes), with_symbols(b, classes)
        links = align(a, b)
    compared = [_compared(a, b, link, known, n) for n, link in enumerate(links)]
    damage_a, damage_b, unsure = _damage(a, b, links)
    return Comparison(
        a=a.anatomy.report,
        b=b.anatomy.report,
        sentences_a=a.anatomy.sentences,
        sentences_b=b.anatomy.sentences,
        rows=tuple([_row(a, b, link, e) for link, e in zip(links, compared, strict=True)]),
        renames=renames(a, b, [n for e in compared for n in e.namings]),
        damage_a=damage_a,
        damage_b=damage_b,
        lineage=UNJUDGED,
        cannot_tell=unsure,
    )


def learn_names(a: Side, b: Side, links: Sequence[Link]) -> Names:
    """The renames that a first alignment of two versions shows."""
    seen: list[Seen] = []
    for link in links:
        one = len(link.a) == 1 and len(link.b) == 1
        if one and a.sentence_ids(link.a[0]) != b.sentence_ids(link.b[0]):
            seen += _replacements(a, b, a.ranges[link.a[0]], b.ranges[link.b[0]])
    return learn(a, b, seen)


def _replacements(a: Side, b: Side, at_a: tuple[int, int], at_b: tuple[int, int]) -> list[Seen]:
    out = []
    for c in changes(a.keys[slice(*at_a)], b.keys[slice(*at_b)]):
        at = at_a[0] + c.a0, at_a[0] + c.a1, at_b[0] + c.b0, at_b[0] + c.b1
        if not c.same and (type_ := rename_type(a, b, at)):
            x, y = core(a, at[0], at[1]), core(b, at[2], at[3])
            if any(a.named[slice(*x)]) or any(b.named[slice(*y)]) or type_ == "spelling":
                out.append(Seen(x, y, type_))
    return out


def _compared(a: Side, b: Side, link: Link, names: Names, row: int) -> RowEdits:
    if not link.a or not link.b or _same_text(a, b, link):
        return _NOTHING
    return compare_words(a, b, _words(a, link.a), _words(b, link.b), names, row)


def _same_text(a: Side, b: Side, link: Link) -> bool:
    """Whether the row has nothing to tell: one sentence, the same to the letter."""
    one = len(link.a) == len(link.b) == 1
    return one and a.sentences[link.a[0]].text == b.sentences[link.b[0]].text


def _words(side: Side, sentences: Sequence[int]) -> Sequence[int]:
    """The numbers of the words of some sentences."""
    if len(sentences) == 1:
        return range(*side.ranges[sentences[0]])
    return [w for k in sentences for w in range(*side.ranges[k])]


def _row(a: Side, b: Side, link: Link, found: RowEdits) -> Row:
    return Row(
        a=tuple([a.sentences[k].n for k in link.a]),
        b=tuple([b.sentences[k].n for k in link.b]),
        kinds=_kinds(link, found),
        moved=link.moved,
        facts_changed=found.facts,
        edits=found.edits,
        attribution_changed=found.sources,
    )


def _kinds(link: Link, found: RowEdits) -> tuple[Kind, ...]:
    if not link.b:
        return ("dropped",)
    if not link.a:
        return ("added",)
    shape: list[Kind] = []
    if len(link.b) > 1:
        shape.append("split")
    if len(link.a) > 1:
        shape.append("merged")
    kinds = (*found.kinds, *shape)
    return kinds or ("same",)


def _damage(
    a: Side, b: Side, links: Sequence[Link]
) -> tuple[tuple[Damage, ...], tuple[Damage, ...], tuple[str, ...]]:
    if a.has_quotes == b.has_quotes:
        return a.anatomy.damage, b.anatomy.damage, ()
    pairs = sorted(_aligned(a, b, links))
    if b.has_quotes:
        lost, unsure = lost_marks(a, b, pairs)
        return _with(a.anatomy.damage, lost), b.anatomy.damage, unsure
    lost, unsure = lost_marks(b, a, [(j, i) for i, j in pairs])
    return a.anatomy.damage, _with(b.anatomy.damage, lost), unsure


def _aligned(a: Side, b: Side, links: Sequence[Link]) -> Iterable[tuple[int, int]]:
    for link in links:
        x, y = _words(a, link.a), _words(b, link.b)
        for c in changes(keys_of(a, x), keys_of(b, y)):
            if c.same:
                yield from zip(x[c.a0 : c.a1], y[c.b0 : c.b1], strict=True)


def _with(own: tuple[Damage, ...], found: Damage | None) -> tuple[Damage, ...]:
    """The damage that the text shows by itself, and what the sister version adds to it."""
    if not found:
        return own
    return (found, *(d for d in own if d.kind != found.kind))
