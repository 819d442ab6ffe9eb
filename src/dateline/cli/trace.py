"""``dateline trace``: who carries a draft or a sentence."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.options import Json, path_argument
from dateline.cli.output import Output
from dateline.errors import UsageError

Draft = Annotated[
    str,
    path_argument("FILE", "A file with the draft or the sentence, or - for standard input."),
    Parameter(required=False, show_default=False),
]
Text = Annotated[str, Parameter(show_default=False, help="The sentence itself, instead of a file.")]


def trace(
    draft: Draft = "",
    /,
    *,
    text: Text = "",
    archive: ArchiveFile = FILE,
    json: Json = False,
) -> int:
    """Find who carries a draft or a single sentence: whole, cut or altered, and since when.

    The text is not added to the archive. Everybody who has five words of a sentence in a row is
    found, and most of those who reworded it beyond that. For example:

        dateline trace --text "Lantern Wharf would close until further notice."
    """
    if bool(draft) == bool(text):
        raise UsageError("trace takes either a file or --text (see dateline trace --help)")
    with Output() as out:
        from dateline.read import read_one
        from dateline.store import Archive
        from dateline.store.trace import trace as traced

        with Archive.open(archive) as opened:
            words = read_one(draft, on_problem=out.problem).text if draft else text
            found = traced(opened, words)
        if json:
            out.json(found)
        else:
            from dateline.cli.show.trace import show_trace

            out.show(show_trace(found))
        return out.close()
