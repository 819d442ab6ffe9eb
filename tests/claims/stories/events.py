"""Fiction: dispatches of a few invented events."""

from __future__ import annotations

from dateline.model import Anatomy, Dispatch, Report
from dateline.text import analyse

FERRY = [
    "The ferry Halcyon ran aground on the Sill reef off Port Hollin, and 41 passengers were taken"
    " off by pilot boats, the harbour master Mirel Dassa said.",
    "Pilot boats rescued 41 people from the ferry Halcyon after she struck the Sill reef near Port"
    " Hollin, said Dassa, the harbour master.",
    "Port Hollin: the grounding of the Halcyon on the Sill has closed the ferry line to Umm Vashet;"
    " divers looked at her hull.",
]
MILL = [
    "Fire destroyed the grain mill of Tel Ghorim, the largest of the province, and its owner Rafiq"
    " Sturn blamed a lamp.",
    "The mill at Tel Ghorim burned to the ground. Sturn, who owns it, said that a lamp had fallen"
    " into the grain.",
]


def pile(texts: list[str], dates: list[str] | None = None) -> dict[str, Anatomy]:
    """Reports r0, r1, … with these texts."""
    days = dates or [""] * len(texts)
    reports = [Report(f"r{n}", t, date=d) for n, (t, d) in enumerate(zip(texts, days, strict=True))]
    return {r.id: analyse(r) for r in reports}


def dispatches(reports: dict[str, Anatomy]) -> list[Dispatch]:
    """Each report a dispatch of its own."""
    return [Dispatch(f"d{i}", i, (i,)) for i in reports]
