"""The apparatus is read by teiphy, which reads TEI collations for phylogenetic programs."""

from __future__ import annotations

import io
import re

import pytest
from lxml import etree

from dateline.export import Family
from dateline.export.segments import witnesses
from dateline.export.tei import tei
from dateline.export.tei_xml import clean

from .texts import has_words_of

TEI = "{http://www.tei-c.org/ns/1.0}"
teiphy = pytest.importorskip("teiphy")


def test_another_program_reads_the_apparatus(family: Family):
    xml = etree.parse(io.BytesIO(tei(family)))
    collation = teiphy.Collation(xml)
    assert len(collation.witnesses) == len(witnesses(family.collation))
    units = collation.variation_units
    assert len(units) == len(xml.findall(f".//{TEI}app")) > 20
    everybody = {w.id for w in collation.witnesses}
    for unit in units:
        having = [w for r in unit.readings for w in r.wits]
        assert sorted(having) == sorted(everybody)


def test_each_witness_can_be_read_out_of_it(family: Family):
    root = etree.fromstring(tei(family))
    keys = [w.get("{http://www.w3.org/XML/1998/namespace}id") for w in root.iter(f"{TEI}witness")]
    for key, (ident, report) in zip(keys, witnesses(family.collation).items(), strict=True):
        said = [ab_text(ab, f"#{key}") for ab in root.iter(f"{TEI}ab")]
        words = [w for text in said for w in text.split()]
        comparison = next(c for c in family.collation.comparisons if ident in (c.a.id, c.b.id))
        sentences = comparison.sentences_a if ident == comparison.a.id else comparison.sentences_b
        body = [w for s in sentences if s.role == "body" for w in re.findall(r"\S+", s.text)]
        assert sorted(words) == sorted(body), report.id


def ab_text(ab: etree._Element, wit: str) -> str:
    parts = [ab.text or ""]
    for app in ab:
        parts += [rdg.text or "" for rdg in app if wit in rdg.get("wit").split()]
        parts.append(app.tail or "")
    return " ".join(parts)


def test_stand_off_points_and_has_no_words(family: Family):
    written = tei(family, stand_off=True)
    reports = family.reports.values()
    assert not any(has_words_of(written.decode(), r.text) for r in reports)
    root = etree.fromstring(written)
    for ptr in root.iterfind(f".//{TEI}rdg/{TEI}ptr"):
        assert re.search(r"#char=\d+,\d+$", ptr.get("target"))
    assert teiphy.Collation(etree.ElementTree(root)).variation_units


def test_characters_that_xml_cannot_hold_are_replaced_one_for_one(family: Family):
    assert clean("a\x00b\ud800c\x0bd\U0001f600") == "a\ufffdb\ufffdc\ufffdd\U0001f600"
