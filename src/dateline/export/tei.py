"""A dispatch as a critical apparatus in TEI: one ``app`` wherever the versions differ.

The TEI Guidelines' parallel segmentation (P5, chapter 12.2.3). Furniture is left out: the apparatus
is of the text. What a person decided about a change is a ``note`` of theirs beside its readings.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from dateline.export.edit_decisions import edit_decisions
from dateline.export.family import Family
from dateline.export.names import digest, iri, stretch
from dateline.export.segments import Block, Reading, Segment, blocks, witnesses
from dateline.export.tei_notes import Notes
from dateline.export.tei_xml import TEI, XML_ID, child, clean, tag
from dateline.model import Report

__all__ = ["tei"]


def tei(family: Family, stand_off: bool = False) -> bytes:
    """One TEI document; stand-off has pointers to characters (RFC 5147) in place of words."""
    ET.register_namespace("", TEI)
    versions = witnesses(family.collation)
    keys = {ident: f"w{n}" for n, ident in enumerate(versions)}
    root = ET.Element(tag("TEI"))
    notes = Notes(edit_decisions(family.collation), keys, stand_off)
    root.append(_header(family, versions, keys, stand_off, notes))
    body = child(child(child(root, "text"), "body"), "div", type="collation")
    writer = _Apparatus(versions, keys, stand_off, notes)
    for n, block in enumerate(blocks(family.collation), 1):
        body.append(writer.block(block, n))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


class _Apparatus:
    def __init__(
        self,
        versions: Mapping[str, Report],
        keys: Mapping[str, str],
        stand_off: bool,
        notes: Notes,
    ) -> None:
        self._versions, self._keys, self._stand_off = versions, keys, stand_off
        self._notes = notes
        self._apps = 0

    def block(self, block: Block, n: int) -> ET.Element:
        """A block as an ``ab`` element; words that all versions have stand in it as they are."""
        ab = ET.Element(tag("ab"), {"n": str(n)})
        for segment in block.segments:
            common = len(segment.readings) == len(self._keys) and len(segment.grouped) == 1
            if common and not self._stand_off:
                _write(ab, segment.readings[0].text + " ")
            else:
                ab.append(self._app(segment))
        self._notes.write(ab, (r for segment in block.segments for r in segment.readings))
        return ab

    def _app(self, segment: Segment) -> ET.Element:
        self._apps += 1
        app = ET.Element(tag("app"), {"n": str(self._apps)})
        for readings in segment.grouped.values():
            rdg = self._rdg(app, [r.witness for r in readings])
            if self._stand_off:
                for reading in readings:
                    self._point(rdg, reading)
            else:
                rdg.text = clean(readings[0].text)
        having = {r.witness for r in segment.readings}
        if lacking := [ident for ident in self._keys if ident not in having]:
            self._rdg(app, lacking)
        self._notes.write(app, segment.readings)
        app.tail = " "
        return app

    def _rdg(self, app: ET.Element, witnesses: list[str]) -> ET.Element:
        """A further reading of an ``app``, numbered, with those that have it."""
        wit = " ".join(f"#{self._keys[ident]}" for ident in witnesses)
        return child(app, "rdg", n=str(len(app) + 1), wit=wit)

    def _point(self, rdg: ET.Element, reading: Reading) -> None:
        report = self._versions[reading.witness]
        for start, end in reading.stretches():
            child(rdg, "ptr", target=stretch(report, start, end))


def _header(
    family: Family,
    versions: Mapping[str, Report],
    keys: Mapping[str, str],
    stand_off: bool,
    notes: Notes,
) -> ET.Element:
    header = ET.Element(tag("teiHeader"))
    description = child(header, "fileDesc")
    about = child(description, "titleStmt")
    child(about, "title").text = f"Versions of the dispatch {clean(family.id)}"
    notes.name_people(about)
    note = child(child(description, "publicationStmt"), "p")
    note.text = "Made by Dateline from the reports that the witnesses name."
    listed = child(child(description, "sourceDesc"), "listWit")
    for ident, report in versions.items():
        witness = child(listed, "witness", n=clean(ident))
        witness.set(XML_ID, keys[ident])
        _described(child(witness, "bibl"), report, stand_off)
    method = child(child(header, "encodingDesc"), "variantEncoding")
    method.set("method", "parallel-segmentation")
    method.set("location", "internal")
    return header


def _described(bibl: ET.Element, report: Report, stand_off: bool) -> None:
    if report.title and not stand_off:
        child(bibl, "title").text = clean(report.title)
    if report.outlet:
        child(bibl, "publisher").text = clean(report.outlet)
    if report.date:
        child(bibl, "date").text = clean(report.date)
    child(bibl, "ptr", target=iri(report))
    child(bibl, "idno", type="sha256").text = digest(report)


def _write(parent: ET.Element, text: str) -> None:
    """Text after all that is in an element already."""
    more = clean(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + more
    else:
        parent.text = (parent.text or "") + more
