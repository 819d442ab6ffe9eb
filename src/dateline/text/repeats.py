"""Head sentences that the lead repeats: standfirsts and headlines, not the story."""

from __future__ import annotations

from dateline.model import Role
from dateline.text.headlines import may_open
from dateline.text.pieces import Piece
from dateline.text.tokens import tokenize

_OPENING = 5
_REPEAT = 0.8
_GRAM = 3
_REACH = 3000


def mark_repeats(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with repeated ones in the head cut off or called headlines."""
    return _whole_repeats(text, _cut_at_recurrence(text, pieces))


def _keys(text: str, piece: Piece) -> tuple[str, ...]:
    return tokenize(text, piece[0], min(piece[1], piece[0] + _REACH)).keys


def _body(pieces: list[Piece], most: int) -> list[int]:
    found = (n for n, piece in enumerate(pieces) if piece[2] == "body")
    return [n for n, _ in zip(found, range(most), strict=False)]


def _cut_at_recurrence(text: str, pieces: list[Piece]) -> list[Piece]:
    """Cut a head sentence where the opening of an earlier one begins again inside it.

    A standfirst that repeats the lead shows where the lead starts, even where a list of tags runs
    into it without a full stop.
    """
    body = _body(pieces, 4)
    for k, n in enumerate(body[:3]):
        opening = _keys(text, pieces[n])[:_OPENING]
        for later in body[k:]:
            start, end, _ = pieces[later]
            at = _inside(text, pieces[later], opening)
            if at is not None:
                role: Role = "headline" if later == n else "boilerplate"
                cut: list[Piece] = [(start, at, role), (at, end, "body")]
                return [*pieces[:later], *cut, *pieces[later + 1 :]]
    return pieces


def _inside(text: str, piece: Piece, opening: tuple[str, ...]) -> int | None:
    """Where ``opening`` begins again behind the first word of the piece."""
    if len(opening) < _OPENING:
        return None
    here = tokenize(text, piece[0], min(piece[1], piece[0] + _REACH))
    for n in range(1, len(here) - _OPENING):
        same = here.keys[n] == opening[0] and here.keys[n : n + _OPENING] == opening
        if same and may_open(text, here, n):
            return here.starts[n]
    return None


def _whole_repeats(text: str, pieces: list[Piece]) -> list[Piece]:
    """Call the first sentences headlines as long as the next two sentences repeat them."""
    body = _body(pieces, 4)
    out = list(pieces)
    for k in range(min(2, len(body) - 2)):
        rest = [pieces[n] for n in body[k + 1 : k + 3]]
        if not _repeated(text, pieces[body[k]], rest):
            break
        start, end, _ = pieces[body[k]]
        out[body[k]] = (start, end, "headline")
    return out


def _repeated(text: str, piece: Piece, rest: list[Piece]) -> bool:
    grams = _grams(_keys(text, piece))
    return len(grams) > _OPENING - _GRAM and any(
        len(grams & _grams(_keys(text, later))) >= _REPEAT * len(grams) for later in rest
    )


def _grams(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {keys[n : n + _GRAM] for n in range(len(keys) - _GRAM + 1)}
