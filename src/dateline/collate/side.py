"""One report made ready for collation: the words of its body, with what is known of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise

from dateline.collate.vocabulary import Vocabulary, Words, counted, weight
from dateline.model import Anatomy, Sentence, Span
from dateline.text.damage import has_quotes
from dateline.text.quotations import quotations


@dataclass(frozen=True)
class Side:
    """The body words of one report, sentence after sentence.

    ``ranges[k]`` is the half-open range of word numbers of the k-th body sentence. ``keys`` may
    hold the symbol of a name in place of its words (see ``names``); ``ids`` has a character of the
    ``vocabulary`` for each key. ``starts`` and ``ends`` are offsets in the report's text. ``named``
    says which words belong to a name, ``quoted`` which stand inside quotation marks.
    """

    anatomy: Anatomy
    vocabulary: Vocabulary
    sentences: tuple[Sentence, ...]
    keys: tuple[str, ...]
    ids: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]
    named: tuple[bool, ...]
    quoted: tuple[bool, ...]
    quotations: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, anatomy: Anatomy, vocabulary: Vocabulary | None = None) -> Side:
        """Tokenise the body sentences of a report.

        Only sides with one vocabulary can be compared.
        """
        vocabulary = Vocabulary() if vocabulary is None else vocabulary
        body = anatomy.body
        parts = [vocabulary.words(s.text) for s in body]
        starts = tuple([s.start + x for s, p in zip(body, parts, strict=True) for x in p.starts])
        inside = quotations(anatomy.report.text)
        return cls(
            anatomy,
            vocabulary,
            body,
            keys=tuple(chain.from_iterable([p.keys for p in parts])),
            ids="".join([p.ids for p in parts]),
            starts=starts,
            ends=tuple([s.start + x for s, p in zip(body, parts, strict=True) for x in p.ends]),
            ranges=tuple(pairwise(accumulate((len(p.ids) for p in parts), initial=0))),
            named=_named(parts),
            quoted=_quoted(starts, inside),
            quotations=tuple(inside),
        )

    @cached_property
    def text(self) -> str:
        """The report's text, in which all offsets count."""
        return self.anatomy.report.text

    def surface(self, i: int, j: int) -> str:
        """The text of the words ``[i, j)``."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j else ""

    def gap(self, i: int) -> str:
        """The text between word ``i`` and the one before it."""
        return self.text[self.ends[i - 1] : self.starts[i]]

    def span(self, i: int, j: int) -> Span | None:
        """The span of the words ``[i, j)``; ``None`` for no words."""
        return Span.of(self.text, self.starts[i], self.ends[j - 1]) if i < j else None

    def sentence_ids(self, k: int) -> str:
        """The words of the k-th body sentence, a character each."""
        first, last = self.ranges[k]
        return self.ids[first:last]

    def telling(self, i: int, j: int) -> int:
        """How many of the words ``[i, j)`` are no function words."""
        return self._counted[j] - self._counted[i]

    def weight(self, i: int, j: int) -> float:
        """How much the words ``[i, j)`` tell: function words little."""
        return weight(j - i, self._counted[j] - self._counted[i])

    @cached_property
    def _counted(self) -> tuple[int, ...]:
        return counted(self.ids)

    @cached_property
    def firsts(self) -> frozenset[int]:
        """The numbers of the words that begin a sentence."""
        return frozenset([first for first, _ in self.ranges])

    @cached_property
    def has_quotes(self) -> bool:
        """Whether the report has quotation marks anywhere."""
        return has_quotes(self.text)

    @cached_property
    def some_quoted(self) -> bool:
        """Whether any word of the body stands in a quotation."""
        return True in self.quoted


def _named(parts: Sequence[Words]) -> tuple[bool, ...]:
    """Words with a capital that no sentence start explains, wherever they stand."""
    sure = frozenset().union(*[p.names for p in parts])
    return tuple(
        chain.from_iterable(
            [(p.capital[0] and p.keys[0] in sure, *p.capital[1:]) for p in parts if p.keys]
        )
    )


def _quoted(starts: Sequence[int], inside: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    """Which of the words that begin at ``starts`` stand in one of the ranges."""
    out = [False] * len(starts)
    for first, last in inside:
        i, j = bisect_left(starts, first), bisect_left(starts, last)
        out[i:j] = [True] * (j - i)
    return tuple(out)
