"""Dispatches of one event: rare words and names in common, on days that lie together."""

from dateline.claims.stories.find import stories

__all__ = ["stories"]
