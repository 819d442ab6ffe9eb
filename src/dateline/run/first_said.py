"""Claims that nobody in an archive has made before, found at a cost that does not grow with it.

For each word of a claim that tells something, the newest few hundred reports that have it are
looked up: all there are if it is rare. The reports that have most of a claim's words are read, and
where a sentence of one of them has enough of them too, its claims are compared with this one
(`dateline.claims.merge.same`), the newsroom's own voice among them. So what is missed is a report
that has said it in other words, or long ago in common ones.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from dateline.claims.merge.same import MAYBE, is_enough, says_it, share, terms_of
from dateline.claims.read import claims_of
from dateline.claims.stories.terms import rarity
from dateline.model import Anatomy, Claim, Rename, Span
from dateline.store import Archive, words
from dateline.store.rows import anatomies
from dateline.text import tokenize

__all__ = ["FirstSaid"]

_NEWEST = 300
_READ = 5
_REMEMBERED = 64  # reports whose claims are remembered

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word: the newest reports that have it, and about how many have it in all."""

    newest: tuple[int, ...]
    held: float


class FirstSaid:
    """Compares claims of reports with what the archive had when they came."""

    def __init__(self, archive: Archive) -> None:
        self._connection = archive.connection
        self._claims = lru_cache(_REMEMBERED)(self._claims_of)

    def of(
        self,
        number: int,
        anatomy: Anatomy,
        among: Sequence[Span] | None = None,
        renames: Iterable[Rename] = (),
    ) -> list[Claim]:
        """The claims of a report that no report before it has made; ``number`` is its own.

        Somebody's word only, each once. ``among`` are the stretches of its text that they must
        touch; ``None``: anywhere. Names that it has for others' names by ``renames`` tell nothing.
        """
        wanted = [c for c in claims_of(anatomy) if _is_told(c) and _touches(c, among)]
        known: dict[str, _Word] = {}
        names = {key for rename in renames for key in tokenize(rename.b).keys}
        return [c for c in wanted if not self._is_said(number, c, known, names)]

    def _is_said(self, number: int, claim: Claim, known: dict[str, _Word], names: Set[str]) -> bool:
        """Whether a report before ``number`` has made a claim."""
        terms = terms_of(claim)
        telling = terms.counts.keys() - names
        for word in telling - known.keys():
            known[word] = self._word(word, number)
        weights = {w: rarity(w, known[w].held, w in terms.names, number) for w in telling}
        having: dict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            for report in known[word].newest:
                having[report] += weight
        enough = MAYBE * math.fsum(weights.values())
        best = nlargest(_READ, ((w, report) for report, w in having.items() if w >= enough))
        return any(self._says(report, claim, weights) for _, report in best)

    def _word(self, word: str, before: int) -> _Word:
        newest = words.newest(self._connection, word, before, _NEWEST)
        if len(newest) < _NEWEST:
            return _Word(tuple(newest), len(newest))
        return _Word(tuple(newest), len(newest) * before / (before - newest[-1]))

    def _says(self, report: int, claim: Claim, weights: Weights) -> bool:
        anatomy = anatomies(self._connection, [report])[report]
        sentences = (tokenize(s.text).keys for s in anatomy.sentences)
        if not any(share(weights, dict.fromkeys(keys)) >= MAYBE for keys in sentences):
            return False
        return any(says_it(claim, earlier, weights) for earlier in self._claims(report))

    def _claims_of(self, report: int) -> tuple[Claim, ...]:
        return claims_of(anatomies(self._connection, [report])[report])


def _is_told(claim: Claim) -> bool:
    """Whether it is somebody's word, says enough, and was not said further up in the report."""
    is_word = claim.kind == "attributed" and claim.modality != "withheld"
    return is_word and not claim.parent and not claim.restates and is_enough(claim)


def _touches(claim: Claim, among: Iterable[Span] | None) -> bool:
    if among is None:
        return True
    content = claim.content
    return any(s.start < content.end and content.start < s.end for s in among)
