"""Elements of TEI, and text that XML can hold."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

__all__ = ["TEI", "XML_ID", "child", "clean", "tag"]

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tag(name: str) -> str:
    """The name of an element in TEI's namespace."""
    return f"{{{TEI}}}{name}"


def child(parent: ET.Element, name: str, **attributes: str) -> ET.Element:
    """A new element behind those that an element has."""
    return ET.SubElement(parent, tag(name), attributes)


def clean(text: str) -> str:
    """Characters that XML cannot hold become the replacement character, one for one."""
    return _NOT_XML.sub("\ufffd", text)
