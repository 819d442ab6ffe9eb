"""What a renderable looks like, and whether that is what a kept snapshot shows."""

from __future__ import annotations

import io
import os
from pathlib import Path

from rich.console import Console, RenderableType

SNAPSHOTS = Path(__file__).parent / "snapshots"


def drawn(renderable: RenderableType, width: int = 80, *, colour: bool = False) -> str:
    """The characters that a terminal of this width gets, without trailing spaces."""
    console = Console(
        file=io.StringIO(),
        width=width,
        highlight=False,
        force_terminal=colour,
        color_system="standard" if colour else None,
    )
    with console.capture() as captured:
        console.print(renderable)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def assert_as_kept(name: str, text: str) -> None:
    """Compare with the snapshot; ``DATELINE_SNAPSHOTS=write`` in the environment writes it."""
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("DATELINE_SNAPSHOTS") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
