"""Claims of different dispatches of one story that say the same, may say the same, or differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.claims.merge.independence import is_same
from dateline.claims.merge.threads import Thread
from dateline.claims.merge.voices import Voice
from dateline.claims.merge.wording import content_words
from dateline.claims.stories.group import groups
from dateline.claims.stories.likeness import alike
from dateline.claims.stories.terms import Terms, vectors
from dateline.collate.lexicon import FUNCTION, REPORTING
from dateline.model import Claim, Number
from dateline.text import tokenize

__all__ = ["Links", "link"]

_LISTED, _MAYBE, _SURE = 0.25, 0.42, 0.6
_DIFFER = 0.5
_FEWEST = 4  # content words: fewer say too little to be the same as anything
_ONE_VOICE, _ONE_FIGURE = 0.15, 0.1
_FATES = ("killed", "dead", "died", "wounded", "injured", "displaced", "missing", "arrested")
_PEOPLE = {"persons": "people", "person": "people"}
_SCALE = 20
_FATE = {"dead": "killed", "died": "killed", "injured": "wounded"}


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
    rows, _ = vectors([_terms(claim) for claim in first])
    found = alike(rows, _LISTED)
    sure, maybe, differ = [], [], []
    columns = (found.a.tolist(), found.b.tolist(), found.cosine.tolist())
    for a, b, cosine in zip(*columns, strict=True):
        figures = _agree(first[a].numbers, first[b].numbers)
        voice_a, voice_b = voices[a], voices[b]
        likeness = cosine + (_ONE_FIGURE if figures else 0.0)
        if voice_a and voice_b and is_same(voice_a, voice_b):
            likeness += _ONE_VOICE
        if likeness < _MAYBE or not _compatible(first[a], first[b]):
            continue
        if figures is False:
            if likeness >= _DIFFER and not _own_words(voice_a, voice_b):
                differ.append((a, b))
        elif likeness >= _SURE:
            sure.append((a, b, round(likeness, 9)))
        else:
            maybe.append((a, b))
    same = groups(len(threads), sure, _SURE * 0.75)
    return Links(same, maybe, differ)


def _own_words(a: Voice | None, b: Voice | None) -> bool:
    """Whether one source speaks in one dispatch: it gives figures of several events."""
    return bool(a and b and a.dispatch == b.dispatch and is_same(a, b))


def _telling(thread: Thread) -> Claim:
    """The claim that stands for a thread: the longest that is attributed, or else the longest."""
    return max(thread.every(), key=lambda c: (c.kind == "attributed", len(c.content.text), c.id))


def _terms(claim: Claim) -> Terms:
    """The words of a claim; figures are compared by themselves."""
    counts: dict[str, float] = {}
    names = set()
    for span in (claim.content, *claim.more):
        tokens = tokenize(span.text)
        for n, key in enumerate(tokens.keys):
            if key in FUNCTION or key in REPORTING or key[0].isdigit():
                continue
            counts[key] = 1.0
            if n and tokens.text[tokens.starts[n]].isupper():
                names.add(key)
    return Terms(counts, frozenset(names))


def _compatible(a: Claim, b: Claim) -> bool:
    """Both say enough, neither denies what the other says, is a caption, or is only asked about."""
    if min(len(content_words(a)), len(content_words(b))) < _FEWEST:
        return False
    kinds = {a.kind, b.kind}
    if "caption" in kinds and len(kinds) > 1:
        return False
    against = ("denied", "withheld", "asked")
    if a.modality != b.modality and (a.modality in against or b.modality in against):
        return False
    return a.negated == b.negated


def _agree(a: Sequence[Number], b: Sequence[Number]) -> bool | None:
    """Whether figures of one kind agree (``True``), differ (``False``), or there are none."""
    pairs = [(x, y) for x in a for y in b if _counted(x) and _counted(y)]
    if any(_overlap(x, y) for x, y in pairs if _is_alike(_counted(x), _counted(y))):
        return True
    against = [(x, y) for x, y in pairs if _counted(x) == _counted(y) and _same_scale(x, y)]
    return False if against else None


def _is_alike(a: str, b: str) -> bool:
    """Whether two counts can be of the same people: "15 people killed", "15 civilians killed"."""
    return a == b or (a.split()[-1] == b.split()[-1] in _FATES)


def _same_scale(a: Number, b: Number) -> bool:
    """The toll of a war is not another figure for that of a day."""
    low, high = sorted(max(_bounds(n)[0], 1.0) for n in (a, b))
    return high <= _SCALE * low


def _counted(number: Number) -> str:
    """What a figure counts: whom, by the last word of its unit, and what became of them."""
    words = number.unit.lower().split()
    fates = [w for w in words if w in _FATES]
    fate = _FATE.get(fates[0], fates[0]) if fates else ""
    whom = next((w for w in reversed(words) if w not in _FATES), "people" if fate else "")
    return f"{_PEOPLE.get(whom, whom)} {fate}".strip()


def _overlap(a: Number, b: Number) -> bool:
    """Whether two figures can both be right as they are worded."""
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _bounds(n: Number) -> tuple[float, float]:
    """The range of a figure; "about" allows a tenth either way."""
    if n.low is None and n.high is None and n.value is not None:
        return n.value * 0.9, n.value * 1.1
    low = n.low if n.low is not None else 0.0
    return low, n.high if n.high is not None else float("inf")
