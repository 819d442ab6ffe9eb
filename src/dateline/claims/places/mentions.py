"""Where a text speaks of places: capitalised names that the gazetteer knows, and that are meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.claims.places.entries import LARGE, Match
from dateline.claims.places.evidence import Standing, standing
from dateline.claims.places.features import Feature, feature_of
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.lexicon import demonyms
from dateline.claims.places.notplaces import (
    ASIDE,
    COMMON,
    GIVEN,
    NAMED_FOR,
    NEVER,
    PHRASES,
    STANDING_IN,
    STREETS,
    TITLES,
)
from dateline.claims.places.patterns import LAND, MADE, RUN
from dateline.claims.places.runs import BIG, Run
from dateline.text.openers import NUMBERS, OPENERS

_CODE = 4


class Name(NamedTuple):
    """A name found: its span, its key, what it may mean, and how it stands in its sentence.

    Without matches it is a settlement by the text's own word only.
    """

    start: int
    end: int
    key: str
    matches: tuple[Match, ...]
    standing: Standing


def read(
    text: str, start: int, end: int, known: Gazetteer, is_dateline: bool = False
) -> Iterator[Name | Feature]:
    """The names of places and the features in ``text[start:end]``, left to right.

    With them come the names of persons that are also places', so that they are known when they
    come again, and the names of peoples, which are context.
    """
    for found in RUN.finditer(text, start, end):
        run = Run(text, start, found, known)
        if called := feature_of(run):
            yield called
        else:
            yield from _in_run(run, is_dateline)


def _in_run(run: Run, is_dateline: bool) -> Iterator[Name]:
    if state := run.state():
        end, name, matches = state
        yield Name(run.parts[0][0], end, name, matches, "place")
        return
    if run.settlement():
        yield Name(run.parts[0][0], run.parts[-1][1], " ".join(run.keys), (), "place")
        return
    at, after_place = 0, False
    while at < run.size:
        n, name, matches = run.longest(at)
        cut = 0
        if not n:
            n, name, matches = run.lost(at)
            cut = n
        end = run.parts[at + max(n, 1) - 1][1] - cut
        found = _name(run, at, n, end, name, matches, after_place, is_dateline) if n else None
        if found:
            yield found
        elif country := demonyms().get(run.keys[at]):
            matches, stands = run.known.coded(country), _people(run, at)
            yield Name(*run.parts[at], run.keys[at], matches, stands)
        after_place = found is not None and found.standing != "person"
        at += n or 1


def _people(run: Run, n: int) -> Standing:
    """A people before a word for land is the country ("the last Syrian stronghold")."""
    is_land = n == run.size - 1 and LAND.match(run.text, run.parts[n][1])
    return "place" if is_land else "people"


def _name(
    run: Run, at: int, n: int, end: int, name: str, matches: tuple[Match, ...],
    after_place: bool, is_dateline: bool,
) -> Name | None:  # fmt: skip
    """The name of ``n`` words from ``at``, unless what stands around it makes it another thing."""
    if (n == 1 and (name in NEVER or name in demonyms())) or name in PHRASES:
        return None
    start = run.parts[at][0]
    best = matches[0]
    feature = best.entry.feature
    large = feature in LARGE and (best.own or (feature == "PCLI" and len(name) > _CODE))
    if at and not after_place and not _may_precede(run, at - 1, large):
        return Name(start, end, name, matches, "person") if n == 1 else None
    behind = at + n
    if behind < run.size and run.touches(behind):
        if not _may_follow(run, behind, name, best, large):
            return None
    elif MADE.match(run.text, end):
        return None
    stands = standing(run.text, run.first, (start, end), matches, run.known, is_dateline)
    return None if stands == "nothing" else Name(start, end, name, matches, stands)


def _may_precede(run: Run, n: int, large: bool) -> bool:
    """Whether the word before leaves the name a place ("In Rawa", not "Jack London")."""
    if not run.touches(n + 1):
        return True
    word, capital = run.keys[n], run.text[slice(*run.parts[n])]
    if word in ASIDE or word in demonyms():
        return True
    if word in TITLES or word in GIVEN:
        return False
    return capital in OPENERS or capital in NUMBERS or word in NEVER or large


def _may_follow(run: Run, n: int, name: str, best: Match, large: bool) -> bool:
    """Whether the word behind leaves the name a place ("Homs Governor", not "Paris Hilton")."""
    word = run.keys[n]
    if word in NAMED_FOR or word in STREETS:
        return False
    if word in STANDING_IN or word in demonyms() or word in TITLES or word in NEVER:
        return True
    if name in GIVEN:
        return False
    if run.known.named(word) and word not in COMMON and word not in GIVEN:
        return True
    return large or (best.own and best.entry.population > 3 * BIG)
