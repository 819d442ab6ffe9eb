"""Names of a text to places of the gazetteer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from dateline.claims.places.basis import basis
from dateline.claims.places.build import TRANSLITERATED
from dateline.claims.places.by_words import by_words
from dateline.claims.places.context import choose, group
from dateline.claims.places.entries import Entry, Match
from dateline.claims.places.gazetteer import Gazetteer, gazetteer
from dateline.claims.places.lexicon import Kind, demonyms
from dateline.claims.places.precision import precision_of
from dateline.claims.places.qualify import qualify
from dateline.claims.places.spelling import bare
from dateline.claims.places.spots import Spot, spot
from dateline.model import Place

_CONTEXT = 3
# Reports in English name the states and counties of these without their country.
_NEAR = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
_LARGE, _BIG = 500_000, 100_000
_CAPITAL = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b")


def resolve(
    text: str, spans: Iterable[tuple[int, int]], known: Gazetteer | None = None
) -> tuple[Place, ...]:
    """Place each span of ``text``, all together; one that the gazetteer lacks has no point.

    Spans are half-open code points and come back in the order given. The peoples that the text
    names ("Syrian") count as context.
    """
    known = known or gazetteer()
    spots = [spot(text, start, end, known) for start, end in spans]
    return place_spots(text, spots, peoples(text, known), known)


def place_spots(
    text: str, spots: list[Spot], silent: list[Match], known: Gazetteer
) -> tuple[Place, ...]:
    """The places of spots that were looked up: chosen together, then by the text's own words.

    ``silent`` are the countries of the peoples that the text names.
    """
    for s in spots:
        qualify(text, s, known)
    chosen = _Settling(spots, silent, known).chosen()
    places = [_place(s, m) for s, m in zip(spots, chosen, strict=True)]
    return tuple(by_words(text, places, ["" if s.lonely else s.key for s in spots], known))


def peoples(text: str, known: Gazetteer) -> list[Match]:
    """The countries of the demonyms in a text, each once."""
    listed = demonyms()
    words = {w.lower() for w in _CAPITAL.findall(text)}
    codes = {listed[w] for w in words if w in listed}
    return [m for code in sorted(codes) for m in known.coded(code)]


class _Settling:
    """The spots of one report, settled together: one name has one sense, as a rule."""

    def __init__(self, spots: list[Spot], silent: list[Match], known: Gazetteer) -> None:
        self.spots, self.silent, self.known = spots, silent, known

    def chosen(self) -> list[Match | None]:
        """The candidate for each spot, ``None`` where no likely one is known."""
        chosen = self._choose()
        named = self._named(chosen)
        if self._widen(chosen, named):
            chosen = self._choose()
        return chosen

    def _choose(self) -> list[Match | None]:
        gathered: dict[object, list[Spot]] = {}
        for s in self.spots:
            gathered.setdefault((s.key, s.kind, s.within), []).append(s)
        groups = [group(g) for g in gathered.values()]
        settled = choose(groups, self.silent)
        found = {}
        for g, match in zip(groups, settled, strict=True):
            for s in g.spots:
                s.basis = basis(g, match)
                found[id(s)] = match
        return [found[id(s)] for s in self.spots]

    def _named(self, chosen: list[Match | None]) -> Counter[str]:
        """How many names of the report speak for each country."""
        both = zip(self.spots, chosen, strict=True)
        pairs = dict.fromkeys((s.key, m.entry.country) for s, m in both if m)
        return Counter(c for _, c in pairs) + Counter(m.entry.country for m in self.silent)

    def _widen(self, chosen: list[Match | None], named: Counter[str]) -> bool:
        """Look for other spellings, in the report's countries, of names that found no good place.

        A small place in a country that nothing else speaks of is no good place.
        """
        most = max(named.values(), default=0)
        # A country that the report only touches on does not lend its villages.
        countries = [
            c for c, n in named.most_common(_CONTEXT) if n >= max(min(2, most), most / _CONTEXT)
        ]
        changed = False
        for s, m in zip(self.spots, chosen, strict=True):
            lonely = m is not None and self._is_lonely(s, m, named)
            if s.feature not in ("", "PPL") or (
                m is not None and not lonely and _fits(s.kind, m.entry)
            ):
                continue
            alike = tuple(x for c in countries for x in self.known.like(s.key, c))
            if lonely or m is None:
                s.matches, s.lonely, changed = alike, lonely, True
            elif more := tuple(x for x in alike if _fits(s.kind, x.entry) and x not in s.matches):
                s.matches, changed = s.matches + more, True
        return changed

    def _is_lonely(self, spot: Spot, match: Match, named: Counter[str]) -> bool:
        """Whether nothing else speaks of the country of a place that is not known by itself."""
        entry = match.entry
        if spot.within or entry.feature in ("PCLI", "CONT"):
            return False
        # "al-Quds hospital" in another country has only its name from Jerusalem.
        if entry.feature == "PPLC" and (match.own or bare(spot.key) == spot.key):
            return False
        is_town = entry.feature in ("PPL", "PPLC")
        is_known = match.own and entry.population >= _LARGE and (is_town or entry.country in _NEAR)
        is_latin = is_town and entry.country not in TRANSLITERATED and entry.population >= _BIG
        if is_known or is_latin:
            return False
        return named[entry.country] < 2 and max(named.values()) > 1


def _fits(kind: Kind, entry: Entry) -> bool:
    """Whether an entry may be what the text calls it.

    Without a word for it, a division that others transliterate may have its town beside it.
    """
    if entry.feature in ("ADM1", "ADM2"):
        return kind != "town" and (kind != "" or entry.country not in TRANSLITERATED)
    return kind != "division"


def _place(spot: Spot, match: Match | None) -> Place:
    if match is None:
        return Place(spot.start, spot.end, spot.text, None, None, None, None, spot.feature, 7)
    entry = match.entry
    return Place(
        spot.start, spot.end, spot.text, entry.name, entry.geonameid or None,
        entry.lat, entry.lon, entry.feature, precision_of(entry, spot.nearby), entry.country,
        basis=spot.basis,
    )  # fmt: skip
