"""What a person sees of claims, and what the command answers."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.claims.read import claims_of
from dateline.cli.show.claims import show_claims
from dateline.model import Report
from dateline.text import analyse

from .running import Here
from .seen import assert_as_kept, drawn

TEXT = """OSTMERE (Pelham) - The pier of Ostmere was closed on Monday and the harbour board said it
planned to sue the pilots.
"The pier is a ruin," said Ida Kestrel, the mayor. "Nobody sails now."
The Free Pilots, which run the ferries, denied that their boats had hit the pier, according to a
statement from the guild.
Kestrel said at least 40 boats were lost on 2 March 2031. She warned that more would follow.
Officials said the ferries would not sail.
"""
REPORT = Report("in/pier.txt", TEXT, outlet="The Ostmere Gull", date="2031-03-04T09:00:00Z")


def test_voices_and_what_they_say() -> None:
    shown = show_claims(REPORT, claims_of(analyse(REPORT)))
    assert_as_kept("claims-80", drawn(shown, 80))
    assert_as_kept("claims-120", drawn(shown, 120))


def test_one_claim_a_line(here: Here, tmp_path: Path) -> None:
    path = tmp_path / "pier.txt"
    path.write_text(TEXT, "utf-8")
    done = here("claims", path, "--json")
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    text = path.read_text("utf-8")
    for claim in found:
        for part in ("source", "cue", "content"):
            if span := claim[part]:
                assert text[span["start"] : span["end"]] == span["text"]
    keys = """id report kind mode modality source cue content actors places said event
    numbers parent rule confidence"""
    assert all(set(keys.split()) <= claim.keys() for claim in found)
    assert {claim["kind"] for claim in found} == {"attributed", "narration"}


def test_a_language_that_is_not_read_is_said(here: Here, tmp_path: Path) -> None:
    path = tmp_path / "arabic.txt"
    path.write_text("قال الجيش إن قواته سيطرت على المدينة يوم الخميس بعد معارك عنيفة\n", "utf-8")
    done = here("claims", path)
    assert done.returncode == 3
    assert done.stdout == ""
    assert "not read: ar" in done.stderr
