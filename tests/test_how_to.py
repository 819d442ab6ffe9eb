"""The commands of the tutorial and of each how-to do what the page says, on files made for it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import here  # noqa: F401  # a fixture
from tests.cli.running import Here
from tests.how_to_files import FILES

DOCS = Path(__file__).parents[1] / "docs"
PAGES = [DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md"))]
# Names and offsets of no files, and an engine that takes half a minute to start: tests/cli and
# tests/run do the same.
EXAMPLES = {"judge.md", "spark.md"}
ENDLESS = {"watch": ["--once"], "serve": ["--port", "0"]}


@dataclass(frozen=True)
class Command:
    """A command line of a page, where its output goes, and the lines that the page shows of it."""

    words: list[str]
    to: str
    shown: list[str]


def commands(page: str) -> Iterator[Command]:
    for block in re.findall(r"^```(?:sh|console)?\n(.*?)^```", page, re.DOTALL | re.MULTILINE):
        found: Command | None = None
        for line in block.splitlines():
            if match := re.match(r"(?:\$ )?dateline (.*)", line):
                if found:
                    yield found
                told, _, to = match[1].partition(" > ")
                found = Command(shlex.split(told, comments=True), to.strip(), [])
            elif found and not line.startswith("#"):
                found.shown.append(line)
        if found:
            yield found


def stands_in(shown: list[str], output: str) -> bool:
    """Whether the lines shown follow each other in the output; … stands for any lines."""
    parts = "\n".join(shown).split("…\n") if shown else []
    at = 0
    for part in (p.strip("…\n") for p in parts):
        at = output.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name not in EXAMPLES], ids=lambda page: page.name
)
def test_the_commands_of_a_page_do_what_it_says(
    page: Path,
    here: Here,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dateline.web.serving.serve", lambda *_: None)
    FILES[page.name](tmp_path)
    given = list(commands(page.read_text("utf-8")))
    assert given
    for command in given:
        done = here(*command.words, *ENDLESS.get(command.words[0], []))
        assert done.returncode == 0, (command.words, done.stderr)
        assert stands_in(command.shown, done.stdout), (command.words, done.stdout)
        if command.to:
            Path(command.to).write_text(done.stdout.replace(",\r\n", ",yes\r\n"), "utf-8")


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_commands_of_examples_are_there(name: str, here: Here):  # noqa: F811
    given = list(commands((DOCS / "how-to" / name).read_text("utf-8")))
    assert given
    for command in given:
        assert here(*command.words[:2], "--help").returncode == 0, command.words


def test_every_how_to_can_be_found_from_the_readme():
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    assert [p.name for p in PAGES if p.relative_to(DOCS).as_posix() not in readme] == []
