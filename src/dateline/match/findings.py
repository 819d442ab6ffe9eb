"""What was measured between two reports, in numbers that can be told."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.match.profiles import OWN

__all__ = ["UPPER", "Figures", "Findings", "Side"]

_DOUBT = 20.0
_LOSS = 0.5
UPPER = 0.25
_FEW_FIGURES = 4
_AGREEING = 1 / 3
_REPLACED = 3
_REPLACED_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Side:
    """How much of one report the other has.

    ``words`` counts its words by kind (see ``profiles``), ``held`` those of them that stand in
    passages, equal on both sides. ``total`` and ``covered`` are the same as sums of weights;
    ``upper`` is the covered share of the upper half of the body. ``again`` is the weighted share of
    sentences that come again, if that was looked at.
    """

    words: tuple[int, ...]
    held: tuple[int, ...]
    total: float
    covered: float
    upper: float
    again: float | None = None

    @property
    def kept(self) -> float:
        """The share of the body that the other report has: of a few words never all of it.

        Sentences that come again in other words lift it; passages that make up no sentences lower
        it a little.
        """
        if not self.total:
            return 0.0
        words = self.covered / self.total
        if self.again is not None:
            words += (self.again - words) * (_LOSS if self.again < words else 1.0)
        return words * self.total / (self.total + _DOUBT)

    @property
    def whole(self) -> float:
        """The share of all words that the other report has too, whatever their kind."""
        return sum(self.held) / max(1, sum(self.words))


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers in digits of the sentences that two bodies share a good part of.

    ``agree`` of the ``of`` different ones that the report with fewer has stand in the other too.
    ``replaced`` stand inside passages where the other report has another one; these are ``among``
    body words long. ``replaced_anywhere`` counts those in furniture too.
    """

    agree: int
    of: int
    replaced: int
    among: int
    replaced_anywhere: int

    @property
    def differ(self) -> bool:
        """Whether the figures are those of another event: a form that was filled in anew."""
        strangers = self.of >= _FEW_FIGURES and self.agree < _AGREEING * self.of
        share = self.replaced / max(1, self.among)
        return strangers or (self.replaced >= _REPLACED and share > _REPLACED_SHARE)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a relation is judged by. ``longest`` counts the own words of the longest passage."""

    identical: bool
    a: Side
    b: Side
    figures: Figures
    longest: int

    @property
    def own(self) -> int:
        """How many words of narration stand in passages, on the side with fewer of them."""
        return min(self.a.held[OWN], self.b.held[OWN])

    @property
    def upper(self) -> float:
        """The covered share of an upper half, of the one that is better covered."""
        return max(self.a.upper, self.b.upper)

    @property
    def at_foot(self) -> bool:
        """Whether little of what is shared stands in the upper half of either body."""
        return self.longest > 0 and self.upper < UPPER

    @property
    def same_text(self) -> float:
        """The share of either whole text that the other has too; 0 if a figure was replaced."""
        return 0.0 if self.figures.replaced_anywhere else min(self.a.whole, self.b.whole)
