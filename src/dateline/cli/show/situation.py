"""The situation as claimed, place by place, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.called import Namer, namer
from dateline.cli.show.finding import QUIET, SENTENCE, plural, quote
from dateline.cli.show.statements import counted
from dateline.model import Account, Count, Disagreement, Loss, Situation, When, Whereabouts
from dateline.text.fold import fold

_ONE, _OPEN = Count(1, 1), Count(1, None)
_DEEDS = {
    "captured": ("captured", " from "),
    "lost": ("lost", " to "),
    "besieged": ("besieged", ", held by "),
    "advanced": ("advanced on", " against "),
    "attacked": ("attacked", ", target: "),
    "air strike": ("struck from the air", ", target: "),
    "withdrew": ("left", " to "),
    "fought": ("fought over", " and "),
}


def show_situation(situation: Situation, top: int, items: int, words: bool) -> RenderableType:
    """A sum, then each place with what each source says of it; at most ``top`` places, 0 all.

    Of a place no more than ``items`` accounts are shown, the rest is counted.
    """
    shown = situation.places[: top or None]
    counts = [
        plural(situation.reports, "report"),
        plural(situation.dispatches, "dispatch", "dispatches"),
        plural(len(situation.places), "place"),
    ]
    head = Text("Situation as claimed", "bold").append(f" · {' · '.join(counts)}", "not bold")
    name = namer(end for loss in situation.losses for end in (loss.report, loss.base))
    parts: list[RenderableType] = [head, *(_loss(loss, name) for loss in situation.losses)]
    for place in shown:
        parts += [Text(), _heading(place), *_accounts(place, items, words)]
    if rest := len(situation.places) - len(shown):
        parts += [Text(), Text(f"… and {plural(rest, 'more place')}: --top 0 shows all", QUIET)]
    return Group(*parts)


def _loss(loss: Loss, name: Namer) -> Text:
    text = Text("  LOST  ", "bold red").append(name(loss.report), "not bold default")
    text.append(f" {loss.says}: {one_line(loss.source)}", "not bold default")
    return text.append(f" (against {name(loss.base)})", QUIET)


def _heading(place: Whereabouts) -> Text:
    """The place, whether it is placed, and how much is told of it."""
    counts = [
        plural(place.reports, "report"),
        plural(place.dispatches, "dispatch", "dispatches"),
        counted(place.sources, "source"),
    ]
    text = Text(one_line(place.name), "bold" if place.named else "bold italic")
    if place.gazetteer and fold(place.gazetteer) != fold(place.name):
        text.append(f" ({one_line(place.gazetteer)})", "not bold")
    if place.judged:
        counts.append(one_line(place.judged.says))
    text.append(f"  {_where(place)} · {' · '.join(counts)}", "not bold not italic dim")
    return text


def _where(place: Whereabouts) -> str:
    if not place.named:
        return "not named"
    if place.lat is None or place.lon is None:
        return "not placed"
    near = f" ± {place.radius:g} km" if place.radius else ""
    return f"{place.lat:.2f}, {place.lon:.2f}{near}"


def _accounts(place: Whereabouts, items: int, words: bool) -> Iterator[RenderableType]:
    shown = place.accounts[: items if len(place.accounts) > items + 1 else None]
    for account in shown:
        yield _indented(_says(account), 2)
        yield _indented(Text(_by_whom(account), QUIET), 4)
        if words:
            yield _indented(quote(account.words.text, QUIET, SENTENCE), 4)
    if rest := len(place.accounts) - len(shown):
        yield _indented(Text(f"… and {rest:,} more (--json has all)", QUIET), 2)
    contradictions = dict.fromkeys(_contradiction(place, one) for one in place.disagreements)
    for says in islice(contradictions, items):
        yield _indented(Text("DISAGREE ", "bold red").append(says, "not bold default"), 2)


def _indented(text: Text, by: int) -> RenderableType:
    return Padding(text, (0, 0, 0, by))


def _says(account: Account) -> Text:
    """What became of the place: "captured by A from B"."""
    deed = account.aim if account.deed == "planned" and account.aim else account.deed
    verb, of = _DEEDS[deed]
    text = Text()
    if account.deed == "planned":
        text.append("planned: ", "yellow")
    if account.negated:
        text.append("not ", "bold red")
    text.append(verb, "bold cyan")
    for word, who in ((" by ", account.actor), (of, account.target)):
        if who:
            text.append(f"{word}{one_line(who)}")
    text.append(_offset(account), "cyan")
    return text.append(" (alleged)" if account.alleged else "")


def _offset(account: Account) -> str:
    """How far off and which way, where the text counts from the place."""
    way = f"{account.direction} of it" if account.direction else "from it"
    if account.distance is not None:
        return f" ({account.distance:g} km {way})"
    return f" ({way})" if account.direction else ""


def _by_whom(account: Account) -> str:
    """Whose word it is, when said, when it happened, and how widely it is carried."""
    carried = len(account.reports)
    parts = [
        _voice(account),
        one_line(account.judged.says) if account.judged else "",
        f"said {_day(account.said)}",
        f"event {_day(account.event)}",
        f"in {carried:,} of {plural(account.versions, 'version')}",
        plural(account.dispatches, "dispatch", "dispatches") if account.dispatches > 1 else "",
        _told_by(account),
    ]
    return " · ".join(part for part in parts if part)


def _told_by(account: Account) -> str:
    """How many words it rests on, where that is more than the one voice shown."""
    plain = (_ONE,) if account.voice == "attributed" else (_ONE, _OPEN)
    return "" if account.sources in plain else f"told by {counted(account.sources, 'source')}"


def _voice(account: Account) -> str:
    party = f", {one_line(account.party)}" if account.party else ""
    name = one_line(account.source) if account.source else ""
    if account.voice == "attributed":
        kind = account.source_type if account.source_type not in (None, "unknown") else ""
        return f"{name or 'nobody named'}{f' ({kind}{party})' if kind or party else ''}"
    voice = "newsroom" if account.voice == "narration" else "caption"
    return f"{voice} ({name}{party})" if name else voice


def _day(when: When | None) -> str:
    """A day or an interval; unknown stays unknown."""
    if when is None or (when.start is None and when.end is None):
        return "unknown"
    if when.start == when.end:
        return str(when.start)
    return f"{when.start or '…'} – {when.end or '…'}"


def _contradiction(place: Whereabouts, one: Disagreement) -> str:
    names = [_voice(place.accounts[n]) for n in (one.a, one.b)]
    return f"{names[0]} and {names[1]}: {one.says}"
