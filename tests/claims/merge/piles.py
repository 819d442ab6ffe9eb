"""A pile whose truth is known: N outlets run each of M dispatches, which cite K statements.

The words are those of the sample reports: what one monitor says there is put into the mouths of K
of their sources, in the wordings of M desks.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from dateline.claims.merge import Told
from dateline.model import Dispatch, Report, Story
from dateline.run.local import collated
from dateline.run.statements import told
from dateline.samples import truth

SOURCES = [
    "Salma al-Tavari",
    "Hanna Orsal",
    "Rafiq Sturn",
    "Mirel Dassa",
    "Tove Marrick",
    "the Varuh Conflict Register",
    "the Joint Delta Command",
]
WORDINGS = [
    "{source} said {content}.",
    "{content}, {source} said.",
    "According to {source}, {content}.",
]
PIECES = truth()["reports"]


def content() -> str:
    """What the monitor of the samples says."""
    claim = next(c for c in truth()["claims"] if c["id"] == "monitor")
    return str(claim["words"][0]["content"]).split(" and that ")[0]


def filler(chance: random.Random, sentences: int) -> list[str]:
    """Sentences in the newsroom's own voice about other things, from the samples."""
    told = [p["text"] for p in PIECES["idwan-courier-2"]["pieces"] if p["role"] == "body"]
    return chance.sample(told, min(sentences, len(told)))


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def dispatches(
    outlets: int, count: int, statements: int, unattributed: int = 0, seed: int = 0
) -> Iterator[Told]:
    """M dispatches in N versions each; the last ``unattributed`` name nobody for the claim."""
    chance = random.Random(seed)
    for m in range(count):
        source = SOURCES[m % statements]
        wording = chance.choice(WORDINGS) if m < count - unattributed else "{content}."
        claim = capital(wording.format(source=source, content=content()))
        body = [claim, *filler(chance, 3)]
        reports = [
            Report(f"m{m}n{n}", " ".join(body[: 4 - n % 2]), outlet=f"Outlet {n}")
            for n in range(outlets)
        ]
        dispatch = Dispatch(f"d{m}", "m0n0".replace("0", str(m), 1), tuple(r.id for r in reports))
        yield told(collated(dispatch, reports), reports)


def one_story(told_: list[Told]) -> Story:
    """All of them are of one event."""
    reports = tuple(v for t in told_ for v in t.dispatch.versions)
    return Story("s", tuple(t.dispatch.id for t in told_), reports)
