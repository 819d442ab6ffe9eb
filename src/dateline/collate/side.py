"""One report made ready for collation: the words of its body, with what is known of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.collate.lexicon import FUNCTION
from dateline.model import Anatomy, Sentence, Span
from dateline.text import Tokens, tokenize

_FUNCTION_WEIGHT = 0.25
_OPENERS, _CLOSERS = "“„«", "”»"


@dataclass(frozen=True)
class Side:
    """The body words of one report, sentence after sentence.

    ``ranges[k]`` is the half-open range of word numbers of the k-th body sentence. ``keys`` may
    hold the symbol of a name in place of its words (see ``names``): ``starts`` and ``ends`` are the
    offsets in the report's text.
    """

    anatomy: Anatomy
    sentences: tuple[Sentence, ...]
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, anatomy: Anatomy) -> Side:
        """Tokenise the body sentences of a report."""
        body = anatomy.body
        text = anatomy.report.text
        parts = [_shouted(tokenize(text, s.start, s.end)) for s in body]
        return cls(anatomy, body, *_joined(parts))

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
    def named(self) -> tuple[bool, ...]:
        """Whether each word belongs to a name: a capital that no sentence start explains."""
        sure = {
            self.keys[i]
            for i in range(len(self.keys))
            if self._capital(i) and i not in self.firsts and self.keys[i] not in FUNCTION
        }
        return tuple(
            self._capital(i) and (i not in self.firsts or key in sure)
            for i, key in enumerate(self.keys)
        )

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """Whether each word stands inside quotation marks."""
        inside = quoted_ranges(self.text)
        out, n = [], 0
        for at in self.starts:
            while n < len(inside) and inside[n][1] <= at:
                n += 1
            out.append(n < len(inside) and inside[n][0] <= at)
        return tuple(out)

    @cached_property
    def firsts(self) -> frozenset[int]:
        """The numbers of the words that begin a sentence."""
        return frozenset(first for first, _ in self.ranges)

    def _capital(self, i: int) -> bool:
        return self.text[self.starts[i]].isupper()


def _shouted(tokens: Tokens) -> Tokens:
    """Tell a name in capitals from the function word that it looks like: IS from is, US from us."""
    keys = tuple(
        key.upper() if key in FUNCTION and len(key) > 1 and tokens.surface(n).isupper() else key
        for n, key in enumerate(tokens.keys)
    )
    return replace(tokens, keys=keys)


def _joined(
    parts: list[Tokens],
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[tuple[int, int], ...]]:
    ranges, at = [], 0
    for part in parts:
        ranges.append((at, at + len(part)))
        at += len(part)
    return (
        tuple(k for p in parts for k in p.keys),
        tuple(s for p in parts for s in p.starts),
        tuple(e for p in parts for e in p.ends),
        tuple(ranges),
    )


_MARK = re.compile(r"[\"“”„«»]|(?<!\w)[‘'`](?=\w)|(?<=[\w.,!?])[’'](?!\w)|\n")


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Ranges between quotation marks; a paragraph that opens one and never closes it goes on.

    A single mark closes only what a single mark opened, so that the apostrophe of a plural
    possessive is none.
    """
    out: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for mark in _MARK.finditer(text):
        char, at = mark.group(), mark.start()
        if char == "\n":
            if opened and opened[1] == "'":
                opened = None
            continue
        style = "'" if char in "‘'`’" else '"'
        if opened is None:
            if char not in _CLOSERS + "’":
                opened = (at + 1, style)
        elif style == opened[1] and char not in _OPENERS:
            out.append((opened[0], at))
            opened = None
        elif char in _OPENERS:
            out.append((opened[0], at))
            opened = (at + 1, style)
    return out


def is_quoted(text: str, at: int) -> bool:
    """Whether the code point ``at`` stands inside quotation marks."""
    return any(start <= at < end for start, end in quoted_ranges(text))
