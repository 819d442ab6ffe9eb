"""``dateline judge findings`` and ``finding``: what a person decides about what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.judge import USUAL, Options, judge
from dateline.cli.options import Json
from dateline.cli.output import Output

__all__ = ["judge"]

if TYPE_CHECKING:
    from dateline.store import Archive
    from dateline.store.judgements import Judgement

Report = Annotated[str, Parameter(name="A", help="A report's id; of edits the base's.")]
Other = Annotated[str, Parameter(name="B", help="The version's id, for edits and renames.")]
Decision = Annotated[Literal["accept", "reject", "correct"], Parameter(name="DECISION")]
At = Annotated[str, Parameter(name="FINDING", help="As dateline judge findings names it.")]
Maybe = Annotated[
    str, Parameter(name="A", help="The report; none for a rename wherever the archive has it.")
]
To = Annotated[
    str,
    Parameter(
        name="--to",
        help="What is right: a kind of edit; a type of rename, or THEY=WE; a speaker's name; a "
        "place's GeoNames id, or LAT,LON.",
    ),
]


@judge.command
def findings(
    a: Report, b: Other = "", /, *, archive: ArchiveFile = FILE, json: Json = False
) -> int:
    """List what was found from A to B (edits and renames), or in A (speakers and places).

    Each has a name to decide about it with. For example:

        dateline judge findings agency.txt gull.txt
    """
    with Output() as out:
        from dateline.run.findings import findings as found
        from dateline.store import Archive

        with Archive.open(archive) as opened:
            some = found(opened, a, b)
        if json:
            for one in some:
                out.json({"at": one.at, **{n: getattr(one, n) for n in one.__slots__}})
        else:
            from dateline.cli.show.judgements import show_findings

            out.show(show_findings(some))
        return out.close()


@judge.command
def finding(
    decision: Decision,
    at: At,
    a: Maybe = "",
    b: Other = "",
    /,
    *,
    to: To = "",
    options: Options = USUAL,
) -> int:
    """Decide about one finding; it holds wherever this very text comes up. For example:

    dateline judge finding reject edit:120-131:118-125 agency.txt gull.txt
    dateline judge finding correct speaker:400-460 gull.txt --to "Ilse Drummond"
    """
    with Output() as out:
        from dateline.cli.show.judgements import show_judgements
        from dateline.store import Archive

        with Archive.open(options.archive) as opened:
            made = _decide(opened, decision, (at, a, b), to, options)
        if options.json:
            out.json(made)
        else:
            out.show(show_judgements([made]))
        return out.close()


def _decide(
    archive: Archive, decision: str, place: tuple[str, str, str], to: str, options: Options
) -> Judgement:
    from dateline.run.deciding import decide_at

    return decide_at(archive, decision, *place, value=to, by=options.by, note=options.note)
