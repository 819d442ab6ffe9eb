from __future__ import annotations

from dateline.claims.read import claims_of
from dateline.model import Report
from dateline.text import analyse
from dateline.web.parts import parts

from .fiction import PILE, WAR


def test_parts_put_together_are_the_text():
    for report in PILE:
        apart = analyse(report)
        assert "".join(p.text for p in parts(apart, claims_of(apart))) == report.text


def test_claims_and_places_are_marked_with_their_roles():
    apart = analyse(Report("war", WAR))
    found = list(parts(apart, claims_of(apart)))
    assert any("rebel command" in p.claim for p in found)
    assert any(p.text == "England" and p.place for p in found)
    assert any(p.role == "dateline" for p in found)
    firsts = [p for p in found if p.begins]
    assert all(p.claim for p in firsts)
