"""The values of `model` as Arrow columns, and back: a dataclass is a struct, its fields by name.

Every tuple is a list and every mapping a map; a field that may be ``None`` is a column that may be
null. What is written so is read by any program that reads Parquet, and comes back equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

__all__ = ["batch_of", "schema_of", "values_of"]

T = TypeVar("T")

_PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


@cache
def schema_of(kind: Any) -> pa.Schema:
    """The columns of a dataclass."""
    return pa.schema(list(_type(kind)))


def batch_of(kind: type[T], values: Iterable[T]) -> pa.RecordBatch:
    """Values of a dataclass as rows."""
    to_plain: Callable[[Any], Any] = _writer(_any(kind))
    rows = [to_plain(value) for value in values]
    return pa.RecordBatch.from_pylist(rows, schema=schema_of(_any(kind)))


def values_of(kind: type[T], rows: pa.RecordBatch | pa.Table) -> list[T]:
    """The values that rows hold; further columns are left alone."""
    read: Callable[[Any], T] = _reader(_any(kind))
    return [read(row) for row in rows.select(schema_of(_any(kind)).names).to_pylist()]


def _any(kind: object) -> Any:
    return kind  # a class can be hashed, which its type does not say


def _type(hint: Any) -> pa.DataType:
    hint = _not_none(hint)
    inner = get_args(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        return pa.list_(_type(inner[0]))
    if get_origin(hint) is dict:
        return pa.map_(_type(inner[0]), _type(inner[1]))
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return pa.struct([(f.name, _type(hints[f.name])) for f in fields(hint)])
    raise TypeError(f"no column for {hint}")


def _not_none(hint: Any) -> Any:
    """A type without its ``| None``."""
    if get_origin(hint) in (UnionType, Union):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    return hint


@cache
def _writer(hint: Any) -> Callable[[Any], Any]:
    """A function that makes a value plain: dicts and lists."""
    hint = _not_none(hint)
    if get_origin(hint) is tuple:
        one = _writer(get_args(hint)[0])
        return lambda value: None if value is None else [one(v) for v in value]
    if get_origin(hint) is dict:
        return lambda value: sorted(value.items())
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        parts = [(f.name, _writer(hints[f.name])) for f in fields(hint)]
        return lambda value: (
            None if value is None else {n: write(getattr(value, n)) for n, write in parts}
        )
    return lambda value: value


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """The inverse of `_writer`."""
    hint = _not_none(hint)
    if get_origin(hint) is tuple:
        one = _reader(get_args(hint)[0])
        return lambda value: None if value is None else tuple(one(v) for v in value)
    if get_origin(hint) is dict:
        return dict
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        parts = [(f.name, _reader(hints[f.name])) for f in fields(hint)]

        def read(value: Mapping[str, Any] | None) -> Any:
            if value is None:
                return None
            made: Callable[..., Any] = _any(hint)
            return made(**{name: part(value[name]) for name, part in parts})

        return read
    return lambda value: value
