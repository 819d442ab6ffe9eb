"""What is new in an archive that is kept current."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.claims import Claim
from dateline.model.collations import Rename
from dateline.model.reports import Span

Arrival = Literal["first", "version", "changed"]


@dataclass(frozen=True, slots=True)
class Altered:
    """A sentence (or several) before and after."""

    before: Span
    now: Span


@dataclass(frozen=True, slots=True)
class News:
    """A report that arrived, and what it brings.

    ``first``: the first report of a dispatch. ``version``: one more version of a dispatch that now
    has ``versions``; ``before`` is the version that it is compared with. ``changed``: the text
    under an address (or a name in the same file) is no longer that of the report ``before``, which
    stays in the archive. ``opening`` is the body's first sentence. ``withdrawn`` are sentences of
    ``before`` that are gone, ``added`` sentences that ``before`` has not; ``altered`` are those
    whose words or facts differ, beyond names, spelling and noise. ``claims`` are those that nobody
    in the archive has said before (`dateline.run.first_said`).
    """

    kind: Arrival
    report: str
    title: str
    outlet: str
    date: str
    url: str
    opening: str
    dispatch: str
    versions: int
    before: str = ""
    withdrawn: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    altered: tuple[Altered, ...] = ()
    renames: tuple[Rename, ...] = ()
    claims: tuple[Claim, ...] = ()
