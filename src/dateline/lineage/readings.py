"""The traits of a version against the base, read off their comparison."""

from __future__ import annotations

from dateline.lineage.traits import Readings, Trait, short
from dateline.lineage.wordings import Known, Text, bare, held, name, note_changes
from dateline.model import Comparison, Edit, Row
from dateline.text import fold, tokenize

# Damage that shows at every place; other kinds depend on how much of the text is left.
_EVERYWHERE = frozenset({"quotation marks lost", "apostrophes lost"})
_NAMED = frozenset({"renamed", "spelling"})


def read(c: Comparison, a: Text, b: Text, known: Known) -> Readings:
    """The traits of ``c.b`` against the base ``c.a``, added sentences aside.

    ``a`` and ``b`` are the words of the two.
    """
    out = Readings(c.b.id)
    _losses(c, a, b, out)
    for row in c.rows:
        if row.a and row.b:
            _row(c, row, a, b, known, out)
    _damages(c, out)
    _furniture(c, out)
    return out


def _losses(c: Comparison, a: Text, b: Text, out: Readings) -> None:
    """Sentences lost; a cut from the end on is something else than a cut inside.

    A sentence whose words stand elsewhere was split or joined otherwise, and is not lost.
    """
    body = sorted(n for row in c.rows for n in row.a)
    gone = {n for row in c.rows if not row.b for n in row.a}
    end = max((n for n in body if n not in gone), default=-1)
    text = {s.n: s.text for s in c.sentences_a}
    out.lacks |= gone
    for n in sorted(gone):
        if held(a.sentence(n).keys, b.runs):
            continue
        out.note(Trait(("lost", n), "lost", short(text[n])))
        if n < end:
            out.note(Trait(("inside", n), "cut inside", short(text[n])))
    if tail := [n for n in body if n > end]:
        out.note(Trait(("tail", tail[0]), "cut at the end", f"{short(text[tail[0]])} and on"))


def _row(c: Comparison, row: Row, a: Text, b: Text, known: Known, out: Readings) -> None:
    if row.moved:
        text = next(s.text for s in c.sentences_a if s.n == row.a[0])
        out.note(Trait(("moved", row.a[0]), "moved", short(text), row.a[0]))
    if row.kinds == ("same",):
        return
    named = [e for e in row.edits if e.kind in _NAMED]
    for edit in named:
        out.note(_name(edit, row.a[0]))
    x = a.sentences(row.a).without([e.a for e in named if e.a])
    y = b.sentences(row.b).without([e.b for e in named if e.b])
    facts = {w for pair in row.facts_changed for w in tokenize(pair[1]).keys}
    note_changes(out, x, y, known, facts)


def _name(edit: Edit, place: int) -> Trait:
    x = bare(fold(edit.a.text)) if edit.a else ""
    y = bare(fold(edit.b.text)) if edit.b else ""
    return name("spelling" if edit.kind == "spelling" else "name", x, y, place)


def _damages(c: Comparison, out: Readings) -> None:
    """What a file lost on its way: it cannot come back in a copy of that file."""
    mine, base = {d.kind for d in c.damage_b}, {d.kind for d in c.damage_a}
    for kind in sorted((mine - base) & _EVERYWHERE):
        out.note(Trait(("damaged", kind), "damaged", kind))


def _furniture(c: Comparison, out: Readings) -> None:
    """The agency's slug, and captions: the rest of the furniture is each outlet's own."""
    base, mine = {fold(s.text) for s in c.sentences_a}, {fold(s.text) for s in c.sentences_b}
    for s in c.sentences_a:
        if s.role == "dateline" and "(" in s.text and fold(s.text) not in mine:
            out.note(Trait(("slug", s.n), "slug cut", short(s.text)))
    for s in c.sentences_b:
        if s.role == "caption" and fold(s.text) not in base:
            out.note(Trait(("caption", fold(s.text)), "caption", short(s.text)))
