"""Who is named, and how many the words may stand for."""

from __future__ import annotations

import pytest

from dateline.claims.merge.threads import threads
from dateline.claims.merge.voices import Voice, voice_of
from tests.claims.merge.test_statements import dispatch


def voice(source: str) -> Voice:
    one = dispatch("d", f"{source} said the ferry Halcyon had run aground on the reef at dawn.")
    (found,) = [v for t in threads(one) if (v := voice_of(t, one))]
    return found


@pytest.mark.parametrize(
    "source",
    ["Mirel Dassa", "The Varuh Conflict Register", "The Tazmari army", "Port Hollin Radio"],
)
def test_named(source: str):
    assert voice(source).named
    assert voice(source).many == 1


@pytest.mark.parametrize(
    ("source", "many"),
    [
        ("A nurse", 1),
        ("A Kurdish police source", 1),
        ("Two diplomats", 2),
        ("Residents", None),
        ("Aid groups", None),
    ],
)
def test_not_named(source: str, many: int | None):
    assert not voice(source).named
    assert voice(source).many == many


def test_an_agency_that_passes_a_word_on_is_no_end():
    text = "Reuters said Mirel Dassa had told it that the ferry Halcyon had run aground."
    one = dispatch("d", text)
    found = [v for t in threads(one) if (v := voice_of(t, one))]
    assert "Mirel Dassa" in {v.name for v in found}


def test_what_others_told_a_radio_rests_on_the_radio():
    text = "Port Hollin Radio said two fishermen had told it that the Halcyon had run aground."
    one = dispatch("d", text)
    found = [v for t in threads(one) if (v := voice_of(t, one))]
    assert {v.name for v in found} == {"Port Hollin Radio"}
    assert ("Port Hollin Radio", "two fishermen") in {v.chain[-2:] for v in found}
