"""Words whose speaker is named beside them: transcripts, and quotations that are signed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.claims.drafts import Draft
from dateline.claims.tagging import Tagged
from dateline.text.paragraphs import Range

# "MAYOR KESTREL: …" at the start of a paragraph.
_LABEL = re.compile(
    r"[\"“”']?(?P<who>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?P<colon>:)\s+(?=\S)"
)
_LETTERS = 3
_SIGNED = re.compile(r"(?P<dash>-+)(?P<who>N+)\.?$")
_SURE = 0.8
SIGNED = "signed"


def transcribed(sentences: Sequence[Tagged]) -> Iterator[Draft]:
    """What the speakers of a transcript say, one draft for each paragraph with a label.

    One such paragraph alone may be anything ("NOTE: …"): who speaks in turn speaks twice.
    """
    found = [(n, m) for n, s in enumerate(sentences) if (m := _label(sentences, n, s))]
    turns = Counter(match["who"] for _, match in found)
    for n, match in ((n, m) for n, m in found if turns[m["who"]] > 1):
        end = sentences[n].ends[-1]
        for s in sentences[n + 1 :]:
            if "\n" in s.text[end : s.starts[0]]:
                break
            end = s.ends[-1]
        who, cue = match.span("who"), match.span("colon")
        yield Draft("transcript", _SURE, who, cue, (match.end(), end), sentence=n, verbatim=True)


def _label(sentences: Sequence[Tagged], n: int, s: Tagged) -> re.Match[str] | None:
    """The label of the sentence ``n``, if it opens a paragraph and has one."""
    if not s.tags or ":" not in s.tags[:8]:
        return None
    match = _LABEL.match(s.text, s.starts[0], s.ends[-1])
    opens = not n or "\n" in s.text[sentences[n - 1].ends[-1] : s.starts[0]]
    return match if match and opens and len(match["who"]) >= _LETTERS else None


def signed(s: Tagged) -> list[Draft]:
    """A quotation with its speaker's name behind a dash: "…" — Ida Kestrel."""
    close = s.tags.rfind("Q") + 1
    if not close or s.tags[close : close + 1] != "-" or not (name := signature(s, close)):
        return []
    opened = max(s.tags.rfind("q", 0, close), 0)
    return [signed_by(name, s.cut(opened, close))]


def signature(s: Tagged, at: int = 0) -> tuple[Range, Range] | None:
    """The name and the dash before it that the sentence holds from word ``at`` on, and no more."""
    match = _SIGNED.match(s.tags, at)
    return (s.cut(*match.span("who")), s.cut(*match.span("dash"))) if match else None


def signed_by(name: tuple[Range, Range], quotation: Range) -> Draft:
    """The draft of a quotation with a signature."""
    who, dash = name
    return Draft(SIGNED, _SURE, who, dash, quotation, verbatim=True)
