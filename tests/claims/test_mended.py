"""A text whose marks were broken by a wrong decoding says what the whole one says."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from dateline.claims.read import claims_of
from dateline.model import Report
from dateline.text import analyse
from dateline.text.fold import MOJIBAKE, mend

WHOLE = (
    "PORT HALVARD, April 8 (Skerry) – “Nobody’s safe on the pier,” Tavari’s deputy, Mirel Dassa, "
    "said on Monday. “Two dockers were hurt.”\n\nHalvard’s mayor said at least 30 ships were "
    "waiting 12 miles from Lisbon. The army said on Sunday that it had taken Lisbon’s harbour.\n"
)


def broken(text: str, closing: str) -> str:
    apart = {mark: marks for marks, mark in MOJIBAKE.items()} | {"”": closing}
    return "".join(apart.get(char, char) for char in text)


def spans(value: Any) -> list[Any]:
    """Every value with offsets in a value."""
    if isinstance(value, tuple):
        return [span for one in value for span in spans(one)]
    if not is_dataclass(value):
        return []
    inner = [span for field in fields(value) for span in spans(getattr(value, field.name))]
    return [value, *inner] if hasattr(value, "start") and hasattr(value, "text") else inner


@pytest.mark.parametrize("closing", ["â€\x9d", "â€\ufffd"])
def test_the_same_is_said_in_a_broken_text(closing: str) -> None:
    text = broken(WHOLE, closing)
    found = claims_of(analyse(Report("a", text)))
    wanted = claims_of(analyse(Report("a", WHOLE)))
    assert len(found) == len(wanted) == 3
    for one, other in zip(found, wanted, strict=True):
        assert mend(one.content.text) == other.content.text
        assert (one.source and one.source.canonical) == (other.source and other.source.canonical)
        assert [mend(n.text) for n in one.numbers] == [n.text for n in other.numbers]


def test_every_span_is_cut_from_the_text_as_it_is() -> None:
    text = broken(WHOLE, "â€\x9d")
    claims = claims_of(analyse(Report("a", text)))
    found = spans(claims)
    assert all(
        text[span.start : span.end] == span.text for span in found if isinstance(span.start, int)
    )
    whens = [when for c in claims for when in (c.said, c.event) if when and when.at]
    assert whens
    assert all(text[slice(*when.at)] == when.text for when in whens if when.at)
