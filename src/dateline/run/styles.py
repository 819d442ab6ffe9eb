"""House styles from an archive: its dispatches collated one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.lineage.style import house_styles
from dateline.model import Collation, HouseStyle
from dateline.progress import Progress, quiet
from dateline.run.story import story
from dateline.store import Archive
from dateline.store.cards import Wanted, cards

__all__ = ["archive_styles"]

_VERSIONS = 200  # of one dispatch; of more, those that differ most from the core
_ALL = -1


def archive_styles(
    archive: Archive, outlets: Sequence[str] = (), progress: Progress = quiet
) -> tuple[HouseStyle, ...]:
    """What the outlets of an archive do to what they take over; only some if they are named."""
    return house_styles(_collations(archive, outlets, progress))


def _collations(
    archive: Archive, outlets: Sequence[str], progress: Progress
) -> Iterator[Collation]:
    """The dispatches of several versions, or those of them that an outlet has a version of."""
    wanted = [Wanted(least=2, outlet=outlet) for outlet in outlets] or [Wanted(least=2)]
    found = [card for one in wanted for card in cards(archive.connection, one, _ALL)]
    ids = list(dict.fromkeys(card.id for card in found))
    for n, dispatch in enumerate(ids):
        progress("collating", n, len(ids))
        yield story(archive, dispatch, _VERSIONS).collation
