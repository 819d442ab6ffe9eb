"""Whose word a claim of a dispatch rests on, as far as the texts tell.

The end of a source chain is the outermost source that the text names: what two prisoners told a
radio station rests on the station's bulletin, for nobody has it from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dateline.claims.lexicon.sources import KINDS, SPEAKERS
from dateline.claims.merge.threads import Thread
from dateline.claims.merge.told import Told
from dateline.claims.merge.wording import content_words
from dateline.model import Claim, Judged, Source, SourceType
from dateline.text.agencies import AGENCIES
from dateline.text.numerals import count
from dateline.text.wordlist import words

__all__ = ["Voice", "end_of", "voice_of"]

# Plurals that speak as one.
_BODIES: tuple[SourceType, ...] = (
    "armed group",
    "state military",
    "government",
    "coalition",
    "outlet",
    "agency",
)
# What people are called who are not named.
_NOBODY = {w for kind, listed in KINDS if kind in ("witness", "official", "person") for w in listed}
_NOBODY |= words("source sources minister president general colonel soldier fighter commander")
_BESIDE = re.compile(r",\s(?:a|an|the)\s(?P<what>[^,.;“”\"]{3,60}),")
# "State media and the Observatory": two, whose words are told as one.
_TWO = re.compile(r"\w[^,]* and (?:the )?[A-Z]")
_PHRASE_END = words("of in from who at with on near that and")


@dataclass(frozen=True, slots=True)
class Voice:
    """The end of a dispatch's source chain for one claim.

    ``named`` says that it has a proper name. ``many`` is how many sources the words may stand for:
    one ("a nurse", nobody named), a number ("two diplomats"), or ``None`` for any number
    ("residents"). ``phrases`` are all the words that name it in the versions; ``words`` the
    content words of what it says, ``quoted`` whether they are its own. ``judged`` is what a person
    decided about it.
    """

    dispatch: str
    name: str | None
    type: SourceType
    named: bool
    many: int | None
    phrases: tuple[str, ...]
    chain: tuple[str, ...]
    claims: tuple[str, ...]
    words: frozenset[str] = frozenset()
    quoted: bool = False
    judged: Judged | None = None


def voice_of(thread: Thread, told: Told) -> Voice | None:
    """The end that a thread rests on; ``None`` where it is the newsroom's own voice throughout."""
    said = [c for c in _base_first(thread, told.base) if c.kind == "attributed"]
    if not said:
        return None
    known = {c.id: c for v in told.versions.values() for c in v.claims}
    texts = {report: v.anatomy.report.text for report, v in told.versions.items()}
    return end_of(said, known, told.dispatch.id, told.origin, texts)


def end_of(
    said: Sequence[Claim],
    known: Mapping[str, Claim],
    dispatch: str,
    origin: str | None,
    texts: Mapping[str, str] = MappingProxyType({}),
) -> Voice:
    """The end that attributed claims of one dispatch rest on, which say the same.

    ``known`` has by id the claims that they stand in; ``texts`` the reports' texts, for what stands
    beside a name.
    """
    paths = [_to_its_end(list(_path(claim, known))) for claim in said]
    best = max(paths, key=lambda path: (_is_judged(path), _clearness(path[-1].source)))
    source = best[-1].source
    name = source.canonical if source else None
    paths = [best] if _is_judged(best) else paths
    phrases = dict.fromkeys(_phrase(p[-1]) for p in paths if p[-1].source)
    named = bool(source and name and _has_name(name, source))
    return Voice(
        dispatch=dispatch,
        name=name,
        type=_type(best[-1], texts.get(best[-1].report, "")),
        named=named,
        many=1 if named or not source else _how_many(name or source.text, source.type),
        phrases=tuple(phrases),
        chain=_chain(origin, best),
        claims=tuple(c.id for c in said),
        words=content_words(said[0]),
        quoted=said[0].mode == "direct",
        judged=next((claim.judged for claim in best if claim.judged), None),
    )


def _is_judged(path: Sequence[Claim]) -> bool:
    """Whether a person decided whose word it is; what other versions seem to say then gives way."""
    return any(claim.judged for claim in path)


def _phrase(claim: Claim) -> str:
    """The words that name its source: the text's, unless a person named another."""
    source = claim.source
    if source is None:
        return ""
    corrected = claim.judged and claim.judged.decision == "correct"
    return source.canonical or source.text if corrected else source.text


def _type(claim: Claim, text: str) -> SourceType:
    """What the text makes of a source, also in what stands beside its name (", a war monitor,")."""
    source = claim.source
    if not source or source.type != "unknown" or claim.judged:
        return source.type if source else "unknown"
    beside = _BESIDE.match(text, source.end)
    said = beside["what"].lower().split() if beside else []
    return next((kind for kind, listed in KINDS if listed & set(said)), "unknown")


def _base_first(thread: Thread, base: str) -> Iterator[Claim]:
    for report in sorted(thread.claims, key=lambda r: (r != base, r)):
        yield from thread.claims[report]


def _path(claim: Claim, known: Mapping[str, Claim]) -> Iterator[Claim]:
    """The claim, the one that it stands in, and so on outwards."""
    seen = set()
    while claim.id not in seen:
        yield claim
        seen.add(claim.id)
        claim = known.get(claim.parent or "", claim)


def _to_its_end(path: list[Claim]) -> list[Claim]:
    """A path outwards without the agency that only passes on what somebody says."""
    while len(path) > 1 and (source := path[-1].source) and source.canonical in AGENCIES:
        path = path[:-1]
    return path


def _clearness(source: Source | None) -> int:
    """How well a source is known: by a proper name, by what it is, by words, not at all."""
    if source is None:
        return 0
    if source.canonical is None:
        return 1
    return 3 if _has_name(source.canonical, source) else 2


def _has_name(name: str, source: Source) -> bool:
    """Whether a proper name is in it: a capital that no sentence start explains.

    "A Kurdish police source", "a Britain-based monitor" have capitals and name nobody; "the Tazmari
    army" names a body.
    """
    parts = name.split()
    head = _head(parts)
    if _how_many(name, source.type) != 1 or head in _NOBODY:
        return False
    if head.islower() and source.type not in _BODIES:
        return False
    if any(w[:1].isupper() for w in parts[1:]):
        return True
    first = parts[0] if parts else ""
    opens = source.text.startswith(first)
    return first[:1].isupper() and not (opens and first.lower() in SPEAKERS)


def _head(parts: Sequence[str]) -> str:
    """The word that says what somebody is: the last before "of", "from", "speaking"."""
    for n, word in enumerate(parts[1:], 1):
        if word in _PHRASE_END or (word.endswith("ing") and word.islower()):
            return parts[n - 1]
    return parts[-1] if parts else ""


def _how_many(name: str, kind: SourceType) -> int | None:
    """How many sources the words may stand for; ``None``: any number."""
    parts = name.lower().split()
    if parts and (stated := count(parts[0])) and parts[0] not in ("a", "an"):
        return max(1, int(stated))
    if _TWO.search(name):
        return 2
    head = _head(parts)
    plural = head.endswith("s") and not head.endswith(("ss", "us", "’s", "'s")) and head in SPEAKERS
    return None if plural and kind not in _BODIES else 1


def _chain(origin: str | None, path: Iterable[Claim]) -> tuple[str, ...]:
    """From the dispatch's origin through the sources that the text names to the speaker."""
    sources = (c.source for c in reversed(list(path)))
    names = [s.canonical or s.text if s else "nobody named" for s in sources]
    return tuple(dict.fromkeys([*([origin] if origin else []), *names]))
