"""What recognisers hand on: a range of the text with the role that it plays."""

from __future__ import annotations

import re

from dateline.model import Role

Piece = tuple[int, int, Role]

_SPACE = re.compile(r"\s*+")


def skip_space(text: str, at: int, end: int) -> int:
    """The offset of the first character from ``at`` on that is no white space, at most ``end``."""
    match = _SPACE.match(text, at, end)
    return match.end() if match else at
