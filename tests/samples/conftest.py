"""The raw sample reports, read with the standard library alone."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from dateline import samples

Truth = dict[str, Any]


@dataclass
class Raw:
    """A report as its file has it: the words of the story, and of the page around it."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    around: str = ""


@dataclass
class _Page(HTMLParser):
    """The paragraphs inside ``<article>``, the rest of the page, and its metadata."""

    story: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {k: v or "" for k, v in attrs}
        if tag == "meta" and "property" in have:
            self.meta[have["property"]] = have["content"]
        elif tag == "link":
            self.meta["url"] = have["href"]
        elif tag != "meta":
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag, f"<{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        in_story = "article" in self.inside and self.inside[-1] == "p"
        (self.story if in_story else self.rest).append(data)


def _page(path: Path) -> Raw:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    assert not page.inside, f"{path.name}: unclosed {page.inside}"
    return Raw(
        text="\n".join(page.story),
        title=page.meta["og:title"],
        outlet=page.meta["og:site_name"],
        published=page.meta["article:published_time"],
        url=page.meta["url"],
        around="\n".join(page.rest),
    )


def _table(path: Path) -> Iterator[tuple[str, Raw]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            raw = Raw(row["body"], row["headline"], row["outlet"], row["published_at"], row["link"])
            yield row["id"], raw


def _raw() -> dict[tuple[str, str | None], Raw]:
    """Every report of the folder, by file name and record."""
    found: dict[tuple[str, str | None], Raw] = {}
    for path in sorted(samples.folder().iterdir()):
        if path.suffix == ".csv":
            found |= {(path.name, record): raw for record, raw in _table(path)}
        elif path.suffix == ".html":
            found[path.name, None] = _page(path)
        else:
            found[path.name, None] = Raw(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def truth() -> Truth:
    return samples.truth()


@pytest.fixture(scope="session")
def files() -> dict[tuple[str, str | None], Raw]:
    return _raw()


@pytest.fixture(scope="session")
def raw(truth: Truth, files: dict[tuple[str, str | None], Raw]) -> dict[str, Raw]:
    """The raw reports by their names in the truth."""
    return {name: files[r["file"], r["record"]] for name, r in truth["reports"].items()}


@pytest.fixture(scope="session")
def words(raw: dict[str, Raw]) -> dict[str, str]:
    """Each report's story with every run of white space as one blank."""
    return {name: " ".join(r.text.split()) for name, r in raw.items()}
