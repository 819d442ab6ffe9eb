"""The accounts of one place: what each source says, each thing once, at its latest word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.claims.situation.parties import Parties
from dateline.claims.situation.pile import Pile
from dateline.claims.situation.things import Thing, with_all
from dateline.claims.situation.told import Told
from dateline.claims.situation.words import Words
from dateline.model import Account, Actor, Claim, Count, Deed, Happening, When

# What a newer word of the same source replaces: who holds a place, or what is done to it.
_ASPECTS = ("holding", "force", "plans")
_HOLDING: frozenset[Deed] = frozenset(("captured", "lost", "besieged", "advanced", "withdrew"))


def accounts(things: Sequence[Thing], pile: Pile, words: Words) -> list[Account]:
    """The latest word of each source on one place: who holds it first, and the newest.

    ``things`` are what each source says, ``words`` the ends that the place's tellings rest on.
    """
    by_source: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for thing, together in zip(things, with_all(things), strict=True):
        account = _account(thing.tellings, pile, words.of(together))
        by_source[thing.tellings[0].source, _aspect(account)].append(account)
    latest = [a for said in by_source.values() for a in _latest(said)]
    return sorted(latest, key=_newest_first)


def _account(some: Sequence[Told], pile: Pile, sources: Count) -> Account:
    claim, happening = min(some, key=lambda one: one.happening.actor is None)[2:]
    reports = tuple(dict.fromkeys(one.claim.report for one in some))
    families = {pile.dispatch.get(report, report) for report in reports}
    source = _source(claim, pile)
    return Account(
        deed=happening.deed,
        aim=happening.aim,
        actor=_called(happening.actor, claim.report, pile),
        target=_called(happening.target, claim.report, pile),
        negated=_is_denied(claim, happening),
        alleged=happening.alleged,
        distance=happening.distance,
        direction=happening.direction,
        voice=claim.kind,
        source=source,
        source_type=claim.source.type if claim.source else None,
        party=_party(source, pile.parties),
        said=_said(claim, pile),
        event=claim.event,
        words=claim.content,
        report=claim.report,
        reports=reports,
        versions=sum(family in families for family in pile.dispatch.values()) or len(reports),
        dispatches=len(families),
        sources=sources,
        claims=tuple(dict.fromkeys(one.claim.id for one in some)),
        judged=next((one.claim.judged for one in some if one.claim.judged), None),
    )


def _is_denied(claim: Claim, happening: Happening) -> bool:
    return happening.negated != (claim.modality == "denied")


def _said(claim: Claim, pile: Pile) -> When | None:
    """When it was said: the newsroom's own voice speaks on the day of its report."""
    return claim.said if claim.kind == "attributed" else pile.days.get(claim.report)


def _called(actor: Actor | None, report: str, pile: Pile) -> str | None:
    return pile.called(actor.canonical, report) if actor else None


def _source(claim: Claim, pile: Pile) -> str | None:
    """Whose word it is: the source's name, or the newsroom's where the text's origin is known."""
    if claim.source:
        name = claim.source.canonical or claim.source.text
        return pile.called(name, claim.report)
    if claim.kind == "attributed":
        return None
    return pile.origin.get(pile.dispatch.get(claim.report, ""))


def _party(source: str | None, parties: Parties) -> str | None:
    return parties.side(source) if source else None


def _aspect(account: Account) -> str:
    if account.deed == "planned":
        return "plans"
    return "holding" if account.deed in _HOLDING else "force"


def _latest(some: Iterable[Account]) -> list[Account]:
    """Those that no other is surely later than; what has no date is kept."""
    listed = list(some)
    return [a for a in listed if not any(_is_later(b, a) for b in listed)]


def _is_later(a: Account, b: Account) -> bool:
    """Whether ``a`` is of a time that begins after ``b``'s has ended."""
    first, last = _when(a), _when(b)
    return bool(first and last and first.start and last.end and first.start > last.end)


def _when(account: Account) -> When | None:
    return account.event or account.said


def _newest_first(account: Account) -> tuple[int, list[int], int]:
    """Who holds a place before what is done to it and what is planned; then by day."""
    when = _when(account)
    day = (when.start or when.end or "") if when else ""
    aspect = _ASPECTS.index(_aspect(account))
    return aspect, [-ord(c) for c in day] or [0], -len(account.reports)
