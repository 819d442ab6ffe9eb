"""The seam where a claim gets what its words name: days, numbers, places, actors, happenings.

Each is found by its own part of this stage, within the content of the claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.dates import Today, dated
from dateline.claims.numbers import numbers_in
from dateline.model import Anatomy, Claim, Number


def with_details(
    anatomy: Anatomy, claims: Sequence[Claim], today: Today | None
) -> tuple[Claim, ...]:
    """The claims with everything that their contents name."""
    return tuple(
        replace(dated(claim, anatomy, today), numbers=_numbers(anatomy, claim)) for claim in claims
    )


def _numbers(anatomy: Anatomy, claim: Claim) -> tuple[Number, ...]:
    text = anatomy.report.text
    spans = (claim.content, *claim.more)
    return tuple(n for span in spans for n in numbers_in(text, span.start, span.end))
