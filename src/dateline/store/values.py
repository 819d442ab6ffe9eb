"""What a decision about a finding may say holds instead of the machine's value."""

from __future__ import annotations

import json
from typing import Any, get_args

from dateline.errors import UsageError
from dateline.model import KINDS, RenameType

__all__ = ["check"]

_LONGEST = 300


def check(about: str, value: str) -> None:
    """See that a value fits what it is about; an empty one fits all.

    Raises:
        UsageError: it does not.
    """
    if len(value) > _LONGEST:
        raise UsageError(f"a correction has {_LONGEST} letters at most")
    if about == "edge" and value not in ("", "made from it"):
        raise UsageError("an edge is accepted or rejected; there is nothing to correct it to")
    if about == "edit" and value not in ("", *KINDS):
        raise UsageError(f"a kind is one of {', '.join(KINDS)}, not {value!r}")
    if about == "rename" and value not in ("", *get_args(RenameType)) and " → " not in value:
        raise UsageError("a rename is corrected to renamed, label, spelling or THEY → WE")
    if about == "place" and value and not _is_place(value):
        raise UsageError("a place is one of those that the name may mean, or LAT,LON in degrees")


def _is_place(value: str) -> bool:
    """Whether it is a placed place as JSON, with all that a decision keeps of it."""
    try:
        place: dict[str, Any] = json.loads(value)
        texts = all(isinstance(place[name], str) for name in ("name", "feature", "country"))
        whole = isinstance(place["geonameid"], int | None) and isinstance(place["precision"], int)
        near = abs(place["lat"]) <= 90 and abs(place["lon"]) <= 180
    except (ValueError, TypeError, KeyError):
        return False
    return texts and whole and near and 1 <= place["precision"] <= 7
