"""Counts that are known within bounds, in words."""

from __future__ import annotations

from dateline.model import Count

__all__ = ["ranged"]


def ranged(count: Count) -> str:
    """A range in words.

    >>> ranged(Count(1, 1)), ranged(Count(1, 3)), ranged(Count(2, None))
    ('1', 'at least 1, at most 3', 'at least 2')
    """
    if count.at_most is None:
        return f"at least {count.at_least}"
    if count.at_least == count.at_most:
        return str(count.at_least)
    return f"at least {count.at_least}, at most {count.at_most}"
