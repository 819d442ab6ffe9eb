"""What a pile says, each thing once, as a person reads it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.called import Namer, namer
from dateline.cli.show.finding import QUIET, SENTENCE, Finding, found, plural, quote, table
from dateline.model import Appearance, Count, End, Figure, Statement

_DONE = {"altered": "altered", "renamed": "renamed", "unattributed": "without its source"}


def show_statements(statements: Sequence[Statement], most: int, limit: int) -> RenderableType:
    """A sum, then each statement that somebody is named for, most reported first."""
    said = [s for s in statements if s.attributed]
    name = namer(a.report for s in said for a in (*s.appearances, *s.maybe))
    head = Text(f"{plural(len(said), 'statement')} with a source", "bold")
    own = len(statements) - len(said)
    head.append(f", {own:,} in the newsrooms’ own voice only (--json has them)", "not bold")
    parts: list[RenderableType] = [head]
    for statement in said[:most]:
        parts += [Text(), *show_statement(statement, name, limit)]
    if rest := len(said) - most:
        parts += [Text(), Text(f"… and {rest:,} more: --top shows more", QUIET)] if rest > 0 else []
    return Group(*parts)


def show_statement(s: Statement, name: Namer, limit: int) -> tuple[RenderableType, ...]:
    """How often it is said, its words, and what it rests on."""
    return _head(s), quote(s.words, "", SENTENCE), table(_findings(s, name), limit)


def counted(count: Count, noun: str) -> str:
    """A range and its noun: "1 source", "1 to 3 sources", "1 source at least"."""
    if count.at_most is None:
        return f"{plural(count.at_least, noun)} at least"
    if count.at_least == count.at_most:
        return plural(count.at_least, noun)
    return f"{count.at_least:,} to {plural(count.at_most, noun)}"


def _head(s: Statement) -> Text:
    """The three numbers that are never mixed."""
    outlets = counted(s.outlets, "outlet")
    numbers = (
        f"{plural(s.reports, 'report')} by {outlets}",
        plural(s.dispatches, "dispatch", "dispatches"),
        counted(s.sources, "originating source"),
    )
    how = "not " if s.negated and s.modality == "said" else ""
    return Text.assemble((" · ".join(numbers), "bold"), (f"  {how}{s.modality}", QUIET))


def _findings(s: Statement, name: Namer) -> Iterator[Finding]:
    yield from found("RESTS ON", (Text(_end(e)) for e in s.ends), "bold cyan")
    where = (name(s.first.report), s.first.time)
    first = Text(", ".join(x for x in where if x))
    yield from found("FIRST", [first], "bold")
    changed = [a for a in s.appearances if a.carried != "same"]
    yield from found("CARRIED", (_change(a, name) for a in changed), "bold yellow")
    lacks = (Text(f"{name(x.report)} ({x.how})") for x in s.lacking)
    yield from found("LACKING", lacks, "bold red", inline=True)
    yield from found("FIGURES", _figures(s.figures), "bold magenta", inline=True)
    yield from found("MAYBE ALSO", (_maybe(a, name) for a in s.maybe), "bold")


def _end(end: End) -> str:
    """The end of a source chain, from the word that it rests on back to the outlet."""
    chain = " ← ".join(one_line(link) for link in end.chain) or "nobody named"
    known = f" ({end.type})" if end.type != "unknown" else ""
    whose = f"; {one_line(end.judged.says)}" if end.judged else ""
    return chain + known + ("" if end.sure else ", not named") + whose


def _change(a: Appearance, name: Namer) -> Text:
    return Text.assemble(f"{_DONE[a.carried]} in {name(a.report)}: ", quote(a.words.text))


def _maybe(a: Appearance, name: Namer) -> Text:
    return Text.assemble(f"{name(a.report)}: ", quote(a.words.text))


def _figures(figures: Iterable[Figure]) -> Iterator[Text]:
    """Each figure with whom it is from, said once."""
    told = dict.fromkeys((one_line(f.number.text), f.source or "nobody named") for f in figures)
    for number, source in told:
        yield Text(f"{number} ({one_line(source)})")


def voices(statements: Sequence[Statement], name: Namer) -> Iterator[Finding]:
    """For one dispatch: how many claims by whom, and which version lacks which voice."""
    every = [s for s in statements if s.attributed]
    said = [(s, end) for s in every for end in _known(s)]
    if not said:
        return
    claims = Counter(end.name or "" for _, end in said)
    persons = {end.name for _, end in said if end.judged}
    items = [Text(_times(_called(who, persons), n)) for who, n in claims.items()]
    if nobody := sum(not _known(s) for s in every):
        items.append(Text(_times("nobody named", nobody)))
    whole = f"{plural(len(every), 'claim')} by {plural(len(claims), 'voice')}: "
    yield from found("CLAIMS", [Text(whole) + Text(" · ").join(items)], "bold cyan")
    yield from found("LACKS", _lost(said, name), "bold red")


def _known(statement: Statement) -> list[End]:
    """The ends that a statement of one dispatch surely rests on; of unsure ones the first."""
    named = [end for end in statement.ends if end.name]
    return [end for end in named if end.sure] or named[:1]


def _called(who: str, persons: Collection[str | None]) -> str:
    return f"{one_line(who)}, as a person says" if who in persons else one_line(who)


def _times(who: str, n: int) -> str:
    return f"{who} ({n})" if n > 1 else who


def _lost(said: Sequence[tuple[Statement, End]], name: Namer) -> Iterator[Text]:
    """Each version with the voices that it has dropped altogether."""
    heard = {(report, end.name) for s, end in said for report in _having(s, end)}
    kinds = {end.name or "": end.type for _, end in said}
    monitors = [who for who, kind in kinds.items() if kind == "monitor"]
    lost: dict[str, dict[str, None]] = defaultdict(dict)
    for statement, end in said:
        lacking = [x.report for x in statement.lacking if x.how != "never had"]
        without = {a.report for a in statement.appearances} - _having(statement, end)
        for report in (*lacking, *sorted(without)):
            if (report, end.name) not in heard:
                lost[report][end.name or ""] = None
    for report, gone in lost.items():
        listed = Text(", ").join(_gone(who, monitors) for who in gone)
        yield Text(f"{name(report)} has nothing from ") + listed


def _having(statement: Statement, end: End) -> set[str]:
    """The versions that have a statement on the word of one of its ends."""
    every = {a.report for a in statement.appearances}
    if len(_known(statement)) == 1:
        return every
    return every & {claim.rpartition("#")[0] for claim in end.claims}


def _gone(who: str, monitors: Sequence[str]) -> Text:
    only = monitors == [who]
    known = " (the only source that the text calls a monitor)" if only else ""
    return Text(one_line(who) + known)
