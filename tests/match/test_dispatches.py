"""Dispatches: stars around cores, whatever the order, never chains."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match.dispatches import crossing, dispatch_id, dispatches
from dateline.model import Relation


def link(a, b, score=0.8, relation="copy", contained=(0.5, 0.5)):
    return Relation(a, b, relation, score, *contained)


def families(ids, relations):
    return {frozenset(d.versions) for d in dispatches(ids, relations)}


def test_a_pile_without_relations_is_all_alone():
    found = dispatches(["b", "a"], [])
    assert [(d.core, d.versions, d.links) for d in found] == [("a", ("a",), ()), ("b", ("b",), ())]


def test_copies_of_one_core_are_one_dispatch():
    links = [link("core", v) for v in "abc"]
    (found,) = dispatches(["a", "b", "c", "core"], links)
    assert found.core == "core"
    assert found.versions == ("core", "a", "b", "c")
    assert set(found.links) == set(links)


def test_a_chain_is_not_one_dispatch():
    ids = list("abcdefgh")
    links = [link(x, y) for x, y in pairwise(ids)]
    found = dispatches(ids, links)
    assert all(len(d.versions) <= 3 for d in found)
    pairs = {frozenset((r.a, r.b)) for r in links}
    assert all(frozenset((d.core, v)) in pairs for d in found for v in d.versions[1:])


def test_excerpts_and_quotes_link_without_merging():
    links = [
        link("a", "b"),
        link("b", "c", 0.4, "excerpt"),
        link("c", "d", 0.1, "quote"),
    ]
    found = dispatches("abcd", links)
    assert {frozenset(d.versions) for d in found} == {
        frozenset("ab"),
        frozenset("c"),
        frozenset("d"),
    }
    assert crossing(found, links) == links[1:]


def test_a_member_goes_to_the_core_that_it_is_most_surely_a_copy_of():
    """x is linked with both cores; the one with more versions is chosen first, but is less sure."""
    links = [link("p", v, 0.9) for v in "abc"] + [link("q", v, 0.9) for v in "de"]
    links += [link("p", "x", 0.55), link("q", "x", 0.95)]
    assert families("abcdepqx", links) == {frozenset("pabc"), frozenset("qdex")}


def test_the_fullest_version_is_the_core():
    """All are copies of each other; the one that holds the others' text explains most."""
    links = [
        link("cut", "full", 0.9, contained=(1.0, 0.4)),
        link("cut", "half", 0.9, contained=(0.6, 0.5)),
        link("full", "half", 0.9, contained=(0.5, 0.9)),
    ]
    assert dispatches(["cut", "full", "half"], links)[0].core == "full"


def test_the_same_n_grams_stay_together():
    """A duplicate that is compared with one other only follows it into its dispatch."""
    links = [link("core", "a"), link("core", "b"), link("a", "z", 0.99, contained=(1.0, 1.0))]
    (found,) = dispatches(["core", "a", "b", "z"], links)
    assert set(found.versions) == {"core", "a", "b", "z"}
    assert [r for r in found.links if "z" in (r.a, r.b)] == []


def test_unknown_ids_are_left_out():
    assert families(["a", "b"], [link("a", "x"), link("a", "b")]) == {frozenset("ab")}


def test_the_id_lasts_and_depends_on_the_core_alone():
    one = dispatches("abc", [link("a", "b")])
    other = dispatches("abcd", [link("a", "b"), link("a", "d")])
    assert one[0].id == other[0].id == dispatch_id(one[0].core)
    assert len({d.id for d in dispatches("abcd", [])}) == 4


def test_a_family_of_thousands_costs_by_its_links():
    ids = [f"v{n:05}" for n in range(20_000)]
    links = [link(ids[0], v, contained=(0.3, 0.9)) for v in ids[1:]]
    (found,) = dispatches(ids, links)
    assert len(found.versions) == 20_000


names = [f"r{n}" for n in range(12)]


@st.composite
def graphs(draw):
    """Random relations; equal n-grams are an equivalence, as they are in life."""
    group = [draw(st.integers(0, 8)) for _ in names]
    links = []
    for x in range(len(names)):
        for y in range(x):
            kind = draw(st.sampled_from(["copy", "copy", "excerpt", "none", "none", "none"]))
            if group[x] == group[y]:
                links.append(link(names[x], names[y], 1.0, contained=(1.0, 1.0)))
            elif kind != "none":
                score = draw(st.sampled_from([0.5, 0.7, 0.9])) if kind == "copy" else 0.3
                contained = (draw(st.sampled_from([0.1, 0.5])), draw(st.sampled_from([0.2, 0.9])))
                links.append(link(names[x], names[y], score, kind, contained))
    return links


@settings(max_examples=300, deadline=None)
@given(graphs(), st.randoms())
def test_what_always_holds(links, chance):
    found = dispatches(names, links)
    assert sorted(v for d in found for v in d.versions) == sorted(names)
    bound = {frozenset((r.a, r.b)) for r in links if r.relation == "copy"}
    same = {frozenset((r.a, r.b)) for r in links if r.containment_ab == r.containment_ba == 1}
    for d in found:
        assert d.versions[0] == d.core
        for version in d.versions[1:]:
            twins = {version, *(x for x in names if frozenset((x, version)) in same)}
            cores = {d.core, *(x for x in names if frozenset((x, d.core)) in same)}
            assert any(frozenset((c, t)) in bound for c in cores for t in twins)
    cores = [d.core for d in found]
    assert not any(frozenset((x, y)) in bound for x in cores for y in cores if x < y)
    shuffled = list(links)
    chance.shuffle(shuffled)
    turned = [
        Relation(r.b, r.a, r.relation, r.score, r.containment_ba, r.containment_ab)
        for r in shuffled
    ]
    ids = list(names)
    random.Random(1).shuffle(ids)
    again = [(d.id, d.core, set(d.versions)) for d in dispatches(ids, shuffled)]
    assert again == [(d.id, d.core, set(d.versions)) for d in found]
    turned_families = {frozenset(d.versions) for d in dispatches(ids, turned)}
    assert turned_families == {frozenset(d.versions) for d in found}
