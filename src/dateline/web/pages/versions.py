"""Which versions of a dispatch a page shows: those asked for, or a few, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.errors import NotFoundError
from dateline.model import Collation, Dispatch, Report
from dateline.run.decided import decisions
from dateline.run.local import collated
from dateline.store import Archive
from dateline.store.cards import card
from dateline.store.members import Member, core_by_id, members, some_members
from dateline.store.rows import anatomies

__all__ = ["COLUMNS", "Choice", "Chosen", "called", "choose", "collation_of", "core_number"]

COLUMNS = 4  # versions beside the base, unless more are asked for
_MOST = 9
_CHOICES = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A version that can be picked, and whether it is on the page as ``base`` or as a version."""

    member: Member
    shown: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """The versions on a page and those to choose from; ``base`` is empty where none was named."""

    base: str
    shown: tuple[Member, ...]
    choices: tuple[Choice, ...]
    page: int
    pages: int


def core_number(archive: Archive, ident: str) -> int:
    """The number of the core of the dispatch with an id.

    Raises:
        NotFoundError: no dispatch has or had this id.
    """
    core = core_by_id(archive.connection, ident)
    if core is None:
        raise NotFoundError(f"no dispatch {ident} in this archive")
    return core


def choose(archive: Archive, core: int, base: str, picked: Sequence[str], page: int) -> Chosen:
    """The versions to show: those picked, or else the first ones of a page of choices, by day.

    The core is always to be chosen, and the base of the page unless another is named.
    """
    connection = archive.connection
    count = card(connection, core).versions
    pages = max(1, -(-count // _CHOICES))
    page = min(page, pages)
    offered = members(connection, core, _CHOICES, (page - 1) * _CHOICES)
    wanted = some_members(connection, core, [i for i in (base, *picked[:_MOST]) if i])
    base = base if any(m.id == base for m in wanted) else ""
    if len(wanted) < 2:
        heart = [m for m in offered if m.number == core] or _one(archive, core)
        few = [*wanted, *heart, *offered]
        wanted = list(dict.fromkeys(few))[: COLUMNS + 1]
    shown = tuple(sorted(wanted, key=lambda m: (m.day == "", m.day, m.id)))
    ids = {m.id for m in shown}
    choices = tuple(Choice(m, m.id in ids) for m in offered)
    return Chosen(base, shown, choices, page, pages)


def _one(archive: Archive, core: int) -> list[Member]:
    ident = archive.connection.execute("SELECT id FROM report WHERE number = ?", (core,))
    return some_members(archive.connection, core, [ident.fetchone()[0]])


def collation_of(archive: Archive, dispatch: str, core: int, chosen: Chosen) -> Collation:
    """The versions chosen, collated."""
    apart = {a.report.id: a for a in anatomies(archive.connection, _numbers(chosen)).values()}
    reports: list[Report] = [apart[m.id].report for m in chosen.shown]
    ids = tuple(m.id for m in chosen.shown)
    whole = Dispatch(dispatch, ids[0], ids)
    decided = decisions(archive, reports)
    return collated(whole, reports, chosen.base or None, lambda r: apart[r.id], decided.on)


def _numbers(chosen: Chosen) -> list[int]:
    return [m.number for m in chosen.shown]


def called(member: Member) -> str:
    """What a version is called: its outlet, or else the end of its id."""
    return member.outlet or member.id.rsplit("/", 1)[-1]
