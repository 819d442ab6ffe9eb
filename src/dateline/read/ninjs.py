"""ninjs, the news agencies' JSON (IPTC, versions 1 to 3): an item's fields under usual names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DATES = ("versioncreated", "contentcreated", "firstcreated")
_OUTLETS = ("source", "infosource", "infosources", "copyrightholder")


def fits(item: Mapping[str, Any]) -> bool:
    """Whether a record is a ninjs item with a body."""
    return "uri" in item and any(name.startswith(("body", "bodies")) for name in item)


def record(item: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return a ninjs item as a record with the usual names; ``None`` if it is none."""
    if not fits(item):
        return None
    uri = item["uri"] if isinstance(item["uri"], str) else ""
    headline = item.get("headline") or _first(item.get("headlines")).get("value")
    return {
        "id": uri,
        "text": _body(item),
        "title": headline or item.get("title"),
        "date": next((item[name] for name in _DATES if item.get(name)), ""),
        "outlet": next((_name(item[name]) for name in _OUTLETS if item.get(name)), ""),
        "url": uri if uri.startswith(("http:", "https:")) else "",
    }


def _body(item: Mapping[str, Any]) -> str:
    """The main body as text, out of the renditions in which an item has it."""
    bodies = {name.removeprefix("body_"): item[name] for name in item if name.startswith("body_")}
    for body in item.get("bodies") or ():
        if isinstance(body, dict) and body.get("role") in (None, "main", "body"):
            bodies.setdefault(_kind(body), body.get("value"))
    plain = bodies.get("text") or bodies.get("plain")
    if isinstance(plain, str):
        return plain
    marked = next((value for value in bodies.values() if isinstance(value, str)), "")
    return _text_of(marked)


def _text_of(html: str) -> str:
    # lxml takes a moment to import; only marked-up bodies need it.
    from dateline.read.html_blocks import text_of

    return text_of(html)


def _kind(body: Mapping[str, Any]) -> str:
    return str(body.get("contenttype") or body.get("contentType") or "").rpartition("/")[2]


def _name(value: Any) -> Any:
    return _first(value).get("name") if isinstance(value, list) else value


def _first(items: Any) -> Mapping[str, Any]:
    return items[0] if isinstance(items, list) and items and isinstance(items[0], dict) else {}
