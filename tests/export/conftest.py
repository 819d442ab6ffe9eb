"""The dispatches of the samples, with two claims made by hand."""

from __future__ import annotations

import pytest

from dateline import samples
from dateline.config import Settings
from dateline.export import Family
from dateline.export.gather import of_pile
from dateline.model import Claim, Source, Span
from dateline.read import Columns, read_reports


@pytest.fixture(scope="session")
def families() -> list[Family]:
    reports = read_reports([samples.folder()], Columns(), lambda _: None)
    return list(of_pile(reports, Settings()))


@pytest.fixture(scope="session")
def family(families: list[Family]) -> Family:
    """The one in many versions, with a quoted and a reported claim of its first version."""
    largest = families[0]
    ident = largest.collation.dispatch.versions[0]
    text = largest.reports[ident].text
    source = Source(0, 9, text[:9], "Somebody", "person")
    both = (("direct", 20), ("indirect", 60))
    claims = tuple(
        Claim(
            id=f"{ident}#{n}",
            report=ident,
            kind="attributed",
            mode=mode,
            modality="said",
            source=source,
            cue=None,
            content=Span.of(text, start, start + 30),
            rule="by hand",
            confidence=1.0,
        )
        for n, (mode, start) in enumerate(both, 1)
    )
    return Family(largest.collation, largest.reports, {ident: claims})
