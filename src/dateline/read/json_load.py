"""Parses one JSON value: strictly and fast, or else as leniently as is safe."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

from dateline.read.encoding import LineDecoder

_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_DIGITS = 18


def load(data: bytes, decoder: LineDecoder) -> tuple[Any, bool]:
    """Return the value of ``data`` and whether surrogates without their other half were in it.

    Each of those becomes U+FFFD. What the standard forbids and people write all the same is taken:
    NaN, control characters in strings, bytes that are not UTF-8 (the ``decoder`` keeps account of
    them).

    Raises:
        ValueError: the data is not JSON; the message says where.
    """
    try:
        return orjson.loads(data), False
    except orjson.JSONDecodeError:
        text = "".join(decoder.decode(line) for line in data.splitlines(keepends=True))
    try:
        value = json.loads(text, strict=False, parse_int=_integer)
        whole = _mended(value)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg.lower()}, character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return whole, whole != value


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(name): _mended(item) for name, item in value.items()}
    return value
