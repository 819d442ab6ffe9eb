"""Whether the figures of two claims agree, as they are worded."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Number

__all__ = ["agree", "counted"]

_FATES = ("killed", "dead", "died", "wounded", "injured", "displaced", "missing", "arrested")
_PEOPLE = {"persons": "people", "person": "people"}
_SCALE = 20
_FATE = {"dead": "killed", "died": "killed", "injured": "wounded"}


def agree(a: Sequence[Number], b: Sequence[Number]) -> bool | None:
    """Whether figures of one kind agree (``True``), differ (``False``), or there are none."""
    pairs = [(x, y) for x in a for y in b if counted(x) and counted(y)]
    if any(_overlap(x, y) for x, y in pairs if _is_alike(counted(x), counted(y))):
        return True
    against = [(x, y) for x, y in pairs if counted(x) == counted(y) and _same_scale(x, y)]
    return False if against else None


def _is_alike(a: str, b: str) -> bool:
    """Whether two counts can be of the same people: "15 people killed", "15 civilians killed"."""
    return a == b or (a.split()[-1] == b.split()[-1] in _FATES)


def _same_scale(a: Number, b: Number) -> bool:
    """The toll of a war is not another figure for that of a day."""
    low, high = sorted(max(_bounds(n)[0], 1.0) for n in (a, b))
    return high <= _SCALE * low


def counted(number: Number) -> str:
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
