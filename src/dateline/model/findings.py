"""One thing that the machine decided, and a person's decision about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

About = Literal["edit", "rename", "speaker", "place", "edge"]
Decided = Literal["accept", "reject", "correct"]


@dataclass(frozen=True, slots=True)
class Judged:
    """The mark on a value that a person decided: ``machine`` is what the machine has in its place.

    ``by`` may be empty: a person who gave no name. ``made`` is UTC, ISO 8601; ``number`` is that of
    the decision in its archive.
    """

    decision: Decided
    machine: str
    by: str
    made: str
    note: str
    number: int

    @property
    def says(self) -> str:
        """Who decided what, in words.

        >>> Judged("reject", "reworded", "Ida", "2031-03-04T10:00:00Z", "", 7).says
        'rejected by a person (Ida); the machine: reworded'
        """
        done = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}[self.decision]
        who = f"a person ({self.by})" if self.by else "a person"
        return f"{done} by {who}; the machine: {self.machine}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a person decides about: something between reports ``a`` and ``b``, or in ``a``.

    Between two: an edit, a rename, or an edge of the lineage, that ``b`` was made from ``a``. In
    one: a speaker or a place.

    ``a_span`` and ``b_span`` are the words that it is about, ``a_start`` and ``b_start`` the code
    points where they begin: of an edit what either side has (``None`` and empty where it has
    nothing), of a rename the two names, which stand in many places (``None``), of a speaker what
    is said, of a place its mention. A rename of no two reports (``a`` and ``b`` empty) is the pair
    of names wherever the archive has it. ``machine`` is the machine's value in words, ``value`` the
    same as it is kept; ``judged`` is the decision that holds.
    """

    about: About
    a: str
    b: str
    a_start: int | None
    a_span: str
    b_start: int | None
    b_span: str
    machine: str
    value: str
    judged: Judged | None = None

    @property
    def at(self) -> str:
        """Where it is: its name among the findings of ``a`` and ``b``.

        >>> Finding("edit", "x", "y", 4, "port", None, "", "shortened", "shortened").at
        'edit:4-8:-'
        """
        if self.about == "edge":
            return "edge"
        if self.about == "rename":
            return f"rename:{self.value}:{self.a_span}={self.b_span}"
        sides = [_stretch(self.a_start, self.a_span)]
        if self.about == "edit":
            sides.append(_stretch(self.b_start, self.b_span))
        noise = ["noise"] if self.value == "mechanical" else []
        return ":".join([self.about, *sides, *noise])


def _stretch(start: int | None, words: str) -> str:
    return "-" if start is None else f"{start}-{start + len(words)}"
