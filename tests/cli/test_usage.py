"""Help, version and wrong usage."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dateline import __version__

from .running import Here, environment, lines, run
from .seen import assert_as_kept


@pytest.mark.parametrize("command", ["", "tell", "compare", "copies", "demo"])
def test_help_is_as_kept_and_shows_an_example(here: Here, command: str) -> None:
    done = here(*command.split(), "--help")
    assert done.returncode == 0
    assert (
        not command or f"dateline {command}" in done.stdout.split("Usage:", 1)[1].split("\n", 1)[1]
    )
    text = "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())
    assert_as_kept(f"help-{command or 'dateline'}", text)


def test_no_command_is_help(here: Here) -> None:
    assert here().stdout == here("--help").stdout


def test_version_comes_without_the_libraries() -> None:
    code = (
        "import sys; from dateline.cli.main import run; run(['--version'])\n"
        "print(*{'cyclopts', 'rich', 'numpy', 'numba', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True
    )
    assert done.stdout.split() == [__version__]


def test_help_comes_without_the_stages() -> None:
    code = (
        "import sys; from dateline.cli.main import run; run(['tell', '--help'])\n"
        "print('LOADED', *{'numpy', 'numba', 'lxml', 'orjson'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True
    )
    assert done.stdout.splitlines()[-1].split() == ["LOADED"]


@pytest.mark.parametrize(
    ("tokens", "says"),
    [
        (["tell"], "PATH"),
        (["copies"], "PATH"),
        (["tell", "--bogus"], "no such option: --bogus"),
        (["copies", "--bogus=1", "x"], "no such option: --bogus=1"),
        (["compare", "-x", "-"], "no such option: -x"),
        (["bogus"], '"bogus"'),
        (["tell", "--top", "many", "x"], '"many"'),
        (["tell", "--top", "-1", "x"], "top must be at least 0"),
        (["tell", "--min-containment", "2", "x"], "from 0 to 1"),
        (["compare", "x"], "parameter B"),
        (["compare", "x", "y", "z"], "z"),
        (["demo", "x"], "x"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(here: Here, tokens: list[str], says: str) -> None:
    done = here(*tokens)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = lines(done.stderr)
    assert says in line


@pytest.mark.parametrize(
    ("file", "variable", "says"),
    [
        ("top = 'many'", "", "dateline.toml: top"),
        ("colour = 1", "", "no such setting: colour"),
        ("", "many", "DATELINE_TOP"),
    ],
)
def test_bad_settings_name_their_place(tmp_path: Path, file: str, variable: str, says: str) -> None:
    (tmp_path / "dateline.toml").write_text(file)
    done = run("tell", "x", cwd=tmp_path, DATELINE_TOP=variable)
    assert done.returncode == 2
    (line,) = lines(done.stderr)
    assert says in line
