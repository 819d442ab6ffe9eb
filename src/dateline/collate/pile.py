"""Renames learned over a whole pile: what several dispatches show is known in all of them.

A pair counts when the versions of at least two dispatches show it, and when the pile does not speak
against it: texts that use both names as a matter of course mean two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from dateline.collate.names import Names, Words
from dateline.collate.vocabulary import Vocabulary
from dateline.model import Comparison, RenameType
from dateline.text import tokenize

_DISPATCHES = 2
_USES = 3
_BESIDE = 0.25  # share of the texts with the rarer name that may have the other too
_LONGEST = 6

Pair = tuple[Words, Words]
Uses = Counter[Words]
Both = Counter[Pair]


@dataclass
class _Evidence:
    type: RenameType
    count: int = 0
    dispatches: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class PileNames:
    """Pairs of wordings for one name, in alphabetical order, that a pile shows."""

    pairs: Mapping[Pair, RenameType] = field(default_factory=dict)

    def of(self, comparison: Comparison) -> Names:
        """The pairs that these two texts may hold and that are not told yet.

        One name must be in one text only and the other in the other only: where either has both,
        nothing is known beyond what the pair itself shows.
        """
        a, b = _folded(comparison.a.text), _folded(comparison.b.text)
        told = {_pair(r.a, r.b) for r in comparison.renames if r.count > 1}
        found: dict[Pair, RenameType] = {}
        for (x, y), type_ in self.pairs.items():
            if (x, y) in told:
                continue
            x_in, y_in = (_holds(a, x), _holds(b, x)), (_holds(a, y), _holds(b, y))
            if (x_in, y_in) == ((True, False), (False, True)):
                found[x, y] = type_
            elif (x_in, y_in) == ((False, True), (True, False)):
                found[y, x] = type_
        return Names(found)


def learn_pile(comparisons: Callable[[], Iterable[tuple[str, Comparison]]]) -> PileNames:
    """The names that a pile changes again and again; comparisons come with their dispatch's id.

    They are gone through once or twice, and not held.

    The result does not depend on the order.
    """
    often = {
        pair: seen.type
        for pair, seen in sorted(_evidence(comparisons()).items())
        if is_often(len(seen.dispatches), seen.count)
    }
    if not often:
        return PileNames()
    uses, both = forms_in(often, _different(comparisons()))
    return known_of(often, uses, both)


def _different(comparisons: Iterable[tuple[str, Comparison]]) -> Iterator[str]:
    """Each text that is compared, once."""
    seen: set[bytes] = set()
    for _, comparison in comparisons:
        for text in (comparison.a.text, comparison.b.text):
            known = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
            if known not in seen:
                seen.add(known)
                yield text


def is_often(dispatches: int, uses: int) -> bool:
    """Whether a pair that so many dispatches show, in so many places, is known in all."""
    return dispatches >= _DISPATCHES and uses >= _USES


def known_of(often: Mapping[Pair, RenameType], uses: Uses, both: Both) -> PileNames:
    """The pairs that the pile does not speak against; counts as `forms_in` gives and adds them."""
    return PileNames(
        {
            pair: kind
            for pair, kind in sorted(often.items())
            if kind == "spelling"
            or both[pair] <= _BESIDE * max(1, min(uses[pair[0]], uses[pair[1]]))
        }
    )


def _evidence(pile: Iterable[tuple[str, Comparison]]) -> dict[Pair, _Evidence]:
    found: dict[Pair, _Evidence] = {}
    for dispatch, comparison in pile:
        for rename in comparison.renames:
            if pair := pair_shown(rename.a, rename.b, rename.type):
                seen = found.setdefault(pair, _Evidence(rename.type))
                seen.type = min(seen.type, rename.type)  # "renamed" where both were seen
                seen.count += rename.count
                seen.dispatches.add(dispatch)
    return found


def pair_shown(a: str, b: str, kind: RenameType) -> Pair | None:
    """The pair of names that a rename shows, if it shows any."""
    pair = _pair(a, b)
    named = _is_name(a, b) and all(pair) and pair[0] != pair[1]
    return pair if named and kind != "label" else None


def _pair(a: str, b: str) -> Pair:
    """The folded words of both, in alphabetical order: which outlet writes which does not matter.

    Names in capitals that look like function words (IS, US) are kept apart from them.
    """
    x, y = (Vocabulary().words(name).keys[: _LONGEST + 1] for name in (a, b))
    return (x, y) if x <= y else (y, x)


def _is_name(*names: str) -> bool:
    """Whether all have a capital: common nouns are too loosely used to be looked for elsewhere."""
    return all(any(c.isupper() for c in name) for name in names)


def forms_in(pairs: Iterable[Pair], texts: Iterable[str]) -> tuple[Uses, Both]:
    """In how many of the (different) texts each name of the pairs stands, and both of a pair."""
    forms = defaultdict(list)
    for pair in pairs:
        for form in pair:
            forms[form].append(pair)
    uses: Uses = Counter()
    both: Both = Counter()
    for text in texts:
        folded = _folded(text)
        here = {form for form in forms if _holds(folded, form)}
        uses.update(here)
        both.update({pair for form in here for pair in forms[form] if set(pair) <= here})
    return uses, both


def _folded(text: str) -> str:
    return f" {' '.join(tokenize(text).keys)} "


def _holds(folded: str, words: Words) -> bool:
    return f" {' '.join(words).lower()} " in folded
