"""A paragraph that is furniture from end to end, by the shapes that newsrooms and sites give it.

The recognisers know shapes, not outlets: what one outlet repeats across its reports is learned
elsewhere, from the pile.
"""

from __future__ import annotations

from dateline.text.boilerplate import is_boilerplate
from dateline.text.bylines import is_byline
from dateline.text.captions import caption
from dateline.text.credits import is_credit
from dateline.text.pieces import Piece

_LONGEST = 1200


def whole(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of a paragraph that is furniture from end to end, or nothing."""
    if end - start > _LONGEST:
        return []
    piece = text[start:end]
    if is_boilerplate(piece):
        return [(start, end, "boilerplate")]
    if is_credit(piece):
        return [(start, end, "credit")]
    if is_byline(piece):
        return [(start, end, "byline")]
    return caption(text, start, end)
