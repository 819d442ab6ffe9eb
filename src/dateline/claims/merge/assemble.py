"""Statements of a pile: threads of all dispatches, linked by story, counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from dateline.claims.merge.independence import distinct, settled, sources
from dateline.claims.merge.links import link
from dateline.claims.merge.threads import Thread, threads
from dateline.claims.merge.told import Told, Version
from dateline.claims.merge.voices import Voice, voice_of
from dateline.model import (
    Appearance,
    Claim,
    Count,
    End,
    Figure,
    First,
    Lack,
    Span,
    Statement,
    Story,
)
from dateline.text.days import comparable

__all__ = ["statements"]


@dataclass(frozen=True, slots=True)
class _Item:
    """A thread with its dispatch and the end that it rests on."""

    thread: Thread
    told: Told
    voice: Voice | None


def statements(told: Iterable[Told], stories: Iterable[Story] = ()) -> list[Statement]:
    """What a pile says, each thing once: most reported first.

    Dispatches of one of ``stories`` are read together; a dispatch of none stands alone. The result
    does not depend on the order of ``told``.
    """
    by_id = {t.dispatch.id: t for t in sorted(told, key=lambda t: t.dispatch.id)}
    grouped = {d: s.id for s in stories for d in s.dispatches}
    together: dict[str, list[Told]] = defaultdict(list)
    for ident, one in by_id.items():
        together[grouped.get(ident, "") or f"alone {ident}"].append(one)
    found = [
        s
        for story, some in together.items()
        for s in _of_story("" if story.startswith("alone ") else story, some)
    ]
    return sorted(found, key=_most_told_first)


def _most_told_first(statement: Statement) -> tuple[int, int, str, int, str]:
    """Of those told as often the first to appear, then the first in its text."""
    first = statement.first
    return -statement.reports, -statement.dispatches, first.time, first.words.start, statement.id


def _of_story(story: str, told: Sequence[Told]) -> Iterator[Statement]:
    found_in = [(t, one) for one in told for t in threads(one)]
    voices = settled([voice_of(t, one) for t, one in found_in])
    items = [_Item(t, one, voice) for (t, one), voice in zip(found_in, voices, strict=True)]
    found = link([i.thread for i in items], [i.voice for i in items])
    group_of = {n: g for g, group in enumerate(found.same) for n in group}
    ids = [_statement_id(items[group[0]]) for group in found.same]
    maybe = _across(found.maybe, group_of)
    differ = _across(found.differ, group_of)
    for g, group in enumerate(found.same):
        members = [items[n] for n in group]
        own = {i.told.dispatch.id for i in members}
        others = [items[n] for n in sorted(maybe[g]) if items[n].told.dispatch.id not in own]
        against = [items[n] for n in sorted(differ[g])]
        conflicts = tuple(dict.fromkeys(ids[group_of[n]] for n in sorted(differ[g])))
        yield _statement(ids[g], story, members, others, against, conflicts)


def _across(pairs: Iterable[tuple[int, int]], group_of: dict[int, int]) -> dict[int, set[int]]:
    """For each group the threads of other groups that pairs lead to."""
    out: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        if group_of[a] != group_of[b]:
            out[group_of[a]].add(b)
            out[group_of[b]].add(a)
    return out


def _statement(
    ident: str,
    story: str,
    members: Sequence[_Item],
    maybe: Sequence[_Item],
    against: Sequence[_Item],
    conflicts: tuple[str, ...],
) -> Statement:
    appearances = [a for i in members for a in _appearances(i)]
    reports = {a.report: a for a in appearances}
    first = _first(members)
    telling = next((i for i in members if i.voice), members[0])
    claim = next(telling.thread.every())
    voices = [i.voice for i in members if i.voice]
    return Statement(
        id=ident,
        story=story,
        words=first.words.text,
        modality=claim.modality,
        negated=claim.negated,
        attributed=bool(voices),
        reports=len(reports),
        outlets=_outlets(reports.values()),
        dispatches=len({i.told.dispatch.id for i in members}),
        sources=sources(voices, _newsrooms(members), [i.voice for i in maybe]),
        ends=tuple(_ends(voices)),
        first=first,
        appearances=tuple(appearances),
        lacking=tuple(_lacks(members, set(reports))),
        maybe=tuple(a for i in maybe for a in _appearances(i)),
        figures=tuple(f for i in (*members, *against) for f in _figures(i)) if against else (),
        conflicts=conflicts,
    )


def _statement_id(item: _Item) -> str:
    """Derived from the first claim's id, so that it does not depend on the order of the pile."""
    least = min(c.id for c in item.thread.every())
    return "c" + blake2b(least.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _appearances(item: _Item) -> Iterator[Appearance]:
    """The statement in each version: the first words that say it."""
    for report, claims in item.thread.claims.items():
        claim = claims[0]
        source = claim.source
        yield Appearance(
            report=report,
            outlet=_version(item, report).anatomy.report.outlet,
            dispatch=item.told.dispatch.id,
            claim=claim.id,
            words=claim.content,
            source=Span(source.start, source.end, source.text) if source else None,
            carried=item.thread.carried[report],
            judged=claim.judged,
        )


def _version(item: _Item, report: str) -> Version:
    return item.told.versions[report]


def _lacks(members: Sequence[_Item], having: set[str]) -> Iterator[Lack]:
    told: dict[str, Lack] = {}
    for item in members:
        for report, how in item.thread.lacking.items():
            if report not in having:
                outlet = _version(item, report).anatomy.report.outlet
                told.setdefault(report, Lack(report, outlet, item.told.dispatch.id, how))
    yield from told.values()


def _outlets(appearances: Iterable[Appearance]) -> Count:
    """Outlets by name; a report without one may be any outlet's."""
    some = list(appearances)
    known = {a.outlet for a in some if a.outlet}
    unknown = sum(not a.outlet for a in some)
    return Count(max(1, len(known)), len(known) + unknown)


def _newsrooms(members: Sequence[_Item]) -> set[str]:
    """The dispatches that have the statement in their newsroom's own voice as well, or only so."""
    return {i.told.dispatch.id for i in members if i.voice is None}


def _ends(voices: Sequence[Voice]) -> Iterator[End]:
    for group in sorted(distinct(voices), key=lambda g: not any(v.named for v in g)):
        fullest = max(group, key=lambda v: (v.named, len(v.name or ""), len(v.claims)))
        claims = tuple(dict.fromkeys(c for v in group for c in v.claims))
        judged = next((v.judged for v in group if v.judged), None)
        yield End(fullest.name, fullest.type, fullest.named, fullest.chain, claims, judged)


def _first(members: Sequence[_Item]) -> First:
    """The earliest report of known day; of one day the version that the others are read against.

    Reports without a day come last, in order of their ids.
    """
    dated = [
        (time[:10] or "~", report != item.told.base, time, report, claims[0])
        for item in members
        for report, claims in item.thread.claims.items()
        for time in [_time(_version(item, report))]
    ]
    _, _, time, report, claim = min(dated, key=lambda d: d[:4])
    return First(report, time, claim.content)


def _time(version: Version) -> str:
    """The day of a version, with the time that the input gives if it is of that day."""
    given = comparable(version.anatomy.report.date)
    if not version.today:
        return given
    day = version.today.day.isoformat()
    return given if given.startswith(day) else day


def _figures(item: _Item) -> Iterator[Figure]:
    claim: Claim = next(item.thread.every())
    for number in claim.numbers:
        yield Figure(number, claim.id, item.voice.name if item.voice else None)
