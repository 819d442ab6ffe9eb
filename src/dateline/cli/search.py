"""``dateline search``: reports of an archive by their words."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.options import Json
from dateline.cli.output import Output

Words = Annotated[
    str,
    Parameter(
        name="WORDS", required=True, allow_leading_hyphen=True, help="Words that must all be there."
    ),
]
Top = Annotated[int | None, Parameter(help="How many reports to show. [default: 10]")]


def search(*words: Words, archive: ArchiveFile = FILE, top: Top = None, json: Json = False) -> int:
    """Find the reports that have all these words, best first.

    Where more than 5,000 reports have them, the newest come first. Case and accents do not
    matter. Words in quotation marks must stand together, and harb* finds what begins so.
    For example:

        dateline search '"lantern wharf"' closed
    """
    from dateline.config import resolve

    settings = resolve({"top": top})
    with Output() as out:
        from dateline.store import Archive

        with Archive.open(archive) as opened:
            hits = opened.search(" ".join(words), settings.top)
        if json:
            for hit in hits:
                out.json(hit)
        else:
            from dateline.cli.show.hits import show_hits

            out.show(show_hits(hits))
        return out.close()
