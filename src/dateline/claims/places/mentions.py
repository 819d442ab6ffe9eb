"""Where a text speaks of places: capitalised names that the gazetteer knows, and that are meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.claims.places.entries import Match
from dateline.claims.places.evidence import BACK, Standing, standing
from dateline.claims.places.features import Feature, feature_of
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.patterns import CALLED, LAND, MADE, RUN
from dateline.claims.places.runs import Known, Run, run_of
from dateline.claims.places.states import SHORT


class Name(NamedTuple):
    """A name found: its span, its key, what it may mean, and how it stands in its sentence.

    Without matches it is a settlement by the text's own word only.
    """

    start: int
    end: int
    key: str
    matches: tuple[Match, ...]
    standing: Standing


class _At(NamedTuple):
    """Where a run stands: it begins at ``start``, its sentence at ``first``."""

    text: str
    first: int
    start: int
    known: Gazetteer
    is_dateline: bool


def read(
    text: str, start: int, end: int, known: Gazetteer, is_dateline: bool = False
) -> Iterator[Name | Feature]:
    """The names of places and the features in ``text[start:end]``, left to right.

    With them come the names of persons that are also places', so that they are known when they
    come again, and the names of peoples, which are context.
    """
    for found in RUN.finditer(text, start, end):
        run, at = run_of(found[0], known), found.start()
        if called := feature_of(text, at, run, known):
            yield called
        elif run.known or run.short or text.endswith("of ", start, at):
            yield from _in_run(run, _At(text, start, at, known, is_dateline))


def _in_run(run: Run, at: _At) -> Iterator[Name]:
    text, start = at.text, at.start
    if run.short and (state := _state(run, at)):
        yield state
        return
    if text.endswith("of ", at.first, start) and _is_settlement(run, at):
        yield Name(start, start + run.parts[-1][1], " ".join(run.keys), (), "place")
        return
    behind = -1  # the word behind a place
    for known in run.known:
        found = _name(at, run, known, known.at == behind) if known.matches else None
        if found:
            yield found
        elif known.country:
            yield _people(at, run, known)
        behind = known.next if found and found.standing != "person" else -1


def _state(run: Run, at: _At) -> Name | None:
    """The short form of a state behind a comma ("Akron, O.", "Salem, Ore.")."""
    text, start = at.text, at.start
    if text[start - 2 : start] != ", ":
        return None
    surface = run.words[0]
    end = start + len(surface)
    dotted = text[end : end + 1] == "."
    if not (dotted or "." in surface or surface.isupper()):
        return None
    name = run.keys[0]
    return Name(start, end + dotted, name, at.known.coded(*SHORT[name]), "place")


def _is_settlement(run: Run, at: _At) -> bool:
    """Whether the text calls the whole run a settlement that no gazetteer has."""
    before = max(at.first, at.start - BACK)
    return run.unknown and CALLED.search(at.text, before, at.start) is not None


def _people(at: _At, run: Run, found: Known) -> Name:
    """A people before a word for land is the country ("the last Syrian stronghold")."""
    start, end = run.parts[found.at]
    is_land = found.at == run.size - 1 and LAND.match(at.text, at.start + end)
    matches = at.known.coded(found.country)
    name = run.keys[found.at]
    return Name(at.start + start, at.start + end, name, matches, "place" if is_land else "people")


def _name(at: _At, run: Run, found: Known, after_place: bool) -> Name | None:
    """A name of the gazetteer, unless what stands around it makes it another thing."""
    start, end = at.start + run.parts[found.at][0], at.start + found.end
    if not after_place and not found.led:
        is_person = found.size == 1
        return Name(start, end, found.name, found.matches, "person") if is_person else None
    if not found.goes_on or (found.bounded and MADE.match(at.text, end)):
        return None
    stands = standing(at.text, at.first, (start, end), found.matches, at.known, at.is_dateline)
    return None if stands == "nothing" else Name(start, end, found.name, found.matches, stands)
