"""Runs the command line as a shell does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli import main

SOURCE = Path(__file__).parents[2] / "src"
COMMAND = [sys.executable, "-m", "dateline"]


def environment(**more: str) -> dict[str, str]:
    """This environment without anything that changes what the command line says."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "FORCE_COLOR"))}
    kept.pop("NO_COLOR", None)
    return {**kept, "PYTHONPATH": str(SOURCE), "COLUMNS": "80", **more}


def run(
    *tokens: str | Path, given: bytes = b"", cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """The finished process, its output as text."""
    done = subprocess.run(
        [*COMMAND, *map(str, tokens)],
        input=given,
        capture_output=True,
        cwd=cwd,
        env=environment(**more),
        timeout=120,
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "backslashreplace")
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


class Here:
    """Runs commands in this process: as ``run``, without the time that a start takes."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self.capture = capture

    def __call__(self, *tokens: str | Path) -> subprocess.CompletedProcess[str]:
        """What a process with these arguments would have printed, and its exit code."""
        self.capture.readouterr()
        code = main.run([str(token) for token in tokens])
        out, err = (text.decode("utf-8") for text in self.capture.readouterr())
        return subprocess.CompletedProcess(list(tokens), code, out, err)


def lines(text: str) -> list[str]:
    """The lines of standard error, each of which must be one of ours."""
    assert "Traceback" not in text
    assert all(line.startswith("dateline: ") for line in text.splitlines()), text
    return text.splitlines()
