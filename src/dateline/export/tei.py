"""A dispatch as a critical apparatus in TEI: one ``app`` wherever the versions differ.

The TEI Guidelines' parallel segmentation (P5, chapter 12.2.3). Furniture is left out: the apparatus
is of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from dateline.export.family import Family
from dateline.export.names import digest, iri, stretch
from dateline.export.segments import Block, Reading, Segment, blocks, witnesses
from dateline.model import Report

__all__ = ["tei"]

_TEI = "http://www.tei-c.org/ns/1.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tei(family: Family, stand_off: bool = False) -> bytes:
    """One TEI document; stand-off has pointers to characters (RFC 5147) in place of words."""
    ET.register_namespace("", _TEI)
    versions = witnesses(family.collation)
    keys = {ident: f"w{n}" for n, ident in enumerate(versions)}
    root = ET.Element(_tag("TEI"))
    root.append(_header(family, versions, keys, stand_off))
    body = _child(_child(_child(root, "text"), "body"), "div", type="collation")
    writer = _Apparatus(versions, keys, stand_off)
    for n, block in enumerate(blocks(family.collation), 1):
        body.append(writer.block(block, n))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


class _Apparatus:
    def __init__(
        self, versions: Mapping[str, Report], keys: Mapping[str, str], stand_off: bool
    ) -> None:
        self._versions, self._keys, self._stand_off = versions, keys, stand_off
        self._apps = 0

    def block(self, block: Block, n: int) -> ET.Element:
        """A block as an ``ab`` element; words that all versions have stand in it as they are."""
        ab = ET.Element(_tag("ab"), {"n": str(n)})
        for segment in block.segments:
            common = len(segment.readings) == len(self._keys) and len(segment.grouped) == 1
            if common and not self._stand_off:
                _write(ab, segment.readings[0].text + " ")
            else:
                ab.append(self._app(segment))
        return ab

    def _app(self, segment: Segment) -> ET.Element:
        self._apps += 1
        app = ET.Element(_tag("app"), {"n": str(self._apps)})
        for readings in segment.grouped.values():
            rdg = self._rdg(app, [r.witness for r in readings])
            if self._stand_off:
                for reading in readings:
                    self._point(rdg, reading)
            else:
                rdg.text = _clean(readings[0].text)
        having = {r.witness for r in segment.readings}
        if lacking := [ident for ident in self._keys if ident not in having]:
            self._rdg(app, lacking)
        app.tail = " "
        return app

    def _rdg(self, app: ET.Element, witnesses: list[str]) -> ET.Element:
        """A further reading of an ``app``, numbered, with those that have it."""
        wit = " ".join(f"#{self._keys[ident]}" for ident in witnesses)
        return _child(app, "rdg", n=str(len(app) + 1), wit=wit)

    def _point(self, rdg: ET.Element, reading: Reading) -> None:
        report = self._versions[reading.witness]
        for start, end in reading.stretches():
            _child(rdg, "ptr", target=stretch(report, start, end))


def _header(
    family: Family, versions: Mapping[str, Report], keys: Mapping[str, str], stand_off: bool
) -> ET.Element:
    header = ET.Element(_tag("teiHeader"))
    description = _child(header, "fileDesc")
    title = _child(_child(description, "titleStmt"), "title")
    title.text = f"Versions of the dispatch {_clean(family.id)}"
    note = _child(_child(description, "publicationStmt"), "p")
    note.text = "Made by Dateline from the reports that the witnesses name."
    listed = _child(_child(description, "sourceDesc"), "listWit")
    for ident, report in versions.items():
        witness = _child(listed, "witness", n=_clean(ident))
        witness.set(_XML_ID, keys[ident])
        _described(_child(witness, "bibl"), report, stand_off)
    method = _child(_child(header, "encodingDesc"), "variantEncoding")
    method.set("method", "parallel-segmentation")
    method.set("location", "internal")
    return header


def _described(bibl: ET.Element, report: Report, stand_off: bool) -> None:
    if report.title and not stand_off:
        _child(bibl, "title").text = _clean(report.title)
    if report.outlet:
        _child(bibl, "publisher").text = _clean(report.outlet)
    if report.date:
        _child(bibl, "date").text = _clean(report.date)
    _child(bibl, "ptr", target=iri(report))
    _child(bibl, "idno", type="sha256").text = digest(report)


def _tag(name: str) -> str:
    return f"{{{_TEI}}}{name}"


def _child(parent: ET.Element, name: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, _tag(name), attributes)


def _write(parent: ET.Element, text: str) -> None:
    """Text after all that is in an element already."""
    clean = _clean(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean
    else:
        parent.text = (parent.text or "") + clean


def _clean(text: str) -> str:
    """Characters that XML cannot hold become the replacement character, one for one."""
    return _NOT_XML.sub("\ufffd", text)
