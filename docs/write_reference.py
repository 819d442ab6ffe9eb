"""Write the command reference from the program: ``python docs/write_reference.py``."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).parent / "reference" / "commands.md"


def reference() -> str:
    """The help of every command, as one page."""
    from dateline.cli.app import app

    page: str = app.generate_docs(output_format="markdown")
    return page.rstrip() + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(reference())
