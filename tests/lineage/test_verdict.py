from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.collate import collate
from dateline.lineage.base import base
from dateline.lineage.verdict import judge
from dateline.model import Lineage, Report
from dateline.text import analyse
from tests.collate.fiction import SENTENCES

SLUG = "PORT AMSEL (Meridian) - "


def judged(a: str, b: str, outlets: tuple[str, str] = ("", "")) -> Lineage:
    reports = Report("a", a, outlet=outlets[0]), Report("b", b, outlet=outlets[1])
    return judge(collate(*map(analyse, reports)))


def signs(lineage: Lineage) -> set[tuple[str, str]]:
    return {(s.name, s.points) for s in lineage.evidence}


def text(*sentences: str, slug: str = "", end: str = "") -> str:
    return slug + "\n".join(sentences) + (f"\n{end}" if end else "")


def test_the_text_with_the_slug_is_upstream_and_the_agency_its_origin():
    found = judged(text(*SENTENCES, slug=SLUG), text(*SENTENCES[:5]))
    assert (found.verdict, found.origin) == ("b<-a", "Meridian")
    assert ("credit removed", "b<-a") in signs(found)


def test_the_order_of_the_two_does_not_matter():
    found = judged(text(*SENTENCES[:5]), text(*SENTENCES, slug=SLUG))
    assert (found.verdict, found.origin) == ("a<-b", "Meridian")


def test_an_outlet_that_keeps_the_slug_points_to_an_unseen_text():
    found = judged(
        text(*SENTENCES, slug=SLUG), text(*SENTENCES[:6]), ("Daily Quay", "Evening Mole")
    )
    assert (found.verdict, found.origin) == ("common unseen source", "Meridian")


def test_two_outlets_that_credit_one_agency_share_an_unseen_text():
    found = judged(text(*SENTENCES, end="-AFP"), text(*SENTENCES[:6], end="(AFP)"))
    assert (found.verdict, found.origin) == ("common unseen source", "AFP")


def test_much_of_its_own_makes_a_later_take():
    more = [
        "Ambulances reached the silos at noon under a white flag sewn from sheets.",
        "The League freed three millers whom it had held since the spring.",
        "Power came back to the northern suburbs toward the evening.",
        "Schools in the delta are to stay shut for another week, teachers were told.",
    ]
    found = judged(text(*SENTENCES, slug=SLUG), text(*SENTENCES, *more))
    assert found.verdict == "common unseen source"
    assert ("later take", "common unseen source") in signs(found)


def test_nothing_but_respellings_tells_nothing():
    b = [s.replace("Harbour", "Harbor").replace("toward", "towards") for s in SENTENCES]
    assert judged(text(*SENTENCES), text(*b)).verdict == "unknown"


def test_a_lost_attribution_and_a_cut_point_down():
    mined = "the two bridges had been mined with naval shells by the retreating fighters."
    burned = "the water mill below the town burned for most of the night."
    a = [f"Officials say {mined}", f"Witnesses report that {burned}", *SENTENCES]
    b = [mined.capitalize(), burned.capitalize(), *SENTENCES[:5]]
    found = judged(text(*a), text(*b))
    assert found.verdict == "b<-a"
    assert ("attribution lost", "b<-a") in signs(found)


def test_a_speakers_name_left_alone_shows_the_newsroom_that_renames():
    def version(name: str) -> list[str]:
        return [
            f"The {name} lost the old town on Monday.",
            f"Guns of the {name} fell silent at noon.",
            "“The Tidemen are finished,” the colonel said.",
        ]

    found = judged(text(*version("Harbour League")), text(*version("Tidemen")))
    assert ("names merged", "b<-a") in signs(found)


def test_a_renaming_that_missed_a_place_shows_the_copy():
    def version(first: str, last: str) -> list[str]:
        return [
            f"The {first} lost the old town on Monday.",
            f"Guns of the {first} fell silent at noon.",
            f"Nobody knows where the {last} will go next, a miller feared.",
        ]

    a, b = version("Harbour League", "Harbour League"), version("Tidemen", "Harbour League")
    assert ("name left over", "b<-a") in signs(judged(text(*a), text(*b)))


def test_a_surname_without_its_full_name_dangles():
    full = "Mirela Tosh, head of the clinic, said the beds were full."
    again = "Tosh said that two surgeons had not slept since Sunday."
    a, b = [*SENTENCES[:3], full, again], [*SENTENCES[:3], again]
    assert ("dangling name", "b<-a") in signs(judged(text(*a), text(*b)))


def test_damage_makes_a_worse_file_not_a_later_text():
    clean = [*SENTENCES, "The mayor’s aide called it “a long night” and left."]
    damaged = [*SENTENCES, "The mayor s aide called it a long night and left."]
    found = judged(text(*damaged, slug=SLUG), text(*clean))
    assert found.verdict == "b<-a"
    assert "cleaner copy" in found.file


@pytest.mark.parametrize("verdict", ["b<-a", "a<-b"])
def test_signs_quote_the_side_that_they_name(verdict: str):
    texts = [text(*SENTENCES, slug=SLUG), text(*SENTENCES[:4])]
    if verdict == "a<-b":
        texts.reverse()
    reports = [Report(n, t) for n, t in zip("ab", texts, strict=True)]
    found = judge(collate(*map(analyse, reports)))
    for sign in found.evidence:
        for report, span in ((reports[0], sign.a), (reports[1], sign.b)):
            assert span is None or report.text[span.start : span.end] == span.text


def test_the_base_is_the_agencys_own_text_whatever_the_order():
    own = analyse(Report("z", text(*SENTENCES[:4], slug=SLUG)))
    longer = analyse(Report("a", text(*SENTENCES, end="(Meridian)")))
    assert base([own, longer]) is base([longer, own]) is own
    shorter = replace(longer, report=replace(longer.report, id="b"), sentences=longer.sentences[:3])
    assert base([shorter, longer]) is longer
