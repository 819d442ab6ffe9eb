"""How many: quantities with the range that their words allow."""

from dateline.claims.numbers.find import numbers_in

__all__ = ["numbers_in"]
