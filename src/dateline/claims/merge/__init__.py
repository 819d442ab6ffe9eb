"""Claims across versions, dispatches and stories: one statement, wherever it is said."""

from dateline.claims.merge.assemble import statements
from dateline.claims.merge.told import Told, Version

__all__ = ["Told", "Version", "statements"]
