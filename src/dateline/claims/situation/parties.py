"""Parties to the conflict and other names, as the user's own file has them; none is assumed.

The file is TOML, either ``dateline.toml`` or one named by ``--parties``::

    [parties]
    "government side" = ["Tazmari army", "River Guard"]
    "Covenant" = ["Southern Covenant"]

    [aliases]
    "Southern Covenant" = ["Hazaf", "SC"]
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.claims.actors.names import key
from dateline.errors import UsageError

FILE = "dateline.toml"
SECTIONS = ("parties", "aliases")


@dataclass(frozen=True, slots=True)
class Parties:
    """Who is called what, and whose side they are: ``sides`` and ``names`` by folded name.

    ``given`` says whether the user has named any party: without it nothing can be said about who
    is a party and who is not.
    """

    sides: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def given(self) -> bool:
        """Whether the user has named parties."""
        return bool(self.sides)

    def name(self, name: str) -> str:
        """The name that the user prefers for ``name``, or ``name`` itself."""
        return self.names.get(key(name), name)

    def side(self, name: str) -> str | None:
        """The party that ``name`` belongs to, ``None`` if the file gives it none."""
        return self.sides.get(key(name)) or self.sides.get(key(self.name(name)))


def read_parties(path: Path | None = None) -> Parties:
    """The parties of ``path``, or of ``dateline.toml`` in the current folder if there is one.

    Raises :class:`~dateline.errors.UsageError`, in one line, where the file cannot be read or is
    not as it should be.
    """
    where = path or Path(FILE)
    if path is None and not where.exists():
        return Parties()
    table = _table(where)
    if path is not None and (unknown := sorted(table.keys() - set(SECTIONS))):
        raise UsageError(
            f"{where}: no such section: {', '.join(unknown)} (known: parties, aliases)"
        )
    sides = _listed(table.get("parties", {}), f"{where}: [parties]")
    names = _listed(table.get("aliases", {}), f"{where}: [aliases]")
    return Parties(sides, names)


def _table(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"{path}: cannot be read as TOML: {reason}") from error


def _listed(section: object, where: str) -> dict[str, str]:
    """Folded name → heading; a name under two headings, or a heading without a list, is refused."""
    if not isinstance(section, dict):
        raise UsageError(f'{where} must be a section with lines such as "Name" = ["other name"]')
    found: dict[str, str] = {}
    for heading, names in section.items():
        if not isinstance(names, list) or not all(isinstance(n, str) and n.strip() for n in names):
            raise UsageError(f"{where}: {heading!r} must be a list of names")
        for name in (heading, *names):
            if found.setdefault(key(name), heading) != heading:
                both = f"{found[key(name)]!r} and {heading!r}"
                raise UsageError(f"{where}: {name!r} stands under {both}")
    return found
