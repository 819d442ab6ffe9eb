"""Relations: what a copy, an excerpt and a quote are, on invented prose."""

import json
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match.background import Background, learn
from dateline.match.find import relations
from dateline.match.profiles import BACKGROUND, FURNITURE, OWN, QUOTED, profile
from dateline.match.sketch import sketch
from dateline.text import analyse
from tests.match.texts import BODY, LEAD, OTHER, STATEMENT, prose, ready, relate, report, reworded

WHOLE = [LEAD, *BODY]


# --- copies -----------------------------------------------------------------------------------


def test_the_same_words_are_a_copy_of_score_one():
    found = relate(WHOLE, WHOLE)
    assert (found.relation, found.score) == ("copy", 1.0)
    assert found.evidence == ("Both have the same words.",)
    assert len(found.passages) == 1


def test_an_abridged_text_is_a_copy():
    assert relate(WHOLE, WHOLE[:3]).relation == "copy"


def test_renamed_and_moved_is_a_copy():
    changed = [s.replace("Tarrow", "Tarwe").replace("coast guard", "harbour police") for s in WHOLE]
    assert relate(WHOLE, [changed[0], *reversed(changed[1:])]).relation == "copy"


def test_a_copy_inside_a_longer_text_is_a_copy():
    assert relate(WHOLE[:4], [*OTHER, *WHOLE[:4], *prose(1, 20)]).relation == "copy"


def test_a_new_lead_and_a_raised_toll_leave_a_copy():
    take = [s.replace("17 of them", "23 of them") for s in BODY]
    lead = "A passenger ferry that struck a sandbank off Orvane may break apart in a coming gale."
    assert relate(WHOLE, [lead, *take]).relation == "copy"


@pytest.mark.parametrize("seed", range(5))
def test_every_third_word_replaced_is_still_a_copy(seed):
    assert relate(WHOLE, [reworded(s, 0.33, seed) for s in WHOLE]).relation == "copy"


@pytest.mark.parametrize("seed", range(5))
def test_every_word_replaced_is_none(seed):
    assert relate(WHOLE, [reworded(s, 0.85, seed) for s in WHOLE]).relation == "quote"


def test_a_copy_in_arabic():
    lines = [
        "جنحت العبارة هالسيون على ضفة سكيلينغ قبل فجر الثلاثاء "
        "وعلى متنها مئتان وأربعة عشر شخصا كما قال خفر السواحل.",
        "ونقلت قوارب الصيد من قرية تارو جميع الركاب خلال "
        "ثلاث ساعات وعولج سبعة عشر منهم من البرد الشديد.",
        "وكان القبطان قد أبلغ عن عطل في الدفة بعد وقت "
        "قصير من مغادرة ميناء مندن وفق ضابطين اطلعا على السجل.",
        "وصعد مهندسون من الشركة المالكة إلى الحطام عند الجزر "
        "ووجدوا الهيكل ممزقا تحت خط الماء على طول كبير.",
    ]
    changed = [line.replace("تارو", "طارو").replace("البرد الشديد", "البرد") for line in lines]
    assert relate(lines, changed[:3]).relation == "copy"
    other = [
        "اجتمع سكان الجزيرة في قاعة البلدة مساء الأربعاء ليسألوا لماذا لم يكن مرشد في الخدمة حينها."
    ]
    assert relate(lines, other).relation == "quote"


# --- excerpts and quotes ----------------------------------------------------------------------


def test_two_paragraphs_in_another_article_are_an_excerpt():
    found = relate([LEAD, *BODY, *prose(3, 6)], [*OTHER[:3], *BODY[1:4], *OTHER[3:], *prose(2, 6)])
    assert found.relation == "excerpt"
    assert found.score < 0.5


def test_a_shared_statement_is_a_quote():
    told = f"{STATEMENT} the owner said in a statement."
    assert relate([LEAD, told, *prose(4, 4)], [told, *OTHER]).relation == "quote"


def test_a_shared_post_is_a_quote():
    post = f"{STATEMENT.strip()} \u2014 Orvane Ferries (@orvaneferries) March 3, 2031"
    assert relate([LEAD, post], [OTHER[0], post]).relation == "quote"


def test_background_at_the_foot_of_both_is_no_copy():
    found = relate([*prose(5, 5), *BODY[3:]], [*prose(6, 5), *BODY[3:]])
    assert found.relation != "copy"
    assert any("lower half" in ground for ground in found.evidence)


def test_a_form_with_other_figures_is_no_copy():
    form = (
        "{0} said passenger traffic rose to {1} in {2} from {3} a year before. Freight came to {4}"
        " tonnes against {5} tonnes, and the load factor stood at {6} pct, compared with {7} pct in"
        " the same month. For the year to date the company carried {8} passengers, up {9} pct."
    )
    figures = random.Random(1).sample(range(1000, 9999), 20)
    a = form.format("Halcyon Lines", *figures[:2], *figures[2:9])
    b = form.format("Minden Ferries", *figures[9:11], *figures[11:18])
    assert relate([a], [a.replace("Halcyon Lines", "Halcyon")]).relation == "copy"
    found = relate([a], [b])
    assert found.relation == "quote"
    assert any("filled in anew" in ground for ground in found.evidence)


def test_furniture_alone_is_nothing():
    foot = [
        "Sign up for our newsletter to receive the top stories of the islands every morning.",
        "By signing up you accept our privacy policy and the terms of use of this service.",
        "Copyright Orvane Herald. All rights reserved.",
    ]
    found = relate([*prose(7, 4), *foot], [*prose(8, 4), *foot])
    assert found.relation == "quote"
    assert found.score < 0.25


def test_no_words_are_no_relation():
    assert relate([""], [LEAD]).relation == "quote"
    assert relate([""], [""]).score == 0


# --- what always holds ------------------------------------------------------------------------

paragraphs = st.lists(st.sampled_from([LEAD, STATEMENT, *BODY, *OTHER]), max_size=8)


@settings(max_examples=150, deadline=None)
@given(paragraphs, paragraphs, st.floats(0, 0.6), st.integers(0, 9))
def test_score_and_relation_agree_and_sides_do_not_matter(a, b, share, seed):
    b = [reworded(s, share, seed) for s in b]
    there, back = relate(a, b), relate(b, a)
    for found in (there, back):
        assert 0 <= found.score <= 1
        assert (found.score >= 0.5) == (found.relation == "copy")
        assert found.evidence
    assert there.score == pytest.approx(back.score, abs=0.1)


@settings(max_examples=100, deadline=None)
@given(paragraphs, paragraphs)
def test_passages_are_spans_of_both_texts(a, b):
    one, other = "\n\n".join(a), "\n\n".join(b)
    for passage in relate(a, b).passages:
        assert one[slice(*passage.a)].split()[0] == other[slice(*passage.b)].split()[0]
        assert len(one[slice(*passage.a)].split()) >= 4


# --- the kinds of words -----------------------------------------------------------------------


def kinds(*paragraphs, stock=None):
    found = profile(analyse(report(*paragraphs)), stock)
    return [
        {
            kind
            for kind, start in zip(found.kinds.tolist(), found.tokens.starts, strict=True)
            if text <= start < text + len(paragraph)
        }
        for paragraph, text in zip(paragraphs, offsets(paragraphs), strict=True)
    ]


def offsets(paragraphs):
    ends = np.cumsum([0, *(len(p) + 2 for p in paragraphs)])
    return ends[:-1].tolist()


def test_narration_quotation_and_site_matter_are_told_apart():
    told = f"{STATEMENT} she said."
    sign_up = "Sign up for our newsletter and follow us on every channel."
    assert kinds(LEAD, told, *BODY[:2], sign_up) == [
        {OWN}, {QUOTED}, {OWN}, {OWN}, {FURNITURE}
    ]  # fmt: skip


def test_scare_quotes_are_narration():
    assert kinds(LEAD, 'The so-called "safe ship" had failed its inspection in the spring.') == [
        {OWN},
        {OWN},
    ]


# --- stock background -------------------------------------------------------------------------

FOOT = prose(99, 5)


def pile(size, foot=FOOT):
    return ["\n\n".join([*prose(n, 3 + n % 7), *foot]) for n in range(size)]


def test_what_unrelated_reports_repeat_is_stock():
    stock = learn(sketch(pile(5)))
    assert kinds(LEAD, *FOOT, stock=stock)[1:] == [{BACKGROUND}] * len(FOOT)
    assert kinds(LEAD, *FOOT, stock=stock)[0] == {OWN}


def test_two_reports_have_no_stock():
    assert len(learn(sketch(pile(2))).keys) == 0
    assert len(learn(sketch([])).keys) == 0
    assert not Background().marks(ready(LEAD).words).any()


def test_the_versions_of_a_dispatch_are_no_stock():
    versions = ["\n\n".join([LEAD, *random.Random(n).sample(BODY, 4)]) for n in range(12)]
    copies = ["\n\n".join([LEAD, *BODY])] * 6
    assert len(learn(sketch(versions + copies)).keys) == 0


def test_the_order_of_the_pile_makes_no_difference():
    texts = [*pile(6), "\n\n".join([LEAD, *BODY]), "\n\n".join([LEAD, *BODY[2:]])]
    one, other = learn(sketch(texts)), learn(sketch(texts[::-1]))
    assert one.keys.tolist() == other.keys.tolist()
    assert len(one.keys)


# --- a pile -----------------------------------------------------------------------------------


def reports():
    told = f"{STATEMENT} the owner said in a statement."
    texts = {
        "whole": [LEAD, *BODY, told],
        "cut": [LEAD, *BODY[:2]],
        "renamed": [s.replace("Tarrow", "Tarwe") for s in [LEAD, *BODY]],
        "excerpt": [*OTHER[:3], *BODY[1:4], *OTHER[3:], *prose(12, 4)],
        "quote": [told, *prose(10, 2)],
        "alone": prose(11, 6),
    }
    return [report(*text, ident=ident) for ident, text in texts.items()]


def listed(found):
    return {(frozenset((r.a, r.b)), r.relation, round(r.score, 9)) for r in found}


def test_a_pile_lists_each_pair_once_and_copies_below_the_least_containment():
    found = {frozenset((r.a, r.b)): r.relation for r in relations(reports(), 0.9)}
    copies = {pair for pair, relation in found.items() if relation == "copy"}
    assert copies == {
        frozenset(p) for p in [("whole", "cut"), ("whole", "renamed"), ("cut", "renamed")]
    }
    assert found[frozenset(("whole", "excerpt"))] == "excerpt"
    assert not any("alone" in pair for pair in found)


def test_pairs_above_the_least_containment_are_listed_whatever_they_are():
    found = {frozenset((r.a, r.b)): r.relation for r in relations(reports(), 0.1)}
    assert found[frozenset(("whole", "quote"))] == "quote"
    assert frozenset(("whole", "quote")) not in {
        frozenset((r.a, r.b)) for r in relations(reports(), 0.9)
    }


def test_the_order_of_reports_makes_no_difference():
    shuffled = reports()
    random.Random(3).shuffle(shuffled)
    assert listed(relations(shuffled)) == listed(relations(reports()))


def test_the_linear_form_finds_the_same_in_a_small_pile():
    assert listed(relations(reports(), every_pair=False)) == listed(relations(reports()))


def test_an_empty_pile_and_one_without_words():
    assert list(relations([])) == []
    assert list(relations([report("", ident="a"), report("...", ident="b")])) == []


def test_the_sample_reports_have_the_relations_of_their_truth():
    from dateline.samples import truth

    known = truth()
    pile = [
        report(*(p["text"] for p in known["reports"][r]["pieces"]), ident=r)
        for r in known["reports"]
    ]
    found = {frozenset((r.a, r.b)): r.relation for r in relations(pile)}
    for pair in known["relations"]:
        got = found.get(frozenset((pair["a"], pair["b"])), "none")
        assert got == pair["relation"] or {got, pair["relation"]} == {"none", "quote"}, json.dumps(
            pair
        )
