"""What the README shows is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.running import run

README = Path(__file__).parents[1] / "README.md"


def test_the_demo_is_the_programs_own_output() -> None:
    shown = re.search(r"<!-- demo -->\n```\n(.*?)```", README.read_text(), re.DOTALL)
    assert shown is not None
    done = run("demo", COLUMNS="92")
    printed = [line.rstrip() for line in done.stdout.splitlines()]
    lines = [line for line in shown.group(1).splitlines() if line not in {"", "…"}]
    assert lines
    missing = [line for line in lines if line not in printed]
    assert missing == [], "paste the output of `COLUMNS=92 dateline demo` anew"


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text())
    assert links
    assert [x for x in links if not x.startswith("http") and not (README.parent / x).exists()] == []
