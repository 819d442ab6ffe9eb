"""Head sentences that the lead repeats: standfirsts and headlines, not the story."""

from __future__ import annotations

from dateline.model import Role
from dateline.text.headlines import may_open
from dateline.text.pieces import Piece
from dateline.text.tokens import Tokens, tokenize

_OPENING = 5
_REPEAT = 0.8
_GRAM = 3
_REACH = 1000
_LOOKED_AT = 4


def mark_repeats(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with repeated ones in the head cut off or called headlines."""
    body, words = _head(text, pieces)
    if cut := _recurrence(text, words):
        k, role, at = cut
        start, end, _ = pieces[body[k]]
        halves: list[Piece] = [(start, at, role), (at, end, "body")]
        pieces = [*pieces[: body[k]], *halves, *pieces[body[k] + 1 :]]
        body, words = _head(text, pieces)
    repeated = set(body[: _repeats(words)])
    return [(s, e, "headline" if n in repeated else r) for n, (s, e, r) in enumerate(pieces)]


def _head(text: str, pieces: list[Piece]) -> tuple[list[int], list[Tokens]]:
    """The numbers and the words of the first sentences of the body."""
    body = [n for n, piece in enumerate(pieces) if piece[2] == "body"][:_LOOKED_AT]
    return body, [_words(text, pieces[n]) for n in body]


def _words(text: str, piece: Piece) -> Tokens:
    return tokenize(text, piece[0], min(piece[1], piece[0] + _REACH))


def _recurrence(text: str, body: list[Tokens]) -> tuple[int, Role, int] | None:
    """Where the opening of a head sentence begins again in mid-sentence: sentence, role, offset.

    A standfirst that repeats the lead shows where the lead starts, even where a list of tags runs
    into it without a full stop. The role is that of the words before the lead.
    """
    for k, words in enumerate(body[: _LOOKED_AT - 1]):
        opening = words.keys[:_OPENING]
        for later in range(k, len(body)):
            at = _inside(text, body[later], opening)
            if at is not None:
                return later, "headline" if later == k else "boilerplate", at
    return None


def _inside(text: str, words: Tokens, opening: tuple[str, ...]) -> int | None:
    """Where ``opening`` begins again behind the first word."""
    if len(opening) < _OPENING:
        return None
    n = 0
    while opening[0] in words.keys[n + 1 :]:
        n = words.keys.index(opening[0], n + 1)
        if words.keys[n : n + _OPENING] == opening and may_open(text, words, n):
            return words.starts[n]
    return None


def _repeats(body: list[Tokens]) -> int:
    """How many of the first two sentences the next two behind them repeat."""
    grams = [_grams(words.keys) for words in body]
    for k in range(2):
        if len(body) < k + 3 or not any(_holds(grams[k], later) for later in grams[k + 1 : k + 3]):
            return k
    return 2


def _grams(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {keys[n : n + _GRAM] for n in range(len(keys) - _GRAM + 1)}


def _holds(grams: set[tuple[str, ...]], later: set[tuple[str, ...]]) -> bool:
    return len(grams) > _OPENING - _GRAM and len(grams & later) >= _REPEAT * len(grams)
