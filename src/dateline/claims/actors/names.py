"""Names of groups, learned from the report itself: what it calls fighters, a group, a force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from dateline.claims.actors.phrases import Phrase
from dateline.claims.words.doers import BACKING, BACKWARD, MANY
from dateline.claims.words.tagged import Tagged
from dateline.model import SourceType
from dateline.text.fold import fold
from dateline.text.wordlist import words

_HOLDS = words("-held -controlled -occupied -affiliated -linked -inspired -ruled -run")
_FIGHT = words("campaign fight war offensive battle fighting operations operation")
_TIES = words("backed run supported led")
_CALLED = re.compile("(known as|called|named|dubbed|calling itself)( the)?$")
_ARTICLE = re.compile(r"\b(?:al|el|ar|ash|ul)[- ](?=\w{3})")
_POSSESSIVE = re.compile(r"['’ ]s\b|['’]")


@lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """The form by which names are the same: letters folded, articles and possessive marks cut."""
    folded = _POSSESSIVE.sub("", fold(name)).replace("-", " ")
    return _ARTICLE.sub("", folded.removeprefix("the "))


@dataclass(slots=True)
class Names:
    """The names learned from one report: key → fullest form, with the type, and short forms."""

    full: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, SourceType] = field(default_factory=dict)

    def learn(self, name: str, kind: SourceType | None, full: str | None = None) -> None:
        """Note a name; ``full`` is what it stands for where the text says so."""
        short = key(name)
        if full and key(full) != short:
            self.full[short] = full
        else:
            self.full.setdefault(short, name)
        if kind and kind != "unknown":
            self.kinds.setdefault(short, kind)

    def canonical(self, name: str) -> str | None:
        """The fullest form of a name, ``None`` if it is not one of the report's groups."""
        full = self.full.get(key(name))
        if full is None:
            return None
        return self.full.get(key(full), full)

    def kind(self, name: str) -> SourceType:
        """The type by any mention of the name."""
        for form in (name, self.canonical(name) or name):
            if found := self.kinds.get(key(form)):
                return found
        return "unknown"


def learned(tagged: Tagged, found: Sequence[Phrase]) -> Names:
    """The names of groups in a report, by the words around them."""
    names = Names()
    for phrase, after in zip_longest(found, found[1:]):
        if phrase.name and phrase.head >= 0:
            names.learn(_words(tagged, phrase.name), phrase.kind)
        if phrase.head < 0 and phrase.name and _is_tied(tagged, *phrase.name):
            names.learn(_words(tagged, phrase.name), None)
        if after:
            _alias(tagged, phrase, after, names)
    _shorten(names)
    return names


def _words(tagged: Tagged, at: tuple[int, int]) -> str:
    return tagged.cut(*at).strip("'’")


def _is_tied(tagged: Tagged, first: int, last: int) -> bool:
    """Whether the words around a run of capitals say that it fights, holds or runs something."""
    behind, ahead = tagged.tags[first - 1], tagged.tags[last : last + 1]
    if behind == "x" and tagged.lower[first - 1] in BACKING:
        return True
    if behind not in "pyiod" and ahead != "x":
        return False
    at = first - 1 - (tagged.tags[first - 1 : first] == "d")
    before, earlier = tagged.lower[at], tagged.lower[at - 1]
    if tagged.tags[last - 1] == "S":
        return False
    if tagged.lower[last] in _HOLDS:
        return True
    if before == "against":
        return earlier in _FIGHT
    if before == "of":
        return earlier in MANY
    return before in ("by", "to") and earlier in (_TIES if before == "by" else {"loyal"})


def _alias(tagged: Tagged, a: Phrase, b: Phrase, names: Names) -> None:
    """A name beside a phrase that it belongs to: in brackets, behind "known as", in apposition."""
    if b.head >= 0 or not b.name or a.head < 0 or not 0 <= b.first - a.last <= 3:
        return
    gap, name = tagged.lower[a.last : b.first], _words(tagged, b.name)
    full = _words(tagged, a.name) if a.name else None
    if gap == ["("] and full and _is_short(name, full):
        names.learn(name, a.kind, full)
    elif (gap and _CALLED.search(" ".join(gap))) or (
        gap in ([], [","]) and tagged.lower[a.head] in BACKWARD | {"affiliate", "offshoot"}
    ):
        names.learn(name, a.kind)


def _is_short(short: str, full: str) -> bool:
    return short.isupper() or len(short) < len(full) / 2


def _shorten(names: Names) -> None:
    """Initials, and names that are part of just one other, stand for the full name."""
    forms = list(names.full.items())
    for short, name in forms:
        if names.full[short] != name:
            continue
        fuller = {full for k, full in forms if k != short and _stands_for(name, short, full, k)}
        if len(fuller) == 1:
            names.full[short] = fuller.pop()


def _stands_for(name: str, short: str, full: str, long: str) -> bool:
    if name.isupper() and len(name) > 1:
        return name == "".join(w[0] for w in full.split() if w[0].isupper())
    return f" {short} " in f" {long} "


def initials(names: Names, runs: Iterable[str]) -> None:
    """Learn capitals that are the initials of a name which the report gives in full."""
    by_initials = {
        "".join(w[0] for w in full.split() if w[0].isupper()): full for full in names.full.values()
    }
    for run in runs:
        if run.isupper() and len(run) > 1 and run in by_initials and key(run) not in names.full:
            names.learn(run, None, by_initials[run])
