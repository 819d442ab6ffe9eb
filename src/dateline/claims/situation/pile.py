"""What a situation is made from: the claims of a pile, and what is known of its reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.claims.actors.names import key
from dateline.claims.situation.parties import Parties
from dateline.model import Claim, Comparison, Loss, When

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pile:
    """The claims of some reports, in the reports' order.

    ``dispatch`` gives each report's dispatch, ``origin`` the agency or outlet whose text a
    dispatch is, where that is known; ``names`` gives for a report what its other names mean in the
    version it was read against (folded name → name), as collation learned them. ``days`` are the
    days of the reports; those that are not known are left out. ``losses`` are what versions lost.
    ``parents`` has by id the claims that others stand in.
    """

    claims: Sequence[Claim]
    dispatch: Mapping[str, str]
    origin: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Names] = field(default_factory=dict)
    days: Mapping[str, When] = field(default_factory=dict)
    parties: Parties = field(default_factory=Parties)
    losses: Sequence[Loss] = ()
    parents: Mapping[str, Claim] = field(default_factory=dict)

    def called(self, name: str, report: str) -> str:
        """A name as the base of the report's dispatch has it, then as the user prefers it."""
        here = self.names.get(report, {})
        return self.parties.name(here.get(key(name), name))

    def key(self, name: str, report: str) -> str:
        """The form by which a name is the same in all versions, other names inside it included."""
        folded = f" {key(self.called(name, report))} "
        for other, full in self.names.get(report, {}).items():
            folded = folded.replace(f" {other} ", f" {key(full)} ")
        return folded.strip()


def names_learned(comparison: Comparison) -> dict[str, str]:
    """What the names of version b mean in version a; a name that has two meanings is left out."""
    meant: dict[str, set[str]] = {}
    for rename in comparison.renames:
        if rename.type != "label" and key(rename.a) != key(rename.b):
            meant.setdefault(key(rename.b), set()).add(rename.a)
    return {name: found.pop() for name, found in meant.items() if len(found) == 1}
