"""The formats by their names, and how each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import orjson

from dateline.errors import UsageError
from dateline.export.annotations import annotation_page
from dateline.export.family import Family
from dateline.export.geojson import features
from dateline.export.ninjs import ninjs
from dateline.export.prov import prov
from dateline.export.table_files import csv_lines, save_csv, save_parquet
from dateline.export.tei import tei

__all__ = ["save", "stream"]

_GRAPHS: dict[str, Callable[[Family, bool], dict[str, Any]]] = {
    "prov": prov,
    "annotations": annotation_page,
}
_WHOLE = {"ninjs": "reports.ninjs.jsonl", "geojson": "claims.geojson"}
_SUFFIXES = {"prov": "prov.jsonld", "annotations": "annotations.jsonld", "tei": "tei.xml"}


def save(
    name: str, families: Iterable[Family], folder: Path, stand_off: bool = False
) -> list[Path]:
    """Write a format into a folder, which is made if need be; returns the files.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if name == "csv":
        return save_csv(families, folder, stand_off)
    if name == "parquet":
        return save_parquet(families, folder, stand_off)
    if name in _WHOLE:
        path = folder / _WHOLE[name]
        with path.open("wb") as file:
            file.writelines(stream(name, families, stand_off))
        return [path]
    paths = []
    for number, family in enumerate(_fit(name, families), 1):
        paths.append(folder / f"dispatch-{number}.{_SUFFIXES[name]}")
        paths[-1].write_bytes(_document(name, family, stand_off))
    return paths


def stream(
    name: str, families: Iterable[Family], stand_off: bool = False, table: str = "edits"
) -> Iterator[bytes]:
    """A format as one stream: a table as CSV, JSON one value a line, one TEI document.

    Raises:
        UsageError: the format, or what is there to write, needs more than one file.
    """
    if name == "parquet":
        raise UsageError("parquet is written into a folder: name one with --to")
    if name == "csv":
        yield from csv_lines(table, families, stand_off)
    elif name == "geojson":
        yield from _collected(features(f, stand_off) for f in families)
    elif name == "ninjs":
        for family in families:
            yield from (_line(item) for item in ninjs(family, stand_off))
    else:
        for number, family in enumerate(_fit(name, families), 1):
            if name == "tei" and number > 1:
                raise UsageError("there are several dispatches: name a folder with --to")
            yield _document(name, family, stand_off)


def _collected(some: Iterable[Iterator[dict[str, Any]]]) -> Iterator[bytes]:
    """One feature collection, a feature a line."""
    between = b'{"type":"FeatureCollection","features":[\n'
    for feature in chain.from_iterable(some):
        yield between + orjson.dumps(feature)
        between = b",\n"
    yield (between if between.startswith(b"{") else b"") + b"\n]}\n"


def _fit(name: str, families: Iterable[Family]) -> Iterator[Family]:
    """An apparatus needs two versions with texts of their own."""
    return (f for f in families if name != "tei" or f.collation.comparisons)


def _document(name: str, family: Family, stand_off: bool) -> bytes:
    if name == "tei":
        return tei(family, stand_off)
    return _line(_GRAPHS[name](family, stand_off))


def _line(value: dict[str, Any]) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
