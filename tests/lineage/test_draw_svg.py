from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.lineage.draw_svg import svg
from dateline.lineage.places import places
from dateline.model import Edge, Innovation, Node, Stemma

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</title><script>alert(1)</script>"&<b>'
PAIR = Stemma("d", "Skerry", "a", (Node("a"), Node("b")), (Edge("a", "b", 0.9),))


@st.composite
def trees(draw: st.DrawFn) -> Stemma:
    size = draw(st.integers(1, 60))
    nodes = [Node(f"v{n}", unseen=n > 0 and draw(st.booleans())) for n in range(size)]
    parents = [draw(st.integers(0, n - 1)) for n in range(1, size)]
    confidence = st.sampled_from((0.3, 0.9))
    edges = [Edge(f"v{p}", f"v{n}", draw(confidence)) for n, p in enumerate(parents, 1)]
    if size > 3:
        edges.append(Edge("v1", "v3", 0.8, second=True))
    return Stemma("d", None, "v0", tuple(nodes), tuple(edges))


def element(stemma: Stemma, **how: object) -> ET.Element:
    return ET.fromstring(svg(stemma, **how))  # type: ignore[arg-type]


@given(trees())
def test_time_runs_downward_and_no_two_texts_share_a_line(stemma: Stemma):
    at = places(stemma)
    assert sorted(p.line for p in at.values()) == list(range(len(stemma.nodes)))
    for edge in stemma.edges:
        if not edge.second:
            assert at[edge.parent].line < at[edge.child].line
            assert at[edge.child].depth == at[edge.parent].depth + 1


@given(trees())
def test_every_text_is_drawn_once_inside_the_picture(stemma: Stemma):
    drawn = element(stemma)
    dots = drawn.findall(f".//{SVG}circle")
    assert len(dots) == len(stemma.nodes)
    assert sum(dot.get("fill") == "none" for dot in dots) == sum(n.unseen for n in stemma.nodes)
    heights = sorted(float(dot.get("cy", "")) for dot in dots)
    assert all(b - a >= 20 for a, b in pairwise(heights))
    assert heights[-1] < float(drawn.get("height", ""))


@given(trees())
def test_the_words_tell_all_that_the_lines_do(stemma: Stemma):
    desc = element(stemma).findtext(f"{SVG}desc") or ""
    assert desc.count("was made from") + desc.count("also draws on") == len(stemma.edges)
    assert desc.count("unsure") == sum(e.confidence < 0.6 for e in stemma.edges)


def test_an_unsure_edge_is_dashed_and_a_sure_one_is_not():
    assert "stroke-dasharray" not in svg(PAIR)
    unsure = Stemma("d", None, "a", PAIR.nodes, (Edge("a", "b", 0.4),))
    assert "stroke-dasharray" in svg(unsure)


def test_a_second_parent_has_an_arrow():
    assert "marker-end" not in svg(PAIR)
    edges = (*PAIR.edges, Edge("b", "a", 0.8, second=True))
    assert "marker-end" in svg(Stemma("d", None, "a", PAIR.nodes, edges))


def test_names_and_evidence_are_text_never_markup():
    grounds = (Innovation("lost", HOSTILE, 0.5, (HOSTILE,)),)
    nodes = (Node("a"), Node(HOSTILE))
    stemma = Stemma("d", None, "a", nodes, (Edge("a", HOSTILE, 0.9, grounds),))
    drawn = element(stemma, detail=lambda _: HOSTILE, link=lambda n: f'#{n}"{HOSTILE}')
    assert {e.tag.removeprefix(SVG) for e in drawn.iter()}.isdisjoint({"script", "b"})
    assert any(HOSTILE in (e.text or "") for e in drawn.iter(f"{SVG}title"))


def test_nothing_outside_is_referred_to_and_a_page_needs_no_style():
    drawn = svg(PAIR, paper=False, link=lambda n: f"#edge-{n}")
    assert "style" not in drawn
    assert drawn.count("http") == 1  # the name space
    assert 'href="#edge-0"' in drawn


def test_identical_versions_and_details_stand_behind_the_name():
    stemma = Stemma("d", None, "a", (Node("a", also=("x", "y")),), ())
    drawn = svg(stemma, name=str.upper, detail=lambda i: f"outlet of {i}")
    assert ">A<" in drawn
    assert "outlet of a · and 2 identical" in drawn
