"""What sentences of fiction say that actors are to each other."""

from __future__ import annotations

import pytest

from dateline.claims.actors import relations_of
from dateline.model import Report
from dateline.text import analyse

STATED = {
    "Corvane-backed rebels left.": ("Corvane-backed rebels", "backed by", "Corvane"),
    "Rebels backed by the Corvane coalition left.": ("Rebels", "backed by", "Corvane coalition"),
    "The U.S.-led coalition left.": ("U.S.-led coalition", "led by", "United States"),
    "A military news service run by Hazaf said so.": ("military news service", "run by", "Hazaf"),
    "Militias allied with the army left.": ("Militias", "allied with", "army"),
    "Fighters loyal to the government left.": ("Fighters", "loyal to", "government"),
    "The rebels are fighting against the army.": ("rebels", "fighting against", "army"),
    "Hazaf, which is fighting in support of Orlen, left.": ("Orlen", "backed by", "Hazaf"),
}


@pytest.mark.parametrize("text", STATED)
def test_relations(text: str):
    (found,) = relations_of(analyse(Report("fiction", text)))
    assert (found.a.canonical, found.kind, found.b.canonical) == STATED[text]
    assert text[found.words.start : found.words.end] == found.words.text


def test_nothing_is_assumed():
    assert relations_of(analyse(Report("fiction", "The army met the rebels."))) == ()
