"""A report's whole text in parts, each with its role, and with the claim and place it stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol, TypeVar

from dateline.model import Anatomy, Claim, Judged, Place
from dateline.run.as_findings import place as place_finding
from dateline.run.as_findings import speaker

__all__ = ["Part", "parts"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text; all of them in a row are the text.

    ``role`` is empty between sentences. ``claim`` says whose word the stretch is, the innermost
    first, ``begins`` whether it is the first part of that but for places; ``place`` says where a
    place is.
    ``claim_at`` and ``place_at`` name the findings, ``claim_judged`` and ``place_judged`` are what
    a person decided about them; ``ends`` says that the claim ends with this part.
    """

    text: str
    role: str = ""
    claim: str = ""
    begins: bool = False
    place: str = ""
    claim_at: str = ""
    place_at: str = ""
    claim_judged: Judged | None = None
    place_judged: Judged | None = None
    ends: bool = False


def parts(apart: Anatomy, claims: Sequence[Claim] = ()) -> Iterator[Part]:
    """The parts; the newsroom's own voice is not marked, since most of a report is that."""
    text = apart.report.text
    said = [c for c in claims if c.kind == "attributed"]
    places = [p for c in claims for p in c.places]
    spans: list[_Span] = [*apart.sentences, *places, *(c.content for c in said)]
    edges = sorted({0, len(text)} | {e for span in spans for e in (span.start, span.end)})
    roles = _painted(edges, [(s, s.role) for s in apart.sentences])
    whose = _painted(edges, [(c.content, c) for c in said])
    where = _painted(edges, [(p, p) for p in places])
    begun: set[str] = set()
    for n, (start, end) in enumerate(pairwise(edges)):
        claim, place = whose[n], where[n]
        begins = claim is not None and place is None and claim.id not in begun
        begun |= {claim.id} if claim and begins else set()
        made = Part(text[start:end], roles[n] or "")
        if claim:
            whole = replace(made, claim=_says(claim), begins=begins, claim_at=speaker(claim).at)
            made = replace(whole, claim_judged=claim.judged, ends=end == claim.content.end)
        if place:
            at = place_finding(claim.report if claim else "", place).at
            made = replace(made, place=_where(place), place_at=at, place_judged=place.judged)
        yield made


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def _painted(edges: list[int], spans: Iterable[tuple[_Span, T]]) -> list[T | None]:
    """For each stretch between two edges the shortest span that it stands in."""
    out: list[T | None] = [None] * len(edges)
    for span, value in sorted(spans, key=lambda s: s[0].start - s[0].end):
        for n in range(bisect_left(edges, span.start), bisect_left(edges, span.end)):
            out[n] = value
    return out


def _says(claim: Claim) -> str:
    who = claim.source.canonical or claim.source.text if claim.source else "somebody not named"
    cue = f" ({claim.cue.text})" if claim.cue else ""
    return f"{who}{cue}" + (f"; {claim.judged.says}" if claim.judged else "")


def _where(place: Place) -> str:
    if place.lat is None or place.lon is None:
        whose = f"; {place.judged.says}" if place.judged else ""
        return f"{place.text}: a place that is not placed{whose}"
    name = place.name or place.text
    return f"{name}: {place.lat:.2f}, {place.lon:.2f}" + (
        f" ({place.basis})" if place.basis else ""
    )
