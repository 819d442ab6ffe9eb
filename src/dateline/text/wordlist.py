"""Word lists written as prose."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of ``listed``, which white space separates."""
    return frozenset(listed.split())
