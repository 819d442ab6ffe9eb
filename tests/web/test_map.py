"""Maps and timelines: everything stands where it should, or is said not to."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.web import timeline
from dateline.web.map import Dot, drawn
from dateline.web.map.shapes import Box, middle, rings
from dateline.web.map.view import around
from dateline.web.timeline import Moment

LONDON, PARIS, SYDNEY = (-0.13, 51.51), (2.35, 48.86), (151.2, -33.87)
PLACES = st.tuples(st.floats(-170, 170), st.floats(-70, 70))


def dot(name: str, at: tuple[float, float], sources: int = 1, reports: int = 1) -> Dot:
    return Dot(name, name, at[1], at[0], sources, reports, f"about {name}")


def test_shapes_are_cut_to_the_box():
    box = Box(-5, 48, 9, 53)
    found = list(rings(box))
    assert {"France", "United Kingdom", "Belgium"} <= {name for name, _ in found}
    for _, ring in found:
        for x, y in ring:
            assert -5 - 1e-9 <= x <= 9 + 1e-9
            assert 48 - 1e-9 <= y <= 53 + 1e-9


def test_no_border_leaps_across_the_map():
    for name, ring in rings(Box(-180, -88, 180, 84)):
        for (one, lat), (other, _) in pairwise(ring):
            assert abs(one - other) < 90 or lat in (-88, 84), name


def test_the_middle_of_a_ring():
    assert middle(((0, 0), (4, 0), (4, 2), (0, 2))) == (8, (2, 1))
    assert middle(((1, 1), (1, 1), (1, 1)))[0] == 0


@given(st.lists(PLACES, min_size=1, max_size=9))
def test_a_view_shows_most_points_the_right_way_up(points: list[tuple[float, float]]):
    view = around(points, 900, 540)
    inside = [p for p in points if view.box.west <= p[0] <= view.box.east]
    assert 2 * len(inside) >= len(points)
    north, south = view.at((view.lon, view.lat + 0.1)), view.at((view.lon, view.lat - 0.1))
    east = view.at((view.lon + 0.1, view.lat))
    assert north[1] < south[1]
    assert east[0] > north[0]


def test_a_place_far_from_the_rest_is_told_apart():
    near = [dot(f"n{n}", (LONDON[0] + n / 10, LONDON[1])) for n in range(5)]
    drawing, outside = drawn([*near, dot("Sydney", SYDNEY)], "Map")
    assert [d.name for d in outside] == ["Sydney"]
    assert drawing.count("data-key-of") == 5
    assert "United Kingdom" in drawing


def test_dots_are_links_that_say_all():
    name = '<script>"&'
    drawing, _ = drawn([dot(name, PARIS, 2, 5), dot("x", LONDON)], "Map <b>")
    root = ET.fromstring(drawing)
    links = root.findall("a")
    assert [a.get("aria-label") for a in links] == [f"about {name}", "about x"]
    assert [len(a.findall("circle")) for a in links] == [2, 1]  # copies have a ring
    assert not list(root.iter("script"))


def test_nothing_to_show_is_nothing():
    assert drawn([], "Map") == ("", ())
    assert timeline.drawn([], "Days") == ("", 0)


@pytest.mark.parametrize("count", [1, 40])
def test_every_moment_has_its_dot_inside(count: int):
    moments = [
        Moment(f"c{n}", date(2031, 3, 1 + n % 9), date(2031, 3, 1 + n % 9), 1, 1 + n, "says")
        for n in range(count)
    ]
    drawing, aside = timeline.drawn(moments, "Days")
    assert aside == 0
    root = ET.fromstring(drawing)
    high = float((root.get("viewBox") or "").split()[3])
    discs = [c for c in root.iter("circle") if c.get("class") == "disc"]
    assert len(discs) == count
    assert all(
        0 < float(c.get("cx", "")) < 900 and 0 < float(c.get("cy", "")) < high for c in discs
    )


def test_other_times_do_not_make_it_small():
    near = [Moment(f"c{n}", date(2031, 3, n), date(2031, 3, n), 1, 1, "") for n in range(1, 6)]
    since = Moment("long ago", date(2011, 1, 1), date(2031, 3, 1), 1, 1, "")
    drawing, aside = timeline.drawn([*near, since], "Days")
    assert aside == 1
    assert "2011" not in drawing


def test_a_party_s_word_is_a_diamond_and_labels_stay_inside():
    days = [date(2031, 3, n + 1) for n in range(3)]
    moments = [Moment(f"s{d}", d, d, 1, 1, "x", party=d == days[1]) for d in days]
    drawn, aside = timeline.drawn(moments, "days")
    assert (drawn.count('<path class="disc"'), drawn.count('<circle class="disc"')) == (1, 2)
    assert aside == 0
    labels = [float(x) for x in re.findall(r'<text x="([\d.]+)"', drawn)]
    assert all(46 <= x <= 900 - 46 for x in labels)
