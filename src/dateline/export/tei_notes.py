"""What people decided about changes, as notes of a TEI apparatus with those responsible for them.

TEI P5, chapter 12.1 (notes in an ``app``) and ``att.global.responsibility``: ``resp`` points at a
``respStmt`` of the header.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from dateline.export.edit_decisions import EditDecision
from dateline.export.segments import Reading
from dateline.export.tei_xml import XML_ID, child, clean

__all__ = ["Notes"]

_UNNAMED = "a person who gave no name"


class Notes:
    """Decisions to be written, each once, beside the first readings that they are about."""

    def __init__(
        self, decisions: Iterable[EditDecision], keys: Mapping[str, str], stand_off: bool
    ) -> None:
        self._waiting = list(decisions)
        self._keys, self._stand_off = keys, stand_off
        names = dict.fromkeys(decision.judged.by for decision in self._waiting)
        self._people = {name: f"person-{n}" for n, name in enumerate(names, 1)}

    def name_people(self, statement: ET.Element) -> None:
        """Say in a title statement who decided, as a ``respStmt`` each."""
        for name, key in self._people.items():
            person = child(statement, "respStmt")
            person.set(XML_ID, key)
            child(person, "resp").text = "decided about changes that Dateline found"
            child(person, "name", type="person").text = clean(name) or _UNNAMED

    def write(self, parent: ET.Element, readings: Iterable[Reading]) -> None:
        """Put the decisions about any of some readings into an element, if there are any."""
        if not self._waiting:
            return
        some = list(readings)
        mine = [d for d in self._waiting if any(map(d.meets, some))]
        self._waiting = [d for d in self._waiting if d not in mine]
        for decision in {(d.judged.number, d.witness): d for d in reversed(mine)}.values():
            self._write(parent, decision)

    def _write(self, parent: ET.Element, decision: EditDecision) -> None:
        judged = decision.judged
        note = child(
            parent,
            "note",
            type="decision",
            subtype=judged.decision,
            target=f"#{self._keys[decision.witness]}",
            resp=f"#{self._people[judged.by]}",
        )
        holds = decision.kind if self._stand_off else decision.value
        machine = decision.machine_kind if self._stand_off else judged.machine
        note.text = clean(f"{judged.decision}: {holds or 'none'}; the machine: {machine}")
