"""Paste the demo's output into the README: ``python docs/paste_demo.py``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
SHOWN = "idwan-courier-1"  # the version that shows most


def main() -> None:
    """Replace the block behind the demo mark: head, the version that shows most, claims."""
    environment = {**os.environ, "COLUMNS": "92"}
    command = [sys.executable, "-m", "dateline", "demo"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    first = next(n for n, line in enumerate(lines) if SHOWN in line)
    claims = next(n for n, line in enumerate(lines) if line.startswith("  CLAIMS"))
    version, voices = (lines[n : lines.index("", n)] for n in (first, claims))
    block = [*lines[:3], "…", *version, "…", *voices, "…"]
    text = README.read_text()
    start = text.index("<!-- demo -->\n```\n") + len("<!-- demo -->\n```\n")
    README.write_text(text[:start] + "\n".join(block) + text[text.index("\n```", start) :])


if __name__ == "__main__":
    main()
