"""The fiction that ships: ten reports of one invented siege, with their known truth.

Everything in them is made up: countries, towns, people, armies, agencies and newspapers. They are
the demo, the tutorial and a test. ``README.md`` in this folder describes the reports and the shape
of ``truth.json``.
"""

import json
from pathlib import Path
from typing import Any

__all__ = ["folder", "truth"]

_HERE = Path(__file__).parent


def folder() -> Path:
    """The folder of the sample reports: plain text, web pages and a table."""
    return _HERE / "reports"


def truth() -> dict[str, Any]:
    """What is true of the sample reports, as ``truth.json`` states it."""
    return dict(json.loads((_HERE / "truth.json").read_text(encoding="utf-8")))
