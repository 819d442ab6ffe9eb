"""Claims read in a mended text, told in the offsets and words of the text as it is."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from dateline.text.mending import Mended

_Value = TypeVar("_Value")


def as_it_is(found: _Value, mended: Mended, text: str) -> _Value:
    """A value, and all that it holds, with its spans in ``text``, which ``mended`` was made from.

    Names (``canonical``, ``name``) keep the mended form: they name, and quote nothing.
    """
    if isinstance(found, tuple):
        return tuple(as_it_is(one, mended, text) for one in found)  # type: ignore[return-value]
    if not is_dataclass(found) or isinstance(found, type):
        return found
    held: dict[str, Any] = {
        field.name: as_it_is(getattr(found, field.name), mended, text) for field in fields(found)
    }
    if isinstance(held.get("start"), int):
        held |= {"start": mended.back(held["start"]), "end": mended.back(held["end"])}
        _trim(held, text)
        held["text"] = text[held["start"] : held["end"]]
    if held.get("at"):
        held["at"] = tuple(map(mended.back, held["at"]))
        held["text"] = text[slice(*held["at"])]
    return replace(found, **held)


def _trim(held: dict[str, Any], text: str) -> None:
    """Take the spaces off the ends of a span: a mark put back there stands for one."""
    while held["start"] < held["end"] and text[held["start"]].isspace():
        held["start"] += 1
    while held["start"] < held["end"] and text[held["end"] - 1].isspace():
        held["end"] -= 1
    held["end"] -= text[held["end"] - 2 : held["end"]].endswith(",") and held["end"] > held["start"]
