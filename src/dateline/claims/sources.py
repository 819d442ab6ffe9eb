"""Who a source is: its type by its own words, and the fullest name that the report gives it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.claims.drafts import Draft
from dateline.claims.lexicon.settings import DOCUMENTS
from dateline.claims.lexicon.sources import AGENCY_WORDS, GROUPS, KINDS, RANKS, SPEAKERS, TITLES
from dateline.claims.names import Names, name_of, run_at
from dateline.claims.openers import opening_person
from dateline.claims.persons import OFFICES, person_in
from dateline.claims.phrases import base_start, phrase_after, phrase_before
from dateline.claims.subjects import set_behind
from dateline.claims.tagging import Tagged
from dateline.model import Source, SourceType
from dateline.text.agencies import AGENCIES
from dateline.text.wordlist import words

_SINGULAR = frozenset({"he", "she", "his", "her"})
_THING = frozenset({"it", "its"})
_MANY = frozenset({"they", "their"})
_PRONOUNS = _SINGULAR | _THING | _MANY
_FROM = frozenset({"from", "by"})
# Kinds of which a report seldom has two, and the words that call them so.
_SINGLE: dict[SourceType, frozenset[str]] = {
    "monitor": frozenset({"monitor", "group", "watchdog", "observatory"}),
    "agency": frozenset({"agency", "service"}),
}
_PLAIN_KINDS = words(
    "monitor monitoring observatory watchdog war rights news state official government"
)
_ROLES = SPEAKERS | TITLES
_REACH = 3  # sentences back that a pronoun may look


@dataclass(frozen=True, slots=True)
class _Who:
    """Somebody as one phrase names him, and what pronouns can stand for him."""

    canonical: str | None
    type: SourceType
    person: bool = False
    group: bool = False
    plural: bool = False


def _is_named(who: _Who) -> bool:
    """Whether somebody has a proper name that a description can stand for."""
    words = (who.canonical or "").split()
    return bool(words) and words[-1][:1].isupper() and not who.person


class Sources:
    """Names the sources of a report, in text order, so that pronouns find theirs."""

    def __init__(self, sentences: Sequence[Tagged]) -> None:
        self._sentences = sentences
        self._names = Names(sentences)
        self._said: list[tuple[int, _Who]] = []
        self._types: dict[str, SourceType] = {}

    def of(self, draft: Draft) -> Source | None:
        """The source of a draft. Asked in text order."""
        if draft.source is None:
            return None
        s = self._sentences[draft.sentence]
        first, last = _words(s, *draft.source)
        who = self._who(s, first, last, draft.sentence)
        self._said.append((draft.sentence, who))
        start, end = draft.source
        return Source(start, end, s.text[start:end], who.canonical, who.type)

    def _who(self, s: Tagged, first: int, last: int, sentence: int) -> _Who:
        word = s.words[first]
        if last - first == 1 and word in _PRONOUNS:
            return self._antecedent(word, sentence, first)
        if word == "who" and (held := _holder(s, first)):
            return self._who(s, *held, sentence)
        if issuer := _issuer(s, first, last):
            return self._who(s, *issuer, sentence)
        kind = kind_of(s, first, last)
        head = _head_end(s, first, last)
        end = _base(s, first, head)
        named = end > first and s.tags[end - 1] in "NS" and _is_name(s, end - 1)
        if name := person_in(s, first, last):
            return self._settled(s, *name, name_of(s, *name), kind, named=True, person=True)
        behind = _base(s, head + 1, last) if head < last - 2 and not named else 0
        if behind == last and s.tags[head + 1 : last] in ("NN", "NNN"):
            first, end, named = head + 1, last, True  # "the mayor, Ida Kestrel"
        if not named and (only := self._only(s, first, head, kind)):
            return only
        canonical = self._name(s, first, end, last) if named else self._described(s, first, head)
        who = self._settled(s, first, end, canonical, kind, named=named)
        held_behind = named and _is_held_behind(s, first, head, last)
        return replace(who, person=True, group=False) if held_behind else who

    def _settled(
        self,
        s: Tagged,
        first: int,
        end: int,
        canonical: str | None,
        kind: SourceType,
        *,
        named: bool,
        person: bool = False,
    ) -> _Who:
        """With the type that an earlier mention gave, and what pronouns fit."""
        if canonical and kind == "unknown":
            kind = self._types.get(canonical, kind)
        if canonical and kind != "unknown" and not person:
            self._types.setdefault(canonical, kind)
        titled = any(w.rstrip(".") in TITLES for w in s.words[first : end - 1])
        plain = (
            named and s.tags[first] != "d" and (titled or kind in ("person", "unknown", "official"))
        )
        lone = kind in ("person", "official", "witness") and not named
        plural = s.tags[end - 1] == "n" and s.words[end - 1].endswith("s")
        person = person or ((plain or lone) and not plural)
        return _Who(canonical, kind, person, not person and (kind in GROUPS or named), plural)

    def _name(self, s: Tagged, first: int, end: int, last: int) -> str:
        start, stop = run_at(s, first, end - 1)
        name = name_of(s, start, min(stop, last))
        return self._names.fullest(name.removesuffix("'s").removesuffix("’s"))

    def _only(self, s: Tagged, first: int, last: int, kind: SourceType) -> _Who | None:
        """The one named source of a kind that "the monitor", "the Orlen-based monitor" can be."""
        if s.words[first] != "the" or kind not in _SINGLE or s.words[last - 1] not in _SINGLE[kind]:
            return None
        for word, letter in zip(s.words[first : last - 1], s.tags[first : last - 1], strict=True):
            if letter != "d" and not (word in _PLAIN_KINDS or word.endswith("-based")):
                return None  # "the chemical weapons watchdog": maybe another
        said = {who.canonical: who for _, who in self._said if who.type == kind and _is_named(who)}
        return next(iter(said.values())) if len(said) == 1 else None

    def _described(self, s: Tagged, first: int, last: int) -> str | None:
        """The words of a description, where they single somebody out."""
        phrase = _plain(s, first, last)
        if "N" in s.tags[first:last] or _is_owned(s, first):
            return phrase
        if s.words[first] != "the":
            return None
        alone = s.words[last - 1] in DOCUMENTS  # "the text": whose is not told
        known = self._known(phrase) or self._names.headed(phrase)
        return known or (None if alone else phrase)

    def _known(self, phrase: str) -> str | None:
        """The one source so far whose name ends like a description: "army", the Tazmari army."""
        ends = {
            who.canonical
            for _, who in self._said
            if who.canonical and who.canonical.lower().endswith(" " + phrase.lower())
        }
        return next(iter(ends)) if len(ends) == 1 else None

    def _antecedent(self, word: str, sentence: int, first: int) -> _Who:
        """The last source near that a pronoun can stand for; for he and she a nearer subject."""
        if word in _SINGULAR and (who := self._opener(sentence, first)):
            return who
        for at, who in reversed(self._said):
            if sentence - at > _REACH:
                break
            if word in _SINGULAR and who.person:
                return replace(who, type="person" if who.type == "unknown" else who.type)
            if word in _THING and who.group and not who.plural:
                return who
            if word in _MANY and (who.group or who.plural):
                return who
        return _Who(None, "person" if word in _SINGULAR else "unknown", word in _SINGULAR)

    def _opener(self, sentence: int, first: int) -> _Who | None:
        """The person who opens this sentence, or the one before where nobody spoke since then.

        "Kestrel left for Ostmere, where she said": whoever spoke before is not meant.
        """
        for at in (sentence, sentence - 1):
            if at < 0 or any(said == at and who.person for said, who in self._said[-_REACH:]):
                return None
            s = self._sentences[at]
            if person := opening_person(s, self._names):
                if at == sentence and person[1] > first:
                    return None
                name = self._names.fullest(name_of(s, *person))
                known = (who.type for _, who in self._said if who.canonical == name)
                kind: SourceType = next((k for k in known if k != "unknown"), "person")
                return _Who(name, kind, person=True)
        return None


def _words(s: Tagged, start: int, end: int) -> tuple[int, int]:
    """The words of the range ``start`` to ``end`` of the text."""
    return bisect_right(s.ends, start), bisect_left(s.starts, end)


def _is_name(s: Tagged, at: int) -> bool:
    """Whether the word that ends a phrase is a name or the possessive of one."""
    return s.tags[at] == "N" or s.text[s.starts[at]].isupper()


def _holder(s: Tagged, who: int) -> tuple[int, int] | None:
    """The phrase that the relative pronoun at ``who`` stands for: "Ida Kestrel, a clerk who"."""
    end = who - (s.tags[who - 1 : who] == ",")
    if end < 1 or s.tags[end - 1] not in "nN":
        return None
    start = base_start(s, end - 1)
    if s.tags[start - 1 : start] in ("p", "f") and "n" not in s.tags[start:end]:
        if s.words[start - 2] not in _ROLES:
            return None  # "a camp in Ostmere, who said", "the role of Kestrel, who said"
        start = phrase_before(s, end)
    if start < 0:
        return None
    return (start if s.tags[start] == "N" else set_behind(s, start)), end


def _is_held_behind(s: Tagged, first: int, head: int, last: int) -> bool:
    """Whether a full name has an office set behind it: "Tom Corvane, head of the harbour bank"."""
    office = head + 1 + (s.tags[head + 1 : head + 2] == "d")
    full = len(s.tags[first:head]) > 1 and set(s.tags[first:head]) == {"N"}
    return full and office < last and s.words[office] in OFFICES and s.tags[office] == "n"


def _is_owned(s: Tagged, first: int) -> bool:
    """Whether the phrase begins with the possessive of a name: "Orlen's harbour ministry"."""
    return s.tags[first] == "S" and s.text[s.starts[first]].isupper()


def _base(s: Tagged, first: int, last: int) -> int:
    """The end of the phrase at ``first`` before any preposition or participle."""
    i = first
    while i < last and s.tags[i] in "dnNS#vgeCG'qQ" and not (s.tags[i] in "veCG" and i > first + 1):
        i += 1
    return i


def _head_end(s: Tagged, first: int, last: int) -> int:
    """The end of the phrase without what is set behind it between commas."""
    comma = s.tags.find(",", first, last)
    return comma if comma > first and "c" not in s.tags[first:comma] else last


def _issuer(s: Tagged, first: int, last: int) -> tuple[int, int] | None:
    """Who speaks through a document: "a statement from the ministry", "the ministry's report"."""
    noun = next((i for i in range(first, last) if s.words[i] in DOCUMENTS), -1)
    if noun < 0 or s.tags[noun + 1 : noun + 2] in ("n", "N"):
        return None
    owner = s.tags.find("S", first, noun)
    if owner >= 0:
        return first, owner + 1
    for i in range(noun + 1, last - 1):
        if s.words[i] in _FROM and s.tags[i + 1] not in "D#":
            end = min(phrase_after(s, i + 1), last)
            return (i + 1, end) if end > i + 1 else None
    return None


def kind_of(s: Tagged, first: int, last: int) -> SourceType:
    """The type that the words of a phrase give; ``unknown`` where they give none."""
    named = s.words[first:last]
    phrase = " ".join(named)
    if "civil defen" in phrase:  # no army's
        named = [w for w in named if not w.startswith("defen")]
    if any(w in phrase for w in AGENCY_WORDS) or s.text[slice(*s.cut(first, last))] in AGENCIES:
        return "agency"
    ranks = [
        n for w in named if (n := RANKS.get(w.removesuffix("'s").removesuffix("’s"))) is not None
    ]
    if ranks:
        return KINDS[min(ranks)][0]
    if any(w in DOCUMENTS for w in named):
        return "document"
    return "unknown"


def _plain(s: Tagged, first: int, last: int) -> str:
    """The words of a phrase without its article and possessive."""
    while first < last - 1 and s.tags[first] == "d":
        first += 1
    start, end = s.cut(first, last)
    said = " ".join(s.text[start:end].split())
    return said.removesuffix("'s").removesuffix("’s")
