"""Who is named as a doer, by what name and of what type: sentences of fiction."""

from __future__ import annotations

import pytest

from dateline.claims.actors import actors_of
from dateline.model import Actor, Report
from dateline.text import analyse


def actors(text: str) -> tuple[Actor, ...]:
    return actors_of(analyse(Report("fiction", text)))


TYPES = {
    "Rebel forces left.": ("Rebel forces", "armed group"),
    "The army left.": ("army", "state military"),
    "Iraqi forces left.": ("Iraqi forces", "state military"),
    "Kurdish forces left.": ("Kurdish forces", "armed group"),
    "Government troops left.": ("Government troops", "state military"),
    "The Corvane-led coalition left.": ("Corvane-led coalition", "coalition"),
    "A war monitor said so.": ("war monitor", "monitor"),
    "Six Hazaf fighters left.": ("Hazaf", "armed group"),
    "The Varuh Delta Army left.": ("Varuh Delta Army", "unknown"),
    "The Syrian Army left.": ("Syrian Army", "state military"),
}


@pytest.mark.parametrize("text", TYPES)
def test_name_and_type(text: str):
    (actor,) = actors(text)
    assert (actor.canonical, actor.type) == TYPES[text]


def test_a_short_form_has_the_full_name():
    found = actors("The Varuh River Guard group (VRG) left. Guns fell silent. The VRG came back.")
    assert {a.canonical for a in found} == {"Varuh River Guard"}


def test_a_name_used_bare_is_a_group_once_the_report_says_so():
    found = actors("Hazaf gunmen and Hazaf fighters left. Later Orlen and Hazaf spoke.")
    assert [a.text for a in found][-1] == "Hazaf"
    assert found[-1].canonical == "Hazaf"


def test_the_group_is_the_one_named_last():
    found = actors("Hazaf fighters came. The group left.")
    assert found[-1].canonical == "Hazaf"


def test_the_army_is_ambiguous_where_two_are_named():
    found = actors("The Iraqi army met the Syrian army. The army left.")
    assert found[-1].canonical == "army"


def test_the_army_is_the_only_one_named():
    found = actors("The Tazmari army came. The army left.")
    assert found[-1].canonical == "Tazmari army"


def test_militants_stay_what_they_are():
    found = actors("Hazaf fighters came. The militants left.")
    assert found[-1].canonical == "militants"


def test_an_adjective_is_no_actor():
    assert actors("A military newspaper printed it.") == ()


def test_every_mention_is_its_text():
    text = "The Tazmari army and its allies met 1,500 Hazaf fighters, said the Varuh Observatory."
    found = actors(text)
    assert [a.text for a in found] == [text[a.start : a.end] for a in found]
    assert found[0].text == "The Tazmari army and its allies"
