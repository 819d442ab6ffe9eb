"""``dateline judge``: what a person decides about reports and dispatches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, Parameter

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.options import Json
from dateline.cli.output import Output
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.store import Archive
    from dateline.store.judgements import Judgement

judge = App(
    name="judge",
    sort_key=6,
    help="""Decide what Dateline got right or wrong; decisions hold, and win over the machine.

    They are about two reports, or about a finding in them: an edit, a rename, a speaker, a place.
    They are kept by the words of the reports: they outlive "dateline reindex", reading the same
    reports again, and (with export and take-in) the archive itself. For example:

        dateline judge reject gull.txt agency.txt --note "another event"
    """,
)

A = Annotated[str, Parameter(name="A", help="A report's id.")]
B = Annotated[str, Parameter(name="B", help="Another report's id.")]
Kind = Annotated[Literal["copy", "excerpt", "quote"], Parameter(name="RELATION")]
Ids = Annotated[str, Parameter(name="ID", required=True, help="Reports of one dispatch.")]
Number = Annotated[int, Parameter(name="NUMBER", help="As dateline judge list shows it.")]
File = Annotated[
    str,
    Parameter(name="FILE", allow_leading_hyphen=True, help="JSON Lines, or - for standard input."),
]


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Options:
    """What all decisions have in common."""

    by: Annotated[str, Parameter(help="Who decides.")] = ""
    note: Annotated[str, Parameter(help="Why.")] = ""
    archive: ArchiveFile = FILE
    json: Json = False


USUAL = Options()


@judge.command
def accept(a: A, b: B, /, *, options: Options = USUAL) -> int:
    """The relation of two reports is as the machine says now, whatever it may find later."""
    return _decide(options, lambda j, on: [j.accept(on, a, b, options.by, options.note)])


@judge.command
def reject(a: A, b: B, /, *, options: Options = USUAL) -> int:
    """Two reports have nothing to do with each other."""
    return _decide(options, lambda j, on: [j.reject(on, a, b, options.by, options.note)])


@judge.command
def correct(a: A, b: B, relation: Kind, /, *, options: Options = USUAL) -> int:
    """Two reports are related in another way."""
    by, note = options.by, options.note
    return _decide(options, lambda j, on: [j.correct(on, a, b, relation, by, note)])


@judge.command
def merge(a: A, b: B, /, *, options: Options = USUAL) -> int:
    """The dispatches of two reports are one."""
    return _decide(options, lambda j, on: [j.merge(on, a, b, options.by, options.note)])


@judge.command
def split(*ids: Ids, options: Options = USUAL) -> int:
    """Reports are versions of another dispatch than the one that they are in."""
    return _decide(options, lambda j, on: j.split(on, ids, options.by, options.note))


@judge.command
def undo(number: Number, /, *, archive: ArchiveFile = FILE, json: Json = False) -> int:
    """Take a decision back."""
    return _decide(Options(archive=archive, json=json), lambda j, on: [j.undo(on, number)])


@judge.command(name="list")
def list_(*, archive: ArchiveFile = FILE, undone: bool = False, json: Json = False) -> int:
    """List the decisions that hold; with --undone those that were taken back too.

    It is said of each that is not applied, since its text is not here or another one holds.
    """
    with Output() as out:
        from dateline.store import Archive, judgements
        from dateline.store.findings import standing

        with Archive.open(archive) as opened:
            made = judgements.judgements(opened, undone)
            lost = standing(opened, made)
        if json:
            for judgement in made:
                out.json(asdict(judgement) | {"not_applied": lost.get(judgement.number, "")})
        else:
            from dateline.cli.show.judgements import show_judgements

            out.show(show_judgements(made, lost))
        return out.close()


@judge.command
def export(*, archive: ArchiveFile = FILE) -> int:
    """Print all decisions, and the sheets of the page "Sample" with their answers, for take-in.

    As JSON Lines.
    """
    with Output() as out:
        from dateline.store import Archive, carried_sheets, judgements

        with Archive.open(archive) as opened:
            for row in (*judgements.judgements(opened, True), *carried_sheets.carried(opened)):
                out.json(row)
        return out.close()


@judge.command
def take_in(file: File, /, *, archive: ArchiveFile = FILE) -> int:
    """Take over the decisions and sheets that export printed, from this archive or another."""
    with Output() as out:
        from dateline.store import Archive, carried_sheets, judgements

        rows = _rows(file)
        sheets = [row for row in rows if carried_sheets.is_sheet(row)]
        rows = [row for row in rows if not carried_sheets.is_sheet(row)]
        with Archive.open(archive) as opened:
            fresh = judgements.take_in(opened, rows)
            drawn = carried_sheets.take_in(opened, sheets)
        known = ", the others were known" if fresh < len(rows) else ""
        more = f"; {drawn:,} of {len(sheets):,} sheets" if sheets else ""
        out.note(f"{fresh:,} of {len(rows):,} decisions taken over{known}{more}")
        return out.close()


def _decide(options: Options, decide: Callable[[Any, Archive], Iterable[Judgement]]) -> int:
    """Do something with judgements and show those that come of it."""
    with Output() as out:
        from dateline.store import Archive, judgements

        with Archive.open(options.archive) as opened:
            made = list(decide(judgements, opened))
        if options.json:
            for judgement in made:
                out.json(judgement)
        else:
            from dateline.cli.show.judgements import show_judgements

            out.show(show_judgements(made))
        return out.close()


def _rows(file: str) -> list[Any]:
    import orjson

    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    rows = []
    for n, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                rows.append(orjson.loads(line))
            except orjson.JSONDecodeError as error:
                raise InputError(f"{file}: line {n}: not JSON: {error}") from None
    return rows
