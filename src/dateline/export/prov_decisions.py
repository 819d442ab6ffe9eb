"""A person's decision as an entity of W3C PROV-O, with what the machine found before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.export.names import urn
from dateline.model import Judged

__all__ = ["DECIDED", "decision", "decision_name", "machine"]

_MACHINE = urn("agent", "dateline")
_IRI = {"@type": "@id"}
DECIDED: Mapping[str, Any] = {  # what the context needs for it
    "judged": {"@id": "dateline:judged", **_IRI},
    "rejected": "dateline:rejected",
    "parent": {"@id": "dateline:parent", **_IRI},
    "decision": "dateline:decision",
    "value": "prov:value",
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "agent": {"@id": "prov:agent", **_IRI},
    "qualifiedAttribution": {"@id": "prov:qualifiedAttribution"},
}


def decision_name(judged: Judged) -> str:
    """The decision's name; numbers begin anew in each archive."""
    return urn("decision", judged.made, str(judged.number))


def decision(judged: Judged, found: str) -> dict[str, Any]:
    """The decision of a ``prov:Person``, without a name where they gave none.

    ``found`` is the machine's value, empty where it is not to be told.
    """
    person = {"id": urn("person", judged.by), "label": judged.by} if judged.by else {}
    was = {"type": ["prov:Entity", "dateline:Finding"], "wasAttributedTo": _MACHINE}
    return {
        "id": decision_name(judged),
        "type": ["prov:Entity", "dateline:Decision"],
        "decision": judged.decision,
        "generatedAtTime": judged.made,
        "wasAttributedTo": {"type": ["prov:Agent", "prov:Person"], **person},
        "wasDerivedFrom": was | ({"value": found} if found else {}),
    }


def machine() -> dict[str, Any]:
    """Who found what people decide about."""
    return {"id": _MACHINE, "type": ["prov:Agent", "prov:SoftwareAgent"], "label": "Dateline"}
