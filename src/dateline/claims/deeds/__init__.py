"""What became of places: typed events, found by the verbs and nouns that tell them."""

from dateline.claims.deeds.assign import innermost
from dateline.claims.deeds.happenings import happenings_in, happenings_of

__all__ = ["happenings_in", "happenings_of", "innermost"]
