"""Claims of different dispatches of one story that say the same, may say the same, or differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.claims.figures import agree
from dateline.claims.merge.independence import is_same
from dateline.claims.merge.same import MAYBE, ONE_FIGURE, ONE_VOICE, SURE, compatible, terms_of
from dateline.claims.merge.threads import Thread
from dateline.claims.merge.voices import Voice
from dateline.claims.stories.group import groups
from dateline.claims.stories.likeness import alike
from dateline.claims.stories.terms import vectors
from dateline.model import Claim

__all__ = ["Links", "link"]

_LISTED = 0.25
_DIFFER = 0.5


@dataclass(frozen=True, slots=True)
class Links:
    """Threads by number: those that say one thing, and pairs that may, or whose figures differ."""

    same: list[list[int]]
    maybe: list[tuple[int, int]]
    differ: list[tuple[int, int]]


def link(threads: Sequence[Thread], voices: Sequence[Voice | None]) -> Links:
    """Link the threads of one story.

    Two say the same where the rare words of their contents agree, more readily if they name one
    source or one figure, never if one negates or their figures exclude each other. Where it is not
    sure they may say the same.
    """
    first = [_telling(t) for t in threads]
    rows, _ = vectors([terms_of(claim) for claim in first])
    found = alike(rows, _LISTED)
    sure, maybe, differ = [], [], []
    columns = (found.a.tolist(), found.b.tolist(), found.cosine.tolist())
    for a, b, cosine in zip(*columns, strict=True):
        figures = agree(first[a].numbers, first[b].numbers)
        voice_a, voice_b = voices[a], voices[b]
        likeness = cosine + (ONE_FIGURE if figures else 0.0)
        if voice_a and voice_b and is_same(voice_a, voice_b):
            likeness += ONE_VOICE
        if likeness < MAYBE or not compatible(first[a], first[b]):
            continue
        if figures is False:
            if likeness >= _DIFFER and not _own_words(voice_a, voice_b):
                differ.append((a, b))
        elif likeness >= SURE:
            sure.append((a, b, round(likeness, 9)))
        else:
            maybe.append((a, b))
    same = _joined(groups(len(threads), sure, SURE * 0.75), _said_again(threads))
    return Links(same, maybe, differ)


def _said_again(threads: Sequence[Thread]) -> list[tuple[int, int]]:
    """Threads of which one restates the other inside a report, on another word."""
    thread_of = {c.id: n for n, thread in enumerate(threads) for c in thread.every()}
    pairs = (
        (thread_of[c.restates], n)
        for n, t in enumerate(threads)
        for c in t.every()
        if c.restates in thread_of
    )
    return [(a, b) for a, b in pairs if a != b]


def _joined(groups: list[list[int]], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups, those joined that a pair leads across."""
    own = {n: group for group in groups for n in group}
    for a, b in pairs:
        if own[a] is not own[b]:
            own[a] += own[b]
            own |= dict.fromkeys(own[b], own[a])
    return sorted({id(g): sorted(g) for g in own.values()}.values())


def _own_words(a: Voice | None, b: Voice | None) -> bool:
    """Whether one source speaks in one dispatch: it gives figures of several events."""
    return bool(a and b and a.dispatch == b.dispatch and is_same(a, b))


def _telling(thread: Thread) -> Claim:
    """The claim that stands for a thread: the longest that is attributed, or else the longest."""
    return max(thread.every(), key=lambda c: (c.kind == "attributed", len(c.content.text), c.id))
