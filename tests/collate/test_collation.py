from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.collate import collate
from dateline.model import Comparison, Row
from tests.collate.fiction import SENTENCES, anatomy


def compared(a: str, b: str) -> Row:
    """The row of one changed sentence among unchanged ones."""
    found = collate(anatomy(*SENTENCES[:3], a), anatomy(*SENTENCES[:3], b))
    return found.rows[-1]


def versions(a: list[str], b: list[str]) -> Comparison:
    return collate(anatomy(*a), anatomy(*b))


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        ("Talks resume on Friday.", "Talks resume on Friday.", ("same",)),
        ("Talks  resume\ton Friday.", "Talks resume on Friday.", ("same",)),
        (
            "The mayor called it “a calm night” in a radio address.",
            'The mayor called it "a calm night" in a radio address.',
            ("mechanical",),
        ),
        (
            "The mayor’s office had no comment on the raid.",
            "The mayor s office had no comment on the raid.",
            ("mechanical",),
        ),
        (
            "The ferry left Kestrel's quay on Monday evening.",
            "The ferry left Kestrel 's quay on Monday evening.",
            ("mechanical",),
        ),
        (
            "The convoy drove toward the northern port on Monday.",
            "The convoy drove towards the northern port on Monday.",
            ("spelling",),
        ),
        (
            "The convoy, 14 trucks long, reached the northern port on Monday.",
            "The convoy reached the northern port on Monday.",
            ("shortened",),
        ),
        (
            "The convoy reached the northern port on Monday.",
            "The convoy of the relief agency reached the northern port on Monday after dark.",
            ("extended",),
        ),
        (
            "The convoy reached the northern port on Monday evening.",
            "The convoy arrived at the northern port on Monday evening.",
            ("reworded",),
        ),
        (
            "Witnesses saw fighters near the northern port on Monday.",
            "Witnesses saw militants near the northern port on Monday.",
            ("renamed",),
        ),
    ],
)
def test_kinds(a: str, b: str, kinds: tuple[str, ...]):
    assert compared(a, b).kinds == kinds


def test_a_name_is_learned_and_counted_everywhere():
    a = [s.replace("Harbour League", "Harbour League") for s in SENTENCES]
    a += ["Nobody in the Harbour League answered.", "Guns of the Harbour League fell silent."]
    b = [s.replace("Harbour League", "Tidemen") for s in a]
    rename = versions(a, b).renames[0]
    assert (rename.a, rename.b, rename.type, rename.count) == (
        "Harbour League",
        "Tidemen",
        "renamed",
        3,
    )


def test_a_label_is_told_with_the_name_it_judges():
    a = ["Guns of the Harbour League fell silent.", "The Harbour League lost the old town."]
    b = ["Guns of the Tidemen fell silent.", "The Tidemen terror group lost the old town."]
    found = versions([*SENTENCES[2:5], *a], [*SENTENCES[2:5], *b])
    (rename,) = found.renames
    assert (rename.a, rename.b, rename.count) == ("Harbour League", "Tidemen", 2)
    assert [use.label for use in rename.uses] == ["", "terror group"]


def test_a_label_of_an_unchanged_name_is_its_own_rename():
    a = "Shells hit the yard, the Lantern Watch said in a statement."
    b = "Shells hit the yard, the opposition-linked Lantern Watch said in a statement."
    found = versions([*SENTENCES[:3], a], [*SENTENCES[:3], b])
    assert [(r.type, r.b) for r in found.renames] == [("label", "opposition-linked Lantern Watch")]


def test_another_place_is_no_rename():
    a = ["The army left Kestrel on Monday.", "Kestrel is a town of mills.", SENTENCES[6]]
    b = ["The army left Amsel on Monday.", "Kestrel is a town of mills.", SENTENCES[6]]
    assert versions(a, b).renames == ()


def test_changed_figures_are_facts():
    a = "At least 14 people were killed in the market on Monday."
    b = "At least 19 people were killed in the market on Monday."
    assert compared(a, b).facts_changed == (("14", "19"),)


def test_a_figure_in_another_format_is_no_fact():
    a = "Some 1,500 fighters and five boats were seen at 5:10 p.m. on Monday."
    b = "Some 1500 fighters and 5 boats were seen at 5.10pm on Monday."
    row = compared(a, b)
    assert row.facts_changed == ()
    assert "spelling" in row.kinds


def test_a_negation_is_a_fact():
    a = "The colonel said the bridges would open before the weekend."
    b = "The colonel said the bridges would not open before the weekend."
    assert compared(a, b).facts_changed


def test_a_change_inside_quotation_marks_is_marked():
    a = "“We will hold Kestrel and the road,” the mayor of the town said."
    b = "“We will keep Kestrel and the road,” the mayor of the town said."
    assert [e.quoted for e in compared(a, b).edits] == [True]


def test_what_lost_marks_hide_is_said():
    a = "The mayor spoke of the so called cleansing of the hills and left the room."
    b = "The mayor spoke of the so called “cleansing” of the hills and left the room."
    found = versions([*SENTENCES[:3], a], [*SENTENCES[:3], b])
    assert any("“cleansing”" in line for line in found.cannot_tell)
    assert "quotation marks lost" in {d.kind for d in found.damage_a}


def test_damage_does_not_hide_an_edit():
    a = "The League s men held the mill , the mayor said on Monday ."
    b = "The League’s men lost the mill, the mayor said on Monday."
    assert "reworded" in compared(a, b).kinds


WORDS = st.lists(
    st.sampled_from(
        [
            "The",
            "army",
            "of",
            "Kestrel",
            "took",
            "two",
            "bridges",
            "near",
            "“the”",
            "port,",
            "said",
            "Colonel",
            "Vash.",
            "At",
            "14",
            "men’s",
        ]
    ),
    min_size=1,
    max_size=30,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_every_span_is_the_text_that_it_says(a: str, b: str):
    found = versions([a], [b])
    for side, spans in (
        (
            a,
            [e.a for r in found.rows for e in r.edits]
            + [u.a for n in found.renames for u in n.uses],
        ),
        (
            b,
            [e.b for r in found.rows for e in r.edits]
            + [u.b for n in found.renames for u in n.uses],
        ),
    ):
        assert all(side[s.start : s.end] == s.text for s in spans if s)
    assert sorted(n for r in found.rows for n in r.a) == [
        s.n for s in found.sentences_a if s.role == "body"
    ]
    assert sorted(n for r in found.rows for n in r.b) == [
        s.n for s in found.sentences_b if s.role == "body"
    ]


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_a_text_against_itself_is_the_same(a: str):
    found = versions([a], [a])
    assert all(r.kinds == ("same",) and not r.moved for r in found.rows)
    assert found.renames == ()


@pytest.mark.parametrize(
    ("a", "b", "sources"),
    [
        (
            "Forty shells hit the market quarter on Monday, the Lantern Watch said.",
            "Forty shells hit the market quarter on Monday.",
            (("the Lantern Watch said", ""),),
        ),
        (
            "The bridges near Kestrel stay closed until the weekend.",
            "Residents said the bridges near Kestrel stay closed until the weekend.",
            (("", "Residents said"),),
        ),
        (
            "The colonel said that the bridges near Kestrel stay closed until the weekend.",
            "The bridges near Kestrel stay closed until the weekend.",
            (("colonel said", ""),),
        ),
        (
            "The bridges near Kestrel were reportedly mined during the night.",
            "The bridges near Kestrel were mined during the night.",
            (("reportedly", ""),),
        ),
        (  # the speaker only changed place
            "The colonel said the bridges near Kestrel stay closed until the weekend.",
            "The bridges near Kestrel stay closed until the weekend, the colonel said.",
            (),
        ),
        (  # the marks still say that somebody speaks
            "“The bridges near Kestrel stay closed until the weekend,” the colonel said.",
            "“The bridges near Kestrel stay closed until the weekend.”",
            (),
        ),
    ],
)
def test_sources_silently_gained_and_lost(a: str, b: str, sources: tuple[tuple[str, str], ...]):
    assert compared(a, b).attribution_changed == sources


@pytest.mark.parametrize(
    ("a", "b", "fact"),
    [
        (
            "The ferry sailed for Belmora on Monday with forty men.",
            "The ferry sailed for Belmora on Sunday with forty men.",
            ("Monday", "Sunday"),
        ),
        (
            "The ferry sank off Belmora in late March with forty men.",
            "The ferry sank off Belmora in late April with forty men.",
            ("March", "April"),
        ),
        (
            "The ferry sailed for Belmora on Monday with forty men.",
            "The ferry sailed for Belmora on Monday evening with forty men.",
            None,
        ),
    ],
)
def test_other_days_are_facts(a: str, b: str, fact: tuple[str, str] | None):
    assert compared(a, b).facts_changed == ((fact,) if fact else ())


def test_another_actor_that_both_texts_know_is_a_fact():
    rest = ["Vash commands the Guard.", "Orlo commands the League, and Orlo has not replied."]
    a = "The bridges stay closed until the weekend, Colonel Vash told the reporters."
    b = "The bridges stay closed until the weekend, Colonel Orlo told the reporters."
    found = versions([*rest, a], [*rest, b])
    assert found.rows[-1].facts_changed == (("Vash", "Orlo"),)
    assert found.renames == ()


def test_names_that_differ_in_their_ending_alone_are_told_with_it() -> None:
    text = "A restless editor, he helped to turn Hartwick into a forum of the alt-right in August."
    (rename,) = versions([text], [text.replace("Hartwick", "Hartwick’s")]).renames
    assert (rename.a, rename.b) == ("Hartwick", "Hartwick’s")


def test_a_broken_apostrophe_renames_nobody() -> None:
    text = "The council voted on Monday to close Hartwick’s northern pier for the rest of the year."
    found = versions([text], [text.replace("’", "â€™")])
    assert found.renames == ()
    assert [row.kinds for row in found.rows] == [("mechanical",)]
