"""What people decided about a comparison, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.finding import QUIET, Finding, found, shorten
from dateline.model import Comparison, Edit, Judged, Rename

_WORDS = 60


def decided(comparison: Comparison) -> Iterator[Finding]:
    """DECIDED: each value that is a person's, with the machine's own."""
    renames = (r for r in (*comparison.renames, *comparison.rejected) if r.judged)
    yield from found("DECIDED", [*map(_rename, renames), *_edits(comparison)], "bold magenta")


def _edits(comparison: Comparison) -> Iterator[Text]:
    for row in comparison.rows:
        for edit in (*row.edits, *row.rejected):
            if edit.judged:
                yield _edit(edit, edit.judged)
        if row.judged:
            own = [s.text for s in comparison.sentences_a if s.n in row.a]
            own = own or [s.text for s in comparison.sentences_b if s.n in row.b]
            yield _said(shorten(" ".join(own), _WORDS), "/".join(row.kinds), row.judged)


def _rename(rename: Rename) -> Text:
    judged = rename.judged
    assert judged is not None
    return _said(f"{rename.a} → {rename.b}", rename.type, judged)


def _edit(edit: Edit, judged: Judged) -> Text:
    words = " → ".join(shorten(s.text, _WORDS) for s in (edit.a, edit.b) if s)
    return _said(words, edit.kind, judged)


def _said(words: str, value: str, judged: Judged) -> Text:
    holds = "" if judged.decision == "reject" else f"{value}, "
    return Text.assemble(f"“{one_line(words)}”: {holds}", (one_line(judged.says), QUIET))
