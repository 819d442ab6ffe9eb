"""The names of a report, and the fullest one for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from dateline.claims.lexicon.sources import SPEAKERS, TITLES
from dateline.claims.tagging import Tagged
from dateline.text.fold import fold

_RUN = re.compile(r"N+(?:(?:f|[p]|fd)N+)*")
_LINKS = frozenset({"of", "for", "the"})
_PREFIX = re.compile(r"(?:al|el|as|ar|an|ad|at|ash|az)[- ]", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def bare(word: str) -> str:
    """A word of a name as names are compared: folded, without the article of Arabic names."""
    return _PREFIX.sub("", fold(word.rstrip(".,")))


class Names:
    """Every run of capitalised words of a report, by its last word."""

    def __init__(self, sentences: Iterable[Tagged]) -> None:
        self._by_last: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._by_head: dict[str, set[str]] = defaultdict(set)
        for s in sentences:
            if "NN" in s.tags or "Nf" in s.tags or "Np" in s.tags:
                for first, last in runs(s, 0, len(s)):
                    if last > first + 1:
                        self._add(s, first, last)

    def _add(self, s: Tagged, first: int, last: int) -> None:
        name = name_of(s, first, last)
        key = tuple(map(bare, name.split()))
        if len(key) < 2:
            return
        self._by_last[key[-1]].setdefault(key, name)
        link = next((n for n, word in enumerate(key) if word in _LINKS), 0)
        if link and key[link - 1] in SPEAKERS:
            self._by_head[key[link - 1]].add(name)
        initials = "".join(w[0] for w in name.split() if w[0].isupper())
        if len(initials) > 2:
            self._initials[initials.lower()].add(name)

    def headed(self, word: str) -> str | None:
        """The one body of the report that a kind names: "the Register", Varuh Register for Losses.

        ``None`` where there is none, or several.
        """
        named = sorted(self._by_head.get(bare(word), ()), key=len)
        alike = all(named[-1].endswith(other) for other in named)
        return named[-1] if named and alike else None

    def fullest(self, name: str) -> str:
        """The longest name of the report that ends like ``name``, where only one does.

        "Kestrel" is "Ida Kestrel" unless the report has a "Tom Kestrel" too; letters such as "TFR"
        are the one name whose words start with them.
        """
        if named := self._initials.get(fold(name)):
            return next(iter(named)) if len(named) == 1 else name
        key = tuple(map(bare, name.split()))
        longer = [
            (k, full)
            for k, full in self._by_last.get(key[-1], {}).items()
            if len(k) > len(key) and k[-len(key) :] == key
        ]
        if not longer:
            return self.headed(name) or name
        longest, full = max(longer, key=lambda x: len(x[0]))
        alike = all(longest[-len(k) :] == k for k, _ in longer)
        return full if alike else name


def runs(s: Tagged, first: int, last: int) -> list[tuple[int, int]]:
    """Runs of capitalised words, "of" and "for" inside: "Watch for Human Rights"."""
    out = []
    for match in _RUN.finditer(s.tags, first, last):
        start, end = match.span()
        for i in range(start, end):
            if s.tags[i] == "p" and s.words[i] not in _LINKS:
                out.append((start, i))
                start = i + 1
        out.append((start, end))
    return [(a, b) for a, b in out if a < b]


def run_at(s: Tagged, first: int, at: int) -> tuple[int, int]:
    """The run of capitalised words from ``first`` on that holds the word ``at``."""
    start = at
    while start > first and s.tags[start - 1] in "NS":
        start -= 1
    for begin, end in runs(s, start, len(s)):
        if begin <= at < end:
            return begin, end
    return start, at + 1


def name_of(s: Tagged, first: int, last: int) -> str:
    """The words of a run without the titles before them: "Mayor Ida Kestrel" is Ida Kestrel."""
    start = first
    for i in range(first, last - 1):
        word = s.words[i].rstrip(".")
        if word in TITLES or word.endswith(("-based", "-led", "-backed", "-run")):
            start = i + 1
    begin, end = s.cut(start, last)
    return " ".join(s.text[begin:end].split())
