"""A small pile of fiction, its claims, and the situation that they make."""

from __future__ import annotations

from dateline.claims.read import claims_of
from dateline.claims.situation import Parties, Pile, situation_of
from dateline.model import Claim, Report, Situation, Whereabouts
from dateline.text import analyse

# So much English that the language of the shortest text is sure.
_QUIET = " It was a quiet day in the harbour, and most of the shops had stayed open as before."


def claims(name: str, text: str) -> tuple[Claim, ...]:
    """The claims of a report with a date of its own."""
    return claims_of(analyse(Report(name, text + _QUIET, date="2019-04-11")))


def situation(texts: dict[str, str], **known: object) -> Situation:
    """The situation of reports that are a dispatch each, unless ``dispatch`` says otherwise."""
    found = [claim for name, text in texts.items() for claim in claims(name, text)]
    given: dict[str, object] = {"dispatch": {name: name for name in texts}, **known}
    return situation_of(Pile(found, **given))  # type: ignore[arg-type]


def place(told: Situation, name: str) -> Whereabouts:
    """The place with this name."""
    return next(p for p in told.places if p.name == name)


PARTIES = Parties({"tazmari army": "state", "covenant militia": "Covenant"})
