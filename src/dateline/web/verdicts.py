"""Who derives from whom, in words that name the versions."""

from __future__ import annotations

from dateline.model import Comparison

__all__ = ["verdict"]


def verdict(c: Comparison, base: str, version: str) -> tuple[str, tuple[str, ...]]:
    """The verdict on a version and its signs, those that speak for it first."""
    says = {
        "b<-a": f"{version} derives from the text of {base}",
        "a<-b": f"{base} derives from the text of {version}",
        "common unseen source": f"{version} and {base} both go back to a text not seen here",
        "unknown": f"Whether {version} or {base} came first cannot be told",
    }[c.lineage.verdict]
    signs = sorted(c.lineage.evidence, key=lambda s: (s.points != c.lineage.verdict, -s.weight))
    mine = c.lineage.verdict
    spoken = (f"{'for' if s.points == mine else 'against'}: {s.name}: {s.says}" for s in signs)
    return says, tuple(_named(sign, base, version) for sign in spoken)


def _named(sign: str, base: str, version: str) -> str:
    """Signs speak of a and b; a page has no such letters but names."""
    for letter, name in ((" a ", base), (" b ", version)):
        sign = sign.replace(letter, f" {name} ")
    return sign
