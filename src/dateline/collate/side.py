"""One report made ready for collation: the words of its body, with what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise

from dateline.collate.lexicon import FUNCTION
from dateline.model import Anatomy, Sentence, Span
from dateline.text import Tokens, tokenize
from dateline.text.quotations import quotations

_FUNCTION_WEIGHT = 0.25


@dataclass(frozen=True)
class Side:
    """The body words of one report, sentence after sentence.

    ``ranges[k]`` is the half-open range of word numbers of the k-th body sentence. ``keys`` may
    hold the symbol of a name in place of its words (see ``names``). ``starts`` and ``ends`` are
    offsets in the report's text. ``named`` says which words belong to a name, ``quoted`` which
    stand inside quotation marks.
    """

    anatomy: Anatomy
    sentences: tuple[Sentence, ...]
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]
    named: tuple[bool, ...]
    quoted: tuple[bool, ...]

    @classmethod
    def of(cls, anatomy: Anatomy) -> Side:
        """Tokenise the body sentences of a report."""
        body = anatomy.body
        text = anatomy.report.text
        parts = [_shouted(tokenize(text, s.start, s.end)) for s in body]
        keys = tuple(k for p in parts for k in p.keys)
        starts = tuple(s for p in parts for s in p.starts)
        ends = tuple(e for p in parts for e in p.ends)
        ranges = tuple(pairwise(accumulate((len(p) for p in parts), initial=0)))
        named = _named(text, keys, starts, frozenset(first for first, _ in ranges))
        return cls(anatomy, body, keys, starts, ends, ranges, named, _quoted(text, starts))

    @property
    def text(self) -> str:
        """The report's text, in which all offsets count."""
        return self.anatomy.report.text

    def surface(self, i: int, j: int) -> str:
        """The text of the words ``[i, j)``."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j else ""

    def span(self, i: int, j: int) -> Span | None:
        """The span of the words ``[i, j)``; ``None`` for no words."""
        return Span.of(self.text, self.starts[i], self.ends[j - 1]) if i < j else None

    def sentence_keys(self, k: int) -> tuple[str, ...]:
        """The word keys of the k-th body sentence."""
        first, last = self.ranges[k]
        return self.keys[first:last]

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much each word tells: function words little."""
        return tuple(_FUNCTION_WEIGHT if k in FUNCTION else 1.0 for k in self.keys)

    @cached_property
    def firsts(self) -> frozenset[int]:
        """The numbers of the words that begin a sentence."""
        return frozenset(first for first, _ in self.ranges)


def _shouted(tokens: Tokens) -> Tokens:
    """Tell a name in capitals from the function word that it looks like: IS from is, US from us."""
    keys = tuple(
        key.upper() if key in FUNCTION and len(key) > 1 and tokens.surface(n).isupper() else key
        for n, key in enumerate(tokens.keys)
    )
    return replace(tokens, keys=keys)


def _named(
    text: str, keys: Sequence[str], starts: Sequence[int], firsts: frozenset[int]
) -> tuple[bool, ...]:
    """Words with a capital that no sentence start explains, wherever they stand."""
    capital = [text[at].isupper() for at in starts]
    sure = {
        key for i, key in enumerate(keys) if capital[i] and i not in firsts and key not in FUNCTION
    }
    return tuple(big and (i not in firsts or keys[i] in sure) for i, big in enumerate(capital))


def _quoted(text: str, starts: Sequence[int]) -> tuple[bool, ...]:
    inside = quotations(text)
    out, n = [], 0
    for at in starts:
        while n < len(inside) and inside[n][1] <= at:
            n += 1
        out.append(n < len(inside) and inside[n][0] <= at)
    return tuple(out)
