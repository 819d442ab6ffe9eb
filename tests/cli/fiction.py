"""Hand-built values of one small fiction: a wharf is closed, and two papers print the dispatch."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import (
    Collation,
    Comparison,
    Damage,
    Dispatch,
    Edit,
    Lineage,
    Relation,
    Rename,
    Report,
    Role,
    Row,
    Sentence,
    Sign,
    Span,
    Telling,
    Use,
)

_A: list[tuple[Role, str]] = [
    ("dateline", "OSTMERE/GRELL (Pelham) -"),
    (
        "body",
        "The harbour board of Ostmere said on Monday it would close Lantern Wharf.",
    ),
    ("body", 'Its chairwoman, Ida Kestrel, called the closure "a pause, not an ending".'),
    (
        "body",
        "About 1,200 people a day use the wharf, most of them bound for al-Grell island.",
    ),
    (
        "body",
        "The Free Pilots, a guild that sued in spring, said nobody had asked the Free Pilots.",
    ),
    ("body", "A harbour watch group, Tidewatch, counted 40 boats left at the wharf on Sunday."),
    ("body", "Work starts on Thursday, on the east bank of the Sill."),
]
_B: list[tuple[Role, str]] = [
    ("headline", "Lantern Wharf closed"),
    ("caption", "Children skate on the frozen Sill in the winter of last year."),
    ("credit", "(Morrow photo)"),
    ("dateline", "OSTMERE —"),
    (
        "body",
        "The harbour board of Ostmere said on Monday it would close Lantern Wharf.",
    ),
    ("body", "Its chairwoman, Ida Kestrel, called the closure “a rest, not an ending”."),
    (
        "body",
        "About 2,100 people a day use the wharf, most of them bound for Al Grell island.",
    ),
    ("body", "The so-called Dock League, a guild, said nobody had asked the Dock League."),
    ("body", "Work starts on Thursday."),
    ("body", "Readers may send their own pictures of the wharf."),
    ("body", "The site is on the eastern bank of the river."),
]


def report(name: str, pieces: list[tuple[Role, str]], outlet: str = "", date: str = "") -> Report:
    return Report(name, "\n".join(text for _, text in pieces), outlet=outlet, date=date)


def sentences(pieces: list[tuple[Role, str]]) -> tuple[Sentence, ...]:
    made, at = [], 0
    for n, (role, text) in enumerate(pieces):
        made.append(Sentence(n, at, at + len(text), text, role))
        at += len(text) + 1
    return tuple(made)


A = report("in/wharf/pelham.txt", _A)
B = report("in/wharf/gull.html", _B, "The Ostmere Gull", "2031-03-04T09:00:00Z")


def in_a(words: str) -> Span:
    return _span(A.text, words)


def in_b(words: str) -> Span:
    return _span(B.text, words)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


RENAMES = (
    Rename(
        "Free Pilots",
        "Dock League",
        "renamed",
        2,
        (
            Use(3, in_a("Free Pilots"), in_b("Dock League"), label="so-called"),
            Use(3, in_a("Free Pilots"), in_b("Dock League")),
        ),
    ),
    Rename(
        "al-Grell", "Al Grell", "spelling", 1, (Use(2, in_a("al-Grell"), in_b("Al Grell"), True),)
    ),
    Rename(
        "harbour watch Tidewatch",
        "Tidewatch",
        "label",
        1,
        (Use(4, in_a("harbour watch group, Tidewatch"), in_b("Readers"), label="harbour watch"),),
    ),
)
ROWS = (
    Row((1,), (4,), ("same",)),
    Row(
        (2,),
        (5,),
        ("mechanical", "reworded"),
        edits=(
            Edit("mechanical", in_a('closure "a'), in_b("closure “a")),
            Edit("reworded", in_a("pause"), in_b("rest"), quoted=True),
        ),
    ),
    Row(
        (3,),
        (6,),
        ("spelling", "reworded"),
        facts_changed=(("1,200", "2,100"),),
        edits=(Edit("reworded", in_a("1,200"), in_b("2,100")),),
    ),
    Row(
        (4,),
        (7,),
        ("renamed", "shortened", "extended"),
        edits=(
            Edit("renamed", None, in_b("so-called")),
            Edit("renamed", in_a("Free Pilots"), in_b("Dock League")),
            Edit("shortened", in_a("that sued in spring"), None),
        ),
    ),
    Row((5,), (), ("dropped",)),
    Row(
        (6,),
        (8, 10),
        ("reworded", "split"),
        moved=True,
        edits=(
            Edit("reworded", in_a("on the east bank of the Sill"), None),
            Edit("reworded", None, in_b("The site is on")),
        ),
    ),
    Row((), (9,), ("added",)),
)
LINEAGE = Lineage(
    "b<-a",
    "Pelham",
    0.87,
    (
        Sign("facts moved on", "common unseen source", 0.2, "“1,200” against “2,100”"),
        Sign("credit removed", "b<-a", 0.8, "a names Pelham; b has no credit"),
    ),
    file="b was made from a cleaner copy than this file of a, unseen",
)
COMPARISON = Comparison(
    A,
    B,
    sentences(_A),
    sentences(_B),
    ROWS,
    RENAMES,
    (Damage("apostrophes lost", 2, (in_a("sued in spring"),)),),
    (),
    LINEAGE,
    ("whether “rest” stood in quotation marks cannot be told",),
)
SAME = replace(
    COMPARISON,
    b=replace(A, id="in/wharf/mirror.txt"),
    sentences_b=COMPARISON.sentences_a,
    rows=tuple(Row((n,), (n,), ("same",)) for n in range(1, 7)),
    renames=(),
    damage_a=(),
    cannot_tell=(),
    lineage=Lineage("unknown", "Pelham", 0.0),
)
TWINS = tuple(f"in/wharf/twin-{n}.txt" for n in range(1, 15))
COLLATION = Collation(
    Dispatch("d1", A.id, (A.id, B.id, *TWINS)),
    A.id,
    (COMPARISON,),
    dict.fromkeys(TWINS, B.id),
)
LINKS = (
    Relation("in/wharf/essay.txt", A.id, "excerpt", 0.4, 0.2, 0.1),
    Relation("in/wharf/essay.txt", B.id, "excerpt", 0.4, 0.2, 0.1),
    Relation(A.id, "in/wharf/own.txt", "quote", 0.1, 0.02, 0.03),
)
TELLING = Telling(reports=18, dispatches=3, alone=2, collations=(COLLATION,), links=LINKS)
