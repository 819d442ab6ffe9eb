"""One claim through the versions of its dispatch, along the rows of the collation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dateline.claims.merge.told import Told
from dateline.claims.merge.wording import (
    Words,
    content_words,
    likeness,
    overlap,
    with_names_of_a,
)
from dateline.claims.restated import one_word
from dateline.model import Absence, Carried, Claim, Comparison, Row, Sentence, Span

__all__ = ["Thread", "threads"]

_SAME = 0.5  # of the shorter one's words
_SAME_ELSEWHERE = 0.7  # of all words, where no row leads from one to the other
_NOISE = frozenset({"same", "mechanical", "spelling"})


@dataclass(slots=True)
class Thread:
    """A claim of a dispatch: for each version that has it, its claims that say it.

    A version has several where it says the same twice. ``carried`` tells what each version did to
    it; ``lacking`` why the others are without it.
    """

    dispatch: str
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    carried: dict[str, Carried] = field(default_factory=dict)
    lacking: dict[str, Absence] = field(default_factory=dict)

    def every(self) -> Iterator[Claim]:
        """All its claims, version after version."""
        for claims in self.claims.values():
            yield from claims

    @property
    def attributed(self) -> bool:
        """Whether some version names whose word it is."""
        return any(c.kind == "attributed" for c in self.every())


def threads(told: Told) -> list[Thread]:
    """The claims of a dispatch, each once, in the order of the base's text; additions last."""
    found = _of_base(told)
    by_claim = {c.id: thread for thread in found for c in thread.every()}
    fresh: list[Thread] = []
    for report in sorted(told.versions):
        if report != told.base and report not in told.identical:
            _follow(told, report, by_claim, fresh)
    every = [*found, *fresh]
    for twin, shown in told.identical.items():
        _copy_twin(told, twin, shown, every)
    for thread in every:
        _note_lacks(told, thread)
    return every


def _of_base(told: Told) -> list[Thread]:
    """The threads of the base: one for each claim that no earlier one says on the same word."""
    out: dict[str, Thread] = {}
    for claim in told.versions[told.base].claims:
        first = out.get(claim.restates or "")
        if first and _on_one_word(first, claim):
            first.claims[told.base].append(claim)
            out[claim.id] = first
        else:
            out[claim.id] = Thread(told.dispatch.id, {told.base: [claim]}, {told.base: "same"})
    return list({id(t): t for t in out.values()}.values())


def _follow(told: Told, report: str, by_claim: Mapping[str, Thread], fresh: list[Thread]) -> None:
    """Put each claim of a version to the thread that it goes on, or begin one."""
    comparison = told.comparisons.get(report)
    claims = told.versions[report].claims
    pairs = _matched(told, report, comparison) if comparison else {}
    own: dict[str, Thread] = {}
    for claim in claims:
        if before := pairs.get(claim.id):
            thread, carried = by_claim[before.id], _carried(before, claim, comparison)
        elif (first := own.get(claim.restates or "")) and _on_one_word(first, claim):
            thread, carried = first, "same"
        else:
            thread, carried = _begun_elsewhere(claim, fresh, told.dispatch.id), "same"
        own[claim.id] = thread
        thread.claims.setdefault(report, []).append(claim)
        if thread.carried.setdefault(report, carried) == "unattributed":
            thread.carried[report] = carried


def _on_one_word(thread: Thread, claim: Claim) -> bool:
    """Whether a claim can be on the word that a thread's claims in its report are on."""
    return all(one_word(c, claim) for c in thread.claims.get(claim.report, ()))


def _begun_elsewhere(claim: Claim, fresh: list[Thread], dispatch: str) -> Thread:
    """The thread that another version has added and that this claim goes on, or a new one."""
    words = content_words(claim)
    for thread in fresh:
        first = next(thread.every())
        if first.kind == claim.kind and likeness(content_words(first), words) >= _SAME_ELSEWHERE:
            return thread
    fresh.append(Thread(dispatch))
    return fresh[-1]


def _matched(told: Told, report: str, comparison: Comparison) -> dict[str, Claim]:
    """For claims of a version the claim of the base that they go on, the most alike first."""
    uses = [use for rename in comparison.renames for use in rename.uses]
    base = _by_sentence(told.versions[told.base].claims, comparison.sentences_a)
    here = _by_sentence(told.versions[report].claims, comparison.sentences_b)
    words_a = {c.id: content_words(c) for cs in base.values() for c in cs}
    words_b = {c.id: with_names_of_a(c, uses) for cs in here.values() for c in cs}
    ranked = _ranked(comparison.rows, base, here, words_a, words_b)
    out: dict[str, Claim] = {}
    taken: set[str] = set()
    for _, a, b in ranked:
        if b.id not in out and a.id not in taken:
            out[b.id] = a
            taken.add(a.id)
    return out


def _ranked(
    rows: Iterable[Row],
    base: Mapping[int, list[Claim]],
    here: Mapping[int, list[Claim]],
    words_a: Mapping[str, Words],
    words_b: Mapping[str, Words],
) -> list[tuple[float, Claim, Claim]]:
    """Pairs of claims in one row that can be the same, the most alike first."""
    pairs = [
        (_alike(a, b, words_a[a.id], words_b[b.id]), a, b)
        for row in rows
        for a in _in_row(base, row.a)
        for b in _in_row(here, row.b)
    ]
    alike = [pair for pair in pairs if pair[0] >= _SAME]
    return sorted(alike, key=lambda p: (-p[0], p[1].content.start, p[2].content.start))


def _alike(a: Claim, b: Claim, words_a: Words, words_b: Words) -> float:
    """How surely two claims of one row are the same; a caption is never something else."""
    if (a.kind == "caption") != (b.kind == "caption"):
        return 0.0
    share = overlap(words_a, words_b)
    if share < _SAME:
        return 0.0
    same_kind = 0.2 if a.kind == b.kind else 0.0
    same_parent = 0.1 if bool(a.parent) == bool(b.parent) else 0.0
    return share + likeness(words_a, words_b) + same_kind + same_parent


def _by_sentence(claims: Iterable[Claim], sentences: Iterable[Sentence]) -> dict[int, list[Claim]]:
    """The claims by the number of each sentence that their content touches."""
    out: dict[int, list[Claim]] = defaultdict(list)
    ordered = list(sentences)
    for claim in claims:
        for s in ordered:
            if s.start < claim.content.end and claim.content.start < s.end:
                out[s.n].append(claim)
    return out


def _in_row(claims: Mapping[int, list[Claim]], numbers: Iterable[int]) -> list[Claim]:
    return list({c.id: c for n in numbers for c in claims.get(n, ())}.values())


def _carried(a: Claim, b: Claim, comparison: Comparison | None) -> Carried:
    """What a version made of a claim."""
    if a.kind == "attributed" and b.kind != "attributed":
        return "unattributed"
    if not comparison:
        return "same"
    if _is_altered(a, b, comparison):
        return "altered"
    return "renamed" if _is_renamed(b, comparison) else "same"


def _is_altered(a: Claim, b: Claim, comparison: Comparison) -> bool:
    for row in comparison.rows:
        for edit in row.edits:
            if edit.kind in _NOISE or edit.kind == "renamed":
                continue
            if _inside(edit.a, a) or _inside(edit.b, b):
                return True
    return False


def _is_renamed(b: Claim, comparison: Comparison) -> bool:
    uses = (u for r in comparison.renames if r.type != "spelling" for u in r.uses)
    return any(_inside(use.b, b) for use in uses)


def _inside(span: Span | None, claim: Claim) -> bool:
    stretches = (claim.content, *claim.more)
    return span is not None and any(s.start <= span.start and span.end <= s.end for s in stretches)


def _copy_twin(told: Told, twin: str, shown: str, every: Iterable[Thread]) -> None:
    """A version with the very text of another says the same at the same places."""
    own = {c.content: c for c in told.versions[twin].claims}
    for thread in every:
        for claim in thread.claims.get(shown, ()):
            copy = own.get(claim.content) or replace(claim, report=twin)
            thread.claims.setdefault(twin, []).append(copy)
            thread.carried[twin] = thread.carried[shown]


def _note_lacks(told: Told, thread: Thread) -> None:
    for report in told.versions:
        if report not in thread.claims:
            thread.lacking[report] = _absence(told, report, thread)


def _absence(told: Told, report: str, thread: Thread) -> Absence:
    """Whether a version cut the sentence, words of it, or never had it."""
    if told.base not in thread.claims:
        return "never had"
    comparison = told.comparisons.get(told.identical.get(report, report))
    if not comparison:
        return "dropped"
    at = thread.claims[told.base][0].content
    numbers = {s.n for s in comparison.sentences_a if s.start <= at.start < s.end}
    kept = any(numbers & set(row.a) and row.b for row in comparison.rows)
    return "reworded" if kept else "dropped"
