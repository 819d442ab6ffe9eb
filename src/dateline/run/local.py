"""The stages on one machine: from reports to relations, dispatches, collations.

The match stage is imported where it is used: its compiled kernels take a moment to load, and two
reports are compared without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from dateline.collate import Side, Vocabulary, collate, collate_sides
from dateline.config import Settings
from dateline.lineage.base import base
from dateline.model import (
    Anatomy,
    Collation,
    Comparison,
    Dispatch,
    Relation,
    Report,
    Statement,
    Telling,
)
from dateline.progress import Progress, quiet
from dateline.run.batches import batches
from dateline.run.helpers import Helpers
from dateline.run.judged import judged
from dateline.run.pile_names import as_found, with_pile_names
from dateline.text import analyse
from dateline.text.days import comparable

_DEFAULT = Settings()
LARGE = 50_000
_AT_ONCE = 24  # versions; a tenth of a second or two

Versions = tuple[Dispatch, list[Report]]


def compare(a: Report, b: Report, settings: Settings = _DEFAULT) -> Comparison:
    """Collate two reports and judge their lineage; ``a`` is read as the upstream side."""
    return judged(collate(analyse(a), analyse(b)))


def copies(
    reports: Iterable[Report],
    settings: Settings = _DEFAULT,
    progress: Progress = quiet,
    every_pair: bool | None = None,
) -> Iterator[Relation]:
    """The related pairs of a pile, each once.

    Listed is every pair whose larger word-5-gram containment is at least
    ``settings.min_containment``, and every copy or excerpt found below it. A dispatch in thousands
    of versions has millions of pairs: without ``every_pair``, which is what is done with more than
    50,000 reports unless it is said, the versions of a dispatch that more than 32 reports run are
    listed with the fullest ones only (see `dateline.match.links`).
    """
    pile = list(reports)
    everything = len(pile) <= LARGE if every_pair is None else every_pair
    return related(pile, settings, progress, everything)


def related(
    pile: Sequence[Report], settings: Settings, progress: Progress, every_pair: bool = False
) -> Iterator[Relation]:
    """The same, ``every_pair`` said; judged on all cores if there are many."""
    from dateline.match import relations

    with Helpers() as helpers:
        yield from relations(pile, settings.min_containment, progress, every_pair, helpers.map)


def tell(
    reports: Iterable[Report], settings: Settings = _DEFAULT, progress: Progress = quiet
) -> Telling:
    """The main job: which reports are versions of one dispatch, and what each changed.

    Names that several dispatches show to be changed are recognised in all of them.
    """
    from dateline.match import crossing, dispatches

    pile = list(reports)
    found = list(related(pile, settings, progress))
    families = dispatches([r.id for r in pile], found)
    several = [d for d in families if len(d.versions) > 1]
    by_id = {r.id: r for r in pile}
    made = with_pile_names(list(collated_all(several, by_id, progress)))
    collations = sorted(made, key=_most_told_first)
    return Telling(
        reports=len(pile),
        dispatches=len(families),
        alone=len(families) - len(several),
        collations=tuple(collations),
        links=tuple(crossing(families, found)),
        statements=tuple(_said(collations[: settings.top], by_id, progress)),
    )


def _said(
    collations: Sequence[Collation], by_id: Mapping[str, Report], progress: Progress
) -> Iterator[Statement]:
    """What the dispatches that a person is shown say."""
    from dateline.run.statements import said_in

    for n, collation in enumerate(collations):
        progress("reading claims", n, len(collations))
        yield from said_in(collation, [by_id[v] for v in collation.dispatch.versions])


def collated_all(
    dispatches: Sequence[Dispatch],
    by_id: Mapping[str, Report],
    progress: Progress = quiet,
    decided: Callable[[Comparison], Comparison] = as_found,
) -> Iterator[Collation]:
    """Dispatches collated, in their order; on all cores if there are many."""
    work = partial(_collated, decided=decided)
    parts = batches(((d, [by_id[v] for v in d.versions]) for d in dispatches), _size, _AT_ONCE)
    with Helpers() as helpers:
        made = chain.from_iterable(helpers.map(work, parts))
        for n, collation in enumerate(made):
            progress("collating", n, len(dispatches))
            yield collation


def _collated(
    some: Iterable[Versions], decided: Callable[[Comparison], Comparison]
) -> list[Collation]:
    return [collated(dispatch, versions, decided=decided) for dispatch, versions in some]


def _size(versions: Versions) -> int:
    return len(versions[1])


def collated(
    dispatch: Dispatch,
    versions: Sequence[Report],
    against: str | None = None,
    take_apart: Callable[[Report], Anatomy] = analyse,
    decided: Callable[[Comparison], Comparison] = as_found,
) -> Collation:
    """Each version of a dispatch compared with its base, identical texts once.

    A version that the base derives from is compared all the same: the verdict says so. ``against``
    names the version to be read as the base in place of the one that is nearest to the origin;
    ``decided`` puts in what people decided, before lineage is judged.
    """
    groups = _same_texts(versions)
    distinct = [take_apart(_shown(group, against)) for group in groups]
    first = next((x for x in distinct if x.report.id == against), None) or base(distinct)
    others = sorted((x for x in distinct if x is not first), key=_by_date)
    vocabulary = Vocabulary()
    upstream = Side.of(first, vocabulary)
    sides = (Side.of(x, vocabulary) for x in others)
    comparisons = tuple(judged(decided(collate_sides(upstream, side))) for side in sides)
    return Collation(dispatch, first.report.id, comparisons, _identical(groups, distinct))


def shown_of(versions: Iterable[Report]) -> list[Report]:
    """Of each text the report that stands for it."""
    return [_shown(group, None) for group in _same_texts(versions)]


def _same_texts(versions: Iterable[Report]) -> list[list[Report]]:
    same: dict[str, list[Report]] = defaultdict(list)
    for report in versions:
        same[report.text].append(report)
    return list(same.values())


def _shown(group: Sequence[Report], wanted: str | None) -> Report:
    """Which of identical texts is shown: the one that is asked for, or else the richest."""
    return next((r for r in group if r.id == wanted), None) or min(group, key=_richest)


def _richest(report: Report) -> tuple[int, int, str, str]:
    """Of identical texts the one whose outlet and date are known best stands for the others."""
    known = -bool(report.outlet) - bool(report.date)
    return known, -len(report.date), report.date, report.id


def _by_date(version: Anatomy) -> tuple[str, str]:
    return comparable(version.report.date), version.report.id


def _identical(groups: Iterable[list[Report]], distinct: Sequence[Anatomy]) -> dict[str, str]:
    return {
        report.id: shown.report.id
        for group, shown in zip(groups, distinct, strict=True)
        for report in group
        if report.id != shown.report.id
    }


def _most_told_first(collation: Collation) -> tuple[int, int, str]:
    edits = sum(row.kinds != ("same",) for c in collation.comparisons for row in c.rows)
    return -len(collation.dispatch.versions), -edits, collation.dispatch.id
